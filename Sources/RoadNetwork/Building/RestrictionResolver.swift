import Quantities

/// Finds the directed roads that a draft's restrictions are about.
struct RestrictionResolver {
  let draft: RoadDraft
  let cut: CutRoads

  /// The rule for those who may use the directed roads that `isOpen` says; `nil` where the members
  /// do not meet, or meet in several ways.
  func rule(
    _ restriction: RoadDraft.Restriction, isOpen: (UInt32) -> Bool
  ) -> RestrictionTrie.Rule? {
    let edges: [UInt32]?
    switch restriction.via {
    case .node(let node):
      edges = pair(restriction.from, cut.junction[Int(node)], restriction.to, isOpen)
    case .ways(let ways):
      edges = chain(restriction.from, ways, restriction.to, isOpen)
    }
    return edges.map {
      RestrictionTrie.Rule(
        edges: $0, isMandatory: restriction.isMandatory, hours: restriction.hours)
    }
  }

  private typealias Filter = (UInt32) -> Bool

  private func pair(
    _ from: UInt32, _ junction: UInt32, _ to: UInt32, _ isOpen: Filter
  ) -> [UInt32]? {
    guard junction != .max else { return nil }
    let arriving = edges(of: from).filter { cut.end(of: $0) == Int(junction) && isOpen($0) }
    let leaving = edges(of: to).filter { cut.end(of: $0 ^ 1) == Int(junction) && isOpen($0) }
    guard arriving.count == 1, leaving.count == 1 else { return nil }
    return [arriving[0], leaving[0]]
  }

  /// Tries every way of joining the members at nodes that they share; there is seldom more than
  /// one.
  private func chain(
    _ from: UInt32, _ via: [UInt32], _ to: UInt32, _ isOpen: Filter
  ) -> [UInt32]? {
    guard let first = via.first, via.count <= 16 else { return nil }
    for joint in shared(from, first) {
      let arriving = edges(of: from).filter { cut.end(of: $0) == joint && isOpen($0) }
      guard arriving.count == 1 else { continue }
      if let rest = follow(via[...], from: joint, to: to, isOpen) { return arriving + rest }
    }
    return nil
  }

  private func follow(
    _ via: ArraySlice<UInt32>, from joint: Int, to last: UInt32, _ isOpen: Filter
  ) -> [UInt32]? {
    guard let way = via.first else {
      let leaving = edges(of: last).filter { cut.end(of: $0 ^ 1) == joint && isOpen($0) }
      return leaving.count == 1 ? leaving : nil
    }
    let rest = via.dropFirst()
    for next in shared(way, rest.first ?? last) where next != joint {
      guard let along = stretch(of: way, from: joint, to: next, isOpen) else { continue }
      if let tail = follow(rest, from: next, to: last, isOpen) { return along + tail }
    }
    return nil
  }

  /// The directed roads of one way between two of its junctions.
  private func stretch(
    of way: UInt32, from start: Int, to end: Int, _ isOpen: Filter
  ) -> [UInt32]? {
    let roads = cut.firstRoad[Int(way)]..<cut.firstRoad[Int(way) + 1]
    let along = roads.map { UInt32($0 * 2) }
    for edges in [along, along.reversed().map { $0 ^ 1 }] {
      guard let first = edges.firstIndex(where: { cut.end(of: $0 ^ 1) == start }),
        let last = edges[first...].firstIndex(where: { cut.end(of: $0) == end })
      else { continue }
      let stretch = Array(edges[first...last])
      if stretch.count <= 64, stretch.allSatisfy(isOpen) { return stretch }
    }
    return nil
  }

  /// Junctions that two ways share, in the order of the first; at most eight.
  private func shared(_ one: UInt32, _ other: UInt32) -> [Int] {
    let others = Set(draft.ways[Int(other)].nodes)
    var joints: [Int] = []
    for node in draft.ways[Int(one)].nodes where others.contains(node) {
      let junction = cut.junction[Int(node)]
      if junction != .max, !joints.contains(Int(junction)) { joints.append(Int(junction)) }
    }
    return Array(joints.prefix(8))
  }

  private func edges(of way: UInt32) -> [UInt32] {
    (cut.firstRoad[Int(way)]..<cut.firstRoad[Int(way) + 1]).flatMap {
      [UInt32($0 * 2), UInt32($0 * 2 + 1)]
    }
  }
}
