public import RoadNetwork

/// In which directions of a road one may go.
public struct OnewayRule: Hashable, Sendable {
  /// Along the order of the nodes.
  public var forward: Bool
  /// Against it.
  public var backward: Bool

  /// The directions for the mode of `profile` on a road of `roadClass` with `tags`.
  ///
  /// Roundabouts and motorways go one way unless told otherwise; a reversible lane, whose direction
  /// nobody knows in advance, is closed to those it binds.
  public init(_ tags: Tags, roadClass: RoadClass, profile: TravelProfile) {
    let rule = profile.oneway
    self.init(forward: true, backward: true)
    for key in rule.keys where key != .oneway {
      if let own = tags[key].flatMap(Self.init(stated:)) {
        self = own
        return
      }
    }
    if rule.keys.contains(.oneway), let stated = tags[.oneway].flatMap(Self.init(stated:)) {
      self = stated
    } else if rule.impliedRoads.contains(roadClass)
      || (rule.impliedRoundabouts && Self.isRoundabout(tags))
    {
      backward = false
    }
    if rule.contraflowLanes, !(forward && backward) { openLanes(tags) }
  }

  init(forward: Bool, backward: Bool) {
    self.forward = forward
    self.backward = backward
  }

  /// What a value of `oneway` says; `nil` when it is none that is known.
  init?(stated value: String) {
    switch value.trimmed.lowercased() {
    case "yes", "1", "true": self.init(forward: true, backward: false)
    case "-1", "reverse": self.init(forward: false, backward: true)
    case "no", "0", "false", "alternating": self.init(forward: true, backward: true)
    case "reversible": self.init(forward: false, backward: false)
    default: return nil
    }
  }

  /// Whether the road is a ring that one drives round.
  public static func isRoundabout(_ tags: Tags) -> Bool {
    tags.has(.junction, "roundabout", "circular")
  }

  private static let lanes: [(lane: TagKey, oneway: TagKey)] = [
    (.cycleway, .`cycleway:oneway`), (.`cycleway:left`, .`cycleway:left:oneway`),
    (.`cycleway:right`, .`cycleway:right:oneway`), (.`cycleway:both`, .`cycleway:both:oneway`),
  ]

  /// Opens the directions in which lanes lead cyclists: `opposite*`, or lanes with a direction of
  /// their own.
  private mutating func openLanes(_ tags: Tags) {
    for (lane, oneway) in Self.lanes {
      let value = tags[lane] ?? "no"
      if value.hasPrefix("opposite") { (forward, backward) = (true, true) }
      guard !["no", "none", "separate"].contains(value),
        let own = tags[oneway].flatMap(Self.init(stated:))
      else { continue }
      forward = forward || own.forward
      backward = backward || own.backward
    }
  }
}
