/// Sentences of the way. A road comes as its name with its number, empty where unnamed.
public struct DirectionPhrases: Sendable {
  /// Set off in a direction, on a road.
  public var depart: @Sendable (DirectionStep.CompassPoint, String) -> String
  public var straight: @Sendable (String) -> String
  public var slightLeft: @Sendable (String) -> String
  public var left: @Sendable (String) -> String
  public var sharpLeft: @Sendable (String) -> String
  public var slightRight: @Sendable (String) -> String
  public var right: @Sendable (String) -> String
  public var sharpRight: @Sendable (String) -> String
  public var uTurn: @Sendable (String) -> String
  public var keepLeft: @Sendable (String) -> String
  public var keepRight: @Sendable (String) -> String
  /// Exit number, then the road.
  public var roundabout: @Sendable (Int, String) -> String
  public var ferry: @Sendable (String) -> String
  public var arriveAhead: String
  public var arriveLeft: String
  public var arriveRight: String
}
