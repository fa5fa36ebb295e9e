import Foundation
import Quantities
import RoadNetwork

/// GeoJSON (RFC 7946) as values to encode: WGS-84, longitude first, seven decimals.
enum GeoJSON {
  enum Geometry: Encodable {
    case point(Coordinate)
    case line([Coordinate])
    case lines([[Coordinate]])
    /// Polygons, each an outer ring with its holes, closed and oriented.
    case polygons([[[Coordinate]]])

    private enum Key: String, CodingKey { case type, coordinates }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      switch self {
      case .point(let place):
        try container.encode("Point", forKey: .type)
        try container.encode(Position(place), forKey: .coordinates)
      case .line(let line):
        try container.encode("LineString", forKey: .type)
        try container.encode(line.map(Position.init), forKey: .coordinates)
      case .lines(let lines):
        try container.encode("MultiLineString", forKey: .type)
        try container.encode(lines.map { $0.map(Position.init) }, forKey: .coordinates)
      case .polygons(let polygons):
        try container.encode("MultiPolygon", forKey: .type)
        try container.encode(
          polygons.map { $0.map { $0.map(Position.init) } }, forKey: .coordinates)
      }
    }
  }

  /// A position: longitude, latitude.
  private struct Position: Encodable {
    let place: Coordinate

    init(_ place: Coordinate) { self.place = place }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(Decimal(place.longitude) / 10_000_000)
      try container.encode(Decimal(place.latitude) / 10_000_000)
    }
  }

  struct Feature<Properties: Encodable>: Encodable {
    var type = "Feature"
    var properties: Properties
    var geometry: Geometry

    init(_ properties: Properties, _ geometry: Geometry) {
      self.properties = properties
      self.geometry = geometry
    }
  }

  struct Collection<Properties: Encodable>: Encodable {
    var type = "FeatureCollection"
    var features: [Feature<Properties>]

    init(_ features: [Feature<Properties>]) { self.features = features }

    /// Writes the collection to standard output.
    func write() throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(self), as: UTF8.self))
    }
  }
}
