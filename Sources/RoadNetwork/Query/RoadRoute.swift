public import Quantities

/// The quickest way between two positions.
public struct RoadRoute: Hashable, Sendable {
  /// How long it takes, turns included.
  public let duration: Seconds
  /// How long the way is.
  public let distance: Distance
  /// The line to draw, from the first position to the last; never empty.
  public let geometry: [Coordinate]
  /// What to do on the way: a departure first, an arrival last.
  public let steps: [RoadStep]
}

/// One instruction of a route and the stretch that follows it.
public struct RoadStep: Hashable, Sendable {
  /// How sharply a turn bends.
  public enum Bend: Hashable, Sendable {
    case slightLeft, left, sharpLeft
    case slightRight, right, sharpRight
  }

  /// Where the place arrived at lies.
  public enum Side: Hashable, Sendable {
    case left, right, ahead
  }

  /// What to do at the step's place.
  public enum Manoeuvre: Hashable, Sendable {
    case depart
    case turn(Bend)
    /// Go straight on, where the street changes its name or others branch off.
    case goOn
    case uTurn
    /// Take the roundabout's exit of this number, counted from 1.
    case roundabout(exit: Int)
    case boardFerry
    case arrive(Side)
  }

  /// What to do at ``coordinate``.
  public let manoeuvre: Manoeuvre
  /// Where it is done.
  public let coordinate: Coordinate
  /// The direction of travel after it, in whole degrees clockwise from north, 0 ..< 360.
  public let bearing: Int
  /// The street that follows.
  public let street: Street
  /// How long the stretch until the next step takes; nothing for the arrival.
  public let duration: Seconds
  /// How long the stretch is.
  public let distance: Distance
  /// The stretch's part of ``RoadRoute/geometry``.
  public let geometry: Range<Int>
}
