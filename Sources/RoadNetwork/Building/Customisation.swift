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

  /// Brings all arcs down to the costs of the quickest ways, and marks those that are not needed.
  mutating func run() {
    var kernel = TriangleKernel(topology)
    kernel.relaxUpwards(&costs, &middles)
    kernel.dropDownwards(&costs, &middles, dropped: Self.dropped)
    for place in costs.indices where costs[place] == .unreachable { middles[place] = Self.dropped }
  }

  /// Gives back the memory that costs take, where only the shape of the hierarchy matters.
  mutating func forgetCosts() { costs = [] }

  /// How many vertices the hierarchy has.
  var vertexCount: Int { topology.vertexCount }

  /// How many arcs are needed in one direction.
  func arcCount(_ direction: Direction) -> Int {
    topology.head.indices.count { middles[$0 * 2 + direction.rawValue] != Self.dropped }
  }

  /// Visits the needed arcs between a vertex and higher ones, in ascending order of these.
  ///
  /// An arc's cost is found by its place, see ``cost(at:)``.
  @inline(__always)
  func eachArc(
    of vertex: Int, _ direction: Direction,
    _ body: (_ place: Int, _ other: UInt32, _ middle: UInt32) -> Void
  ) {
    for arc in topology.first.range(vertex) {
      let place = arc * 2 + direction.rawValue
      if middles[place] != Self.dropped { body(place, topology.head[arc], middles[place]) }
    }
  }

  /// What the arc at a place costs.
  func cost(at place: Int) -> TravelCost { costs[place] }

  /// Which way an arc leads.
  enum Direction: Int {
    /// To the higher vertex.
    case up
    /// From the higher vertex.
    case down
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
