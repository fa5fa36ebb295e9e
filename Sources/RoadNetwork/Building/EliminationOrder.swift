/// Ranks the vertices of one travel mode's graph along a ``NestedDissection`` of its roads.
///
/// Vertices of one road follow each other, whatever rules or layers made several of it. Inside small
/// cells the vertex with the fewest neighbours goes first (minimum degree, Tinney and Walker 1967).
struct EliminationOrder {
  /// The vertex of each rank.
  private(set) var vertices: [UInt32] = []

  private let graph: TurnGraph
  private let neighbours: Neighbours
  /// The position of a vertex in the cell at hand.
  private var position: [Int32]

  /// The order of the vertices of `graph`.
  init(_ graph: TurnGraph, _ neighbours: Neighbours, _ dissection: NestedDissection) {
    self.graph = graph
    self.neighbours = neighbours
    position = [Int32](repeating: -1, count: graph.vertexCount)
    let groups = Self.vertices(of: graph, by: dissection)
    vertices.reserveCapacity(graph.vertexCount)
    for (group, isCell) in dissection.isCell.enumerated() {
      let members = groups.members[groups.first[group]..<groups.first[group + 1]]
      if isCell { appendByDegree(members) } else { vertices += members }
    }
  }

  /// Vertices by the group of their road, in ascending order in each.
  private static func vertices(
    of graph: TurnGraph, by dissection: NestedDissection
  ) -> (first: [Int], members: [UInt32]) {
    var counts = [Int](repeating: 0, count: dissection.isCell.count + 1)
    let group = { (vertex: Int) in Int(dissection.group[Int(graph.edge[vertex] >> 1)]) }
    for vertex in 0..<graph.vertexCount { counts[group(vertex) + 1] += 1 }
    for group in dissection.isCell.indices { counts[group + 1] += counts[group] }
    let first = counts
    var members = [UInt32](repeating: 0, count: graph.vertexCount)
    for vertex in 0..<graph.vertexCount {
      members[counts[group(vertex)]] = UInt32(vertex)
      counts[group(vertex)] += 1
    }
    return (first, members)
  }

  /// Plays the elimination of a cell with the neighbours of its vertices as sets of bits.
  ///
  /// A cell with its surroundings seldom has more than 64 vertices; what is beyond is taken in order.
  private mutating func appendByDegree(_ members: ArraySlice<UInt32>) {
    var local = Array(members)
    for (index, vertex) in local.enumerated() { position[Int(vertex)] = Int32(index) }
    for vertex in members {
      for other in neighbours.of(Int(vertex)) where position[Int(other)] < 0 {
        position[Int(other)] = Int32(local.count)
        local.append(other)
      }
    }
    defer { for vertex in local { position[Int(vertex)] = -1 } }
    guard local.count <= 64 else {
      vertices += members
      return
    }
    var sets = [UInt64](repeating: 0, count: local.count)
    for (index, vertex) in members.enumerated() {
      for other in neighbours.of(Int(vertex)) {
        let known = Int(position[Int(other)])
        sets[index] |= 1 << UInt64(known)
        sets[known] |= 1 << UInt64(index)
      }
    }
    var pending = Array(0..<members.count)
    while let next = pending.indices.min(by: {
      (sets[pending[$0]].nonzeroBitCount, pending[$0])
        < (sets[pending[$1]].nonzeroBitCount, pending[$1])
    }) {
      let index = pending.remove(at: next)
      vertices.append(local[index])
      eliminate(index, &sets)
    }
  }

  private func eliminate(_ index: Int, _ sets: inout [UInt64]) {
    let around = sets[index]
    var rest = around
    while rest != 0 {
      let other = rest.trailingZeroBitCount
      rest &= rest - 1
      sets[other] = (sets[other] | around) & ~(1 << UInt64(index)) & ~(1 << UInt64(other))
    }
  }
}

/// Which vertices of a graph have an arc between them, either way round.
struct Neighbours {
  private var first: [Int32]
  private var list: [UInt32]

  /// The neighbours in a graph of `count` vertices; a vertex is none of its own.
  init(count: Int, turns: (Int) -> Range<Int>, head: (Int) -> UInt32) {
    first = [Int32](repeating: 0, count: count + 1)
    for tail in 0..<count {
      for turn in turns(tail) {
        first[tail + 1] += 1
        first[Int(head(turn)) + 1] += 1
      }
    }
    for vertex in 0..<count { first[vertex + 1] += first[vertex] }
    list = [UInt32](repeating: 0, count: Int(first[count]))
    var next = first
    for tail in 0..<count {
      for turn in turns(tail) {
        let head = head(turn)
        list[Int(next[tail])] = head
        next[tail] += 1
        list[Int(next[Int(head)])] = UInt32(tail)
        next[Int(head)] += 1
      }
    }
  }

  /// The neighbours of a vertex; one may come twice, and a vertex that turns into itself is listed.
  func of(_ vertex: Int) -> ArraySlice<UInt32> {
    list[Int(first[vertex])..<Int(first[vertex + 1])]
  }
}
