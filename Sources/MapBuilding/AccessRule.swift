public import Quantities
public import RoadNetwork

/// Who may use a road at all, after the access tags and what is usual for its class.
///
/// Of the tags the one closest to the mode counts: `motorcar` before `motor_vehicle` before
/// `vehicle` before `access` (OpenStreetMap wiki, "Key:access").
public enum AccessRule {
  /// What a mode may do on a road.
  public enum Verdict: Hashable, Sendable {
    case open
    /// Only to reach something on it: private, for customers, destination.
    case endsOnly
    /// Only by getting off and pushing.
    case pushing
    case closed
  }

  /// The keys that speak about `mode`, the closest first.
  static func keys(for mode: TravelMode) -> [TagKey] {
    switch mode {
    case .car: [.motorcar, .motor_vehicle, .vehicle, .access]
    case .motorcycle: [.motorcycle, .motor_vehicle, .vehicle, .access]
    case .eBike: [.electric_bicycle, .bicycle, .vehicle, .access]
    case .bicycle: [.bicycle, .vehicle, .access]
    case .foot: [.foot, .access]
    }
  }

  /// What `mode` may do on a road of `roadClass` with `tags`.
  public static func verdict(_ tags: Tags, roadClass: RoadClass, mode: TravelMode) -> Verdict {
    let usual = usual(tags, roadClass: roadClass, mode: mode)
    for key in keys(for: mode) {
      guard let value = tags[key], let stated = stated(value) else { continue }
      // `access=yes` on a footway does not invite cars; a key of their own does.
      let isOwnKey = key != .access && key != .vehicle
      switch (stated, usual) {
      case (.closed, _), (.pushing, _): return stated
      case (_, .closed), (_, .pushing): return isOwnKey ? stated : usual
      case (.open, .endsOnly): return isOwnKey ? .open : .endsOnly
      default: return stated
      }
    }
    return usual
  }

  /// What a tag's value says; `nil` when it says nothing that is known.
  ///
  /// Of several values the kindest counts, as any one of them lets people pass.
  static func stated(_ value: String) -> Verdict? {
    let parts = value.split(separator: ";").prefix(8).map { part in
      String(part.drop { $0 == " " })
    }
    let found = parts.compactMap { Self.verdicts[$0] }
    for verdict in [Verdict.open, .endsOnly, .pushing] where found.contains(verdict) {
      return verdict
    }
    return found.first
  }

  private static let verdicts: [String: Verdict] = [
    "yes": .open, "permissive": .open, "designated": .open, "official": .open, "public": .open,
    "true": .open, "1": .open, "toll": .open, "discouraged": .open, "optional_sidepath": .open,
    "private": .endsOnly, "destination": .endsOnly, "customers": .endsOnly,
    "delivery": .endsOnly, "permit": .endsOnly, "residents": .endsOnly, "residential": .endsOnly,
    "dismount": .pushing,
    "no": .closed, "agricultural": .closed, "forestry": .closed, "agricultural;forestry": .closed,
    "emergency": .closed, "military": .closed, "psv": .closed, "bus": .closed, "none": .closed,
    "restricted": .closed, "use_sidepath": .closed, "hgv": .closed, "false": .closed,
  ]

  private static func usual(_ tags: Tags, roadClass: RoadClass, mode: TravelMode) -> Verdict {
    if isForMotorsOnly(tags, roadClass) {
      return mode == .car || mode == .motorcycle ? .open : .closed
    }
    if tags.has(.service, "emergency_access") { return .closed }
    switch mode {
    case .car, .motorcycle:
      if roadClass == .track { return .endsOnly }
      return roadClass.isMotorRoad || roadClass == .ferry ? .open : .closed
    case .eBike, .bicycle:
      switch roadClass {
      case .pedestrian, .footway: return .pushing
      case .steps: return .closed
      default: return .open
      }
    case .foot:
      return .open
    }
  }

  /// Whether a road is closed to whoever has no motor: motorways, motor roads, and the elevated and
  /// express roads of Chinese cities, which the map often calls trunk roads.
  private static func isForMotorsOnly(_ tags: Tags, _ roadClass: RoadClass) -> Bool {
    if roadClass <= .motorwayLink || tags.has(.motorroad, "yes") { return true }
    guard roadClass <= .secondaryLink, let name = tags[.name] else { return false }
    return ["高速", "高架", "快速路"].contains { name.holds($0) }
  }
}
