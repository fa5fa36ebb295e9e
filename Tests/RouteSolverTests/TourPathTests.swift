import Quantities
import Testing

@testable import RouteSolver

@Suite("Changes that are thought of but not made")
struct TourPathTests {
  @Test("lie where they would if they were made, in both directions")
  func places() {
    for seed in UInt64(0)..<500 {
      var chance = SeededGenerator(seed: seed)
      let count = 4 + chance.below(20)
      var path = TourPath(count: count, most: 6)
      let base = chance.below(count)
      path.open(at: base, isMirrored: chance.below(2) == 0)
      var made = (0..<count).map { path.position(of: $0) }
      for _ in 0..<(1 + chance.below(6)) { change(&path, &made, &chance) }
      for (place, position) in made.enumerated() {
        #expect(path.position(of: path.original(place)) == position, "seed \(seed)")
        #expect(path.moved(path.place(of: position)) == place, "seed \(seed)")
      }
      var segments = TourSegments()
      path.collect(&segments)
      var read: [Int] = []
      for number in 0..<segments.count {
        let start = Int(segments.start[number])
        let run = (start..<(start + Int(segments.length[number]))).map { $0 % count }
        read += segments.isBackward[number] ? run.reversed() : run
      }
      #expect(read == (path.isMirrored ? made.reversed() : made), "seed \(seed)")
    }
  }

  private func change(
    _ path: inout TourPath, _ made: inout [Int], _ chance: inout SeededGenerator
  ) {
    let last = 1 + chance.below(made.count - 2)
    let first = chance.below(last)
    let rest = made[(last + 1)...]
    if chance.below(2) == 0 {
      path.push(TourPath.Change.turn.rawValue, first, last)
      made = Array(made[..<first].reversed() + made[first...last].reversed() + rest)
    } else {
      path.push(TourPath.Change.swap.rawValue, first, last)
      made = Array(made[(first + 1)...last] + made[...first] + rest)
    }
  }
}
