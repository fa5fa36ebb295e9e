public import Quantities

/// A stretch of road between two junctions; the subject of ``RoadPosition/road``.
public enum Road {}

/// A place on a road of one network, where trips start and end.
public struct RoadPosition: Hashable, Sendable {
  /// The place that was asked for.
  public let requested: Coordinate
  /// The place on the road.
  public let coordinate: Coordinate
  /// How far the two are apart.
  public let moved: Distance
  /// The road, a position in the network that made this value.
  public let road: Index<Road>
  /// How far along the road from its start.
  public let along: Distance
}
