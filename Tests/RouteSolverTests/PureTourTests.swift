import Quantities
import Testing

@testable import RouteSolver

@Suite("Problems that ask for a tour alone")
struct PureTourTests {
  /// One crew with `count` stops, from a home to a home, either of which may be left open.
  private func problem(
    count: Int, start: Bool, end: Bool, apart: Bool = false, seed: UInt64,
    adjust: (inout RoutingVehicle, inout [RoutingStop]) -> Void = { _, _ in }
  ) throws -> RoutingProblem {
    let costs = RandomTour.costs(count: count + 2, seed: seed)
    let durations = (0..<((count + 2) * (count + 2))).map { cell in
      costs.table[cell] == TravelTables.far ? TravelMatrix.unreachable : costs.table[cell]
    }
    var stops = (0..<count).map { RoutingStop(location: Index($0), service: .minutes(1)) }
    var crew = RoutingVehicle(
      start: start ? Index(count) : nil, end: end ? Index(apart ? count + 1 : count) : nil,
      shift: HorizonSpan(.zero, .hours(200)))
    adjust(&crew, &stops)
    return try RoutingProblem(
      matrices: [TravelMatrix(count: count + 2, durations: durations)], stops: stops,
      vehicles: [crew])
  }

  @Test("are solved as well as brute force does, closed or open at either end", arguments: 0..<4)
  func againstBruteForce(block: Int) throws {
    for seed in UInt64(block * 40)..<UInt64(block * 40 + 40) {
      let problem = try problem(
        count: Int(seed % 7), start: seed & 1 == 0, end: seed & 2 == 0, apart: seed & 4 == 0,
        seed: seed)
      let solution = solve(problem, stop: AfterIterations(200), seed: seed)
      #expect(PlanJudge(problem: problem).faults(solution).isEmpty, "seed \(seed)")
      let isBarred = problem.matrices[0].durations.contains(TravelMatrix.unreachable)
      let optimum = BruteForce(problem: problem).optimum()
      #expect(solution.cost.total.value >= optimum, "seed \(seed)")
      if !isBarred { #expect(solution.cost.total.value == optimum, "seed \(seed)") }
    }
  }

  @Test("of eleven to thirteen stops are proven best")
  func proven() throws {
    for seed in UInt64(0)..<40 {
      let problem = try problem(
        count: 11 + Int(seed % 3), start: seed & 1 == 0, end: seed & 2 == 0, apart: seed & 4 == 0,
        seed: seed)
      guard !problem.matrices[0].durations.contains(TravelMatrix.unreachable) else { continue }
      let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
      let tour = TourSearch.polish(compiled, vehicle: 0, stops: Array(problem.stops.indices))
      let cost = solve(problem, stop: AfterIterations(1), seed: seed).cost.total.value
      let plan = PlanState(compiled)
      #expect(plan.replaceRoutes([(0, tour)]))
      #expect(plan.cost == cost, "seed \(seed)")
    }
  }

  @Test("are recognised, and left to the ordinary search when they ask for more")
  func recognised() throws {
    func isTour(_ adjust: (inout RoutingVehicle, inout [RoutingStop]) -> Void) throws -> Bool {
      let problem = try problem(count: 12, start: true, end: true, seed: 6, adjust: adjust)
      let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
      guard let tour = PureTour(compiled, problem, from: nil) else { return false }
      return tour.solve(stop: AfterIterations(50), seed: 1, observer: nil) != nil
    }
    #expect(try isTour { _, _ in })
    #expect(try isTour { crew, _ in crew.maxDuty = .hours(150) })
    #expect(try isTour { _, stops in stops[3].windows = [HorizonSpan(.zero, .hours(200))] })
    #expect(try !isTour { _, stops in stops[3].windows = [HorizonSpan(.zero, .hours(1))] })
    #expect(try !isTour { crew, _ in crew.maxDuty = .minutes(5) })
    #expect(try !isTour { crew, _ in crew.maxStops = 11 })
    #expect(try !isTour { _, stops in stops[3].isRequired = false })
    #expect(try !isTour { _, stops in stops[3].group = 1 })
    #expect(try !isTour { _, stops in stops[3].skills = 1 })
    #expect(
      try !isTour { crew, _ in
        crew.breaks = [
          RoutingBreak(window: HorizonSpan(.hours(1), .hours(2)), duration: .minutes(30))
        ]
      })
  }

  @Test("begin with a plan that visits every stop, and are never worse than it")
  func warmStart() throws {
    let problem = try problem(count: 40, start: true, end: true, seed: 6)
    let good = solve(problem, stop: AfterIterations(2_000), seed: 1)
    let again = solve(
      problem, start: good.plan(vehicleCount: 1), stop: AfterIterations(0), seed: 2)
    #expect(again.cost.total <= good.cost.total)
    #expect(again.iterations == 0)
  }
}
