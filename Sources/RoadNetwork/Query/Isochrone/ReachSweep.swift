/// The quickest trips from one position to every vertex of a mode's graph.
///
/// PHAST, after Delling, Goldberg, Nowatzyk and Werneck, "PHAST: Hardware-Accelerated Shortest Path
/// Trees" (2011): upwards from the source, then one pass downwards over all vertices by falling
/// rank, in which each takes the best of the arcs from higher ones. There is no queue, as the
/// vertices are numbered by rank.
struct ReachSweep {
  private let network: ModeNetwork
  private let ends: TripEnds

  /// A sweep through the network of `ends`.
  init(_ ends: TripEnds) {
    network = ends.network
    self.ends = ends
  }

  /// What it costs to enter each vertex's road; unreachable where that takes longer than `limit`
  /// hundredths of a second.
  ///
  /// - Complexity: linear in the arcs of the hierarchy.
  func costs(from source: RoadPosition, limit: Int64) -> [TravelCost] {
    var costs = [TravelCost](repeating: .unreachable, count: network.vertexCount)
    var lowest = costs.count
    ends.starts(source) { entry, _ in
      let vertex = Int(entry.vertex)
      costs[vertex] = min(costs[vertex], entry.cost)
      lowest = min(lowest, vertex)
    }
    // Costs are not negative: what is over the limit leads to nothing under it.
    for vertex in lowest..<costs.count where costs[vertex].duration <= limit {
      let cost = costs[vertex]
      network.eachArc(upFrom: vertex) { higher, arc in
        costs[higher] = min(costs[higher], cost + arc)
      }
    }
    for vertex in costs.indices.reversed() {
      var least = costs[vertex]
      network.eachArc(downTo: vertex) { higher, arc in least = min(least, costs[higher] + arc) }
      costs[vertex] = least.duration <= limit ? least : .unreachable
    }
    return costs
  }
}
