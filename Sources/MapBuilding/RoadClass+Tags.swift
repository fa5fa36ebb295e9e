public import RoadNetwork

extension RoadClass {
  /// What road or ferry `tags` describe; `nil` for what nobody can travel on, such as a road under
  /// construction, a platform or a race track.
  public init?(tags: Tags) {
    if tags.has(.route, "ferry") || tags.affirms(.ferry), tags[.highway] == nil {
      self = .ferry
      return
    }
    guard let highway = tags[.highway] else { return nil }
    guard let roadClass = Self.byName[highway] ?? Self.byOtherHighway[highway] else { return nil }
    self = roadClass
  }

  /// The class that a profile calls by its `highway` value; ferries have a section of their own.
  init?(profileName name: String) {
    guard let roadClass = Self.byName[name] else { return nil }
    self = roadClass
  }

  /// What profiles call the classes, in their order.
  static let profileNames = named.map(\.0)

  private static let named: [(String, RoadClass)] = [
    ("motorway", .motorway), ("motorway_link", .motorwayLink),
    ("trunk", .trunk), ("trunk_link", .trunkLink),
    ("primary", .primary), ("primary_link", .primaryLink),
    ("secondary", .secondary), ("secondary_link", .secondaryLink),
    ("tertiary", .tertiary), ("tertiary_link", .tertiaryLink),
    ("unclassified", .unclassified), ("residential", .residential),
    ("living_street", .livingStreet), ("service", .service), ("track", .track),
    ("pedestrian", .pedestrian), ("cycleway", .cycleway), ("footway", .footway),
    ("path", .path), ("steps", .steps),
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: named)

  private static let byOtherHighway: [String: RoadClass] = [
    "road": .unclassified, "corridor": .footway, "crossing": .footway, "bridleway": .path,
  ]

  static func <= (left: RoadClass, right: RoadClass) -> Bool { left.rawValue <= right.rawValue }
}
