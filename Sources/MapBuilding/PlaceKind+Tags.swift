import Gazetteer
import Quantities

extension PlaceDraft.Kind {
  /// What kind of place `place` says; `nil` for what is no settlement (islands, countries).
  init?(tags: Tags) {
    switch tags[.place] {
    case "city": self = .city
    case "town": self = .town
    case "county", "district", "borough", "municipality": self = .district
    case "suburb", "quarter": self = .suburb
    case "village": self = .village
    case "hamlet", "isolated_dwelling", "farm", "locality": self = .hamlet
    case "neighbourhood", "city_block": self = .neighbourhood
    default: return nil
    }
  }

  /// Roughly how far such a place reaches, where the map has no outline.
  var usualRadius: Distance {
    switch self {
    case .city: Distance(metres: 8000)
    case .town: Distance(metres: 2500)
    case .district: Distance(metres: 10_000)
    case .suburb: Distance(metres: 1500)
    case .village: Distance(metres: 800)
    case .hamlet: Distance(metres: 400)
    case .neighbourhood: Distance(metres: 500)
    case .compound: Distance(metres: 200)
    case .landmark: Distance(metres: 100)
    case .postcode: Distance(metres: 500)
    }
  }
}
