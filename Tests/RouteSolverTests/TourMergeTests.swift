import Quantities
import Testing

@testable import RouteSolver

@Suite("Two tours merged")
struct TourMergeTests {
  @Test("are one whole tour, shorter by what is said, and not longer than the first")
  func merged() {
    var shortened = 0
    for seed in UInt64(0)..<200 {
      let count = 8 + Int(seed % 60)
      let costs =
        seed % 3 == 0
        ? RandomTour.plane(count: count, seed: seed) : RandomTour.costs(count: count, seed: seed)
      let order = FlatBuffer((0..<count).map { Int32($0) })
      let other = shuffledRuns(count, seed: seed)
      let before = length(order, costs)
      let gain = TourMerge.merge(order, with: other, costs)
      #expect((0..<count).map { Int(order[$0]) }.sorted() == Array(0..<count), "seed \(seed)")
      #expect(length(order, costs) == before - gain, "seed \(seed)")
      #expect(gain >= 0)
      if gain > 0 { shortened += 1 }
    }
    #expect(shortened > 0)
  }

  @Test("with itself, a tour stays as it is")
  func same() {
    let costs = RandomTour.roads(count: 30, seed: 1)
    let order = FlatBuffer((0..<30).map { Int32($0) })
    let other = FlatBuffer((0..<30).map { Int32(($0 + 7) % 30) })
    #expect(TourMerge.merge(order, with: other, costs) == 0)
    #expect((0..<30).allSatisfy { Int(order[$0]) == $0 })
  }

  private func length(_ order: borrowing FlatBuffer<Int32>, _ costs: borrowing TourCosts) -> Int {
    costs.length(of: (0..<order.count).map { Int(order[$0]) })
  }

  /// The first tour with some runs of four stops put in another order.
  private func shuffledRuns(_ count: Int, seed: UInt64) -> FlatBuffer<Int32> {
    var chance = SeededGenerator(seed: seed)
    var nodes = Array(0..<count)
    for start in stride(from: 0, to: count - 4, by: 4) where chance.below(2) == 0 {
      var run = Array(nodes[start..<(start + 4)])
      chance.shuffle(&run)
      nodes.replaceSubrange(start..<(start + 4), with: run)
    }
    return FlatBuffer(nodes.map { Int32($0) })
  }
}
