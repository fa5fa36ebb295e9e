import Briefing
import Quantities
import RouteChecking
import RouteSolver
import Testing

@Suite("What a solution states of itself, judged")
struct StatementTests {
  private func kinds(_ change: (inout RoutingSolution) -> Void) throws -> Set<RouteFault.Kind> {
    var solution = LineWorld.solution
    change(&solution)
    return Set(RouteChecker(try LineWorld().problem()).faults(in: solution).map(\.kind))
  }

  @Test("one wrong number is enough")
  func numbers() throws {
    let second = Seconds(1)
    #expect(try kinds { $0.routes[0].departure = $0.routes[0].departure + second } != [])
    #expect(
      try kinds { $0.routes[0].visits[1].leg.driving = Seconds(601) } == [.wrongLeg])
    #expect(
      try kinds { $0.routes[0].visits[1].arrival = .hours(8) + second } == [.wrongArrival])
    #expect(
      try kinds { $0.routes[0].visits[1].start = .hours(8) }
        == [.startsBeforeArrival, .wrongService])
    #expect(try kinds { $0.routes[0].finish = .hours(12) }.contains(.wrongFinish))
    #expect(try kinds { $0.routes[0].driving = .zero } == [.wrongSum])
    #expect(try kinds { $0.routes[0].distance = .zero } == [.wrongSum])
    #expect(try kinds { $0.routes[0].service = .zero } == [.wrongSum])
    #expect(try kinds { $0.routes[0].waiting = second } == [.wrongSum])
    #expect(try kinds { $0.cost.travel += Cost(1) } == [.wrongCost])
    #expect(
      try kinds { $0.routes.append($0.routes[0]) }.isSuperset(of: [.vehicleTwice, .stopTwice]))
    #expect(try kinds { $0.routes[0].visits = [] }.contains(.emptyRoute))
    #expect(try kinds { $0.routes[0].visits[0].stop = Index(99) } == [.unknownStop])
    #expect(try kinds { $0.routes[0].vehicle = Index(99) } == [.unknownVehicle])
  }

  @Test("every part of the cost is reckoned again")
  func costs() throws {
    var world = LineWorld()
    world.vehicles[0].fixedCost = Cost(50)
    world.vehicles[0].costPerTravelSecond = 3
    world.vehicles[0].costPerWaitingSecond = 2
    world.stops[0].affinities = [RoutingAffinity(vehicle: Index(0), cost: Cost(-7))]
    world.stops[1].prize = Cost(11)
    world.stops[1].priority = 1
    world.weights = ObjectiveWeights(
      unservedRequired: Cost(1_000), priorities: [.zero, Cost(13)], imbalance: 576)
    let checker = RouteChecker(try world.problem())
    let cost = checker.cost(of: RoutingPlan(routes: [[Index(0), Index(2), Index(3)]]))
    #expect(cost.fixed == Cost(50))
    #expect(cost.travel == Cost(3 * 4_800))
    #expect(cost.affinity == Cost(-7))
    #expect(cost.prizes == Cost(11))
    #expect(cost.priorities == Cost(13))
    #expect(cost.required == Cost(1_000))
    #expect(cost.imbalance == Cost(576 * 7_500 * 7_500 / 57_600))
  }

  @Test("kilometres are paid for each route, rounded down")
  func kilometres() throws {
    var world = LineWorld()
    world.vehicles[0].costPerKilometre = 3
    world.vehicles[1].costPerKilometre = 3
    let checker = RouteChecker(try world.problem())
    let cost = checker.cost(of: RoutingPlan(routes: [[Index(0)], [Index(1)]]))
    #expect(cost.distance == Cost(3 + 6))
    world.vehicles[0].end = nil
    world.vehicles[1].end = nil
    let open = RouteChecker(try world.problem())
    #expect(open.cost(of: RoutingPlan(routes: [[Index(0)], [Index(2)]])).distance == Cost(1 + 4))
  }

  @Test("overtime is the duty beyond the usual, unpaid breaks apart")
  func overtime() throws {
    var world = LineWorld()
    world.vehicles[0].costPerOvertimeSecond = 2
    var solution = LineWorld.solution
    #expect(RouteChecker(try world.problem()).faults(in: solution).isEmpty)
    world.vehicles[0].overtimeAfter = Seconds(8_400)
    #expect(RouteChecker(try world.problem()).faults(in: solution).isEmpty)
    world.vehicles[0].overtimeAfter = Seconds(8_399)
    let checker = RouteChecker(try world.problem())
    #expect(checker.faults(in: solution).map(\.kind) == [.wrongCost])
    solution.cost.overtime = Cost(2)
    #expect(checker.faults(in: solution).isEmpty)
    solution = LineWorld.solution(visiting: Array(0..<4), breakAfter: (2, 600))
    for (isPaid, cost) in [(false, 2), (true, 1_202)] {
      world.vehicles[0].breaks = [
        RoutingBreak(
          window: HorizonSpan(.hours(8), .hours(9)), duration: Seconds(600), isPaid: isPaid)
      ]
      solution.cost.overtime = Cost(Int64(cost))
      #expect(RouteChecker(try world.problem()).faults(in: solution).isEmpty)
    }
  }

  @Test("of a group the better prize is paid when the lesser member is visited")
  func groupPrize() throws {
    var world = LineWorld()
    for (stop, prize) in [(0, 30), (1, 100)] {
      world.stops[stop].group = 0
      world.stops[stop].prize = Cost(Int64(prize))
    }
    let checker = RouteChecker(try world.problem())
    let cost = checker.cost(of: RoutingPlan(routes: [[Index(0), Index(2), Index(3)]]))
    #expect(cost.prizes == Cost(70))
    #expect(cost.required == .zero)
  }

  @Test("legs take the time of the hour at which they are driven")
  func hours() throws {
    var world = LineWorld()
    // From a moment on ways take twice as long.
    func faults(from moment: Seconds) throws -> Set<RouteFault.Kind> {
      world.matrix = TravelMatrix(
        count: 5, durations: LineWorld.line.durations, distances: LineWorld.line.distances,
        periods: [
          TravelPeriod(from: moment, durations: LineWorld.line.durations.map { 2 * $0 })
        ])
      let checker = RouteChecker(try world.problem())
      #expect(checker.faults(in: LineWorld.plan).isEmpty)
      return Set(checker.faults(in: LineWorld.solution).map(\.kind))
    }
    let back = try #require(LineWorld.solution.routes.first).finish
    #expect(try faults(from: back).isEmpty)
    let late = try faults(from: back - Seconds(1))
    #expect(late == [.wrongLeg, .wrongFinish, .wrongSum, .wrongCost])
  }

  @Test("an untimed plan needs a schedule at the hours of its legs")
  func hoursOfPlan() throws {
    var world = LineWorld()
    let rush = Seconds.hours(10)
    world.matrix = TravelMatrix(
      count: 5, durations: LineWorld.line.durations, distances: LineWorld.line.distances,
      periods: [TravelPeriod(from: rush, durations: LineWorld.line.durations.map { 2 * $0 })])
    let solution = solve(
      try world.problem(), start: LineWorld.plan, stop: AfterIterations(20), seed: 1)
    let order = RoutingPlan(routes: [solution.routes[0].visits.map(\.stop), []])
    let finish = solution.routes[0].finish
    world.vehicles[0].shift.end = finish
    #expect(try RouteChecker(world.problem()).faults(in: order).isEmpty)
    world.vehicles[0].shift.end = finish - Seconds(1)
    #expect(try RouteChecker(world.problem()).faults(in: order).map(\.kind) == [.noSchedule])
    world.vehicles[0].shift.end = .hours(18)
    world.vehicles[0].maxDuty = finish - solution.routes[0].departure
    #expect(try RouteChecker(world.problem()).faults(in: order).isEmpty)
    world.vehicles[0].maxDuty = finish - solution.routes[0].departure - Seconds(1)
    #expect(try RouteChecker(world.problem()).faults(in: order).map(\.kind) == [.noSchedule])
  }

  @Test("every fault has words in both languages", arguments: Language.allCases)
  func words(_ language: Language) {
    for kind in RouteFault.Kind.allCases {
      #expect(language.phrasebook.solving.planFaults[kind.rawValue] != nil, "\(kind)")
    }
    for constraint in RoutingConstraint.allCases {
      #expect(language.phrasebook.solving.constraints[constraint.rawValue] != nil, "\(constraint)")
    }
  }
}
