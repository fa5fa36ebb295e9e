/// The hierarchy's arcs as ``ReachSweep`` reads them; nothing else of its layout matters to it.
extension ModeNetwork {
  /// How many vertices there are, numbered by rank.
  var vertexCount: Int { graph.vertices.count }

  /// Hands over the arcs from `vertex` to higher ones.
  @inline(__always)
  func eachArc(upFrom vertex: Int, _ body: (_ higher: Int, _ cost: TravelCost) -> Void) {
    for position in hierarchy.upStarts.range(vertex) {
      let arc = hierarchy.up[position]
      body(Int(arc.other), arc.cost)
    }
  }

  /// Hands over the arcs that lead down to `vertex` from higher ones.
  @inline(__always)
  func eachArc(downTo vertex: Int, _ body: (_ higher: Int, _ cost: TravelCost) -> Void) {
    for position in hierarchy.downStarts.range(vertex) {
      let arc = hierarchy.down[position]
      body(Int(arc.other), arc.cost)
    }
  }

  /// Hands over the vertices of a directed road.
  @inline(__always)
  func eachVertex(ofEdge edge: UInt32, _ body: (Int) -> Void) {
    for position in graph.edgeStarts.range(Int(edge)) { body(Int(graph.edgeVertices[position])) }
  }

  /// Hundredths of a second along the whole directed road of a vertex.
  func duration(ofVertex vertex: Int) -> UInt32 { graph.vertices[vertex].duration }
}
