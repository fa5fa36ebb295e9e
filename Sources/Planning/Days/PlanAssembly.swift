public import FieldModel
public import Quantities

/// Puts the results of all shares together into one plan.
public enum PlanAssembly {
  /// A plan of `routes`, with its code made from its contents.
  ///
  /// - Parameters:
  ///   - routes: in any order.
  ///   - unplanned: in any order.
  ///   - dates: the days of the plan, in order; not empty.
  ///   - seed: the seed that repeats it.
  ///   - iterations: how many iterations of search each share was given.
  ///   - mapChecksum: of the road file.
  /// - Returns: the plan with routes and cases left out in order.
  public static func assemble(
    routes: [DailyRoute], unplanned: [UnplannedVisit], dates: [ServiceDate], seed: UInt64,
    iterations: Int, mapChecksum: UInt32
  ) -> VisitPlan {
    var plan = VisitPlan(
      code: "", firstDay: dates[0], days: dates.count, seed: seed, iterations: iterations,
      mapChecksum: mapChecksum,
      routes: routes.sorted { ($0.date, $0.crew) < ($1.date, $1.crew) },
      unplanned: unplanned.sorted { $0.loanCase < $1.loanCase })
    plan.code = PlanCode.make(for: plan)
    return plan
  }
}
