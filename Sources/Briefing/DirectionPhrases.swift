/// Sentences of the way.
///
/// A road comes as its name with its number, empty where unnamed.
public struct DirectionPhrases: Sendable {
  /// Set off in a direction, on a road.
  public var depart: @Sendable (DirectionStep.CompassPoint, String) -> String
  /// Go on along a road.
  public var straight: @Sendable (String) -> String
  /// Bend a little to the left, into a road.
  public var slightLeft: @Sendable (String) -> String
  /// Turn left into a road.
  public var left: @Sendable (String) -> String
  /// Turn back to the left, into a road.
  public var sharpLeft: @Sendable (String) -> String
  /// Bend a little to the right, into a road.
  public var slightRight: @Sendable (String) -> String
  /// Turn right into a road.
  public var right: @Sendable (String) -> String
  /// Turn back to the right, into a road.
  public var sharpRight: @Sendable (String) -> String
  /// Turn round on a road.
  public var uTurn: @Sendable (String) -> String
  /// Stay left where a road forks.
  public var keepLeft: @Sendable (String) -> String
  /// Stay right where a road forks.
  public var keepRight: @Sendable (String) -> String
  /// Exit number, then the road.
  public var roundabout: @Sendable (Int, String) -> String
  /// Board a ferry by its name.
  public var ferry: @Sendable (String) -> String
  /// The end of the way, the side of the door unknown or straight ahead.
  public var arriveAhead: String
  /// The end of the way, the door on the left.
  public var arriveLeft: String
  /// The end of the way, the door on the right.
  public var arriveRight: String
}
