import Quantities
import Testing

@testable import RouteSolver

@Suite("Ways that take longer at some hours")
struct PeriodTests {
  private let here = Index<RoutingLocation>(0)
  private let there = Index<RoutingLocation>(1)

  /// Two places with so many seconds between them from each of these times of day on.
  private func pair(_ base: Int32, _ periods: (from: Int32, time: Int32)...) -> TravelMatrix {
    TravelMatrix(
      count: 2, durations: [0, base, base, 0],
      periods: periods.map {
        TravelPeriod(from: Seconds($0.from), durations: [0, $0.time, $0.time, 0])
      })
  }

  private func arrival(_ matrix: TravelMatrix, _ moment: Int32) -> Int32? {
    matrix.arrival(from: here, to: there, leaving: Seconds(moment))?.value
  }

  @Test("within a period a way takes what is stated, to the second")
  func within() {
    for time: Int32 in [1, 2, 3, 7, 600, 86_399, 9_999_991] {
      let matrix = pair(time, (from: 1, time: time), (from: 40_000, time: time))
      for moment: Int32 in [0, 39_999, 86_399, 1_000_000] {
        #expect(arrival(matrix, moment) == moment + time)
      }
    }
    #expect(arrival(pair(600, (from: 1_000, time: 60)), 400) == 1_000)
    #expect(arrival(pair(600, (from: 1_000, time: 60)), 1_000) == 1_060)
  }

  @Test("the share that is left is driven at the speed of the next period")
  func share() {
    let matrix = pair(600, (from: 1_000, time: 60), (from: 2_000, time: 1_200))
    // Half of the way in 300 s, the other half in 30 s.
    #expect(arrival(matrix, 700) == 1_030)
    // A third at 60 s, two thirds at 1,200 s.
    #expect(arrival(matrix, 1_980) == 2_800)
    // The next day begins as this one did.
    #expect(arrival(matrix, 86_400 - 600) == 86_700)
    #expect(arrival(matrix, 86_400 + 700) == 87_430)
  }

  /// The speed that is documented, second by second.
  private func drivenSecondBySecond(_ matrix: TravelMatrix, _ moment: Int32) -> Int32 {
    var clock = moment
    var left = UInt64(1) << 62
    while true {
      let time = clock % 86_400
      let table =
        matrix.periods.last { $0.from.value <= time }.map(\.durations) ?? matrix.durations
      let speed = ((UInt64(1) << 62) - 1) / UInt64(table[1]) + 1
      clock += 1
      if speed >= left { return clock }
      left -= speed
    }
  }

  @Test("arrivals are those of driving second by second, in order, and so are latest departures")
  func secondBySecond() {
    var chance = SeededGenerator(seed: 3)
    for _ in 0..<40 {
      let start = Int32(1 + chance.below(3_000))
      let matrix = pair(
        Int32(1 + chance.below(900)), (from: start, time: Int32(1 + chance.below(900))),
        (from: start + Int32(1 + chance.below(300)), time: Int32(1 + chance.below(900))))
      let tables = TravelTables([matrix])
      let cell = Int(tables.rows[0]) * tables.size + Int(tables.rows[1])
      var last: Int32 = 0
      for moment in Int32(86_400)..<Int32(86_400 + 1_500) {
        let arrival = tables.periods.arrival(matrix: 0, cell: cell, leaving: moment)
        #expect(arrival == drivenSecondBySecond(matrix, moment))
        #expect(arrival == self.arrival(matrix, moment) && arrival >= last)
        last = arrival
        let latest = tables.periods.departure(matrix: 0, cell: cell, arriving: arrival)
        #expect(latest >= moment)
        #expect(tables.periods.arrival(matrix: 0, cell: cell, leaving: latest) <= arrival)
        #expect(tables.periods.arrival(matrix: 0, cell: cell, leaving: latest + 1) > arrival)
      }
    }
  }

