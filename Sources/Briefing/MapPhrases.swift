/// Words on maps.
public struct MapPhrases: Sendable {
  public var title: String
  public var north: String
  /// What stands below every map: the licence line.
  public var licence: @Sendable (String) -> String
  public var datum: String
  public var base: String
  public var stop: String
  public var route: String
  public var mainRoad: String
  public var otherRoad: String
  public var ferry: String
  public var water: String
  public var wood: String
  public var builtUp: String
}
