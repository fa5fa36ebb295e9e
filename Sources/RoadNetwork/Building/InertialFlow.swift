/// Splits a graph in two along few roads, by inertial flow.
///
/// After Schild and Sommer, "On Balanced Separators in Road Networks" (2015): junctions are put in
/// order along a direction, a share at each end is held together, and the fewest roads that part
/// the two ends are a maximum flow from one to the other. Of four directions the best cut counts.
/// The flow is found by Dinic's algorithm (1970); every road can carry one unit either way.
struct InertialFlow {
  /// The share of junctions held together at each end.
  private static let heldShare = 0.25
  /// Directions to try, as (weight of x, weight of y): along each axis and both diagonals.
  private static let directions: [(Int64, Int64)] = [(1, 0), (0, 1), (1, 1), (1, -1)]

  /// A cut: which junctions lie on its second side.
  struct Cut {
    var isSecond: [Bool]
    /// How many roads lead from one side to the other.
    var roads: Int
    /// Junctions of the smaller side.
    var smaller: Int
  }

  private let cell: RoadCell
  /// Arcs of junction `j`: `first[j] ..< first[j + 1]`, each a road and its other end.
  private var first: [Int32]
  private var arcs: [(road: Int32, other: Int32)]
  /// What flows along each road, from its first end to its second: −1, 0 or 1.
  private var flow: [Int8]
  private var level: [Int32]
  private var cursor: [Int32]
  private var queue: [Int32] = []

  /// A splitter of `cell`.
  init(_ cell: RoadCell) {
    self.cell = cell
    let count = cell.places.count
    first = [Int32](repeating: 0, count: count + 1)
    for ends in cell.ends where ends.from != ends.to {
      first[Int(ends.from) + 1] += 1
      first[Int(ends.to) + 1] += 1
    }
    for junction in 0..<count { first[junction + 1] += first[junction] }
    arcs = [(road: Int32, other: Int32)](repeating: (0, 0), count: Int(first[count]))
    var next = first
    for (road, ends) in cell.ends.enumerated() where ends.from != ends.to {
      arcs[Int(next[Int(ends.from)])] = (Int32(road), Int32(ends.to))
      next[Int(ends.from)] += 1
      arcs[Int(next[Int(ends.to)])] = (Int32(road), Int32(ends.from))
      next[Int(ends.to)] += 1
    }
    flow = [Int8](repeating: 0, count: cell.ends.count)
    level = [Int32](repeating: -1, count: count)
    cursor = level
  }

  /// The best cut of four; both sides have junctions if the cell has at least two.
  mutating func bestCut() -> Cut {
    var best: Cut?
    for direction in Self.directions {
      guard let cut = cut(along: direction, below: best) else { continue }
      best = cut
    }
    return best ?? Cut(isSecond: [], roads: 0, smaller: 0)
  }

  /// Whether a cut of `roads` is worth more than another: fewer roads for the balance it brings.
  private static func isBetter(_ roads: Int, _ smaller: Int, than other: Cut) -> Bool {
    let (left, right) = (roads * other.smaller, other.roads * smaller)
    return left != right ? left < right : smaller > other.smaller
  }

  private mutating func cut(along direction: (Int64, Int64), below best: Cut?) -> Cut? {
    let count = cell.places.count
    let keys = cell.places.map { Int64($0.x) * direction.0 + Int64($0.y) * direction.1 }
    let order = (0..<Int32(count)).sorted {
      (keys[Int($0)], $0) < (keys[Int($1)], $1)
    }
    let held = max(1, min(count / 2, Int(Double(count) * Self.heldShare)))
    var end = [Int8](repeating: 0, count: count)
    for junction in order[..<held] { end[Int(junction)] = 1 }
    for junction in order[(count - held)...] { end[Int(junction)] = 2 }
    for road in flow.indices { flow[road] = 0 }
    // No cut can be more even than half and half: past this flow it cannot be the best.
    let most = best.map { $0.roads * (count / 2) / max(1, $0.smaller) } ?? .max
    var total = 0
    while raiseLevels(order[..<held], end) {
      for junction in order[..<held] {
        while pushPath(from: junction, end) { total += 1 }
      }
      if total > most { return nil }
    }
    let found = sides(end, order[(count - held)...], roads: total)
    if let best, !Self.isBetter(found.roads, found.smaller, than: best) { return nil }
    return found
  }

