import Quantities
import RoadNetwork

/// A town small enough that a fuzzer can open thousands of it a second, with something in every
/// section of its road file.
struct SmallTown {
  private(set) var draft = RoadDraft(
    source: RoadDraft.Source(
      name: "small", date: ServiceDate(daysSinceEpoch: 20_000), licenceLine: "invented"))
  private let side = 4

  /// A town whose roads `modes` may use; `seed` makes it crooked.
  init(modes: [TravelMode], seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    for place in 0..<side * side {
      draft.nodes.append(
        Coordinate(
          latitude: 390_000_000 + Int32(place / side * 9000 + chance.below(5000)),
          longitude: 835_000_000 + Int32(place % side * 9000 + chance.below(5000))))
    }
    for place in 0..<side * side {
      if place % side + 1 < side { addStreet([place, place + 1], modes, &chance) }
      if place + side < side * side { addStreet([place, place + side], modes, &chance) }
    }
    addStreet([0, 5, 10, 15], modes, &chance)
    draft.signals = [5, 6]
    draft.barriers = [9: [modes[0]]]
    for _ in 0..<12 { addRestriction(modes, &chance) }
    let ring = [0, 1, 5, 4, 0].map { draft.nodes[$0] }
    draft.scenery = [
      RoadDraft.Scenery(kind: .park, rings: [ring], name: "公园"),
      RoadDraft.Scenery(kind: .river, rings: [[draft.nodes[3], draft.nodes[12]]]),
    ]
    draft.labels = [
      RoadDraft.Label(names: [RoadDraft.Name(text: "村")], coordinate: draft.nodes[6], rank: 3)
    ]
  }

  private mutating func addStreet(
    _ nodes: [Int], _ modes: [TravelMode], _ chance: inout SeededGenerator
  ) {
    var way = RoadDraft.Way(
      nodes: nodes.map { UInt32($0) }, roadClass: chance.pick([.residential, .primary, .service]))
    way.names = [
      RoadDraft.Name(text: "\(nodes[0])号路"), RoadDraft.Name(language: "en", text: "Road"),
    ]
    way.reference = chance.below(3) == 0 ? "G312" : ""
    way.isRoundabout = chance.below(12) == 0
    way.isBridge = chance.below(6) == 0
    for mode in modes {
      let permission = RoadDraft.Permission(
        speed: UInt16(50 + chance.below(500)), endsOnly: chance.below(9) == 0)
      way.forward[mode] = permission
      if chance.below(6) > 0 { way.backward[mode] = permission }
    }
    if chance.below(5) == 0 { way.closures[modes[0]] = WeeklyHours([540..<720, 3000..<3060]) }
    draft.ways.append(way)
  }

  private mutating func addRestriction(_ modes: [TravelMode], _ chance: inout SeededGenerator) {
    let from = chance.below(draft.ways.count)
    let to = chance.below(draft.ways.count)
    guard let node = draft.ways[from].nodes.first(where: { draft.ways[to].nodes.contains($0) })
    else {
      return
    }
    draft.restrictions.append(
      RoadDraft.Restriction(
        from: UInt32(from), via: .node(node), to: UInt32(to), isMandatory: chance.below(4) == 0,
        modes: Set(modes), hours: chance.below(3) == 0 ? WeeklyHours([420..<660]) : nil))
  }
}