  /// The line with these times, and others by a factor from `from` on.
  private func problem(
    _ line: Line, from: Seconds, times factor: Int32, by divisor: Int32 = 1
  ) throws -> RoutingProblem {
    let matrix = line.matrix
    return try RoutingProblem(
      matrices: [
        TravelMatrix(
          count: matrix.count, durations: matrix.durations, distances: matrix.distances,
          periods: [
            TravelPeriod(
              from: from, durations: matrix.durations.map { $0 * factor / divisor })
          ])
      ], stops: line.stops, vehicles: [line.vehicle], crews: line.crews)
  }

  @Test("a slow period that begins after the return costs nothing, one a second earlier does")
  func edge() throws {
    let line = Line(2)
    let free = judged(try line.problem())
    // Two visits: 2,400 s of travel and 1,800 s of service, from eight on.
    let back = Seconds.hours(8) + Seconds(4_200)
    let inside = judged(try problem(line, from: back, times: 3))
    #expect(inside.cost == free.cost && inside.routes[0].finish == back)
    let outside = judged(try problem(line, from: back - Seconds(1), times: 3))
    #expect(outside.cost.travel == free.cost.travel + Cost(2))
    #expect(outside.routes[0].finish == back + Seconds(2))
  }

  @Test("a shift may be used to the second")
  func shift() throws {
    var line = Line(1)
    line.vehicle.shift.end = .hours(8) + Seconds(600 + 900 + 600 + 1_200)
    // The way back begins at the slow time, and takes three times as long.
    let rush = Seconds.hours(8) + Seconds(1_500)
    #expect(judged(try problem(line, from: rush, times: 3)).unserved.isEmpty)
    line.vehicle.shift.end = line.vehicle.shift.end - Seconds(1)
    let left = judged(try problem(line, from: rush, times: 3)).unserved
    #expect(left.map(\.reason) == [.barred(by: [.shift])])
  }

  @Test("limits on driving, duty and work count the time at the hour of each leg")
  func limits() throws {
    let rush = Seconds.hours(8) + Seconds(1_500)
    for (wide, constraint) in [
      (Int32(2_400), RoutingConstraint.driving), (3_300, .duty), (3_300, .horizon),
      (1_800, .continuousDriving),
    ] {
      for tight: Int32 in [0, 1] {
        var line = Line(1)
        line.crews = [RoutingCrew()]
        line.vehicle.crew = 0
        let limit = Seconds(wide - tight)
        switch constraint {
        case .driving: line.vehicle.maxDriving = limit
        case .duty: line.vehicle.maxDuty = limit
        case .horizon: line.crews[0].maxWork = limit
        default: line.vehicle.continuousDriving = ContinuousDriving(limit: limit, rest: .zero)
        }
        let left = judged(try problem(line, from: rush, times: 3)).unserved
        #expect(left.count == Int(tight), "\(constraint)")
        guard tight == 1, let reason = left.first?.reason else { continue }
        guard case .barred(let constraints) = reason else {
          Issue.record("\(reason)")
          continue
        }
        #expect(constraints.contains(constraint))
      }
    }
  }

  @Test("home is left as late as an early return allows, and no waiting is planned before a window")
  func departure() throws {
    var line = Line(1)
    line.stops[0].windows = [HorizonSpan(.hours(12), .hours(13))]
    line.vehicle.costPerWaitingSecond = 1
    // From eleven on ways take half the time.
    let solution = judged(try problem(line, from: .hours(11), times: 1, by: 2))
    #expect(solution.routes[0].departure == .hours(12) - Seconds(300))
    #expect(solution.routes[0].waiting == .zero)
    #expect(solution.cost.travel == Cost(600))
  }

  @Test("the order follows the hours: what is slow later comes first")
  func order() throws {
    // Three places 600 s from each other; from nine on the ways to and from the second take 3,000 s.
    let count = 3
    func table(_ slow: Int32) -> [Int32] {
      (0..<9).map { cell in
        let (from, to) = (cell / count, cell % count)
        if from == to { return 0 }
        return from == 2 || to == 2 ? slow : 600
      }
    }
    let stops = (1...2).map { RoutingStop(location: Index($0), service: .minutes(20)) }
    let matrix = TravelMatrix(
      count: count, durations: table(600),
      periods: [TravelPeriod(from: .hours(9), durations: table(3_000))])
    let crew = RoutingVehicle(
      start: Index(0), end: Index(0), shift: HorizonSpan(.hours(8), .hours(18)))
    let problem = try RoutingProblem(matrices: [matrix], stops: stops, vehicles: [crew])
    let route = try #require(judged(problem).routes.first)
    #expect(route.visits.map(\.stop) == [Index(1), Index(0)])
    #expect(route.driving == Seconds(1_800) && route.hasProvenOrder)
  }

