import Gazetteer

/// Which administrative borders make places that people name in addresses.
enum BorderRule {
  /// The kind of place; `nil` for countries, provinces and what is no border.
  static func kind(_ tags: Tags) -> PlaceDraft.Kind? {
    guard tags.has(.boundary, "administrative") else { return nil }
    switch tags[.admin_level] {
    case "5", "6", "7": return .district
    case "8", "9": return .town
    case "10": return .village
    default: return nil
    }
  }
}
