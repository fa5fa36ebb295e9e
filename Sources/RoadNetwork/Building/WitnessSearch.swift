/// Looks for a way round a vertex in what is left of a graph being contracted.
///
/// It is Dijkstra's algorithm. It stops as soon as every neighbour wanted has been reached cheaply
/// enough, or after a number of vertices. Stopping early only means that a shortcut is added which
/// was not needed.
struct WitnessSearch {
  private struct Slot {
    var cost = TravelCost.unreachable
    /// What a way round may cost at most.
    var wanted = TravelCost.zero
    /// The run that `cost` belongs to.
    var costRun: UInt32 = 0
    /// The run that still looks for a way to the vertex.
    var wantedRun: UInt32 = 0
  }

  private var slots: [Slot]
  private var runNumber: UInt32 = 0
  private var queue = MinHeap()
  private var pending = 0

  /// A search in a graph of `vertexCount` vertices.
  init(vertexCount: Int) {
    slots = [Slot](repeating: Slot(), count: vertexCount)
  }

  /// An upper bound of the cost from the start of the last run.
  func cost(of vertex: UInt32) -> TravelCost {
    let slot = slots[Int(vertex)]
    return slot.costRun == runNumber ? slot.cost : .unreachable
  }

  /// Searches ways from the tail of `incoming` round `avoided` to the heads of the arcs `outgoing`.
  ///
  /// - Parameters:
  ///   - incoming: an arc into `avoided`, named by its tail.
  ///   - avoided: the vertex that no way may pass.
  ///   - outgoing: where the arcs out of `avoided` lie in `out`.
  ///   - settling: how many vertices to settle at most.
  ///   - out: the arcs of what is left, by their tails.
  mutating func run(
    _ incoming: ArcPool.Arc, avoiding avoided: UInt32, _ outgoing: Range<Int>, settling: Int,
    out: ArcPool
  ) {
    restart()
    var limit = TravelCost.zero
    for arc in outgoing where out.arcs[arc].other != incoming.other {
      let wanted = incoming.cost + out.arcs[arc].cost
      let head = Int(out.arcs[arc].other)
      slots[head].wanted = wanted
      slots[head].wantedRun = runNumber
      pending += 1
      limit = max(limit, wanted)
    }
    reach(incoming.other, .zero)
    var settled = 0
    while pending > 0, settled < settling, let (key, vertex) = queue.pop() {
      let cost = TravelCost(packed: key)
      guard cost == slots[Int(vertex)].cost else { continue }
      settled += 1
      for arc in out.range(Int(vertex)) {
        let arc = out.arcs[arc]
        let next = cost + arc.cost
        if arc.other != avoided, next <= limit { reach(arc.other, next) }
      }
    }
  }

  private mutating func restart() {
    runNumber &+= 1
    if runNumber == 0 {
      for slot in slots.indices { (slots[slot].costRun, slots[slot].wantedRun) = (0, 0) }
      runNumber = 1
    }
    queue.removeAll()
    pending = 0
  }

  @inline(__always)
  private mutating func reach(_ vertex: UInt32, _ cost: TravelCost) {
    var slot = slots[Int(vertex)]
    guard slot.costRun != runNumber || cost < slot.cost else { return }
    slot.cost = cost
    slot.costRun = runNumber
    if slot.wantedRun == runNumber, cost <= slot.wanted {
      slot.wantedRun = 0
      pending -= 1
    }
    slots[Int(vertex)] = slot
    queue.push(key: cost.packed, vertex: vertex)
  }
}
