import Quantities

/// One travel mode's graph and hierarchy as the sections of a road file, vertices by rank.
///
/// The article `Formats/RoadFile` describes every number.
struct ModeSections {
  private let graph: TurnGraph
  private let ranking: Ranking
  private var customisation: Customisation

  /// The sections of a graph and the hierarchy made of it.
  init(_ graph: TurnGraph, _ ranking: Ranking, _ customisation: consuming Customisation) {
    (self.graph, self.ranking, self.customisation) = (graph, ranking, customisation)
    self.customisation.forgetCosts()
  }

  /// Adds the sections of `mode`; returns how many arcs stand for several turns.
  func write(_ mode: TravelMode, to writer: inout RoadFileWriter) -> Int {
    let numbers = [graph.droppedEdges, graph.droppedDecimetres, graph.directedRoadCount]
    writer.add(mode.kind(.modeNumbers), numbers.map { Int64($0) })
    writer.add(mode.kind(.graph), packedGraph())
    let hierarchy = packedHierarchy()
    writer.add(mode.kind(.hierarchy), hierarchy.bytes)
    writer.add(mode.kind(.hours), packedHours())
    return hierarchy.shortcuts
  }

  /// How a vertex serves its directed road: not at all, as an end, or as the start as well.
  private func roles() -> [UInt8] {
    var roles = [UInt8](repeating: 0, count: graph.vertexCount)
    for edge in 0..<graph.firstVertex.count - 1 {
      let vertices = graph.vertices[graph.firstVertex[edge]..<graph.firstVertex[edge + 1]]
      for vertex in vertices { roles[Int(vertex)] = 1 }
      if let start = vertices.first { roles[Int(start)] = 2 }
    }
    return roles
  }

  private func packedGraph() -> [UInt8] {
    var numbers = NumberWriter()
    let roles = roles()
    numbers.add(graph.vertexCount)
    var previous = 0
    for (position, vertex) in ranking.order.lazy.map({ Int($0) }).enumerated() {
      let edge = Int(graph.edge[vertex])
      numbers.add(NumberWriter.folded(edge - previous) << 2 | UInt64(roles[vertex]))
      previous = edge
      numbers.add(graph.duration[vertex])
      let turns = graph.firstTurn[vertex]..<graph.firstTurn[vertex + 1]
      numbers.add(turns.count)
      for turn in turns {
        numbers.addSigned(Int(ranking.rank[Int(graph.head[turn])]) - position)
        numbers.add(graph.turnCost[turn])
      }
    }
    return numbers.bytes
  }

  /// What is closed or forbidden at certain hours; turns are numbered as they stand in the file.
  private func packedHours() -> [UInt8] {
    var numbers = NumberWriter()
    numbers.add(graph.hours.count)
    for hours in graph.hours {
      numbers.add(hours.spans.count)
      var previous = 0
      for span in hours.spans {
        numbers.add(span.lowerBound - previous)
        numbers.add(span.count)
        previous = span.upperBound
      }
    }
    let place = turnPlaces()
    Self.add(graph.turnHours.map { (place($0.turn), $0.hours) }.sorted { $0 < $1 }, to: &numbers)
    Self.add(graph.edgeHours.map { (Int($0.edge), $0.hours) }, to: &numbers)
    return numbers.bytes
  }

  private static func add(_ list: [(Int, UInt16)], to numbers: inout NumberWriter) {
    numbers.add(list.count)
    var previous = 0
    for (position, hours) in list {
      numbers.add(position - previous)
      numbers.add(hours)
      previous = position
    }
  }

  /// Where a turn of the graph stands among those of the file, whose vertices are ranked.
  private func turnPlaces() -> (UInt32) -> Int {
    guard !graph.turnHours.isEmpty else { return { _ in 0 } }
    var places = [UInt32](repeating: 0, count: graph.head.count)
    var next: UInt32 = 0
    for vertex in ranking.order.lazy.map({ Int($0) }) {
      for turn in graph.firstTurn[vertex]..<graph.firstTurn[vertex + 1] {
        places[turn] = next
        next += 1
      }
    }
    return { [places] in Int(places[Int($0)]) }
  }

  // MARK: The hierarchy

  private struct Arc {
    var other: UInt32
    var middle: UInt32
  }

  private func packedHierarchy() -> (bytes: [UInt8], shortcuts: Int) {
    var numbers = NumberWriter()
    var shortcuts = 0
    var arcs: [Arc] = []
    for vertex in 0..<graph.vertexCount {
      for direction in [Customisation.Direction.up, .down] {
        arcs.removeAll(keepingCapacity: true)
        customisation.eachArc(of: vertex, direction) { _, other, middle in
          arcs.append(Arc(other: other, middle: middle))
        }
        numbers.add(arcs.count)
        for arc in arcs { add(arc, at: vertex, direction, to: &numbers) }
        shortcuts += arcs.count { $0.middle != HierarchyArc.original }
      }
    }
    return (numbers.bytes, shortcuts)
  }

  /// A turn is named by its tail's list of turns, a shortcut by the two arcs it is made of.
  private func add(
    _ arc: Arc, at vertex: Int, _ direction: Customisation.Direction,
    to numbers: inout NumberWriter
  ) {
    let other = Int(arc.other)
    let (tail, head) = direction == .up ? (vertex, other) : (other, vertex)
    guard arc.middle != HierarchyArc.original else {
      numbers.add((direction == .up ? 0 : other - vertex) << 1)
      numbers.add(cheapestTurn(from: tail, to: head))
      return
    }
    let middle = Int(arc.middle)
    numbers.add((vertex - middle) << 1 | 1)
    numbers.add(place(of: tail, .down, middle))
    numbers.add(place(of: head, .up, middle))
  }

  private func cheapestTurn(from tail: Int, to head: Int) -> Int {
    let vertex = Int(ranking.order[tail])
    let turns = graph.firstTurn[vertex]..<graph.firstTurn[vertex + 1]
    let cheapest = turns.filter { Int(ranking.rank[Int(graph.head[$0])]) == head }
      .min { graph.turnCost[$0] < graph.turnCost[$1] }
    return (cheapest ?? turns.lowerBound) - turns.lowerBound
  }

  /// Where in the list of `vertex` the arc to or from `other` stands.
  private func place(
    of other: Int, _ direction: Customisation.Direction, _ vertex: Int
  ) -> Int {
    var place = 0
    customisation.eachArc(of: vertex, direction) { _, head, _ in
      if Int(head) < other { place += 1 }
    }
    return place
  }
}