  private func canCarry(_ arc: (road: Int32, other: Int32), from junction: Int32) -> Bool {
    let forward = cell.ends[Int(arc.road)].from == UInt32(junction)
    return forward ? flow[Int(arc.road)] < 1 : flow[Int(arc.road)] > -1
  }

  /// Numbers junctions by how many roads they lie from the first end; says if the second is met.
  private mutating func raiseLevels(_ sources: ArraySlice<Int32>, _ end: [Int8]) -> Bool {
    for junction in level.indices { level[junction] = -1 }
    queue.removeAll(keepingCapacity: true)
    for source in sources {
      level[Int(source)] = 0
      queue.append(source)
    }
    var position = 0
    var met = false
    while position < queue.count {
      let junction = queue[position]
      position += 1
      cursor[Int(junction)] = first[Int(junction)]
      if end[Int(junction)] == 2 {
        met = true
        continue
      }
      if met { continue }
      for arc in arcs[Int(first[Int(junction)])..<Int(first[Int(junction) + 1])]
      where level[Int(arc.other)] < 0 && canCarry(arc, from: junction) {
        level[Int(arc.other)] = level[Int(junction)] + 1
        queue.append(arc.other)
      }
    }
    return met
  }

  /// Sends one more unit along levels; junctions that lead nowhere are not tried again.
  private mutating func pushPath(from source: Int32, _ end: [Int8]) -> Bool {
    var path: [Int32] = []
    var junction = source
    while end[Int(junction)] != 2 {
      var advanced = false
      while cursor[Int(junction)] < first[Int(junction) + 1] {
        let arc = arcs[Int(cursor[Int(junction)])]
        if level[Int(arc.other)] == level[Int(junction)] + 1, canCarry(arc, from: junction) {
          path.append(junction)
          junction = arc.other
          advanced = true
          break
        }
        cursor[Int(junction)] += 1
      }
      if advanced { continue }
      guard let last = path.popLast() else { return false }
      junction = last
      cursor[Int(junction)] += 1
    }
    for tail in path {
      let arc = arcs[Int(cursor[Int(tail)])]
      flow[Int(arc.road)] += cell.ends[Int(arc.road)].from == UInt32(tail) ? 1 : -1
    }
    return true
  }

  /// The cut nearest to the first end, or the one nearest to the second if that is more even.
  private mutating func sides(
    _ end: [Int8], _ sinks: ArraySlice<Int32>, roads: Int
  ) -> Cut {
    // The last numbering stopped short of the second end: what it met is the first side.
    let near = level.map { $0 < 0 }
    var far = [Bool](repeating: false, count: level.count)
    queue.removeAll(keepingCapacity: true)
    for sink in sinks {
      far[Int(sink)] = true
      queue.append(sink)
    }
    var position = 0
    while position < queue.count {
      let junction = queue[position]
      position += 1
      for arc in arcs[Int(first[Int(junction)])..<Int(first[Int(junction) + 1])]
      where !far[Int(arc.other)] && canCarry((arc.road, junction), from: arc.other) {
        far[Int(arc.other)] = true
        queue.append(arc.other)
      }
    }
    let (nearSize, farSize) = (near.count { $0 }, far.count { $0 })
    let smaller = { (size: Int) in min(size, far.count - size) }
    return smaller(nearSize) >= smaller(farSize)
      ? Cut(isSecond: near, roads: roads, smaller: smaller(nearSize))
      : Cut(isSecond: far, roads: roads, smaller: smaller(farSize))
  }
}
