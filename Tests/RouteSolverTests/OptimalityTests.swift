import Quantities
import RouteSolver
import Testing

@Suite("Small problems against brute force")
struct OptimalityTests {
  /// Where a way is barred or rest counts, two stops may fit together of which neither fits alone;
  /// the search, which places one at a time, then need not find the best.
  private func isWithinReach(_ problem: RoutingProblem) -> Bool {
    !problem.matrices.contains { $0.durations.contains(TravelMatrix.unreachable) }
      && problem.vehicles.allSatisfy { $0.continuousDriving == nil }
  }

  @Test("with every constraint, plans hold and cost as little as can be", arguments: 0..<8)
  func everyConstraint(block: Int) throws {
    for seed in UInt64(block * 30)..<UInt64(block * 30 + 30) {
      let problem = try RandomProblem.make(seed: seed, stops: 1 + Int(seed % 5))
      let solution = solve(problem, stop: AfterIterations(300), seed: seed)
      let faults = PlanJudge(problem: problem).faults(solution)
      #expect(faults.isEmpty, "seed \(seed)")
      let optimum = BruteForce(problem: problem).optimum()
      #expect(solution.cost.total.value >= optimum, "seed \(seed) beats brute force")
      if isWithinReach(problem) {
        #expect(solution.cost.total.value == optimum, "seed \(seed)")
      }
    }
  }

  @Test("larger random problems hold", arguments: UInt64(0)..<12)
  func larger(seed: UInt64) throws {
    let problem = try RandomProblem.make(seed: seed, stops: 30)
    let solution = solve(problem, stop: AfterIterations(60), seed: seed)
    #expect(PlanJudge(problem: problem).faults(solution).isEmpty)
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
