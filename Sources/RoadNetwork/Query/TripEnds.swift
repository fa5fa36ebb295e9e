import Quantities

/// What a position means in one mode's graph: where trips from it enter, and how trips to it end.
struct TripEnds {
  /// A vertex, and the cost of getting from the position to the vertex's start, or from the
  /// vertex's start to the position.
  struct Entry {
    var vertex: UInt32
    var cost: TravelCost
  }

  let network: ModeNetwork
  let sections: RoadSections

  /// Whether a position can be one of this network at all.
  func isKnown(_ position: RoadPosition) -> Bool {
    position.road.position < sections.roads.count && position.along.decimetres >= 0
      && UInt32(position.along.decimetres) <= sections.roads[position.road.position].length
  }

  /// The vertices behind the first turn of a trip from a position, which may set out either way;
  /// `origin` is the vertex turned from.
  func starts(_ position: RoadPosition, _ body: (_ entry: Entry, _ origin: UInt32) -> Void) {
    for edge in edges(position) {
      guard let origin = origin(edge) else { continue }
      let rest = suffix(of: edge, at: position)
      for turn in network.graph.turnStarts.range(Int(origin)) {
        let turn = network.graph.turns[turn]
        let cost = rest + TravelCost(duration: turn.cost, distance: 0)
        body(Entry(vertex: turn.head, cost: cost), origin)
      }
    }
  }

  /// The vertices that a trip to a position can end on.
  func ends(_ position: RoadPosition, _ body: (Entry) -> Void) {
    for edge in edges(position) {
      let cost = prefix(of: edge, at: position)
      for vertex in network.graph.edgeStarts.range(Int(edge)) {
        body(Entry(vertex: network.graph.edgeVertices[vertex], cost: cost))
      }
    }
  }

  /// The quickest trip that stays on the road, if both positions are on one and the mode may go
  /// that way.
  func direct(
    from source: RoadPosition, to target: RoadPosition
  ) -> (edge: UInt32, cost: TravelCost)? {
    guard source.road == target.road, isKnown(source), isKnown(target) else { return nil }
    var best: (edge: UInt32, cost: TravelCost)?
    for edge in edges(source) where network.isOpen(edge) {
      let start = prefix(of: edge, at: source)
      let end = prefix(of: edge, at: target)
      guard along(edge, source) <= along(edge, target) else { continue }
      let cost = TravelCost(packed: end.packed - start.packed)
      if best.map({ cost < $0.cost }) ?? true { best = (edge, cost) }
    }
    return best
  }

  /// The vertex for trips that start on a directed road.
  func origin(_ edge: UInt32) -> UInt32? {
    let range = network.graph.edgeStarts.range(Int(edge))
    return range.isEmpty ? nil : network.graph.edgeVertices[range.lowerBound]
  }

  /// The cost from the start of a directed road to a position on it.
  func prefix(of edge: UInt32, at position: RoadPosition) -> TravelCost {
    guard let vertex = origin(edge) else { return .unreachable }
    let length = UInt64(sections.roads[Int(edge >> 1)].length)
    let along = UInt64(along(edge, position))
    let duration = UInt64(network.graph.vertices[Int(vertex)].duration)
    return TravelCost(
      duration: UInt32((duration * along + length / 2) / length), distance: UInt32(along))
  }

  /// The cost from a position to the end of a directed road that the mode may use.
  private func suffix(of edge: UInt32, at position: RoadPosition) -> TravelCost {
    guard let vertex = origin(edge) else { return .unreachable }
    let whole = TravelCost(
      duration: network.graph.vertices[Int(vertex)].duration,
      distance: sections.roads[Int(edge >> 1)].length)
    return TravelCost(packed: whole.packed - prefix(of: edge, at: position).packed)
  }

  private func along(_ edge: UInt32, _ position: RoadPosition) -> UInt32 {
    let along = UInt32(position.along.decimetres)
    return edge & 1 == 0 ? along : sections.roads[Int(edge >> 1)].length - along
  }

  private func edges(_ position: RoadPosition) -> [UInt32] {
    guard isKnown(position) else { return [] }
    return [position.road.raw * 2, position.road.raw * 2 + 1]
  }
}
