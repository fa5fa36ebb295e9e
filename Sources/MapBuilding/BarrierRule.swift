/// Whom a gate, bollard or other thing standing in the way keeps out.
enum BarrierRule {
  /// Whether the mode of `profile` cannot pass a node with `tags`.
  ///
  /// Access tags speak first. A private gate opens for whoever has business behind it, so it stops
  /// nobody here; the roads behind it say that they are private.
  static func blocks(_ tags: Tags, _ profile: TravelProfile) -> Bool {
    guard let barrier = tags[.barrier], barrier != "no" else {
      // A crossing or plain node is a barrier only where an access tag forbids it outright.
      guard tags[.highway] == nil || tags.has(.highway, "gate") else { return false }
      return stated(tags, profile) == .closed
    }
    if let verdict = stated(tags, profile) { return verdict == .closed }
    if tags.has(.locked, "yes") { return true }
    let kind =
      barrier == "bollard" && tags.has(.bollard, "rising") ? "rising_bollard" : barrier
    switch profile.barriers {
    case .passes(let kinds): return !kinds.contains(kind)
    case .blockedBy(let kinds): return kinds.contains(kind)
    }
  }

  private static func stated(_ tags: Tags, _ profile: TravelProfile) -> AccessRule.Verdict? {
    for key in profile.access.keys {
      if let verdict = tags[key].flatMap({ AccessRule.stated($0, profile) }) { return verdict }
    }
    return nil
  }
}
