import RoadNetwork

extension RoadDraft.Scenery.Kind {
  /// What `tags` describe on a map; `nil` for what is not drawn.
  init?(tags: Tags) {
    if let kind = Self.byNature(tags) ?? Self.byUse(tags) ?? Self.byTraffic(tags) {
      self = kind
    } else if tags.has(.boundary, "administrative"), Self.isDrawn(level: tags[.admin_level]) {
      self = .boundary
    } else if LandmarkRule.isLandmark(tags) {
      self = .landmark
    } else {
      return nil
    }
  }

  /// Whether the kind is a surface rather than a line.
  var isArea: Bool {
    switch self {
    case .coastline, .river, .railway, .boundary: false
    default: true
    }
  }

  private static func byNature(_ tags: Tags) -> Self? {
    switch tags[.natural] {
    case "coastline": return .coastline
    case "water", "bay": return .water
    case "wood", "scrub": return .wood
    case "beach", "sand": return .sand
    default: break
    }
    switch tags[.waterway] {
    case "riverbank", "dock": return .water
    case "river", "canal": return .river
    default: return nil
    }
  }

  private static func byUse(_ tags: Tags) -> Self? {
    switch tags[.landuse] {
    case "residential", "commercial", "retail", "construction": return .builtUp
    case "industrial", "port", "quarry", "railway": return .industrial
    case "forest": return .wood
    case "farmland", "orchard", "farmyard", "vineyard", "paddy": return .farmland
    case "reservoir", "basin": return .water
    case "recreation_ground", "village_green", "cemetery", "grass": return .park
    default: break
    }
    switch tags[.leisure] {
    case "park", "garden", "golf_course", "nature_reserve", "common": return .park
    default: return nil
    }
  }

  private static func byTraffic(_ tags: Tags) -> Self? {
    guard tags.has(.railway, "rail", "light_rail", "subway", "tram", "preserved", "narrow_gauge"),
      !tags.affirms(.tunnel), !tags.has(.service, "yard", "siding", "spur", "crossover")
    else { return nil }
    return .railway
  }

  /// Countries, provinces, prefectures, counties and towns.
  private static func isDrawn(level: String?) -> Bool {
    ["2", "3", "4", "5", "6", "7", "8"].contains(level ?? "")
  }
}
