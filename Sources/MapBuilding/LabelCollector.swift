import Gazetteer
import Quantities
import RoadNetwork

/// Gathers the names that are written on maps.
enum LabelCollector {
  /// Labels for settlements, compounds and landmarks, large ones first, then in the extract's order.
  static func labels(_ extract: MapExtract) -> [RoadDraft.Label] {
    var labels: [RoadDraft.Label] = []
    for index in 0..<extract.taggedNodeCount {
      let node = extract.taggedNode(index)
      add(node.tags, node.coordinate, &labels)
    }
    for position in 0..<extract.wayCount {
      let way = extract.way(position)
      guard way.nodes.count >= 4, way.nodes.first == way.nodes.last, rank(way.tags) != nil,
        let centre = Outline(extract.line(way)).centroid
      else { continue }
      add(way.tags, centre, &labels)
    }
    let inBounds = labels.filter { extract.bounds?.contains($0.coordinate) ?? true }
    return inBounds.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }.map(\.element)
  }

  private static func add(
    _ tags: Tags, _ coordinate: Coordinate, _ labels: inout [RoadDraft.Label]
  ) {
    guard let rank = rank(tags) else { return }
    let names = NameTags.names(tags).map {
      RoadDraft.Name(language: $0.language, text: $0.text)
    }
    guard !names.isEmpty else { return }
    labels.append(RoadDraft.Label(names: names, coordinate: coordinate, rank: rank))
  }

  /// How large a name is written: 0 city … 5 hamlet, 6 compound, 7 landmark.
  static func rank(_ tags: Tags) -> UInt8? {
    guard tags[.name] != nil else { return nil }
    if let kind = PlaceDraft.Kind(tags: tags) {
      switch kind {
      case .city: return 0
      case .town: return 1
      case .district, .suburb: return 2
      case .village: return 3
      case .neighbourhood: return 4
      default: return 5
      }
    }
    if tags.has(.landuse, "residential") { return 6 }
    return LandmarkRule.isLandmark(tags) ? 7 : nil
  }
}
