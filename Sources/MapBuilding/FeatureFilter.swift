/// What of an OpenStreetMap extract the map builder needs; everything else is never held.
struct FeatureFilter: Sendable {
  /// Keeps things of a kind that carry a key, with this value unless it is `nil`, and a second key
  /// unless that is `nil`.
  struct Rule: Hashable, Sendable {
    var entity: MapExtract.Entity
    var key: TagKey
    var value: String?
    var companion: TagKey?
  }

  /// The most that may be kept of an extract before it is refused.
  struct Limits: Hashable, Sendable {
    var nodes: UInt64 = 50_000_000
    var ways: UInt64 = 20_000_000
    var references: UInt64 = 400_000_000
    var members: UInt64 = 20_000_000
  }

  var rules: [Rule]
  var limits = Limits()

  /// Roads, places, addresses and what is drawn around them.
  static let standard = FeatureFilter(
    rules: nodeRules + wayRules + relationRules)

  private static let nodeRules =
    any(.node, of: [.barrier, .place, .entrance, .historic, .tourism, .driving_side])
    + [
      Rule(entity: .node, key: .highway, value: "traffic_signals"),
      Rule(entity: .node, key: .highway, value: "crossing"),
      Rule(entity: .node, key: .railway, value: "station"),
    ] + landmarks(.node) + addresses(.node)

  private static let wayRules =
    any(.way, of: [.highway, .landuse, .leisure, .place, .historic, .tourism])
    + values(.way, .route, ["ferry"])
    + values(
      .way, .natural,
      ["coastline", "water", "wood", "scrub", "beach", "sand", "wetland", "bay"])
    + values(.way, .waterway, ["river", "canal", "riverbank", "dock"])
    + values(.way, .railway, ["rail", "light_rail", "subway", "tram", "narrow_gauge", "preserved"])
    + values(.way, .boundary, ["administrative"])
    + landmarks(.way) + addresses(.way) + namedBuildings(.way)

  private static let relationRules =
    values(.relation, .type, ["restriction"])
    + any(.relation, of: [.landuse, .leisure, .place, .historic])
    + values(.relation, .natural, ["coastline", "water", "wood", "scrub", "beach", "sand", "bay"])
    + values(.relation, .waterway, ["riverbank"])
    + values(.relation, .boundary, ["administrative"])
    + landmarks(.relation) + addresses(.relation) + namedBuildings(.relation)

  /// Buildings and grounds that people find their way by.
  static let landmarkAmenities = [
    "hospital", "clinic", "school", "college", "university", "kindergarten", "townhall", "police",
    "fire_station", "post_office", "library", "marketplace", "bus_station", "ferry_terminal",
    "place_of_worship", "courthouse", "prison", "bank", "cinema", "theatre", "community_centre",
  ]

  private static func landmarks(_ entity: MapExtract.Entity) -> [Rule] {
    values(entity, .amenity, landmarkAmenities) + values(entity, .shop, ["supermarket", "mall"])
      + values(entity, .aeroway, ["aerodrome"])
  }

  private static func addresses(_ entity: MapExtract.Entity) -> [Rule] {
    any(entity, of: [.`addr:housenumber`])
  }

  private static func namedBuildings(_ entity: MapExtract.Entity) -> [Rule] {
    [Rule(entity: entity, key: .building, value: nil, companion: .name)]
  }

  private static func any(_ entity: MapExtract.Entity, of keys: [TagKey]) -> [Rule] {
    keys.map { Rule(entity: entity, key: $0, value: nil) }
  }

  private static func values(
    _ entity: MapExtract.Entity, _ key: TagKey, _ values: [String]
  ) -> [Rule] {
    values.map { Rule(entity: entity, key: key, value: $0) }
  }
}
