public import FieldModel
public import Quantities

/// A route for other programs, in WGS-84, with tokens for names and nothing of a person.
public struct RouteExchange: Sendable {
  private struct Point {
    var number: Int
    var token: CaseToken
    var coordinate: Coordinate
    var arrival: String
    var minutes: Int
  }

  private let route: DailyRoute
  private let base: Coordinate
  private let legs: [[Coordinate]]
  private let points: [Point]

  /// The route from and back to `base`, along `legs` where they are known; `cases` are those of
  /// its stops.
  public init(
    route: DailyRoute, base: Coordinate, legs: [[Coordinate]] = [], cases: [LoanCase],
    tokenSalt: String
  ) {
    self.route = route
    self.base = base
    self.legs = legs
    points = route.stops.enumerated().map { position, stop in
      Point(
        number: position + 1,
        token: CaseToken(of: stop, among: cases, salt: tokenSalt),
        coordinate: stop.coordinate, arrival: stop.arrival.description,
        minutes: stop.service.roundedMinutes)
    }
  }

  /// GPX 1.1: one `rte` through base and stops, and a `trk` of the way if it is known.
  public var gpx: String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<gpx version="1.1" creator="rounds" xmlns="http://www.topografix.com/GPX/1/1">"#,
      "  <rte>", "    <name>\(route.date)</name>",
      gpxPoint("rtept", base, indent: "    ", name: "0", description: ""),
    ]
    for point in points {
      lines.append(
        gpxPoint(
          "rtept", point.coordinate, indent: "    ", name: "\(point.number) \(point.token.grouped)",
          description: "\(point.arrival), \(point.minutes) min"))
    }
    lines.append(gpxPoint("rtept", base, indent: "    ", name: "0", description: ""))
    lines.append("  </rte>")
    let way = legs.filter { $0.count > 1 }
    if !way.isEmpty {
      lines += ["  <trk>", "    <name>\(route.date)</name>"]
      for leg in way {
        lines.append("    <trkseg>")
        lines += leg.map { gpxPoint("trkpt", $0, indent: "      ", name: "", description: "") }
        lines.append("    </trkseg>")
      }
      lines.append("  </trk>")
    }
    lines.append("</gpx>")
    return lines.joined(separator: "\n") + "\n"
  }

  /// GeoJSON (RFC 7946): a feature for the base, one a stop, one line for the way.
  public var geoJSON: String {
    var features = [
      feature(type: "Point", coordinates: Self.position(base), [("kind", "\"base\"")])
    ]
    for point in points {
      features.append(
        feature(
          type: "Point", coordinates: Self.position(point.coordinate),
          [
            ("kind", "\"stop\""), ("number", String(point.number)),
            ("token", "\"\(point.token)\""), ("arrival", "\"\(point.arrival)\""),
            ("minutes", String(point.minutes)),
          ]))
    }
    let known = legs.flatMap { $0 }
    let line = known.isEmpty ? [base] + points.map(\.coordinate) + [base] : known
    let positions = "[\(line.map(Self.position).joined(separator: ","))]"
    features.append(
      feature(
        type: "LineString", coordinates: positions,
        [("kind", "\"route\""), ("date", "\"\(route.date)\"")]))
    return
      "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))\n]}\n"
  }

  private func gpxPoint(
    _ tag: String, _ coordinate: Coordinate, indent: String, name: String, description: String
  ) -> String {
    let latitude = NavigationLink.decimal(coordinate.degreesLatitude)
    let longitude = NavigationLink.decimal(coordinate.degreesLongitude)
    let start = "\(indent)<\(tag) lat=\"\(latitude)\" lon=\"\(longitude)\""
    guard !name.isEmpty else { return start + "/>" }
    let text = description.isEmpty ? "" : "<desc>\(description)</desc>"
    return "\(start)><name>\(name)</name>\(text)</\(tag)>"
  }

  private static func position(_ coordinate: Coordinate) -> String {
    let latitude = NavigationLink.decimal(coordinate.degreesLatitude)
    return "[\(NavigationLink.decimal(coordinate.degreesLongitude)),\(latitude)]"
  }

  private func feature(type: String, coordinates: String, _ properties: [(String, String)])
    -> String
  {
    let members = properties.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
    return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"\(type)\",\"coordinates\":"
      + "\(coordinates)},\"properties\":{\(members)}}"
  }
}
