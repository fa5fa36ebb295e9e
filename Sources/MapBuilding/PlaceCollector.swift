import Gazetteer
import Quantities

/// Gathers a place draft from an extract: settlements and compounds, streets, house numbers,
/// landmarks, postcodes.
struct PlaceCollector {
  let extract: MapExtract
  let ways: [Int64: Int]
  var draft: PlaceDraft
  var tally = Tally()
  /// Named residential grounds with their place in the draft, to find what lies in them.
  var compounds = OutlineIndex()
  /// Settlements that a node marks, by the node's id, so that outlines can join them.
  var placeOfNode: [Int64: Int] = [:]

  init(_ extract: MapExtract) {
    self.extract = extract
    ways = extract.wayPositions()
    draft = PlaceDraft(sourceName: extract.name, licenceLine: extract.licenceLine)
  }

  mutating func collect() {
    for index in 0..<extract.taggedNodeCount { addNode(extract.taggedNode(index)) }
    for position in 0..<extract.wayCount { addArea(extract.way(position)) }
    for position in 0..<extract.relationCount { addRelation(extract.relation(position)) }
    compounds.close()
    addEntrances()
    addHouses()
    addPostcodes()
    draft.streets = StreetJoiner.streets(extract)
  }

  private mutating func addNode(_ node: MapExtract.Node) {
    if let kind = PlaceDraft.Kind(tags: node.tags) {
      if let place = addPlace(kind, node.tags, node.coordinate) { placeOfNode[node.id] = place }
    } else if LandmarkRule.isLandmark(node.tags) {
      addPlace(.landmark, node.tags, node.coordinate)
    }
  }

  private mutating func addArea(_ way: MapExtract.Way) {
    guard way.nodes.count >= 4, way.nodes.first == way.nodes.last, let kind = areaKind(way.tags)
    else { return }
    addArea(kind, way.tags, extract.line(way), nodes: Array(way.nodes))
  }

  /// What kind of place an area's tags describe.
  private func areaKind(_ tags: Tags) -> PlaceDraft.Kind? {
    if let kind = PlaceDraft.Kind(tags: tags) { return kind }
    if tags.has(.landuse, "residential"), tags[.name] != nil { return .compound }
    return LandmarkRule.isLandmark(tags) ? .landmark : nil
  }

  private mutating func addArea(
    _ kind: PlaceDraft.Kind, _ tags: Tags, _ ring: [Coordinate], nodes: [UInt32]
  ) {
    let outline = Outline(ring)
    guard let centre = outline.centroid, let place = addPlace(kind, tags, centre) else { return }
    draft.places[place].radius = outline.radius
    draft.places[place].outline = ring
    if kind == .compound || kind == .neighbourhood {
      compounds.add(outline, nodes: nodes, place: place)
    }
  }

  private mutating func addRelation(_ relation: MapExtract.Relation) {
    guard relation.members.count <= 20_000 else { return }
    let kind = areaKind(relation.tags) ?? BorderRule.kind(relation.tags)
    guard let kind, relation.tags[.name] != nil else { return }
    let areas = AreaAssembler(extract, ways).areas(of: relation).areas.compactMap(\.first)
    guard let largest = areas.max(by: { $0.count < $1.count }) else { return }
    let ring = largest.map { extract.coordinates[Int($0)] }
    if let place = markedPlace(relation) {
      draft.places[place].outline = ring
      draft.places[place].radius = Outline(ring).radius
    } else {
      addArea(kind, relation.tags, ring, nodes: largest)
    }
  }

  /// The settlement whose node a border relation names as its centre, if both have the same name.
  private func markedPlace(_ relation: MapExtract.Relation) -> Int? {
    let names = NameTags.names(relation.tags).map(\.text)
    for member in relation.members where member.entity == .node {
      if let place = placeOfNode[member.id],
        draft.places[place].names.contains(where: { names.contains($0.text) })
      {
        return place
      }
    }
    return nil
  }

  @discardableResult
  private mutating func addPlace(
    _ kind: PlaceDraft.Kind, _ tags: Tags, _ coordinate: Coordinate
  ) -> Int? {
    let names = NameTags.searchNames(tags)
    guard !names.isEmpty else {
      tally.add(.unnamedPlace)
      return nil
    }
    draft.places.append(
      PlaceDraft.Place(
        kind: kind, names: names.map { PlaceDraft.Name(language: $0.language, text: $0.text) },
        coordinate: coordinate, radius: kind.usualRadius))
    return draft.places.count - 1
  }
}
