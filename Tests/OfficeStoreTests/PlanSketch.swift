import FieldModel
import Quantities

/// Plans to store.
enum PlanSketch {
  static let citation = RuleCitation(
    pack: "CN", key: "visit.window_legal", effect: .warn, source: "GB/T 45251")

  static let reasons: [UnplannedReason] = [
    .forbidden(citation, from: Sketch.today), .forbidden(citation, from: nil),
    .needsApproval(citation), .onHold(.hardship, until: Sketch.today),
    .onHold(.deceased, until: nil),
    .closed, .promiseRunning(until: Sketch.today), .notLocated, .locationDoubtful,
    .noVisitableAddress, .unreachable, .noCrew, .missingSkill("lang:yue"),
    .windowTooTight(slack: .minutes(12)), .windowTooTight(slack: nil), .daysFull, .notWorthTheWay,
  ]

  /// Two crews over two days with breaks and conditions, and a case left out for every reason.
  static func plan(_ code: String, seed: UInt64 = .max) -> VisitPlan {
    VisitPlan(
      code: code, firstDay: Sketch.today, days: 2, seed: seed, iterations: 12_345,
      mapChecksum: .max,
      routes: [
        route(crew: "C1", day: 0, stops: 3, from: 0), route(crew: "C2", day: 0, stops: 1, from: 3),
        route(crew: "C1", day: 1, stops: 12, from: 4),
      ],
      unplanned: reasons.enumerated().map { number, reason in
        UnplannedVisit(
          loanCase: Identifier("U\(number < 10 ? "0" : "")\(number)"), reason: reason)
      })
  }

  static func route(crew: String, day: Int, stops: Int, from first: Int) -> DailyRoute {
    DailyRoute(
      crew: Identifier(crew), date: Sketch.today.adding(days: day),
      departure: TimeOfDay(hour: 8, minute: 31), back: TimeOfDay(secondsSinceMidnight: 90_061),
      stops: (0..<stops).map { stop(first + $0) },
      breaks: stops < 3
        ? []
        : [
          PlannedBreak(start: TimeOfDay(hour: 12), duration: .minutes(45), afterStops: 1),
          PlannedBreak(start: TimeOfDay(hour: 15), duration: .minutes(15), afterStops: 2),
        ],
      returnTravel: Seconds(1_201), returnDistance: Distance(decimetres: 98_765))
  }

  static func stop(_ number: Int) -> PlannedStop {
    let arrival = TimeOfDay(secondsSinceMidnight: Int32(32_400 + 601 * number))
    return PlannedStop(
      visit: Identifier("V\(number)"), request: Identifier("R\(number)"),
      borrower: Identifier("B\(number)"),
      cases: number % 2 == 0 ? ["K1", "K2"] : [Identifier("K\(number)")], address: "A1",
      coordinate: Sketch.place(Int32(number)),
      purpose: VisitPurpose.allCases[number % VisitPurpose.allCases.count], arrival: arrival,
      start: arrival + Seconds(61), service: .minutes(20),
      window: Sketch.window(28_801, 93_599), travel: Seconds(333),
      distance: Distance(decimetres: 4_567), risk: RiskTier.allCases[number % 4],
      conditions: number % 3 == 0 ? [citation, citation] : [], value: 100 - number)
  }
}
