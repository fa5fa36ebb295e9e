import RouteChecking
import RouteSolver

/// The independent checker, asked for both readings of a solution: with its times, and as a plan
/// without times, for which it has to find a schedule by itself.
struct PlanJudge {
  let problem: RoutingProblem

  /// What is wrong with `solution`; empty when nothing is.
  func faults(_ solution: RoutingSolution) -> [RouteFault] {
    let checker = RouteChecker(problem)
    return checker.faults(in: solution)
      + checker.faults(in: solution.plan(vehicleCount: problem.vehicles.count))
  }
}
