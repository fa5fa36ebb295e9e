/// What commands that ask the roads say: `rounds map route`, `table`, `nearest`, `isochrone`.
public struct RoadPhrases: Sendable {
  /// The place, how far it lies outside the map's box, and the box.
  public var offMap: @Sendable (String, String, String) -> String
  /// The place, the mode, and how far was looked.
  public var noRoadNear: @Sendable (String, String, String) -> String
  /// Follows the two above when the place would lie on the map the other way round.
  public var exchanged: String
  /// That `roads.yaml` names no periods to make tables for.
  public var noPeriods: String
  /// The mode asked for, and those that the map has.
  public var noMode: @Sendable (String, String) -> String
  /// From one place to another.
  public var noWay: @Sendable (String, String) -> String
  /// The number of a part of the way, its distance and its time.
  public var leg: @Sendable (Int, String, String) -> String
  /// Distance and time of a whole way.
  public var whole: @Sendable (String, String) -> String
  /// How far a place was moved to a road, and the road.
  public var moved: @Sendable (String, String) -> String
  /// Stands in place of the name of a road that has none.
  public var unnamedRoad: String
  /// The side of a road, seen along a direction; ahead or on the line without one.
  public var side: @Sendable (DirectionStep.Side?) -> String
  /// A point of the compass.
  public var compass: @Sendable (DirectionStep.CompassPoint) -> String
  /// How far a road is, its name, the side and the point of the compass looked along.
  public var candidate: @Sendable (String, String, String, String) -> String
  /// A place from which no road is near enough or fits.
  public var noCandidate: @Sendable (String) -> String
  /// The time, how many areas, square kilometres, and the length of roads reached.
  public var isochrone: @Sendable (String, Int, String, String) -> String
  /// Rows, columns, cells without a way, and the file.
  public var tableWritten: @Sendable (String, String, String, String) -> String
  /// How many places of a file have no road near.
  public var placesOff: @Sendable (Int) -> String
  /// The file names no place at all.
  public var noPlaces: @Sendable (String) -> String
  /// The file is neither a table of places nor GeoJSON points; what was found.
  public var notPoints: @Sendable (String, String) -> String
  /// The web server answers: its address, the map's name, and the modes.
  public var serving: @Sendable (String, String, String) -> String
  /// The web server's address is not this machine's own: anyone who reaches it may ask.
  public var openToOthers: @Sendable (String) -> String
  /// The web server has ended.
  public var servedOut: String
  /// Which matrix server is asked.
  public var matrixAsked: @Sendable (String) -> String
  /// Why a matrix server's answer cannot be used: the server's address without its path, the code
  /// of the fault, and what was found.
  public var matrixFault: @Sendable (String, MatrixFaultCode, String) -> String
}

/// What may be wrong with a matrix server or its answer.
public enum MatrixFaultCode: String, Hashable, Sendable, CaseIterable {
  case badAddress = "bad-address"
  case noConnection = "no-connection"
  case timedOut = "timed-out"
  case busy = "server-busy"
  case refused = "refused"
  case tooLarge = "answer-too-large"
  case notJSON = "answer-not-json"
  case wrongSize = "answer-wrong-size"
  case absurdValue = "answer-absurd-value"
}
