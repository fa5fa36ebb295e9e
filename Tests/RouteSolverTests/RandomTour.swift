import Quantities

@testable import RouteSolver

/// Random tours to be found, of every kind that is hard to get right.
enum RandomTour {
  /// Costs between `count` nodes: in the plane or without any sense, alike there and back or not,
  /// with equal points, ways of no length, and pairs between which there is no way.
  static func costs(count: Int, seed: UInt64) -> TourCosts {
    var chance = SeededGenerator(seed: seed)
    let side = [3, 20, 1_000][chance.below(3)]
    let isPlane = chance.below(3) > 0
    let slope = chance.below(2) == 0 ? 0 : 1 + chance.below(side)
    let barred = chance.below(4) == 0
    let points = (0..<count).map { _ in (chance.below(side), chance.below(side)) }
    var table = (0..<count).map { _ in (0..<count).map { _ in Int32(chance.below(side)) } }
    for from in 0..<count {
      for to in 0..<count {
        if isPlane {
          let way = abs(points[from].0 - points[to].0) + abs(points[from].1 - points[to].1)
          // Uphill costs more than downhill.
          let climb = max(0, points[to].1 - points[from].1)
          table[from][to] = Int32(way + (slope == 0 ? 0 : climb * slope / side))
        } else if slope == 0, to < from {
          table[from][to] = table[to][from]
        }
        if barred, chance.below(6) == 0 { table[from][to] = TravelTables.far }
      }
    }
    return TourCosts(count: count) { table[$0][$1] }
  }

  /// Roads between `count` places: crooked by up to a third, slower one way by up to a sixth, and
  /// some of them one-way, so that the way back leads around.
  static func roads(count: Int, seed: UInt64) -> TourCosts {
    var chance = SeededGenerator(seed: seed)
    let points = (0..<count).map { _ in (chance.below(10_000), chance.below(10_000)) }
    var table = Array(repeating: Int32(0), count: count * count)
    for from in 0..<count {
      for to in 0..<from {
        let way = abs(points[from].0 - points[to].0) + abs(points[from].1 - points[to].1)
        let crooked = way + chance.below(way / 3 + 1)
        let there = crooked + chance.below(crooked / 6 + 1)
        let back = crooked + (chance.below(8) == 0 ? 600 : 0)
        table[from * count + to] = Int32(there)
        table[to * count + from] = Int32(back)
      }
    }
    return TourCosts(count: count) { table[$0 * count + $1] }
  }

  /// Points in a square and the distances between them.
  static func plane(count: Int, seed: UInt64) -> TourCosts {
    var chance = SeededGenerator(seed: seed)
    let points = (0..<count).map { _ in (chance.unit() * 10_000, chance.unit() * 10_000) }
    return TourCosts(count: count) { from, to in
      let (dx, dy) = (points[from].0 - points[to].0, points[from].1 - points[to].1)
      return Int32((dx * dx + dy * dy).squareRoot() + 0.5)
    }
  }
}
