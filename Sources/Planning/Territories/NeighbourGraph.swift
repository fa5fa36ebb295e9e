import Quantities
import RouteSolver

/// Which units lie side by side by road: the ground on which a territory can be in one piece.
///
/// Every unit is joined to its nearest few, both ways; what is still apart is joined by the
/// shortest link, so that the whole is connected wherever roads lead.
struct NeighbourGraph {
  /// The neighbours of each unit, in ascending order.
  private(set) var neighbours: [[Int]]

  /// The graph over all places of `matrix`, each joined to its `degree` nearest.
  init(_ matrix: TravelMatrix, degree: Int) {
    let count = matrix.count
    neighbours = Array(repeating: [], count: count)
    for unit in 0..<count {
      for near in Self.nearest(to: unit, in: matrix, degree) { join(unit, near) }
    }
    joinParts(matrix)
    for unit in 0..<count { neighbours[unit].sort() }
  }

  /// The time there and back between two units, or a day where no road leads.
  static func time(_ one: Int, _ other: Int, in matrix: TravelMatrix) -> Int {
    let there = matrix.durations[one * matrix.count + other]
    let back = matrix.durations[other * matrix.count + one]
    guard there != TravelMatrix.unreachable, back != TravelMatrix.unreachable else { return 86_400 }
    return (Int(there) + Int(back)) / 2
  }

  private static func nearest(to unit: Int, in matrix: TravelMatrix, _ degree: Int) -> [Int] {
    let others = (0..<matrix.count).filter { $0 != unit }
    let ranked = others.map { (time(unit, $0, in: matrix), $0) }.sorted { $0 < $1 }
    return ranked.prefix(degree).map(\.1)
  }

  private mutating func join(_ one: Int, _ other: Int) {
    guard one != other, !neighbours[one].contains(other) else { return }
    neighbours[one].append(other)
    neighbours[other].append(one)
  }

  private mutating func joinParts(_ matrix: TravelMatrix) {
    var parts = components(of: Array(0..<neighbours.count))
    while parts.count > 1 {
      let first = parts[0]
      let rest = parts.dropFirst().flatMap { $0 }
      var best = (time: Int.max, one: 0, other: 0)
      for one in first {
        for other in rest {
          let time = Self.time(one, other, in: matrix)
          if time < best.time { best = (time, one, other) }
        }
      }
      join(best.one, best.other)
      parts = components(of: Array(0..<neighbours.count))
    }
  }

  /// The connected parts of the graph restricted to `units`, each ascending, in order of their
  /// first unit.
  func components(of units: [Int]) -> [[Int]] {
    var isOpen = Array(repeating: false, count: neighbours.count)
    for unit in units { isOpen[unit] = true }
    var parts: [[Int]] = []
    for unit in units.sorted() where isOpen[unit] {
      var part = [unit]
      isOpen[unit] = false
      var next = 0
      while next < part.count {
        for neighbour in neighbours[part[next]] where isOpen[neighbour] {
          isOpen[neighbour] = false
          part.append(neighbour)
        }
        next += 1
      }
      parts.append(part.sorted())
    }
    return parts
  }
}
