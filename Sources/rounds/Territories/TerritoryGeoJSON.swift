import Briefing
import FieldModel
import Foundation
import Quantities

/// Territories as GeoJSON (RFC 7946): polygons in WGS-84, longitude first.
enum TerritoryGeoJSON {
  /// The most polygons and corners that a file may bring.
  private static let limits = (features: 1000, corners: 100_000)

  static func write(_ territories: [Territory]) throws -> [UInt8] {
    let features = territories.map { territory -> [String: Any] in
      let rings = territory.outline.map { [$0.map { [$0.degreesLongitude, $0.degreesLatitude] }] }
      return [
        "type": "Feature", "id": territory.id.text,
        "properties": [
          "id": territory.id.text, "name": territory.name, "crew": territory.crew?.text ?? "",
          "locked": territory.isLocked, "borrowers": territory.borrowers.count,
          "work_seconds": Int(territory.workload.value),
        ],
        "geometry": ["type": "MultiPolygon", "coordinates": rings],
      ]
    }
    let collection: [String: Any] = ["type": "FeatureCollection", "features": features]
    return [UInt8](
      try JSONSerialization.data(
        withJSONObject: collection, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    )
  }

  /// The polygons of a file as empty territories; outer rings only.
  ///
  /// - Throws: ``CommandFailure`` naming what is wrong.
  static func read(_ bytes: [UInt8], file: String, terminal: Terminal) throws -> [Territory] {
    let phrases = terminal.phrases.commands
    guard let root = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
      let features = root["features"] as? [[String: Any]], !features.isEmpty
    else { throw CommandFailure(.badInput, phrases.notGeoJSON(file)) }
    guard features.count <= limits.features else {
      throw CommandFailure(.badInput, phrases.fileTooLarge(file))
    }
    var seen: Set<String> = []
    return try features.enumerated().map { position, feature in
      let properties = feature["properties"] as? [String: Any] ?? [:]
      let id = properties["id"] as? String ?? "T\(position + 1 < 10 ? "0" : "")\(position + 1)"
      guard seen.insert(id).inserted else {
        throw CommandFailure(.badInput, phrases.repeatedTerritory(file, id))
      }
      guard let outline = outline(feature["geometry"] as? [String: Any]) else {
        throw CommandFailure(.badInput, phrases.notAPolygon(file, id))
      }
      var territory = Territory(
        id: Identifier(id), name: properties["name"] as? String ?? id, borrowers: [],
        outline: outline)
      territory.crew = (properties["crew"] as? String).flatMap { $0.isEmpty ? nil : Identifier($0) }
      territory.isLocked = properties["locked"] as? Bool ?? false
      return territory
    }
  }

  private static func outline(_ geometry: [String: Any]?) -> [[Coordinate]]? {
    let polygons: [[[[Double]]]]
    switch geometry?["type"] as? String {
    case "Polygon": polygons = (geometry?["coordinates"] as? [[[Double]]]).map { [$0] } ?? []
    case "MultiPolygon": polygons = geometry?["coordinates"] as? [[[[Double]]]] ?? []
    default: return nil
    }
    var rings: [[Coordinate]] = []
    for polygon in polygons {
      guard let outer = polygon.first, (4...limits.corners).contains(outer.count) else {
        return nil
      }
      let ring = outer.compactMap { corner in
        corner.count < 2 ? nil : Coordinate(degreesLatitude: corner[1], longitude: corner[0])
      }
      guard ring.count == outer.count, ring.first == ring.last else { return nil }
      rings.append(ring)
    }
    return rings.isEmpty ? nil : rings
  }
}
