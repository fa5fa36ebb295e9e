import Quantities

/// A contraction hierarchy: vertices in an order of importance, and shortcuts past the lesser ones.
///
/// After Geisberger, Sanders, Schultes and Delling, "Contraction Hierarchies: Faster and Simpler
/// Hierarchical Routing in Road Networks" (2008). Vertex `r` is the one of rank `r`; `up` lists the
/// arcs from it to higher ranks, `down` the arcs into it from higher ranks.
struct Hierarchy {
  /// The rank of each vertex of the graph contracted.
  var rank: [UInt32] = []
  var firstUp: [Int] = [0]
  var up: [HierarchyArc] = []
  var firstDown: [Int] = [0]
  var down: [HierarchyArc] = []
  var shortcutCount = 0
}

/// An arc of a hierarchy, kept at its lower end.
struct HierarchyArc: BitwiseCopyable, Equatable {
  var cost: TravelCost
  /// The higher end.
  var other: UInt32
  /// The vertex that a shortcut goes past; ``original`` for a turn.
  var middle: UInt32

  static let original = UInt32.max
}

/// Contracts a graph, the least important vertex first.
struct Contractor {
  /// How many vertices a search for a way round settles at most.
  ///
  /// The first counts when a vertex is rated, the second when it is contracted. Chosen on Porto:
  /// more makes the hierarchy smaller by about a hundredth.
  private static let (estimateLimit, contractLimit) = (30, 100)

  private var out: ArcPool
  private var into: ArcPool
  private var level: [UInt32]
  private var witness: WitnessSearch

  /// A contractor of the edge-based `graph` whose roads have `length` decimetres.
  init(_ graph: TurnGraph, lengths: (UInt32) -> UInt32) {
    let count = graph.vertexCount
    out = ArcPool(vertexCount: count)
    into = ArcPool(vertexCount: count)
    level = [UInt32](repeating: 0, count: count)
    witness = WitnessSearch(vertexCount: count)
    for tail in 0..<count {
      let length = lengths(graph.edge[tail])
      for turn in graph.firstTurn[tail]..<graph.firstTurn[tail + 1] {
        let cost = TravelCost(
          duration: graph.duration[tail] + graph.turnCost[turn], distance: length)
        let head = Int(graph.head[turn])
        if head != tail {
          join(tail, head, cost: cost, middle: HierarchyArc.original, hops: 1)
        }
      }
    }
  }

  /// Contracts everything.
  mutating func run(progress: (Int) -> Void) -> Hierarchy {
    let count = level.count
    var queue = MinHeap()
    queue.reserve(count)
    for vertex in 0..<count { queue.push(key: priority(of: vertex), vertex: UInt32(vertex)) }
    var order: [UInt32] = []
    order.reserveCapacity(count)
    var hierarchy = Hierarchy()
    while let (_, vertex) = queue.pop() {
      // Priorities are renewed only here; most have grown since they were queued.
      let key = priority(of: Int(vertex))
      if let next = queue.leastKey, key > next {
        queue.push(key: key, vertex: vertex)
        continue
      }
      contract(Int(vertex), into: &hierarchy)
      order.append(vertex)
      if order.count % 4096 == 0 { progress(order.count) }
    }
    hierarchy.renumber(order)
    return hierarchy
  }

  /// How late a vertex should be contracted: the mix of RoutingKit, level first, then shortcuts
  /// added for each arc removed, and the roads they stand for.
  private mutating func priority(of vertex: Int) -> UInt64 {
    var added: UInt64 = 0
    var addedHops: UInt64 = 0
    eachShortcut(past: vertex, settling: Self.estimateLimit) { _, _, _, hops in
      added += 1
      addedHops += UInt64(hops)
    }
    var removed: UInt64 = 0
    var removedHops: UInt64 = 0
    for arc in out.range(vertex) {
      removed += 1
      removedHops += UInt64(out.arcs[arc].hops)
    }
    for arc in into.range(vertex) {
      removed += 1
      removedHops += UInt64(into.arcs[arc].hops)
    }
    let base = 1 + 1000 * UInt64(level[vertex])
    guard removed > 0 else { return base }
    return base + 1000 * added / removed + 1000 * addedHops / removedHops
  }

