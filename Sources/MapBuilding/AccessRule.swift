public import RoadNetwork

/// Who may use a road at all, after the access tags and what is usual for its class.
///
/// Of the tags the one closest to the mode counts: `motorcar` before `motor_vehicle` before
/// `vehicle` before `access` (OpenStreetMap wiki, "Key:access").
public enum AccessRule {
  /// What a mode may do on a road.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case open
    /// Only to reach something on it: private, for customers, destination.
    case endsOnly = "ends_only"
    /// Only by getting off and pushing.
    case pushing
    case closed
  }

  /// What the mode of `profile` may do on a road of `roadClass` with `tags` at any time, conditions
  /// left aside.
  public static func verdict(
    _ tags: Tags, roadClass: RoadClass, profile: TravelProfile
  ) -> Verdict {
    let usual = usual(tags, roadClass: roadClass, profile: profile)
    for key in profile.access.keys {
      guard let value = tags[key], let stated = stated(value, profile) else { continue }
      return settled(stated, key: key, usual: usual, profile)
    }
    return usual
  }

  /// What a verdict of a tag comes to where `usual` holds without it.
  static func settled(
    _ stated: Verdict, key: TagKey, usual: Verdict, _ profile: TravelProfile
  ) -> Verdict {
    // `access=yes` on a footway does not invite cars; a key of their own does.
    let isOwnKey = !profile.access.generalKeys.contains(key)
    switch (stated, usual) {
    case (.closed, _), (.pushing, _): return stated
    case (_, .closed), (_, .pushing): return isOwnKey ? stated : usual
    case (.open, .endsOnly): return isOwnKey ? .open : .endsOnly
    default: return stated
    }
  }

  /// What a tag's value says; `nil` when it says nothing that is known.
  ///
  /// Of several values the kindest counts, as any one of them lets people pass.
  static func stated(_ value: String, _ profile: TravelProfile) -> Verdict? {
    let values = profile.access.values
    if let whole = values[value] { return whole }
    let found = value.split(separator: ";").prefix(8).compactMap { values[String($0).trimmed] }
    for verdict in [Verdict.open, .endsOnly, .pushing] where found.contains(verdict) {
      return verdict
    }
    return found.first
  }

  /// What holds where no access tag speaks.
  static func usual(
    _ tags: Tags, roadClass: RoadClass, profile: TravelProfile
  ) -> Verdict {
    let access = profile.access
    if roadClass == .ferry { return profile.ferries.access }
    if roadClass <= .motorwayLink { return access.roads[roadClass] ?? .closed }
    if tags.has(.motorroad, "yes") { return access.motorRoads }
    if roadClass <= .secondaryLink, let name = tags[.name],
      access.expresswayWords.contains(where: { name.holds($0) })
    {
      return access.expressways
    }
    if let service = tags[.service], access.closedServices.contains(service) { return .closed }
    return access.roads[roadClass] ?? .closed
  }
}
