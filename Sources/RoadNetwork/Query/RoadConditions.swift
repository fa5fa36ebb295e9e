public import Quantities

/// What differs from a map's usual roads for a while: speeds, closures, areas to keep out of.
///
/// Applied with ``RoadNetwork/adapted(to:modes:)``.
public struct RoadConditions: Hashable, Sendable {
  /// An area that some travel modes must keep out of.
  public struct AvoidedArea: Hashable, Sendable {
    /// The outline, closed by itself; at least three points (WGS-84).
    public var outline: [Coordinate]
    /// Whom it binds.
    public var modes: Set<TravelMode>

    /// An area with an outline.
    public init(outline: [Coordinate], modes: Set<TravelMode> = Set(TravelMode.allCases)) {
      (self.outline, self.modes) = (outline, modes)
    }
  }

  /// How fast one goes on each class of road, in per cent of the usual speed: 1 … 1000; classes that
  /// are not named keep their speed.
  public var speeds: [RoadClass: Int]
  /// Roads that nobody may use, both ways.
  public var closedRoads: Set<Index<Road>>
  /// Roads that touch one of these areas are closed to its modes.
  public var avoidedAreas: [AvoidedArea]

  /// The minute of the week, counted from Monday midnight, whose hourly rules of the map hold.
  ///
  /// Without one, what the map closes or forbids at certain hours is passed over.
  public var minuteOfWeek: Int?

  /// Conditions; with none given, the usual ones.
  public init(
    speeds: [RoadClass: Int] = [:], closedRoads: Set<Index<Road>> = [],
    avoidedAreas: [AvoidedArea] = [], minuteOfWeek: Int? = nil
  ) {
    (self.speeds, self.closedRoads, self.avoidedAreas) = (speeds, closedRoads, avoidedAreas)
    self.minuteOfWeek = minuteOfWeek
  }

  /// Whether nothing differs from what is usual.
  public var isUsual: Bool {
    speeds.values.allSatisfy { $0 == 100 } && closedRoads.isEmpty && avoidedAreas.isEmpty
      && minuteOfWeek == nil
  }
}