  /// Finds the pairs of neighbours whose quickest way may lead past `vertex`.
  private mutating func eachShortcut(
    past vertex: Int, settling: Int, _ body: (UInt32, UInt32, TravelCost, UInt32) -> Void
  ) {
    let outRange = out.range(vertex)
    for incoming in into.range(vertex) {
      let first = into.arcs[incoming]
      if outRange.count == 1, out.arcs[outRange.lowerBound].other == first.other { continue }
      witness.run(
        first, avoiding: UInt32(vertex), outRange, settling: settling, out: out)
      for outgoing in outRange {
        let second = out.arcs[outgoing]
        guard second.other != first.other else { continue }
        let cost = first.cost + second.cost
        if cost < witness.cost(of: second.other) {
          body(first.other, second.other, cost, first.hops + second.hops)
        }
      }
    }
  }

  private mutating func contract(_ vertex: Int, into hierarchy: inout Hierarchy) {
    var shortcuts: [(tail: UInt32, head: UInt32, cost: TravelCost, hops: UInt32)] = []
    eachShortcut(past: vertex, settling: Self.contractLimit) { shortcuts.append(($0, $1, $2, $3)) }
    for arc in out.range(vertex) {
      let arc = out.arcs[arc]
      hierarchy.up.append(HierarchyArc(cost: arc.cost, other: arc.other, middle: arc.middle))
      into.remove(UInt32(vertex), from: Int(arc.other))
      level[Int(arc.other)] = max(level[Int(arc.other)], level[vertex] + 1)
    }
    for arc in self.into.range(vertex) {
      let arc = self.into.arcs[arc]
      hierarchy.down.append(HierarchyArc(cost: arc.cost, other: arc.other, middle: arc.middle))
      out.remove(UInt32(vertex), from: Int(arc.other))
      level[Int(arc.other)] = max(level[Int(arc.other)], level[vertex] + 1)
    }
    hierarchy.firstUp.append(hierarchy.up.count)
    hierarchy.firstDown.append(hierarchy.down.count)
    for shortcut in shortcuts {
      join(
        Int(shortcut.tail), Int(shortcut.head), cost: shortcut.cost, middle: UInt32(vertex),
        hops: shortcut.hops)
      hierarchy.shortcutCount += 1
    }
  }

  private mutating func join(
    _ tail: Int, _ head: Int, cost: TravelCost, middle: UInt32, hops: UInt32
  ) {
    out.insert(
      ArcPool.Arc(cost: cost, other: UInt32(head), middle: middle, hops: hops), at: tail)
    into.insert(
      ArcPool.Arc(cost: cost, other: UInt32(tail), middle: middle, hops: hops), at: head)
  }
}

extension Hierarchy {
  /// Turns lists in the order of contraction, which name vertices of the graph, into lists by rank.
  fileprivate mutating func renumber(_ order: [UInt32]) {
    rank = [UInt32](repeating: 0, count: order.count)
    for (position, vertex) in order.enumerated() { rank[Int(vertex)] = UInt32(position) }
    Self.translate(&up, first: firstUp, rank: rank)
    Self.translate(&down, first: firstDown, rank: rank)
  }

  private static func translate(_ arcs: inout [HierarchyArc], first: [Int], rank: [UInt32]) {
    for arc in arcs.indices {
      arcs[arc].other = rank[Int(arcs[arc].other)]
      if arcs[arc].middle != HierarchyArc.original {
        arcs[arc].middle = rank[Int(arcs[arc].middle)]
      }
    }
    for vertex in rank.indices {
      arcs[first[vertex]..<first[vertex + 1]].sort { $0.other < $1.other }
    }
  }
}
