import Quantities

extension TurnGraphBuilder {
  /// Lists the turns and roads that are closed at times.
  ///
  /// - Parameters:
  ///   - graph: all of it but these lists.
  ///   - layers: what the graph was made of.
  ///   - number: the vertex of each of the layers' vertices; `UInt32.max` for those left out.
  func listHours(_ graph: inout TurnGraph, _ layers: Layers, number: [UInt32]) {
    var known: [WeeklyHours: UInt16] = [:]
    if trie.hasHours {
      for vertex in layers.states.indices where number[vertex] != .max {
        listTurns(of: vertex, &graph, layers, number, &known)
      }
    }
    for (index, way) in draft.ways.enumerated() {
      guard let closed = way.closures[mode], !closed.isNever else { continue }
      for road in cut.firstRoad[index]..<cut.firstRoad[index + 1] {
        for edge in [road * 2, road * 2 + 1]
        where graph.firstVertex[edge + 1] > graph.firstVertex[edge] {
          guard let hours = Self.number(closed, &graph, &known) else { continue }
          graph.edgeHours.append(TurnGraph.EdgeHours(edge: UInt32(edge), hours: hours))
        }
      }
    }
  }

  /// The turns of a vertex stand in the order of its heads, those left out passed over.
  private func listTurns(
    of vertex: Int, _ graph: inout TurnGraph, _ layers: Layers, _ number: [UInt32],
    _ known: inout [WeeklyHours: UInt16]
  ) {
    let state = layers.states[vertex].state
    var turn = graph.firstTurn[Int(number[vertex])]
    for head in layers.graph.heads(of: vertex) where number[Int(head)] != .max {
      let next = trie.edge(of: layers.states[Int(head)].state)
      if let forbidden = trie.next(state, next)?.forbidden, !forbidden.isNever,
        let hours = Self.number(forbidden, &graph, &known)
      {
        graph.turnHours.append(TurnGraph.TurnHours(turn: UInt32(turn), hours: hours))
      }
      turn += 1
    }
  }

  /// The position of `hours` in the graph's list, which takes them up; `nil` when it is full.
  private static func number(
    _ hours: WeeklyHours, _ graph: inout TurnGraph, _ known: inout [WeeklyHours: UInt16]
  ) -> UInt16? {
    if let number = known[hours] { return number }
    guard let number = UInt16(exactly: graph.hours.count) else { return nil }
    graph.hours.append(hours)
    known[hours] = number
    return number
  }
}
