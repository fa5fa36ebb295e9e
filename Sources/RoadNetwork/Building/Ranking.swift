/// The order in which a graph's vertices are taken away, and its inverse.
struct Ranking {
  /// The vertex of each rank.
  let order: [UInt32]
  /// The rank of each vertex.
  let rank: [UInt32]

  /// Ranks in an order of vertices.
  init(order: [UInt32]) {
    self.order = order
    var rank = [UInt32](repeating: 0, count: order.count)
    for (position, vertex) in order.enumerated() { rank[Int(vertex)] = UInt32(position) }
    self.rank = rank
  }
}

extension TurnGraph {
  /// The ranks along a dissection of the roads, and the customised hierarchy in their order.
  ///
  /// - Parameters:
  ///   - dissection: the order of the roads.
  ///   - lengths: the length of a directed road in decimetres.
  /// - Returns: the ranks, and the arcs between them with their costs.
  func contracted(
    along dissection: NestedDissection, lengths: (_ directedRoad: UInt32) -> UInt32
  ) -> (ranking: Ranking, customisation: Customisation) {
    let neighbours = Neighbours(
      count: vertexCount, turns: { firstTurn[$0]..<firstTurn[$0 + 1] }, head: { head[$0] })
    let ranking = Ranking(order: EliminationOrder(self, neighbours, dissection).vertices)
    var customisation = Customisation(UpwardTopology(neighbours, ranking))
    for tail in 0..<vertexCount {
      let length = lengths(edge[tail])
      for turn in firstTurn[tail]..<firstTurn[tail + 1] {
        customisation.add(
          from: ranking.rank[tail], to: ranking.rank[Int(head[turn])],
          cost: TravelCost(duration: duration[tail] + turnCost[turn], distance: length))
      }
    }
    customisation.run()
    return (ranking, customisation)
  }
}
