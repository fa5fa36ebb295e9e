/// Words on maps.
public struct MapPhrases: Sendable {
  /// The heading of the overview map.
  public var title: String
  /// The letter beside the north arrow.
  public var north: String
  /// What stands below every map: the licence line.
  public var licence: @Sendable (String) -> String
  /// What stands below a map that names no licence: the datum of its coordinates.
  public var datum: String
  /// Legend: where the crew sets out.
  public var base: String
  /// Legend: a numbered stop.
  public var stop: String
  /// Legend: the line driven.
  public var route: String
  /// Legend: a road of the main classes.
  public var mainRoad: String
  /// Legend: a road of a lesser class.
  public var otherRoad: String
  /// Legend: a ferry's crossing.
  public var ferry: String
  /// Legend: seas, lakes and rivers.
  public var water: String
  /// Legend: woods and parks.
  public var wood: String
  /// Legend: land with houses.
  public var builtUp: String
}
