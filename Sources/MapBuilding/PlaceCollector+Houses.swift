import Gazetteer
import Quantities

extension PlaceCollector {
  private static let mostNumbers = 20

  /// Gathers house numbers from nodes, buildings and building relations, and the numbers of
  /// Chinese blocks that the map gives as names.
  mutating func addHouses() {
    for index in 0..<extract.taggedNodeCount {
      let node = extract.taggedNode(index)
      addHouses(node.tags, at: node.coordinate)
    }
    for position in 0..<extract.wayCount {
      let way = extract.way(position)
      if Self.hasNumber(way.tags), let centre = Outline(extract.line(way)).centroid {
        addHouses(way.tags, at: centre)
      }
    }
    for position in 0..<extract.relationCount {
      let relation = extract.relation(position)
      guard Self.hasNumber(relation.tags), relation.members.count <= 1000 else { continue }
      let areas = AreaAssembler(extract, ways).areas(of: relation).areas
      let ring = areas.first?.first ?? []
      if let centre = Outline(ring.map { extract.coordinates[Int($0)] }).centroid {
        addHouses(relation.tags, at: centre)
      }
    }
  }

  private static func hasNumber(_ tags: Tags) -> Bool {
    tags[.`addr:housenumber`] != nil || blockNumber(tags) != nil
  }

  private static func blockNumber(_ tags: Tags) -> String? {
    guard tags.affirms(.building) else { return nil }
    return tags[.name].flatMap(BuildingNumber.init)?.text
  }

  private mutating func addHouses(_ tags: Tags, at coordinate: Coordinate) {
    let written = tags[.`addr:housenumber`] ?? Self.blockNumber(tags)
    guard let written else { return }
    let compound =
      tags[.`addr:street`] == nil && tags[.`addr:place`] == nil
      ? compounds.home(of: coordinate).flatMap { draft.places[$0.place].names.first?.text } : nil
    let settlement =
      tags[.`addr:place`] ?? tags[.`addr:suburb`] ?? tags[.`addr:district`] ?? tags[.`addr:city`]
    let street = tags[.`addr:street`] ?? tags[.`addr:place`] ?? compound ?? ""
    for number in Self.numbers(written) {
      draft.houses.append(
        PlaceDraft.House(
          number: number, street: String(street.trimmed.prefix(200)),
          place: String((settlement ?? "").trimmed.prefix(200)),
          postcode: String((tags[.`addr:postcode`] ?? tags[.postal_code] ?? "").prefix(20)),
          coordinate: coordinate))
    }
  }

  /// The single numbers in a list such as `3;5` or `3,5`; ranges stay as they are written.
  private static func numbers(_ text: String) -> [String] {
    text.split { $0 == ";" || $0 == "," || $0 == "、" || $0 == "，" }.prefix(mostNumbers)
      .map { String(String($0).trimmed.prefix(40)) }.filter { !$0.isEmpty }
  }

  /// Makes a place of each postcode that houses carry: their middle, and how far they reach.
  mutating func addPostcodes() {
    var boxes: [String: CoordinateBounds] = [:]
    for house in draft.houses where !house.postcode.isEmpty {
      let alone = CoordinateBounds(southWest: house.coordinate, northEast: house.coordinate)
      boxes[house.postcode, default: alone].include(house.coordinate)
    }
    for (postcode, box) in boxes.sorted(by: { $0.key < $1.key }) {
      let reach = box.southWest.metres(to: box.northEast) / 2
      draft.places.append(
        PlaceDraft.Place(
          kind: .postcode, names: [PlaceDraft.Name(text: postcode)], coordinate: box.centre,
          radius: Distance(metres: max(50, min(reach, 500_000)))))
    }
  }
}
