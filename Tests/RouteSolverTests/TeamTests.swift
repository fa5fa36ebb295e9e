import Quantities
import RouteChecking
import RouteSolver
import Testing

@Suite("Searches that work together")
struct TeamTests {
  /// A town of stops with hours, and crews enough that the plan may be cut into parts.
  fileprivate func town(
    stops count: Int, seed: UInt64, crews: Int = 8, maxStops: Int? = nil
  ) throws -> RoutingProblem {
    var chance = SeededGenerator(seed: seed)
    let places = (0..<(count + 1)).map { _ in (chance.below(6_000), chance.below(6_000)) }
    let durations = places.flatMap { from in
      places.map { to in Int32(abs(from.0 - to.0) + abs(from.1 - to.1)) / 6 }
    }
    let stops = (0..<count).map { number in
      let open = Int32(chance.below(20_000))
      return RoutingStop(
        location: Index(number + 1), service: Seconds(300),
        windows: [HorizonSpan(Seconds(open), Seconds(open + 9_000))],
        isRequired: chance.below(4) > 0, prize: Cost(900))
    }
    let vehicles = (0..<crews).map { _ in
      RoutingVehicle(
        start: Index(0), end: Index(0), shift: HorizonSpan(Seconds(0), Seconds(28_800)),
        maxDuty: Seconds(25_200), maxStops: maxStops)
    }
    return try RoutingProblem(
      matrices: [TravelMatrix(count: places.count, durations: durations)], stops: stops,
      vehicles: vehicles)
  }

  @Test("make the same plan whether in turn or in any other order", arguments: [1, 2, 3])
  func repeatable(searches: Int) throws {
    let problem = try town(stops: 120, seed: 5)
    let first = solve(problem, stop: AfterIterations(6_000), seed: 9, searches: searches)
    let second = solve(
      problem, stop: AfterIterations(6_000), seed: 9, searches: searches, sharing: .backwards)
    #expect(first == second)
    #expect(first.iterations >= 6_000)
    #expect(RouteChecker(problem).faults(in: first).isEmpty)
  }

  @Test("find as good a plan as one search with as many iterations, but for chance")
  func goodTogether() throws {
    var alone: Int64 = 0
    var together: Int64 = 0
    for seed in 0..<4 as Range<UInt64> {
      let problem = try town(stops: 100, seed: seed)
      alone += solve(problem, stop: AfterIterations(8_000), seed: seed).cost.total.value
      together +=
        solve(problem, stop: AfterIterations(8_000), seed: seed, searches: 2).cost.total.value
    }
    #expect(together <= alone + alone / 20)
  }

  @Test("put their parts together with the plan these are cut from")
  func parts() throws {
    for seed in 0..<UInt64(Effort.seeds(60)) {
      let problem = try town(stops: 100, seed: seed, crews: 16, maxStops: 8)
      let solution = solve(problem, stop: AfterIterations(4_000), seed: seed, searches: 2)
      #expect(RouteChecker(problem).faults(in: solution).isEmpty, "seed \(seed)")
    }
  }

  @Test("share no plan but the one they are given", arguments: 0..<100 as Range<UInt64>)
  func smallProblems(seed: UInt64) throws {
    let problem = try RandomProblem.make(seed: seed, stops: 8)
    let solution = solve(problem, stop: AfterIterations(2_000), seed: seed, searches: 2)
    #expect(RouteChecker(problem).faults(in: solution).isEmpty)
  }
}

/// Says enough only at every sixteenth question, as a rule does that seldom looks at its clock.
private final class SeldomAsked: StoppingRule, @unchecked Sendable {
  private var questions = 0

  func shouldStop(iterations: Int, best: Cost) -> Bool {
    questions += 1
    return questions > 1_000 && questions % 16 == 0
  }

  func fractionDone(iterations: Int) -> Double? { min(1, Double(iterations) / 1_000) }
}

extension TeamTests {
  @Test("ends when the rule has said enough once", arguments: [1, 2])
  func endsOnce(searches: Int) throws {
    let problem = try town(stops: 30, seed: 2)
    let solution = solve(problem, stop: SeldomAsked(), seed: 1, searches: searches)
    #expect((900..<3_000).contains(solution.iterations))
  }
}

extension WorkSharing {
  /// The pieces one after the other, the last first.
  static var backwards: WorkSharing {
    WorkSharing(threads: 1) { count, work in
      for number in (0..<count).reversed() { work(number) }
    }
  }
}
