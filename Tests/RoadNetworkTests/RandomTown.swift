import Quantities
import RoadNetwork
import TestSupport

/// A seeded town of crooked streets with every rule the draft knows, for comparing with an oracle.
struct RandomTown {
  var draft: RoadDraft

  /// A town on a grid of `side` × `side` crossings.
  init(seed: UInt64, side: Int, modes: [TravelMode]) {
    var chance = SeededGenerator(seed: seed)
    draft = RoadDraft(
      source: RoadDraft.Source(name: "random", date: nil, licenceLine: "none"),
      drivesOnLeft: chance.below(2) == 0)
    draft.turnCosts = TurnCosts.usual
    for row in 0..<side {
      for column in 0..<side {
        draft.nodes.append(
          Coordinate(
            latitude: 310_000_000 + Int32(row * 9000 + chance.below(5000)),
            longitude: 1_210_000_000 + Int32(column * 9000 + chance.below(5000))))
      }
    }
    for row in 0..<side {
      for column in 0..<side {
        let here = row * side + column
        if column + 1 < side { addWay([here, here + 1], modes, &chance) }
        if row + 1 < side { addWay([here, here + side], modes, &chance) }
      }
    }
    for _ in 0..<side { draft.signals.insert(UInt32(chance.below(draft.nodes.count))) }
    for _ in 0..<side / 2 {
      draft.barriers[UInt32(chance.below(draft.nodes.count))] = [chance.pick(modes)]
    }
    for _ in 0..<side * 6 { addRestriction(modes, &chance) }
    for way in draft.ways.indices where chance.below(4) == 0 {
      draft.ways[way].drivesOnLeft = chance.below(2) == 0
    }
  }

  private mutating func addWay(
    _ nodes: [Int], _ modes: [TravelMode], _ chance: inout SeededGenerator
  ) {
    guard chance.below(8) > 0 else { return }
    var way = RoadDraft.Way(nodes: nodes.map { UInt32($0) }, roadClass: .residential)
    let direction = chance.below(5)
    let endsOnly = chance.below(7) == 0
    for mode in modes where chance.below(12) > 0 {
      let speed = UInt16(50 + 10 * chance.below(50))
      let permission = RoadDraft.Permission(speed: speed, endsOnly: endsOnly)
      if direction != 0 { way.forward[mode] = permission }
      if direction != 1 { way.backward[mode] = permission }
    }
    if chance.below(25) == 0 { way.duration = Seconds(Int32(60 + chance.below(600))) }
    if !way.forward.isEmpty || !way.backward.isEmpty { draft.ways.append(way) }
  }

  /// A rule along a random walk over two to four ways.
  private mutating func addRestriction(_ modes: [TravelMode], _ chance: inout SeededGenerator) {
    var walk = [chance.below(draft.ways.count)]
    var node = chance.pick(draft.ways[walk[0]].nodes)
    let start = node
    let length = 2 + chance.below(3)
    while walk.count < length {
      let next = draft.ways.indices.filter {
        draft.ways[$0].nodes.contains(node) && !walk.contains($0)
      }
      guard !next.isEmpty else { return }
      walk.append(chance.pick(next))
      let ends = draft.ways[walk[walk.count - 1]].nodes
      node = ends[0] == node ? ends[1] : ends[0]
    }
    let via: RoadDraft.Restriction.Via =
      walk.count == 2 ? .node(start) : .ways(walk.dropFirst().dropLast().map { UInt32($0) })
    draft.restrictions.append(
      RoadDraft.Restriction(
        from: UInt32(walk[0]), via: via, to: UInt32(walk[walk.count - 1]),
        isMandatory: chance.below(4) == 0, modes: [chance.pick(modes)]))
  }
}
