import Quantities

/// What kind of turn rule the tags of a restriction describe, and whom it binds.
struct RestrictionRule: Hashable, Sendable {
  /// Why a relation gives no rule.
  enum Refusal: Error, Hashable, Sendable {
    /// It holds only at certain times.
    case conditional
    /// Its kind is none that is known, or it binds no mode there is.
    case unknown
  }

  var isMandatory: Bool
  var modes: Set<TravelMode>

  private static let vehicles: Set<TravelMode> = [.car, .motorcycle, .eBike, .bicycle]

  /// Reads `restriction`, `restriction:<mode>` and `except`.
  init(_ tags: Tags) throws(Refusal) {
    var kind = tags[.restriction]
    var bound = Self.vehicles
    if kind == nil {
      bound = []
      for (key, value) in tags.pairs where key.hasPrefix("restriction:") {
        let suffix = String(key.dropFirst("restriction:".count))
        guard suffix != "conditional", !suffix.hasSuffix(":conditional") else { continue }
        bound.formUnion(Self.modes(suffix))
        kind = kind ?? value
      }
    }
    guard let kind else {
      throw tags.pairs.contains { $0.key.hasSuffix(":conditional") } ? .conditional : .unknown
    }
    if tags[.day_on] != nil || tags[.hour_on] != nil { throw .conditional }
    guard let isMandatory = Self.kinds[kind] else { throw .unknown }
    for exception in (tags[.except] ?? "").split(separator: ";").prefix(16) {
      bound.subtract(Self.modes(String(exception).trimmed))
    }
    guard !bound.isEmpty else { throw .unknown }
    self.isMandatory = isMandatory
    modes = bound
  }

  /// The modes that a vehicle key of OpenStreetMap stands for.
  private static func modes(_ key: String) -> Set<TravelMode> {
    switch key {
    case "motorcar": [.car]
    case "motorcycle": [.motorcycle]
    case "motor_vehicle": [.car, .motorcycle]
    case "vehicle": vehicles
    case "bicycle": [.bicycle, .eBike]
    case "foot": [.foot]
    default: []
    }
  }

  private static let kinds = [
    "no_left_turn": false, "no_right_turn": false, "no_straight_on": false, "no_u_turn": false,
    "no_entry": false, "no_exit": false, "only_left_turn": true, "only_right_turn": true,
    "only_straight_on": true, "only_u_turn": true,
  ]
}