  @Test("a lunch before or after a leg is taken so that the crew is back first")
  func lunch() throws {
    var line = Line(1)
    line.vehicle.breaks = [
      RoutingBreak(
        window: HorizonSpan(.hours(8), .hours(8) + Seconds(700)), duration: Seconds(900))
    ]
    // Ways take a third of the time from a quarter past eight on.
    let solution = judged(
      try problem(line, from: .hours(8) + Seconds(900), times: 1, by: 3))
    let route = try #require(solution.routes.first)
    // To wait for the quick hour at home is as quick as to go: lunch is over at a quarter past.
    #expect(route.departure == .hours(8) + Seconds(900) && route.breaks.isEmpty)
    #expect(route.finish == .hours(8) + Seconds(900 + 200 + 900 + 200))
  }

  @Test("small plans with windows are the cheapest there are")
  func optimal() throws {
    for seed in UInt64(0)..<UInt64(min(100, Effort.seeds(100))) {
      let plain = try RandomProblem.make(seed: seed, stops: 5, plain: true)
      var chance = SeededGenerator(seed: seed)
      let usual = plain.matrices[0]
      let periods = [9, 11].map { hour in
        let pace = Int32(50 + chance.below(150))
        return TravelPeriod(
          from: .hours(hour),
          durations: usual.durations.map {
            $0 == 0 ? 0 : $0 * (pace + Int32(chance.below(60))) / 100
          })
      }
      let problem = try RoutingProblem(
        matrices: [
          TravelMatrix(
            count: usual.count, durations: usual.durations, distances: usual.distances,
            periods: periods)
        ], stops: plain.stops, vehicles: plain.vehicles, weights: plain.weights)
      let optimum = BruteForce(problem: problem).optimum()
      let isFound = [300, 3_000, 10_000].contains { iterations in
        let solution = solve(problem, stop: AfterIterations(iterations), seed: seed)
        #expect(PlanJudge(problem: problem).faults(solution).isEmpty, "seed \(seed)")
        return solution.cost.total.value == optimum
      }
      #expect(isFound, "seed \(seed)")
    }
  }

  @Test("routes cost what brute force says of their order, and less in no other order")
  func bruteForce() throws {
    var compared = 0
    for seed in UInt64(0)..<UInt64(Effort.seeds(1_500)) {
      let problem = try RandomProblem.make(seed: 700_000 + seed, stops: 2 + Int(seed % 5))
      guard problem.matrices.contains(where: { !$0.periods.isEmpty }) else { continue }
      let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
      let solution = solve(problem, stop: AfterIterations(60), seed: seed)
      #expect(PlanJudge(problem: problem).faults(solution).isEmpty, "seed \(seed)")
      for route in solution.routes {
        let crew = problem.vehicles[route.vehicle.position]
        if problem.matrices[crew.matrix].periods.isEmpty { continue }
        let order = route.visits.map(\.stop.position)
        let brute = BruteTiming(problem: problem, crew: crew).best(order)
        let schedule = RouteSchedule(compiled, vehicle: route.vehicle.position, stops: order)
        #expect(brute?.cost == schedule?.cost, "seed \(seed)")
        #expect(brute?.driving == Int(route.driving.value), "seed \(seed)")
        let turned = Array(order.reversed())
        #expect(
          BruteTiming(problem: problem, crew: crew).best(turned)?.cost
            == RouteSchedule(compiled, vehicle: route.vehicle.position, stops: turned)?.cost,
          "seed \(seed), turned")
        compared += 1
      }
    }
    #expect(compared > 0)
  }
}
