/// A graph whose vertices are ranked, and the arcs that any hierarchy in this order can need.
struct RankedGraph {
  /// The vertex of each rank.
  let order: [UInt32]
  /// The rank of each vertex.
  let rank: [UInt32]
  private let graph: TurnGraph
  private let topology: UpwardTopology

  /// Ranks `graph` along a dissection of its roads.
  init(_ graph: TurnGraph, _ dissection: NestedDissection) {
    self.graph = graph
    let neighbours = Neighbours(graph)
    order = EliminationOrder(graph, neighbours, dissection).vertices
    var rank = [UInt32](repeating: 0, count: order.count)
    for (position, vertex) in order.enumerated() { rank[Int(vertex)] = UInt32(position) }
    self.rank = rank
    topology = UpwardTopology(neighbours, order: order)
  }

  /// The hierarchy for roads of `lengths` decimetres.
  func hierarchy(lengths: (_ directedRoad: UInt32) -> UInt32) -> Hierarchy {
    var customisation = Customisation(topology)
    for tail in 0..<graph.vertexCount {
      let length = lengths(graph.edge[tail])
      for turn in graph.firstTurn[tail]..<graph.firstTurn[tail + 1] {
        let cost = TravelCost(
          duration: graph.duration[tail] + graph.turnCost[turn], distance: length)
        customisation.add(from: rank[tail], to: rank[Int(graph.head[turn])], cost: cost)
      }
    }
    return customisation.hierarchy()
  }
}
