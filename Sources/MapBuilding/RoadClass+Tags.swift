public import RoadNetwork

extension RoadClass {
  /// What road or ferry `tags` describe; `nil` for what nobody can travel on, such as a road under
  /// construction, a platform or a race track.
  public init?(tags: Tags) {
    if tags.has(.route, "ferry") || tags.affirms(.ferry), tags[.highway] == nil {
      self = .ferry
      return
    }
    guard let highway = tags[.highway], let roadClass = Self.byHighway[highway] else { return nil }
    self = roadClass
  }

  private static let byHighway: [String: RoadClass] = [
    "motorway": .motorway, "motorway_link": .motorwayLink,
    "trunk": .trunk, "trunk_link": .trunkLink,
    "primary": .primary, "primary_link": .primaryLink,
    "secondary": .secondary, "secondary_link": .secondaryLink,
    "tertiary": .tertiary, "tertiary_link": .tertiaryLink,
    "unclassified": .unclassified, "road": .unclassified, "residential": .residential,
    "living_street": .livingStreet, "service": .service, "track": .track,
    "pedestrian": .pedestrian, "cycleway": .cycleway, "footway": .footway, "corridor": .footway,
    "crossing": .footway, "path": .path, "bridleway": .path, "steps": .steps,
  ]

  /// Whether it is made for motor traffic.
  var isMotorRoad: Bool { self <= .service }

  static func <= (left: RoadClass, right: RoadClass) -> Bool { left.rawValue <= right.rawValue }
}
