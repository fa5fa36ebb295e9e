import Quantities

extension RoadDraft {
  /// Whether any way is open to a mode.
  func isUsed(by mode: TravelMode) -> Bool {
    ways.contains { $0.forward[mode] != nil || $0.backward[mode] != nil }
  }

  /// Checks every number, so that building needs not.
  func check() throws(RoadDraftError) {
    // Directed roads and points are numbered in 32 bits, some with a bit to spare.
    let most = 1 << 28
    let references = ways.reduce(0) { $0 + $1.nodes.count }
    guard nodes.count < most, ways.count < most, references < most, labels.count < most,
      scenery.count < most
    else { throw .tooLarge }
    for (index, node) in nodes.enumerated() where !node.isOnEarth {
      throw .nodeOutsideEarth(node: index)
    }
    for (index, way) in ways.enumerated() { try check(way, index) }
    for (index, restriction) in restrictions.enumerated() { try check(restriction, index) }
    for node in barriers.keys where node >= nodes.count { throw .unknownBarrier(node: node) }
    for mode in TravelMode.allCases where turnCosts[mode]?.isSound == false {
      throw .absurdTurnCosts(mode)
    }
  }

  private func check(_ way: Way, _ index: Int) throws(RoadDraftError) {
    guard way.nodes.count >= 2 else { throw .shortWay(way: index) }
    for node in way.nodes where node >= nodes.count {
      throw .unknownNode(way: index, node: node)
    }
    guard way.duration == nil else { return }
    for permissions in [way.forward, way.backward] {
      let isStill = TravelMode.allCases.contains { permissions[$0]?.speed == 0 }
      if isStill { throw .zeroSpeed(way: index) }
    }
  }

  private func check(_ restriction: Restriction, _ index: Int) throws(RoadDraftError) {
    var members = [restriction.from, restriction.to]
    switch restriction.via {
    case .node(let node):
      guard node < nodes.count else { throw .unknownMember(restriction: index) }
    case .ways(let via): members += via
    }
    guard members.allSatisfy({ $0 < ways.count }) else {
      throw .unknownMember(restriction: index)
    }
  }
}

extension Coordinate {
  /// Whether latitude and longitude are in range.
  fileprivate var isOnEarth: Bool {
    (-900_000_000...900_000_000).contains(latitude)
      && (-1_800_000_000...1_800_000_000).contains(longitude)
  }
}
