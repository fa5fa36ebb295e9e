public import Quantities
public import RoadNetwork

/// In which directions of a road one may go.
public struct OnewayRule: Hashable, Sendable {
  /// Along the order of the nodes.
  public var forward: Bool
  /// Against it.
  public var backward: Bool

  /// The directions for `mode` on a road of `roadClass` with `tags`.
  ///
  /// Roundabouts and motorways go one way unless told otherwise; walkers are bound only by
  /// `oneway:foot`; a reversible lane, whose direction nobody knows in advance, is closed to those
  /// it binds.
  public init(_ tags: Tags, roadClass: RoadClass, mode: TravelMode) {
    self.init(forward: true, backward: true)
    if let own = Self.ownKeys(mode).lazy.compactMap({ tags[$0] }).first.flatMap(Self.init(stated:))
    {
      self = own
      return
    }
    if mode == .foot { return }
    if mode == .bicycle || mode == .eBike, Self.hasContraflow(tags) { return }
    if let stated = tags[.oneway].flatMap(Self.init(stated:)) {
      self = stated
    } else if roadClass == .motorway || Self.isRoundabout(tags) {
      backward = false
    }
  }

  init(forward: Bool, backward: Bool) {
    self.forward = forward
    self.backward = backward
  }

  /// What a value of `oneway` says; `nil` when it is none that is known.
  init?(stated value: String) {
    switch value {
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

  private static func ownKeys(_ mode: TravelMode) -> [TagKey] {
    switch mode {
    case .car: []
    case .motorcycle: [.`oneway:motorcycle`]
    case .eBike, .bicycle: [.`oneway:bicycle`]
    case .foot: [.`oneway:foot`]
    }
  }

  /// Whether a lane leads cyclists against the traffic.
  private static func hasContraflow(_ tags: Tags) -> Bool {
    let lanes: [TagKey] = [.cycleway, .`cycleway:left`, .`cycleway:right`, .`cycleway:both`]
    return lanes.contains { key in
      ["opposite", "opposite_lane", "opposite_track", "opposite_share_busway"]
        .contains(tags[key] ?? "")
    }
  }
}
