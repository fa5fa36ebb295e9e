public import Quantities

/// One step of the way: what to do, onto which road, and how far then.
public struct DirectionStep: Hashable, Sendable {
  /// A side of the road.
  public enum Side: String, Hashable, Sendable {
    case left, right
  }

  /// A point of the compass.
  public enum CompassPoint: Int, Hashable, Sendable, CaseIterable {
    case north, northEast, east, southEast, south, southWest, west, northWest

    /// The point nearest to `bearing` degrees clockwise from north.
    public init(bearing: Double) {
      let eighth = Int((bearing / 45).rounded()) % 8
      self = Self.allCases[eighth < 0 ? eighth + 8 : eighth]
    }
  }

  /// What to do.
  public enum Manoeuvre: Hashable, Sendable {
    /// Set off in a direction.
    case depart(CompassPoint)
    case straight
    case slightLeft, left, sharpLeft
    case slightRight, right, sharpRight
    case uTurn
    case keep(Side)
    /// Leave a roundabout by its `exit`-th exit, from 1.
    case roundabout(exit: Int)
    /// Go aboard a ferry.
    case ferry
    /// Stop; the door is on a side of the road, ahead if unknown.
    case arrive(Side?)
  }

  /// What to do.
  public var manoeuvre: Manoeuvre
  /// The road then followed, in the sheet's language where the map has it; empty if unnamed.
  public var road: String
  /// The road's number; empty without one.
  public var reference: String
  /// How far it is then followed.
  public var distance: Distance

  /// A step onto a road and along it.
  public init(
    _ manoeuvre: Manoeuvre, road: String = "", reference: String = "", distance: Distance = .zero
  ) {
    self.manoeuvre = manoeuvre
    self.road = road
    self.reference = reference
    self.distance = distance
  }
}

/// The way from one stop to the next as the road network gives it.
public struct RouteLeg: Hashable, Sendable {
  /// The steps in order.
  public var steps: [DirectionStep]
  /// The line driven, for maps; may be empty.
  public var line: [Coordinate]

  /// A way of some steps along a line.
  public init(steps: [DirectionStep], line: [Coordinate]) {
    self.steps = steps
    self.line = line
  }
}
