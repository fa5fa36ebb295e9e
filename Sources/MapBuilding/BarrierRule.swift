public import Quantities

/// Whom a gate, bollard or other thing standing in the way keeps out.
public enum BarrierRule {
  /// The modes that cannot pass a node with `tags`; none for nodes without a barrier.
  ///
  /// Access tags speak first. A private gate opens for whoever has business behind it, so it stops
  /// nobody here; the roads behind it say that they are private.
  public static func blocked(_ tags: Tags) -> Set<TravelMode> {
    guard let barrier = tags[.barrier], barrier != "no" else { return blockedByAccess(tags) }
    return Set(TravelMode.allCases.filter { mode in !passes(tags, barrier: barrier, mode: mode) })
  }

  private static func passes(_ tags: Tags, barrier: String, mode: TravelMode) -> Bool {
    if let verdict = stated(tags, mode) { return verdict != .closed }
    if tags.has(.locked, "yes") { return false }
    if barrier == "bollard", tags.has(.bollard, "rising") { return true }
    switch mode {
    case .car: return openToCars.contains(barrier)
    case .motorcycle: return openToCars.contains(barrier) || openToTwoWheels.contains(barrier)
    case .eBike, .bicycle:
      return openToCars.contains(barrier) || openToTwoWheels.contains(barrier)
        || barrier == "motorcycle_barrier"
    case .foot: return !closedToAll.contains(barrier)
    }
  }

  /// A crossing or plain node is a barrier only where an access tag forbids it outright.
  private static func blockedByAccess(_ tags: Tags) -> Set<TravelMode> {
    guard tags[.highway] == nil || tags.has(.highway, "gate") else { return [] }
    return Set(TravelMode.allCases.filter { stated(tags, $0) == .closed })
  }

  private static func stated(_ tags: Tags, _ mode: TravelMode) -> AccessRule.Verdict? {
    for key in AccessRule.keys(for: mode) {
      if let verdict = tags[key].flatMap(AccessRule.stated) { return verdict }
    }
    return nil
  }

  private static let openToCars: Set<String> = [
    "gate", "lift_gate", "swing_gate", "sliding_gate", "wicket_gate", "border_control",
    "toll_booth", "sally_port", "cattle_grid", "entrance", "height_restrictor", "arch", "kerb",
    "bump_gate", "hampshire_gate", "checkpoint", "guard_house", "speed_bump",
  ]

  private static let openToTwoWheels: Set<String> = [
    "bollard", "block", "cycle_barrier", "chicane", "planter", "jersey_barrier", "chain", "bar",
    "rope", "width_restrictor", "bus_trap", "sump_buster",
  ]

  private static let closedToAll: Set<String> = ["wall", "fence", "city_wall", "retaining_wall"]
}
