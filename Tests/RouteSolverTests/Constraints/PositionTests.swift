import Quantities
import RouteSolver
import Testing

@Suite("Pinned positions")
struct PositionTests {
  private func visits(_ solution: RoutingSolution) -> [[Index<RoutingStop>]] {
    solution.routes.map { $0.visits.map(\.stop) }
  }

  @Test("the place where a stop is best costs nothing, one that no route has leaves it out")
  func edge() throws {
    // Out and back along the line, a stop may be the first, the last or, between, any.
    for stop in 0..<3 {
      try expectEdge(
        3, binding: .pin, wide: { $0.stops[stop].pinnedPosition = .number(stop + 1) },
        tight: { $0.stops[stop].pinnedPosition = .number(4) })
    }
    try expectEdge(
      3, binding: .pin, wide: { $0.stops[0].pinnedPosition = .last },
      tight: { $0.stops[0].pinnedPosition = .number(4) })
  }

  @Test("the last of n visits is the n-th, at the cost of the way")
  func dearer() throws {
    var line = Line(3)
    let free = judged(try line.problem())
    for position in [RoutePosition.last, .number(3)] {
      line.stops[1].pinnedPosition = position
      let solution = judged(try line.problem())
      #expect(visits(solution)[0].last == Index(1) && visits(solution)[0].count == 3)
      #expect(solution.cost == free.cost)
    }
    line.stops[1].pinnedPosition = nil
    line.stops[2].pinnedPosition = .first
    line.stops[1].pinnedPosition = .last
    let solution = judged(try line.problem())
    #expect(visits(solution) == [[Index(2), Index(0), Index(1)]])
    #expect(solution.cost.travel == free.cost.travel + Cost(1_200))
  }

  @Test("two stops are first or last only of two routes")
  func two() throws {
    for position in [RoutePosition.first, .last] {
      var line = Line(2)
      line.stops[0].pinnedPosition = position
      line.stops[1].pinnedPosition = position
      #expect(judged(try line.problem()).unserved.count == 1)
      let pair = judged(try line.problem(vehicles: [line.vehicle, line.vehicle]))
      #expect(pair.unserved.isEmpty && pair.routes.count == 2)
    }
  }

  @Test("is left out with a reason where too few others can come before")
  func tooFew() throws {
    var line = Line(2)
    line.stops[1].pinnedPosition = .number(2)
    line.stops[0].windows = [HorizonSpan(.zero, .zero)]
    let solution = judged(try line.problem())
    #expect(solution.routes.isEmpty)
    let left = try #require(solution.unserved.first { $0.stop == Index(1) })
    #expect(left.reason == .barred(by: [.pin]))
  }

  @Test("locked visits come before a first one")
  func locked() throws {
    var line = Line(2)
    line.stops[1].pinnedPosition = .first
    line.vehicle.lockedVisits = [Index(0)]
    #expect(judged(try line.problem()).unserved.map(\.stop) == [Index(1)])
    line.stops[1].pinnedPosition = .number(2)
    #expect(judged(try line.problem()).unserved.isEmpty)
    line.stops[0].pinnedPosition = .number(2)
    let solution = judged(try line.problem())
    #expect(solution.unserved.map(\.stop).sorted() == [Index(0), Index(1)])
  }

  @Test("a known plan is taken up as far as it keeps them")
  func start() throws {
    var line = Line(4)
    line.stops[3].pinnedPosition = .number(3)
    line.stops[0].pinnedPosition = .last
    let problem = try line.problem()
    for order in [[1, 2, 3, 0], [3, 2, 1, 0], [0, 1, 2, 3]] {
      let plan = RoutingPlan(routes: [order.map { Index($0) }])
      let solution = solve(problem, start: plan, stop: AfterIterations(40), seed: 1)
      #expect(PlanJudge(problem: problem).faults(solution).isEmpty)
      #expect(solution.unserved.isEmpty, "from \(order)")
    }
  }

  @Test("slots for one more stop are only those that keep them")
  func slots() throws {
    var line = Line(4)
    line.stops[1].pinnedPosition = .number(2)
    line.stops[2].pinnedPosition = .last
    let plan = RoutingPlan(routes: [[Index(0), Index(1), Index(2)]])
    func places() throws -> [Int] {
      insertionSlots(for: Index(3), in: plan, of: try line.problem()).map(\.visitsBefore)
    }
    #expect(try places() == [2])
    line.stops[2].pinnedPosition = nil
    #expect(try places().sorted() == [2, 3])
    line.stops[3].pinnedPosition = .last
    #expect(try places() == [3])
    line.stops[3].pinnedPosition = .number(5)
    #expect(try places().isEmpty)
  }

  @Test("crowded routes of many crews keep them, and all that can stand right does")
  func many() throws {
    var line = Line(24)
    for stop in 0..<4 {
      line.stops[stop].pinnedPosition = .first
      line.stops[stop + 4].pinnedPosition = .last
      line.stops[stop + 8].pinnedPosition = .number(3)
    }
    line.vehicle.maxStops = 7
    line.vehicle.shift.end = .hours(19)
    let problem = try line.problem(vehicles: Array(repeating: line.vehicle, count: 4))
    let solution = solve(problem, stop: AfterIterations(500), seed: 1)
    #expect(PlanJudge(problem: problem).faults(solution).isEmpty)
    #expect(solution.unserved.isEmpty)
  }
}
