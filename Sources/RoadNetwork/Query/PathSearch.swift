public import Quantities

/// A search for single routes that keeps its scratch memory from one question to the next.
///
/// One for each task: the network itself is shared.
public struct PathSearch: ~Copyable {
  private let network: RoadNetwork
  private let mode: TravelMode
  private let modeNetwork: ModeNetwork?
  private var forward: UpwardSearch
  private var backward: UpwardSearch

  /// A search in `network` for one way of moving.
  public init(in network: RoadNetwork, mode: TravelMode = .car) {
    self.network = network
    self.mode = mode
    modeNetwork = network.network(for: mode)
    let count = modeNetwork?.graph.vertices.count ?? 0
    forward = UpwardSearch(vertexCount: count)
    backward = UpwardSearch(vertexCount: count)
  }

  /// How long the quickest trip takes; `nil` when there is no way.
  public mutating func travelTime(from source: RoadPosition, to target: RoadPosition) -> Seconds? {
    trip(from: source, to: target)?.duration
  }

  /// How long the quickest trip takes and how long its way is; `nil` when there is none.
  ///
  /// It costs half of a route, as no shortcut need be unpacked.
  public mutating func trip(
    from source: RoadPosition, to target: RoadPosition
  ) -> TravelTable.Trip? {
    guard let modeNetwork else { return nil }
    let ends = TripEnds(network: modeNetwork, sections: network.sections)
    start(from: source, to: target, ends)
    let direct = ends.direct(from: source, to: target)?.cost ?? .unreachable
    let cost = min(direct, meet(modeNetwork.hierarchy).cost)
    guard cost < .unreachable else { return nil }
    return TravelTable.Trip(
      duration: Seconds(cost.roundedSeconds),
      distance: Distance(decimetres: Int32(cost.distance)))
  }

  /// The quickest way with its line and instructions; `nil` when there is none.
  public mutating func route(from source: RoadPosition, to target: RoadPosition) -> RoadRoute? {
    guard let modeNetwork, let path = path(from: source, to: target) else { return nil }
    let narrator = RouteNarrator(
      ends: TripEnds(network: modeNetwork, sections: network.sections), path: path, source: source,
      target: target)
    return narrator.route()
  }

  /// The quickest path through the graph.
  ///
  /// Both searches climb the hierarchy, one after the other, and meet at the path's highest vertex.
  mutating func path(from source: RoadPosition, to target: RoadPosition) -> RoadPath? {
    guard let modeNetwork else { return nil }
    let ends = TripEnds(network: modeNetwork, sections: network.sections)
    start(from: source, to: target, ends)
    let (cost, top) = meet(modeNetwork.hierarchy)
    let direct = ends.direct(from: source, to: target)
    if let direct, direct.cost <= cost, let vertex = ends.origin(direct.edge) {
      return RoadPath(cost: direct.cost, vertices: [vertex])
    }
    guard let top else { return nil }
    let (up, root) = forward.trail(to: top)
    let (down, _) = backward.trail(to: top)
    let corners = up + down.reversed().dropFirst()
    guard let inner = PathUnpacker(modeNetwork).unpack(corners) else { return nil }
    return RoadPath(cost: cost, vertices: [root] + inner)
  }

  /// Begins both searches; the root of the forward one is the vertex that a trip turns from first.
  private mutating func start(
    from source: RoadPosition, to target: RoadPosition, _ ends: TripEnds
  ) {
    forward.restart()
    backward.restart()
    ends.starts(source) { entry, origin in forward.start(at: entry, root: origin) }
    ends.ends(target) { backward.start(at: $0, root: 0) }
  }

  /// The vertex over which both searches meet at the least cost.
  private mutating func meet(_ hierarchy: ModeHierarchy) -> (cost: TravelCost, top: UInt32?) {
    let up = UpwardSearch.Arcs(starts: hierarchy.upStarts, arcs: hierarchy.up)
    let down = UpwardSearch.Arcs(starts: hierarchy.downStarts, arcs: hierarchy.down)
    var best = TravelCost.unreachable
    var top: UInt32?
    forward.climb(up, stalledBy: down) { _, _ in .unreachable }
    backward.climb(down, stalledBy: up) { vertex, cost in
      let whole = forward.cost(of: vertex) + cost
      if whole < best { (best, top) = (whole, vertex) }
      return best
    }
    return (best, top)
  }
}

extension RoadNetwork {
  /// The quickest way between two positions; `nil` when there is none.
  ///
  /// Who asks for many should keep a ``PathSearch``.
  public func route(
    from source: RoadPosition, to target: RoadPosition, mode: TravelMode
  ) -> RoadRoute? {
    var search = PathSearch(in: self, mode: mode)
    return search.route(from: source, to: target)
  }
}

/// A path through the graph: the vertex of the road it starts on, then one for each turn.
struct RoadPath {
  var cost: TravelCost
  var vertices: [UInt32]
}
