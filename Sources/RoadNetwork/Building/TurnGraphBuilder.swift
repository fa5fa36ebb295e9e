import Quantities

/// Builds the ``TurnGraph`` of one travel mode.
struct TurnGraphBuilder {
  let draft: RoadDraft
  let cut: CutRoads
  let mode: TravelMode
  private let costs: TurnCosts
  let edges: ModeEdges
  let trie: RestrictionTrie
  private let ruleCount: Int
  private let usedRestrictions: [Int]

  /// A builder for `mode`.
  init(_ draft: RoadDraft, _ cut: CutRoads, mode: TravelMode) {
    (self.draft, self.cut, self.mode) = (draft, cut, mode)
    costs = draft.turnCosts[mode] ?? .free
    let edges = ModeEdges(draft, cut, mode: mode)
    self.edges = edges
    let resolver = RestrictionResolver(draft: draft, cut: cut)
    var rules: [RestrictionTrie.Rule] = []
    var used: [Int] = []
    for (index, restriction) in draft.restrictions.enumerated()
    where restriction.modes.contains(mode) {
      guard let rule = resolver.rule(restriction, isOpen: edges.isOpen) else { continue }
      rules.append(rule)
      used.append(index)
    }
    trie = RestrictionTrie(edgeCount: cut.roads.count * 2, rules: rules)
    ruleCount = rules.count
    usedRestrictions = used
  }

  /// The graph; it has no vertices if the mode has no roads.
  func build() -> TurnGraph {
    let plain = plainGraph()
    return layer(plain, core: core(of: plain))
  }

  /// The states on roads that may be driven through: the largest part in which each reaches each.
  func core(of plain: Digraph) -> [Int] {
    plain.largestStrongPart { state in
      let edge = trie.edge(of: UInt32(state))
      return edges.isOpen(edge) && !edges.endsOnly[Int(edge)]
    }
  }

  // MARK: Step 1: what the rules allow, whoever may drive through

  func plainGraph() -> Digraph {
    let blocked = Set(draft.barriers.lazy.filter { $0.value.contains(mode) }.map(\.key))
    var graph = Digraph()
    for state in 0..<UInt32(trie.stateCount) {
      let edge = trie.edge(of: state)
      if edges.isOpen(edge) {
        for next in exits(from: edge, blocked: blocked) {
          if let step = trie.next(state, next) { graph.heads.append(step.state) }
        }
      }
      graph.endVertex()
    }
    return graph
  }

  /// Where one can go at the end of a directed road; back only where there is nothing else.
  private func exits(from edge: UInt32, blocked: Set<UInt32>) -> [UInt32] {
    let junction = cut.end(of: edge)
    let back = edge ^ 1
    var exits: [UInt32] = []
    if !blocked.contains(cut.node[junction]) {
      exits = cut.leaving(junction).filter { $0 != back && edges.isOpen($0) }
    }
    let isDeadEnd = exits.allSatisfy { edges.endsOnly[Int($0)] && !edges.endsOnly[Int(edge)] }
    if isDeadEnd, edges.isOpen(back) { exits.append(back) }
    return exits
  }

  // MARK: Step 2: layers for ends-only roads, and what is connected

  struct Layers {
    /// The state of the trie and whether the vertex is for starting (0), driving through (1) or
    /// ending (2).
    var states: [(state: UInt32, layer: UInt8)] = []
    var graph = Digraph()
  }

  private func layer(_ plain: Digraph, core: [Int]) -> TurnGraph {
    var isThrough = [Bool](repeating: false, count: cut.roads.count * 2)
    for state in core { isThrough[Int(trie.edge(of: UInt32(state)))] = true }
    let layers = makeLayers(plain, isThrough: isThrough)
    let starts = coreVertices(core, layers)
    let isKept = keptEdges(layers, starts: starts)
    return assemble(layers, isUsed: usedVertices(layers, isKept: isKept), isKept: isKept)
  }

  private func makeLayers(_ plain: Digraph, isThrough: [Bool]) -> Layers {
    var layers = Layers()
    var firstVertex: [UInt32] = []
    for state in 0..<UInt32(plain.count) {
      firstVertex.append(UInt32(layers.states.count))
      if isThrough[Int(trie.edge(of: state))] {
        layers.states.append((state, 1))
      } else {
        layers.states.append((state, 0))
        layers.states.append((state, 2))
      }
    }
    for (state, layer) in layers.states {
      for head in plain.heads(of: Int(state)) {
        let first = firstVertex[Int(head)]
        if isThrough[Int(trie.edge(of: head))] {
          if layer < 2 { layers.graph.heads.append(first) }
        } else {
          layers.graph.heads.append(layer == 0 ? first : first + 1)
        }
      }
      layers.graph.endVertex()
    }
    return layers
  }

