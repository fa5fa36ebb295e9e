import Quantities
import RoadNetwork

/// Gathers what is drawn around the roads: water, woods, built-up land, borders, railways.
struct SceneryCollector {
  private static let mostMembers = 20_000
  private let extract: MapExtract
  private let ways: [Int64: Int]
  private(set) var scenery: [RoadDraft.Scenery] = []
  private var coastlines: [[UInt32]] = []
  /// Border ways by position, so that a border shared by two areas is drawn once.
  private var borders: Set<Int> = []

  init(_ extract: MapExtract) {
    self.extract = extract
    ways = extract.wayPositions()
  }

  mutating func collect(_ tally: inout Tally) {
    for position in 0..<extract.wayCount { addWay(extract.way(position)) }
    for position in 0..<extract.relationCount {
      addRelation(extract.relation(position), &tally)
    }
    let joined = RingAssembler.join(coastlines)
    for line in joined.rings + joined.lines { add(.coastline, [line], "") }
    for position in borders.sorted() { add(.boundary, [present(extract.way(position))], "") }
  }

  private mutating func addWay(_ way: MapExtract.Way) {
    guard let kind = RoadDraft.Scenery.Kind(tags: way.tags) else { return }
    let nodes = present(way)
    switch kind {
    case .coastline: coastlines.append(nodes)
    case .boundary: borders.insert(way.position)
    default:
      let isClosed = nodes.count >= 4 && nodes.first == nodes.last
      if isClosed || !kind.isArea { add(kind, [nodes], way.tags[.name] ?? "") }
    }
  }

  private mutating func addRelation(_ relation: MapExtract.Relation, _ tally: inout Tally) {
    guard let kind = RoadDraft.Scenery.Kind(tags: relation.tags) else { return }
    guard relation.members.count <= Self.mostMembers else { return tally.add(.longRelation) }
    if kind == .boundary {
      borders.formUnion(relation.members.compactMap { $0.entity == .way ? ways[$0.id] : nil })
    } else if kind.isArea {
      let area = AreaAssembler(extract, ways).areas(of: relation)
      if area.hasOpenRing { tally.add(.openRing) }
      for rings in area.areas { add(kind, rings, relation.tags[.name] ?? "") }
    }
  }

  private func present(_ way: MapExtract.Way) -> [UInt32] {
    way.nodes.filter { $0 != MapExtract.missingNode }
  }

  /// Adds a thing unless it lies wholly outside the extract's bounds.
  private mutating func add(_ kind: RoadDraft.Scenery.Kind, _ rings: [[UInt32]], _ name: String) {
    let lines = rings.map { ring in ring.map { extract.coordinates[Int($0)] } }
    guard let outer = lines.first, outer.count >= 2, let box = CoordinateBounds(around: outer),
      extract.bounds.map({ box.meets($0) }) ?? true
    else { return }
    scenery.append(RoadDraft.Scenery(kind: kind, rings: lines, name: String(name.prefix(200))))
  }
}

extension CoordinateBounds {
  /// Whether the two boxes share a point.
  func meets(_ other: CoordinateBounds) -> Bool {
    southWest.latitude <= other.northEast.latitude
      && other.southWest.latitude <= northEast.latitude
      && southWest.longitude <= other.northEast.longitude
      && other.southWest.longitude <= northEast.longitude
  }
}
