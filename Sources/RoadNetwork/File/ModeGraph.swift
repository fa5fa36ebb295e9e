/// The edge-based graph of one travel mode as a road file holds it, vertices by rank.
struct ModeGraph: Sendable {
  /// Vertices of each directed road, the one for starting trips first.
  private(set) var edgeStarts: [UInt32] = []
  private(set) var edgeVertices: [UInt32] = []
  private(set) var vertices: [VertexRecord] = []
  /// Turns of vertex `v`: `turnStarts[v] ..< turnStarts[v + 1]`.
  private(set) var turnStarts: [UInt32] = [0]
  private(set) var turns: [TurnRecord] = []

  /// Unpacks the graph of a file of `roadCount` roads; `nil` if a number is out of range.
  init?(_ packed: FileArray<UInt8>, roadCount: Int) {
    var numbers = NumberReader(packed)
    let count = numbers.next()
    // A vertex takes three bytes at least.
    guard count > 0, count < 1 << 31, count <= numbers.rest / 3 else { return nil }
    vertices.reserveCapacity(count)
    turnStarts.reserveCapacity(count + 1)
    turns.reserveCapacity(count * 2)
    var roles: [UInt8] = []
    roles.reserveCapacity(count)
    var edge = 0
    for vertex in 0..<count {
      let word = numbers.next()
      edge &+= NumberReader.unfolded(word >> 2)
      let duration = numbers.next()
      guard edge >= 0, edge < roadCount * 2, duration > 0,
        duration <= Int(TravelCost.longestDuration),
        readTurns(&numbers, of: vertex, in: count)
      else { return nil }
      vertices.append(VertexRecord(edge: UInt32(edge), duration: UInt32(duration)))
      roles.append(UInt8(word & 3))
    }
    guard numbers.isSound, numbers.rest == 0 else { return nil }
    listVertices(roles, edgeCount: roadCount * 2)
  }

  /// The same graph with other durations and fewer roads and turns; vertices stay where they are.
  ///
  /// - Parameters:
  ///   - isClosed: by directed road, whether trips may not use it; its vertices keep their ranks and
  ///     lose their turns.
  ///   - forbiddenTurns: positions in ``turns`` of those left out.
  ///   - duration: the new duration of a vertex in hundredths of a second.
  /// - Returns: the smaller graph.
  func adapted(
    isClosed: [Bool], forbiddenTurns: Set<UInt32>, duration: (VertexRecord) -> UInt32
  ) -> ModeGraph {
    var result = self
    for vertex in vertices.indices { result.vertices[vertex].duration = duration(vertices[vertex]) }
    guard isClosed.contains(true) || !forbiddenTurns.isEmpty else { return result }
    (result.turnStarts, result.turns) = ([0], [])
    for vertex in vertices.indices {
      for turn in turnStarts.range(vertex) where !isClosed[Int(vertices[vertex].edge)] {
        let head = vertices[Int(turns[turn].head)].edge
        if !isClosed[Int(head)], !forbiddenTurns.contains(UInt32(turn)) {
          result.turns.append(turns[turn])
        }
      }
      result.turnStarts.append(UInt32(result.turns.count))
    }
    (result.edgeStarts, result.edgeVertices) = ([0], [])
    for edge in isClosed.indices {
      if !isClosed[edge] { result.edgeVertices += edgeVertices[edgeStarts.range(edge)] }
      result.edgeStarts.append(UInt32(result.edgeVertices.count))
    }
    return result
  }

  private mutating func readTurns(
    _ numbers: inout NumberReader, of vertex: Int, in count: Int
  ) -> Bool {
    let turnCount = numbers.next()
    guard turnCount <= numbers.rest / 2 else { return false }
    for _ in 0..<turnCount {
      let head = vertex &+ numbers.nextSigned()
      let cost = numbers.next()
      guard head >= 0, head < count, cost <= Int(TravelCost.longestDuration) else { return false }
      turns.append(TurnRecord(head: UInt32(head), cost: UInt32(cost)))
    }
    turnStarts.append(UInt32(truncatingIfNeeded: turns.count))
    return turns.count < 1 << 31
  }

  /// Lists the vertices of each directed road: those for starting first, others by rank.
  private mutating func listVertices(_ roles: [UInt8], edgeCount: Int) {
    var next = [UInt32](repeating: 0, count: edgeCount + 1)
    for (vertex, role) in roles.enumerated() where role != 0 {
      next[Int(vertices[vertex].edge) + 1] += 1
    }
    for edge in 0..<edgeCount { next[edge + 1] += next[edge] }
    edgeStarts = next
    edgeVertices = [UInt32](repeating: 0, count: Int(next[edgeCount]))
    for wanted in [UInt8(2), 1] {
      for (vertex, role) in roles.enumerated() where role != 0 && (role >= 2) == (wanted == 2) {
        let edge = Int(vertices[vertex].edge)
        edgeVertices[Int(next[edge])] = UInt32(vertex)
        next[edge] += 1
      }
    }
  }
}
