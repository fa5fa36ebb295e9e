import Quantities

/// One travel mode's graph and hierarchy as the sections of a road file, vertices by rank.
struct ModeSections {
  private let graph: TurnGraph
  private let ranked: RankedGraph
  private let hierarchy: Hierarchy

  /// The sections of a graph and the hierarchy made of it.
  init(_ graph: TurnGraph, _ ranked: RankedGraph, _ hierarchy: Hierarchy) {
    (self.graph, self.ranked, self.hierarchy) = (graph, ranked, hierarchy)
  }

  /// Adds the sections of `mode`.
  func write(_ mode: TravelMode, to writer: inout RoadFileWriter) {
    let numbers = [graph.droppedEdges, graph.droppedDecimetres, graph.directedRoadCount]
    writer.add(mode.kind(.modeNumbers), numbers.map { Int64($0) })
    writer.add(mode.kind(.edgeStarts), graph.firstVertex.map { UInt32($0) })
    writer.add(mode.kind(.edgeVertices), graph.vertices.map { ranked.rank[Int($0)] })
    writer.add(
      mode.kind(.vertices),
      ranked.order.map {
        VertexRecord(edge: graph.edge[Int($0)], duration: graph.duration[Int($0)])
      })
    let (starts, turns) = turnLists()
    writer.add(mode.kind(.turnStarts), starts)
    writer.add(mode.kind(.turns), turns)
    writer.add(mode.kind(.upStarts), hierarchy.firstUp.map { UInt32($0) })
    writer.add(mode.kind(.up), hierarchy.up)
    writer.add(mode.kind(.downStarts), hierarchy.firstDown.map { UInt32($0) })
    writer.add(mode.kind(.down), hierarchy.down)
  }

  private func turnLists() -> (starts: [UInt32], turns: [TurnRecord]) {
    var starts: [UInt32] = [0]
    var turns: [TurnRecord] = []
    turns.reserveCapacity(graph.head.count)
    for vertex in ranked.order.lazy.map({ Int($0) }) {
      for turn in graph.firstTurn[vertex]..<graph.firstTurn[vertex + 1] {
        turns.append(
          TurnRecord(head: ranked.rank[Int(graph.head[turn])], cost: graph.turnCost[turn]))
      }
      starts.append(UInt32(turns.count))
    }
    return (starts, turns)
  }
}
