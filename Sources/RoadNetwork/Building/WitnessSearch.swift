/// Dijkstra's algorithm on what is left of a graph being contracted, stopped early.
///
/// Stopping early only means that a shortcut is added which was not needed.
struct WitnessSearch {
  /// How many vertices one search settles at most.
  private static let settledLimit = 100

  private var costs: [TravelCost]
  private var stamps: [UInt32]
  private var stamp: UInt32 = 0
  private var queue = MinHeap()

  /// A search in a graph of `vertexCount` vertices.
  init(vertexCount: Int) {
    costs = [TravelCost](repeating: .unreachable, count: vertexCount)
    stamps = [UInt32](repeating: 0, count: vertexCount)
  }

  /// An upper bound of the cost from the start of the last run.
  func cost(of vertex: UInt32) -> TravelCost {
    stamps[Int(vertex)] == stamp ? costs[Int(vertex)] : .unreachable
  }

  /// Searches from `start` without passing `avoided`, as far as `limit`.
  mutating func run(
    from start: UInt32, avoiding avoided: UInt32, until limit: TravelCost, out: ArcPool
  ) {
    stamp &+= 1
    if stamp == 0 {
      for vertex in stamps.indices { stamps[vertex] = 0 }
      stamp = 1
    }
    queue.removeAll()
    set(start, .zero)
    var settled = 0
    while let (key, vertex) = queue.pop() {
      if key > limit.packed || settled >= Self.settledLimit { return }
      let cost = TravelCost(packed: key)
      guard cost == costs[Int(vertex)] else { continue }
      settled += 1
      for arc in out.range(Int(vertex)) {
        let arc = out.arcs[arc]
        let next = cost + arc.cost
        if arc.other != avoided, next <= limit, next < self.cost(of: arc.other) {
          set(arc.other, next)
        }
      }
    }
  }

  private mutating func set(_ vertex: UInt32, _ cost: TravelCost) {
    stamps[Int(vertex)] = stamp
    costs[Int(vertex)] = cost
    queue.push(key: cost.packed, vertex: vertex)
  }
}
