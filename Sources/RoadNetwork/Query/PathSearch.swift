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
    path(from: source, to: target).map { Seconds($0.cost.roundedSeconds) }
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
  /// Both searches go upwards in the hierarchy only and meet at the path's highest vertex.
  mutating func path(from source: RoadPosition, to target: RoadPosition) -> RoadPath? {
    guard let modeNetwork else { return nil }
    let ends = TripEnds(network: modeNetwork, sections: network.sections)
    forward.restart()
    backward.restart()
    var origins: [UInt32] = []
    ends.starts(source) { entry, origin in
      forward.start(at: entry, root: UInt32(origins.count))
      origins.append(origin)
    }
    ends.ends(target) { backward.start(at: $0, root: 0) }
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
    return RoadPath(cost: cost, vertices: [origins[Int(root)]] + inner)
  }

  private mutating func meet(_ hierarchy: ModeHierarchy) -> (cost: TravelCost, top: UInt32?) {
    var best = TravelCost.unreachable
    var top: UInt32?
    while true {
      let forwardKey = forward.leastCost
      let backwardKey = backward.leastCost
      guard min(forwardKey, backwardKey) < best else { return (best, top) }
      let isForward = forwardKey <= backwardKey
      let settled =
        isForward
        ? forward.step(hierarchy.upStarts, hierarchy.up)
        : backward.step(hierarchy.downStarts, hierarchy.down)
      guard let settled else { continue }
      let cost = forward.cost(of: settled) + backward.cost(of: settled)
      if cost < best { (best, top) = (cost, settled) }
    }
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
