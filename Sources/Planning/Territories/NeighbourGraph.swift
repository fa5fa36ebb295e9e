import Quantities
import RouteSolver

/// Which units lie side by side by road: the ground on which a territory can be in one piece.
///
/// Every unit is joined to the nearest few other places, both ways, and to others at its own place;
/// what is still apart is joined by the shortest link, so that the whole is connected wherever
/// roads lead.
struct NeighbourGraph {
  /// The neighbours of each unit, in ascending order.
  private(set) var neighbours: [[Int]]

  /// The graph over all units of `matrix`, each joined to its `degree` nearest other places.
  init(_ matrix: TravelMatrix, degree: Int) {
    neighbours = Array(repeating: [], count: matrix.count)
    let places = Self.places(in: matrix)
    for (place, units) in places.enumerated() {
      let near = Self.nearest(to: place, of: places, in: matrix, degree)
      for (rank, unit) in units.enumerated() {
        // Many at one door: each is joined to another of theirs, so that no single one is a gate.
        for other in near { join(unit, places[other][rank % places[other].count]) }
        for other in units[max(0, rank - degree)..<rank] { join(unit, other) }
      }
    }
    joinParts(matrix)
    for unit in neighbours.indices { neighbours[unit].sort() }
  }

  /// The time from one unit to another, the mean of both ways, or a day where no road leads.
  static func time(_ one: Int, _ other: Int, in matrix: TravelMatrix) -> Int {
    let there = matrix.durations[one * matrix.count + other]
    let back = matrix.durations[other * matrix.count + one]
    guard there != TravelMatrix.unreachable, back != TravelMatrix.unreachable else { return 86_400 }
    return (Int(there) + Int(back)) / 2
  }

  /// The units between which there is no way to go, place by place in order of their first.
  private static func places(in matrix: TravelMatrix) -> [[Int]] {
    var places: [[Int]] = []
    for unit in 0..<matrix.count {
      if let known = places.firstIndex(where: { time(unit, $0[0], in: matrix) == 0 }) {
        places[known].append(unit)
      } else {
        places.append([unit])
      }
    }
    return places
  }

  private static func nearest(
    to place: Int, of places: [[Int]], in matrix: TravelMatrix, _ degree: Int
  ) -> [Int] {
    var best: [(time: Int, place: Int)] = []
    for other in places.indices where other != place {
      let time = time(places[place][0], places[other][0], in: matrix)
      if best.count == degree, best[degree - 1].time <= time { continue }
      best.insert((time, other), at: best.firstIndex { time < $0.time } ?? best.count)
      if best.count > degree { best.removeLast() }
    }
    return best.map(\.place)
  }

  private mutating func join(_ one: Int, _ other: Int) {
    guard one != other, !neighbours[one].contains(other) else { return }
    neighbours[one].append(other)
    neighbours[other].append(one)
  }

  /// Joins the smallest part to whatever is nearest, until there is one part only.
  private mutating func joinParts(_ matrix: TravelMatrix) {
    while true {
      let parts = components(of: Array(neighbours.indices))
      guard parts.count > 1, let part = parts.min(by: { $0.count < $1.count }) else { return }
      var isInside = Array(repeating: false, count: neighbours.count)
      for unit in part { isInside[unit] = true }
      var best = (time: Int.max, one: 0, other: 0)
      for one in part {
        for other in neighbours.indices where !isInside[other] {
          let time = Self.time(one, other, in: matrix)
          if time < best.time { best = (time, one, other) }
        }
      }
      join(best.one, best.other)
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
