import Quantities
import RoadNetwork

/// How fast a mode goes along a road: what is posted or usual, held down by surface and legs.
enum TravelSpeed {
  /// The speed in tenths of a km/h.
  static func speed(
    _ tags: Tags, roadClass: RoadClass, mode: TravelMode, verdict: AccessRule.Verdict,
    isForward: Bool, usual: UsualSpeed
  ) -> UInt16 {
    let speed: Int
    switch mode {
    case .car:
      speed = motor(tags, roadClass, isForward, usual)
    case .motorcycle:
      speed = min(800, motor(tags, roadClass, isForward, usual))
    case .eBike, .bicycle:
      speed = verdict == .pushing ? 40 : cycle(tags, roadClass, mode, isForward)
    case .foot:
      speed = roadClass == .steps ? 20 : 50
    }
    return UInt16(max(10, min(speed, 2000)))
  }

  /// Posted limits are driven at four fifths, as in OSRM's car profile; without one the usual
  /// speed, and never faster than the surface lets.
  private static func motor(
    _ tags: Tags, _ roadClass: RoadClass, _ isForward: Bool, _ usual: UsualSpeed
  ) -> Int {
    var speed = usual.car(roadClass, tags)
    if roadClass == .service, tags.has(.service, "driveway", "parking_aisle", "drive-through") {
      speed = 80
    } else {
      switch PostedSpeed(tags, isForward: isForward) {
      case .limit(let limit): speed = limit * 4 / 5
      case .unlimited: speed = max(speed, 1100)
      case .unclear, nil: break
      }
    }
    return min(speed, Surface.limit(tags) ?? .max)
  }

  private static func cycle(
    _ tags: Tags, _ roadClass: RoadClass, _ mode: TravelMode, _ isForward: Bool
  ) -> Int {
    var speed = mode == .eBike ? 220 : 150
    switch roadClass {
    case .path, .track: speed = mode == .eBike ? 150 : 110
    case .footway, .pedestrian, .livingStreet: speed = 100
    case .ferry: speed = 50
    default: break
    }
    if case .limit(let limit) = PostedSpeed(tags, isForward: isForward) {
      speed = min(speed, limit * 4 / 5)
    }
    return min(speed, Surface.limit(tags).map { max(60, $0 / 2) } ?? .max)
  }
}

/// What the ground lets a motor vehicle do (OSRM's car profile).
enum Surface {
  /// The most in tenths of a km/h; `nil` on good or unknown ground.
  static func limit(_ tags: Tags) -> Int? {
    let surface = tags[.surface].flatMap { bySurface[$0] }
    let track = tags[.tracktype].flatMap { byTrackType[$0] }
    return [surface, track].compactMap(\.self).min()
  }

  private static let bySurface: [String: Int] = [
    "fine_gravel": 800, "compacted": 800, "paving_stones": 600, "metal": 600, "bricks": 600,
    "grass": 400, "wood": 400, "sett": 400, "grass_paver": 400, "gravel": 400, "unpaved": 400,
    "ground": 400, "dirt": 400, "pebblestone": 400, "cobblestone": 300, "clay": 300,
    "earth": 200, "stone": 200, "rocky": 200, "sand": 200, "mud": 100,
  ]

  private static let byTrackType = [
    "grade1": 600, "grade2": 400, "grade3": 300, "grade4": 250, "grade5": 200,
  ]
}
