/// A minimum 1-tree: the cheapest tree over all nodes but node 0, and that one's two cheapest ways.
///
/// No tour costs less, and of its ways a good tour has most.
///
/// Held and Karp (1970, 1971): a toll at each node, paid by every way that touches it, changes no
/// tour's rank but draws the tree towards two ways a node. The tolls are found by subgradient ascent.
struct OneTree: ~Copyable {
  let count: Int
  /// Costs are multiplied by this, so that tolls can be finer than the unit.
  let scale: Int
  /// By node.
  let toll: FlatBuffer<Int>
  /// By node: the node it hangs on; for node 0 the nearest.
  let parent: FlatBuffer<Int32>
  /// By node: the cost of that way, tolls included.
  let way: FlatBuffer<Int>
  /// The nodes but 0 in the order in which they were hung up, the root first.
  let sequence: FlatBuffer<Int32>
  /// The second cheapest way from node 0.
  private(set) var second = 0
  private(set) var secondNode = 0
  private let degree: FlatBuffer<Int32>

  /// - Precondition: `costs.count` is 3 or more, and the costs are symmetric.
  init(_ costs: borrowing TourCosts, meanLeg: Int, ascents: Int) {
    count = costs.count
    scale = max(1, 2_000 / max(meanLeg, 1))
    toll = FlatBuffer(repeating: 0, count: count)
    parent = FlatBuffer(repeating: 0, count: count)
    way = FlatBuffer(repeating: 0, count: count)
    sequence = FlatBuffer(repeating: 0, count: count)
    degree = FlatBuffer(repeating: 0, count: count)
    ascend(costs, step: Double(max(meanLeg, 1) * scale) * 0.5, ascents: ascents)
  }

  /// Moves the tolls along the excess of ways at each node, and keeps those of the highest bound.
  private mutating func ascend(_ costs: borrowing TourCosts, step: Double, ascents: Int) {
    let best = FlatBuffer<Int>(repeating: 0, count: count)
    let last = FlatBuffer<Int32>(repeating: 2, count: count)
    var step = step
    var highest = grow(costs)
    for _ in 0..<ascents {
      for node in 0..<count {
        let excess = 0.7 * Double(degree[node] - 2) + 0.3 * Double(last[node] - 2)
        toll[node] += Int(step * excess)
        last[node] = degree[node]
      }
      let bound = grow(costs)
      if bound > highest {
        highest = bound
        best.copy(from: toll)
      }
      step *= 0.93
    }
    toll.copy(from: best)
    _ = grow(costs)
  }

  /// Grows the tree for the tolls at hand (Prim 1957).
  ///
  /// - Returns: its cost less the tolls every tour pays: a bound.
  private mutating func grow(_ costs: borrowing TourCosts) -> Int {
    let rest = FlatBuffer<Int32>((1..<count).map { Int32($0) })
    var left = count - 1
    var bound = 0
    for node in 0..<count {
      way[node] = .max
      degree[node] = 0
      bound -= 2 * toll[node]
    }
    var place = 0
    while left > 0 {
      let node = Int(rest[place])
      rest[place] = rest[left - 1]
      left -= 1
      sequence[count - 2 - left] = Int32(node)
      if left < count - 2 {
        bound += way[node]
        degree[node] += 1
        degree[Int(parent[node])] += 1
      }
      place = relax(from: node, rest, left, costs)
    }
    return bound + hangFirst(costs)
  }

  /// Offers the nodes not yet in the tree a way from `node`; the place of the nearest of them.
  @inline(__always)
  private func relax(
    from node: Int, _ rest: borrowing FlatBuffer<Int32>, _ left: Int,
    _ costs: borrowing TourCosts
  ) -> Int {
    let row = node &* count
    let own = toll[node]
    var nearest = Int.max
    var place = 0
    for number in 0..<left {
      let other = Int(rest[number])
      let cost = Int(costs.table[row &+ other]) &* scale &+ own &+ toll[other]
      var least = way[other]
      if cost < least {
        least = cost
        way[other] = cost
        parent[other] = Int32(truncatingIfNeeded: node)
      }
      if least < nearest {
        nearest = least
        place = number
      }
    }
    return place
  }

  /// Joins node 0 to the two nearest.
  private mutating func hangFirst(_ costs: borrowing TourCosts) -> Int {
    second = .max
    for other in 1..<count {
      let cost = self.cost(0, other, costs)
      if cost < way[0] {
        (second, secondNode) = (way[0], Int(parent[0]))
        way[0] = cost
        parent[0] = Int32(other)
      } else if cost < second {
        (second, secondNode) = (cost, other)
      }
    }
    degree[0] = 2
    degree[Int(parent[0])] += 1
    degree[secondNode] += 1
    return way[0] + second
  }

  /// The cost of a way, tolls included.
  @inline(__always)
  func cost(_ from: Int, _ to: Int, _ costs: borrowing TourCosts) -> Int {
    costs.cost(from, to) &* scale &+ toll[from] &+ toll[to]
  }
}