  private func coreVertices(_ core: [Int], _ layers: Layers) -> [Int] {
    var isCoreState = [Bool](repeating: false, count: trie.stateCount)
    for state in core { isCoreState[state] = true }
    return layers.states.indices.filter {
      layers.states[$0].layer == 1 && isCoreState[Int(layers.states[$0].state)]
    }
  }

  /// Directed roads where a trip that starts reaches the core, and a trip from the core ends.
  private func keptEdges(_ layers: Layers, starts: [Int]) -> [Bool] {
    let isReached = layers.graph.reachable(from: starts)
    let isReaching = layers.graph.reversed().reachable(from: starts)
    var canStart = [Bool](repeating: false, count: cut.roads.count * 2)
    var canEnd = canStart
    for vertex in layers.states.indices {
      let edge = Int(trie.edge(of: layers.states[vertex].state))
      if isReaching[vertex], isStart(layers.states[vertex]) { canStart[edge] = true }
      if isReached[vertex] { canEnd[edge] = true }
    }
    return canStart.indices.map { canStart[$0] && canEnd[$0] }
  }

  /// Vertices that lie on any trip between kept roads.
  private func usedVertices(_ layers: Layers, isKept: [Bool]) -> [Bool] {
    let kept = layers.states.indices.filter {
      isKept[Int(trie.edge(of: layers.states[$0].state))]
    }
    let starts = kept.filter { isStart(layers.states[$0]) }
    let isReached = layers.graph.reachable(from: starts)
    let isReaching = layers.graph.reversed().reachable(from: kept)
    return isReached.indices.map { isReached[$0] && isReaching[$0] }
  }

  /// Whether trips that start on the vertex's road start there.
  private func isStart(_ vertex: (state: UInt32, layer: UInt8)) -> Bool {
    vertex.layer < 2 && Int(vertex.state) < cut.roads.count * 2
  }

  // MARK: Step 3: numbers and turn costs

  private func assemble(
    _ layers: Layers, isUsed: [Bool], isKept: [Bool]
  ) -> TurnGraph {
    var graph = TurnGraph()
    graph.ruleCount = ruleCount
    graph.usedRestrictions = usedRestrictions
    var number = [UInt32](repeating: .max, count: layers.states.count)
    for vertex in layers.states.indices where isUsed[vertex] {
      number[vertex] = UInt32(graph.edge.count)
      let edge = trie.edge(of: layers.states[vertex].state)
      graph.edge.append(edge)
      graph.duration.append(edges.duration[Int(edge)])
    }
    for vertex in layers.states.indices where isUsed[vertex] {
      let edge = trie.edge(of: layers.states[vertex].state)
      for head in layers.graph.heads(of: vertex) where isUsed[Int(head)] {
        graph.head.append(number[Int(head)])
        graph.turnCost.append(
          turnCost(from: edge, to: trie.edge(of: layers.states[Int(head)].state)))
      }
      graph.firstTurn.append(graph.head.count)
    }
    listVertices(&graph, isKept: isKept)
    listHours(&graph, layers, number: number)
    return graph
  }

  /// Lists the vertices of kept roads.
  ///
  /// Plain states come before those of the trie, and starting before ending, so the order of
  /// numbers puts the vertex for starting trips first.
  private func listVertices(_ graph: inout TurnGraph, isKept: [Bool]) {
    let edgeCount = cut.roads.count * 2
    var counts = [Int](repeating: 0, count: edgeCount + 1)
    for edge in graph.edge where isKept[Int(edge)] { counts[Int(edge) + 1] += 1 }
    for edge in 0..<edgeCount {
      if counts[edge + 1] == 0, edges.isOpen(UInt32(edge)) {
        graph.droppedEdges += 1
        graph.droppedDecimetres += Int(cut.roads[edge >> 1].length)
      }
      counts[edge + 1] += counts[edge]
    }
    graph.firstVertex = counts
    graph.vertices = [UInt32](repeating: 0, count: counts[edgeCount])
    for (vertex, edge) in graph.edge.enumerated() where isKept[Int(edge)] {
      graph.vertices[counts[Int(edge)]] = UInt32(vertex)
      counts[Int(edge)] += 1
    }
  }

  private func turnCost(from edge: UInt32, to next: UInt32) -> UInt32 {
    let junction = cut.end(of: edge)
    let leaving = cut.leaving(junction)
    // Each road counts once, whichever of its directions are open; a loop's ends count both.
    let isChoice = leaving.count { edges.isOpen($0) || edges.isOpen($0 ^ 1) } > 2
    let way = draft.ways[Int(cut.roads[Int(edge >> 1)].way)]
    return costs.cost(
      angle: cut.angle(from: edge, to: next), isUTurn: next == edge ^ 1, isChoice: isChoice,
      hasOncoming: edges.isOpen(edge ^ 1),
      hasSignal: draft.signals.contains(cut.node[junction]),
      drivesOnLeft: way.drivesOnLeft ?? draft.drivesOnLeft)
  }
}
