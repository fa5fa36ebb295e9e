import Quantities
import RouteSolver
import Testing

@Suite("Small problems against brute force")
struct OptimalityTests {
  /// The seeds of one of `blocks` blocks that together try `count`.
  private func seeds(_ block: Int, of blocks: Int, _ count: Int) -> Range<UInt64> {
    let width = Effort.seeds(count) / blocks
    return UInt64(block * width)..<UInt64((block + 1) * width)
  }

  /// The problem of a seed: mostly of up to five stops, now and then of up to eight with routes of
  /// up to three.
  private func problem(_ seed: UInt64) throws -> RoutingProblem {
    seed % 10 == 9
      ? try RandomProblem.make(seed: seed, stops: 6 + Int(seed / 10 % 3), longestRoute: 3)
      : try RandomProblem.make(seed: seed, stops: 1 + Int(seed % 5))
  }

  /// Locked visits are made where they can be, paying or not; brute force is to make the same.
  private func lockedVisits(of problem: RoutingProblem, in solution: RoutingSolution) -> Set<Int> {
    let locked = Set(problem.vehicles.flatMap(\.lockedVisits))
    return Set(
      solution.routes.flatMap(\.visits).map(\.stop).filter(locked.contains).map(\.position))
  }

  @Test(
    "plans hold, cost no less than the optimum, and no more where all that fits together fits alone",
    arguments: 0..<8)
  func everyConstraint(block: Int) throws {
    for seed in seeds(block, of: 8, 4_000) {
      let problem = try problem(seed)
      let solution = solve(problem, stop: AfterIterations(300), seed: seed)
      #expect(PlanJudge(problem: problem).faults(solution).isEmpty, "seed \(seed)")
      let kept = lockedVisits(of: problem, in: solution)
      let optimum = BruteForce(problem: problem, keeping: kept).optimum()
      let cost = solution.cost.total.value
      #expect(cost >= optimum, "seed \(seed) beats brute force")
      // With several breaks and windows the search may forget the best times of a route; it then
      // does not say that the order is proven.
      guard cost > optimum, Reach.isSure(problem),
        solution.routes.allSatisfy(\.hasProvenOrder)
      else { continue }
      #expect(
        isFound(optimum, problem, from: seed), "seed \(seed): \(cost) and not \(optimum)")
    }
  }

  /// Whether a longer search comes to `optimum`: days that are bound to each other, and vehicles
  /// that only pay for several stops, need several changes at once, of which chance finds most but
  /// not all within a few hundred iterations.
  private func isFound(_ optimum: Int64, _ problem: RoutingProblem, from seed: UInt64) -> Bool {
    (UInt64(1)...3).contains { attempt in
      let iterations = 1_250 << (3 * Int(attempt))
      let solution = solve(problem, stop: AfterIterations(iterations), seed: seed &+ attempt)
      #expect(PlanJudge(problem: problem).faults(solution).isEmpty, "seed \(seed)")
      return solution.cost.total.value == optimum
    }
  }

  @Test("larger random problems hold", arguments: 0..<4)
  func larger(block: Int) throws {
    for seed in seeds(block, of: 40, 4_000) {
      let problem = try RandomProblem.make(seed: seed, stops: 20 + Int(seed % 21))
      let solution = solve(problem, stop: AfterIterations(100), seed: seed)
      #expect(PlanJudge(problem: problem).faults(solution).isEmpty, "seed \(seed)")
    }
  }

  @Test("with required stops and windows alone, plans are optimal", arguments: 0..<4)
  func required(block: Int) throws {
    for seed in UInt64(block * 5)..<UInt64(block * 5 + 5) {
      let problem = try RandomProblem.make(seed: seed, stops: 6, plain: true)
      let solution = solve(problem, stop: AfterIterations(300), seed: seed)
      #expect(PlanJudge(problem: problem).faults(solution).isEmpty, "seed \(seed)")
      #expect(
        solution.cost.total.value == BruteForce(problem: problem).optimum(), "seed \(seed)")
    }
  }
}
