/// The contraction hierarchy of one travel mode as a road file holds it.
///
/// Arcs up lead from a vertex to higher ones, arcs down into it from higher ones; both lists are in
/// ascending order of the higher vertex.
struct ModeHierarchy: Sendable {
  private(set) var upStarts: [UInt32] = [0]
  private(set) var up: [HierarchyArc] = []
  private(set) var downStarts: [UInt32] = [0]
  private(set) var down: [HierarchyArc] = []

  /// The hierarchy that a customisation made.
  init(_ customisation: Customisation) {
    upStarts.reserveCapacity(customisation.vertexCount + 1)
    up.reserveCapacity(customisation.arcCount(.up))
    downStarts.reserveCapacity(customisation.vertexCount + 1)
    down.reserveCapacity(customisation.arcCount(.down))
    for vertex in 0..<customisation.vertexCount {
      customisation.eachArc(of: vertex, .up) { place, other, middle in
        let cost = customisation.cost(at: place)
        up.append(HierarchyArc(cost: cost, other: other, middle: middle))
      }
      upStarts.append(UInt32(up.count))
      customisation.eachArc(of: vertex, .down) { place, other, middle in
        let cost = customisation.cost(at: place)
        down.append(HierarchyArc(cost: cost, other: other, middle: middle))
      }
      downStarts.append(UInt32(down.count))
    }
  }

  /// Unpacks the hierarchy of `graph`; `nil` if a number is out of range.
  ///
  /// Costs are not in the file: a turn's follows from the graph, and a shortcut's is that of its two
  /// halves, which belong to a lower vertex and so are known already.
  init?(_ packed: FileArray<UInt8>, _ graph: ModeGraph, _ roads: [RoadRecord]) {
    var numbers = NumberReader(packed)
    let count = graph.vertices.count
    upStarts.reserveCapacity(count + 1)
    downStarts.reserveCapacity(count + 1)
    up.reserveCapacity(packed.count / 7)
    down.reserveCapacity(packed.count / 7)
    for vertex in 0..<count {
      guard read(&numbers, at: vertex, isUp: true, graph, roads),
        read(&numbers, at: vertex, isUp: false, graph, roads)
      else { return nil }
    }
    guard numbers.isSound, numbers.rest == 0 else { return nil }
  }

  private mutating func read(
    _ numbers: inout NumberReader, at vertex: Int, isUp: Bool, _ graph: ModeGraph,
    _ roads: [RoadRecord]
  ) -> Bool {
    let arcCount = numbers.next()
    guard arcCount <= numbers.rest / 2 else { return false }
    var previous = vertex
    for _ in 0..<arcCount {
      let word = numbers.next()
      let arc =
        word & 1 == 0
        ? turn(&numbers, at: vertex, higher: word >> 1, isUp: isUp, graph, roads)
        : shortcut(&numbers, at: vertex, middle: vertex &- (word >> 1), isUp: isUp)
      guard let arc, Int(arc.other) > previous, arc.cost < .unreachable else { return false }
      previous = Int(arc.other)
      if isUp { up.append(arc) } else { down.append(arc) }
    }
    if isUp {
      upStarts.append(UInt32(truncatingIfNeeded: up.count))
    } else {
      downStarts.append(UInt32(truncatingIfNeeded: down.count))
    }
    return up.count < 1 << 31 && down.count < 1 << 31
  }

  private func turn(
    _ numbers: inout NumberReader, at vertex: Int, higher: Int, isUp: Bool, _ graph: ModeGraph,
    _ roads: [RoadRecord]
  ) -> HierarchyArc? {
    let tail = isUp ? vertex : vertex &+ higher
    let place = numbers.next()
    guard tail >= 0, tail < graph.vertices.count else { return nil }
    let turns = graph.turnStarts.range(tail)
    guard place < turns.count else { return nil }
    let turn = graph.turns[turns.lowerBound + place]
    guard isUp || Int(turn.head) == vertex else { return nil }
    let record = graph.vertices[tail]
    let cost = TravelCost(
      duration: record.duration + turn.cost, distance: roads[Int(record.edge >> 1)].length)
    return HierarchyArc(
      cost: cost, other: isUp ? turn.head : UInt32(tail), middle: HierarchyArc.original)
  }

  private func shortcut(
    _ numbers: inout NumberReader, at vertex: Int, middle: Int, isUp: Bool
  ) -> HierarchyArc? {
    let (first, second) = (numbers.next(), numbers.next())
    guard middle >= 0, middle < vertex else { return nil }
    let (into, out) = (downStarts.range(middle), upStarts.range(middle))
    guard first < into.count, second < out.count else { return nil }
    let (one, two) = (down[into.lowerBound + first], up[out.lowerBound + second])
    let (near, far) = isUp ? (one.other, two.other) : (two.other, one.other)
    guard near == UInt32(vertex) else { return nil }
    return HierarchyArc(cost: one.cost + two.cost, other: far, middle: UInt32(middle))
  }
}
