import Quantities
import Testing

@testable import RouteSolver

@Suite("The exact order of a short route")
struct ExactOrderTests {
  /// The cost of an order by the schedule alone; `nil` if it breaks a limit.
  private func cost(_ problem: CompiledProblem, _ order: [Int]) -> Int64? {
    RouteSchedule(problem, vehicle: 0, stops: order)?.cost
  }

  private func orders(_ stops: [Int]) -> [[Int]] {
    if stops.isEmpty { return [[]] }
    return stops.flatMap { first in orders(stops.filter { $0 != first }).map { [first] + $0 } }
  }

  @Test("is the best of all, with and without a locked beginning or pinned places")
  func best() throws {
    var improved = 0
    for seed in UInt64(0)..<150 {
      let problem = try RandomProblem.make(seed: seed, stops: 5)
      let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
      let all = orders(Array(0..<5)).filter {
        BruteRules(problem).standRight($0) && cost(compiled, $0) != nil
      }
      guard let given = all.last, let start = cost(compiled, given) else { continue }
      for locked in 0...2 {
        let least = all.filter { $0.prefix(locked) == given.prefix(locked) }
          .compactMap { cost(compiled, $0) }.min()
        let outcome = ExactOrder.search(
          compiled, vehicle: 0, stops: given, locked: locked, cost: start)
        switch outcome {
        case .proven: #expect(least == start, "seed \(seed)")
        case .better(let order):
          improved += 1
          #expect(cost(compiled, order) == least, "seed \(seed)")
          #expect(order.prefix(locked) == given.prefix(locked))
        case .unknown: Issue.record("seed \(seed): five stops are few enough")
        }
      }
    }
    #expect(improved > 0)
  }
}
