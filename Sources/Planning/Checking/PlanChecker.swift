public import FieldModel
public import Quantities
public import VisitRules

/// Re-derives everything a plan promises from cases, crews, rules and roads.
///
/// It shares no code with the planner or the solver; what it shares with them is what both stand on:
/// the words, the rules, the roads and the plan's code. A plan with a fault is never stored, printed
/// or packed.
public struct PlanChecker: Sendable {
  /// Raw data of one borrower.
  struct Subject {
    let cases: [LoanCase]
    var open: [LoanCase] { cases.filter { $0.status == .open } }
  }

  let subjects: [Identifier<Borrower>: Subject]
  let cases: [Identifier<LoanCase>: LoanCase]
  let crews: [Identifier<Crew>: Crew]
  let rules: RuleBook
  let now: Instant
  let promisesDue: [Identifier<LoanCase>: ServiceDate]
  let agreedMoments: [Identifier<Borrower>: Instant]
  let tolerance: Seconds

  /// A checker for plans made from these.
  ///
  /// - Parameters:
  ///   - cases: all cases, closed ones too.
  ///   - crews: all crews.
  ///   - rules: the rules.
  ///   - now: the moment of planning; its offset is that of clocks at the addresses.
  ///   - promisesDue: when running promises fall due.
  ///   - visits: what came home of visits; appointments are read from there.
  ///   - tolerance: how far stated travel may be from the road's, for rounding.
  public init(
    cases: [LoanCase], crews: [Crew], rules: RuleBook, now: Instant,
    promisesDue: [Identifier<LoanCase>: ServiceDate] = [:], visits: [CompletedVisit] = [],
    tolerance: Seconds = Seconds(1)
  ) {
    self.cases = Dictionary(cases.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    subjects = Dictionary(grouping: cases.sorted { $0.id < $1.id }, by: \.borrower.id)
      .mapValues { Subject(cases: $0) }
    self.crews = Dictionary(crews.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    self.rules = rules
    self.now = now
    self.promisesDue = promisesDue
    agreedMoments = Self.agreedMoments(in: visits)
    self.tolerance = tolerance
  }

  /// Every fault of `plan`, in order of the plan; empty when it is right.
  public func faults(in plan: VisitPlan, travel: some TravelTimes) -> [PlanFault] {
    guard (1...366).contains(plan.days) else { return [PlanFault(.wrongDayCount)] }
    var faults: [PlanFault] = []
    let expected = PlanCode.make(for: plan)
    if plan.code != expected { faults.append(PlanFault(.wrongCode(expected: expected))) }
    let visits = visitDates(in: plan)
    for (position, route) in plan.routes.enumerated() {
      var found: [PlanFault] = []
      if !plan.dates.contains(route.date) { found.append(PlanFault(.outsidePlan)) }
      if position > 0 {
        let before = plan.routes[position - 1]
        if (before.date, before.crew) >= (route.date, route.crew) {
          found.append(PlanFault(.routesOutOfOrder))
        }
      }
      found += self.faults(in: route, visits: visits, travel: travel)
      found += appointmentFaults(in: route, since: plan.firstDay)
      faults += found.map { fault in
        var fault = fault
        fault.date = route.date
        fault.crew = route.crew
        return fault
      }
    }
    return faults + bookkeepingFaults(in: plan)
  }

  /// On which days each borrower is visited, one day for each stop.
  private func visitDates(in plan: VisitPlan) -> [Identifier<Borrower>: [ServiceDate]] {
    var dates: [Identifier<Borrower>: [ServiceDate]] = [:]
    for route in plan.routes {
      for stop in route.stops { dates[stop.borrower, default: []].append(route.date) }
    }
    return dates
  }

  private func faults(
    in route: DailyRoute, visits: [Identifier<Borrower>: [ServiceDate]], travel: some TravelTimes
  ) -> [PlanFault] {
    guard Self.isPlausible(route) else { return [PlanFault(.absurdTime)] }
    guard !route.stops.isEmpty else { return [PlanFault(.emptyRoute)] }
    guard let crew = crews[route.crew] else { return [PlanFault(.unknownCrew)] }
    var faults = crewFaults(crew, route) + clockFaults(crew, route, travel: travel)
    for stop in route.stops {
      let others = Self.others(visits[stop.borrower] ?? [], than: route.date)
      faults += stopFaults(stop, crew, on: route.date, otherVisits: others).map {
        PlanFault($0, visit: stop.visit)
      }
    }
    return faults
  }

  /// The days of the borrower's other visits: all but one on `date`.
  private static func others(_ dates: [ServiceDate], than date: ServiceDate) -> [ServiceDate] {
    var dates = dates
    if let own = dates.firstIndex(of: date) { dates.remove(at: own) }
    return dates
  }

  /// Whether every time lies within two days and no length is negative, so that sums cannot
  /// overflow.
  private static func isPlausible(_ route: DailyRoute) -> Bool {
    let twoDays: Int32 = 2 * 86_400
    let moments =
      [route.departure, route.back] + route.stops.flatMap { [$0.arrival, $0.start] }
      + route.breaks.map(\.start)
    let lengths =
      [route.returnTravel] + route.stops.flatMap { [$0.travel, $0.service] }
      + route.breaks.map(\.duration)
    return route.stops.count <= 1000 && route.breaks.count <= 100
      && moments.allSatisfy { (0...twoDays).contains($0.secondsSinceMidnight) }
      && lengths.allSatisfy { (0...twoDays).contains($0.value) }
  }
}
