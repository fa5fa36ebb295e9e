/// Gives the arcs of an ``UpwardTopology`` their costs and leaves out those that no quickest way needs.
///
/// After Dibbelt, Strasser and Wagner, "Customizable Contraction Hierarchies" (2014): a first pass
/// upwards brings every arc down to the cheapest way through lower vertices; a second pass
/// downwards finds the arcs that some way through higher vertices betters, which are dropped
/// ("perfect customization"). What remains is a contraction hierarchy with as few arcs as its
/// order allows, found without searching for witnesses.
struct Customisation {
  private let topology: UpwardTopology
  /// The cost upwards along arc `a` at `2a`, downwards at `2a + 1`.
  private var costs: [TravelCost]
  /// The vertex that an arc's cheapest way goes past, in the same places; ``dropped`` marks arcs
  /// that are not needed.
  private var middles: [UInt32]

  private static let dropped = UInt32.max - 1

  /// A customisation in which no arc can be used yet.
  init(_ topology: UpwardTopology) {
    self.topology = topology
    costs = [TravelCost](repeating: .unreachable, count: topology.head.count * 2)
    middles = [UInt32](repeating: HierarchyArc.original, count: topology.head.count * 2)
  }

  /// Lets one go from one rank to another at a cost; of two costs the lower stays.
  mutating func add(from tail: UInt32, to head: UInt32, cost: TravelCost) {
    let isUp = tail < head
    guard let arc = topology.arc(min(tail, head), max(tail, head)) else { return }
    let place = arc * 2 + (isUp ? 0 : 1)
    costs[place] = min(costs[place], cost)
  }

  /// The hierarchy of the costs added.
  mutating func hierarchy() -> Hierarchy {
    var kernel = TriangleKernel(topology)
    kernel.relaxUpwards(&costs, &middles)
    kernel.dropDownwards(&costs, &middles, dropped: Self.dropped)
    var hierarchy = Hierarchy(
      vertexCount: topology.vertexCount, upCount: keptCount(0), downCount: keptCount(1))
    for vertex in 0..<topology.vertexCount {
      for arc in topology.first.range(vertex) {
        if let kept = arcToKeep(arc, 0) { hierarchy.up.append(kept) }
        if let kept = arcToKeep(arc, 1) { hierarchy.down.append(kept) }
      }
      hierarchy.firstUp.append(UInt32(hierarchy.up.count))
      hierarchy.firstDown.append(UInt32(hierarchy.down.count))
    }
    return hierarchy
  }

  private func keptCount(_ direction: Int) -> Int {
    topology.head.indices.count { isKept($0 * 2 + direction) }
  }

  private func isKept(_ place: Int) -> Bool {
    costs[place] < .unreachable && middles[place] != Self.dropped
  }

  private func arcToKeep(_ arc: Int, _ direction: Int) -> HierarchyArc? {
    let place = arc * 2 + direction
    guard isKept(place) else { return nil }
    return HierarchyArc(cost: costs[place], other: topology.head[arc], middle: middles[place])
  }
}

/// A contraction hierarchy by rank: `up` lists the arcs from each vertex to higher ranks, `down` the
/// arcs into it from higher ranks.
struct Hierarchy {
  var firstUp: [UInt32] = [0]
  var up: [HierarchyArc] = []
  var firstDown: [UInt32] = [0]
  var down: [HierarchyArc] = []

  /// A hierarchy without arcs, with room for some.
  init(vertexCount: Int, upCount: Int, downCount: Int) {
    firstUp.reserveCapacity(vertexCount + 1)
    up.reserveCapacity(upCount)
    firstDown.reserveCapacity(vertexCount + 1)
    down.reserveCapacity(downCount)
  }

  /// Arcs that stand for more than one turn.
  var shortcutCount: Int {
    up.count { $0.middle != HierarchyArc.original }
      + down.count { $0.middle != HierarchyArc.original }
  }
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
