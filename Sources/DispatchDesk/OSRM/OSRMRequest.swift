public import Quantities
public import RoadNetwork

/// A request of OSRM's HTTP API v1, understood.
public struct OSRMRequest: Hashable, Sendable {
  /// What is asked for.
  public enum Service: Hashable, Sendable {
    case route(RouteOptions)
    case table(TableOptions)
    case nearest(count: Int)
  }

  /// How a line is written.
  public enum Geometries: String, Hashable, Sendable {
    case polyline, polyline6, geojson
  }

  /// How much of a route's line is given.
  public enum Overview: String, Hashable, Sendable {
    case simplified, full
    case none = "false"
  }

  /// What `annotation` objects and tables hold.
  public enum Annotation: String, Hashable, Sendable {
    case duration, distance, weight, speed
    /// Accepted and left out: road files keep no node numbers and have one source.
    case nodes, datasources
  }

  /// Options of `route`.
  public struct RouteOptions: Hashable, Sendable {
    /// Whether legs have instructions.
    public var steps = false
    /// What is told of each part of a leg's line.
    public var annotations: Set<Annotation> = []
    /// How lines are written.
    public var geometries = Geometries.polyline
    /// How much of the whole line is given.
    public var overview = Overview.simplified
  }

  /// Options of `table`.
  public struct TableOptions: Hashable, Sendable {
    /// Positions in the coordinates.
    public var sources: [Int] = []
    /// Positions in the coordinates.
    public var destinations: [Int] = []
    /// Whether times are given.
    public var durations = true
    /// Whether lengths are given.
    public var distances = false
    /// Metres a second as the crow flies, where there is no way.
    public var fallbackSpeed: Double?
    /// Whether the crow flies from the places asked for, or from those on the roads.
    public var fallsBackFromInput = true
    /// What durations are multiplied by.
    public var scaleFactor = 1.0
  }

  /// A coordinate with what narrows where it may lie.
  public struct Place: Hashable, Sendable {
    /// Where the place is.
    public var coordinate: Coordinate
    /// In which direction its road must be open; `nil` for any.
    public var bearing: BearingRange?
    /// How far a road may be; `nil` for any.
    public var radius: Distance?
    /// What an earlier answer said of the place.
    public var hint: String?
  }

  /// The word for who travels.
  public var profile: String
  /// The coordinates in order.
  public var places: [Place]
  /// What is asked for.
  public var service: Service
  /// Whether waypoints carry hints.
  public var givesHints = true
  /// Whether waypoints are left out.
  public var skipsWaypoints = false
}
