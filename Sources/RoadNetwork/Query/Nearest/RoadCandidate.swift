public import Quantities

/// One of the roads near a place, and where on it the place would be.
public struct RoadCandidate: Hashable, Sendable {
  /// Where a place lies, seen along a road.
  public enum Side: String, Hashable, Sendable {
    case left, right
    /// Within half a metre of the road's line, or straight on from its end.
    case onLine = "on-line"
  }

  /// The place on the road; its `requested` is the place asked for, also where an entrance was
  /// snapped in its stead.
  public let position: RoadPosition
  /// The entrance that was snapped instead of the place asked for; `nil` without such a hint.
  public let entrance: Coordinate?
  /// How far the road is from what was snapped: the entrance, else the place asked for.
  public let reach: Distance
  /// On which side the place asked for lies, looking along ``bearing``.
  public let side: Side
  /// The direction in which the road is looked along, in whole degrees clockwise from north,
  /// 0 ..< 360: one in which the mode may use it.
  public let bearing: Int
  /// Whether the mode may use the road both ways there.
  public let isBothWays: Bool
  /// The street that the road belongs to.
  public let street: Street
}

/// Directions within some degrees of another, as a moving crew's course asks for.
public struct BearingRange: Hashable, Sendable {
  /// Degrees clockwise from north, 0 ..< 360.
  public let bearing: Int
  /// How far a direction may be off to either side, 0 … 180.
  public let range: Int

  /// Directions at most `range` degrees off `bearing`, both brought within their bounds.
  public init(_ bearing: Int, range: Int) {
    let rest = bearing % 360
    self.bearing = rest < 0 ? rest + 360 : rest
    self.range = min(180, max(0, range))
  }

  /// Whether a direction in degrees clockwise from north is near enough.
  public func contains(_ degrees: Double) -> Bool {
    abs(RoadGeometry.turn(from: Double(bearing), to: degrees)) <= Double(range)
  }
}
