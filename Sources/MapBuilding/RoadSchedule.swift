public import Quantities
public import RoadNetwork

/// What an office knows of its roads that the map does not say: closures, areas that some modes must
/// keep out of, and how fast traffic is at certain hours.
public struct RoadSchedule: Hashable, Sendable {
  /// A road that is closed, both ways.
  public struct Closure: Hashable, Sendable {
    /// A place on it, or beside it within ``reach``.
    public var place: Coordinate
    /// Why, for whoever asks.
    public var reason: String

    /// How far from a road its closure may be marked.
    public static let reach = Distance(metres: 50)
  }

  /// An area that some modes must keep out of, and what it is called.
  public struct Area: Hashable, Sendable {
    /// What people call it.
    public var name: String
    /// Where it is and whom it binds.
    public var area: RoadConditions.AvoidedArea
  }

  /// Hours with their own speeds.
  public struct Period: Hashable, Sendable {
    /// What people call it, such as `morning rush`.
    public var name: String
    /// When it is.
    public var hours: WeeklyHours
    /// Speeds in per cent of the usual ones; other classes keep theirs.
    public var speeds: [RoadClass: Int]
  }

  /// Roads that are closed.
  public var closures: [Closure] = []
  /// Areas to keep out of.
  public var areas: [Area] = []
  /// Hours with their own speeds; where two meet, the earlier in the list counts.
  public var periods: [Period] = []

  /// A schedule in which nothing differs from the map.
  public init() {}

  /// The period that holds at a minute of the week, counted from Monday midnight.
  public func period(at minuteOfWeek: Int) -> Period? {
    periods.first { $0.hours.contains(minuteOfWeek: minuteOfWeek) }
  }

  /// What holds on `network` at a minute of the week, or without one at any time, with the closures
  /// that lie near no road.
  ///
  /// - Parameters:
  ///   - minuteOfWeek: counted from Monday midnight; `nil` for what holds always, which are closures
  ///     and areas.
  ///   - network: the network as it was opened.
  /// - Returns: the conditions, and closures that could not be placed.
  public func conditions(
    at minuteOfWeek: Int?, on network: RoadNetwork
  ) -> (conditions: RoadConditions, unplaced: [Closure]) {
    var conditions = RoadConditions(avoidedAreas: areas.map(\.area), minuteOfWeek: minuteOfWeek)
    if let minuteOfWeek { conditions.speeds = period(at: minuteOfWeek)?.speeds ?? [:] }
    var unplaced: [Closure] = []
    for closure in closures {
      let near = network.summary.modes.compactMap {
        network.nearest(closure.place, mode: $0.mode, within: Closure.reach)
      }
      if let nearest = near.min(by: { $0.moved < $1.moved }) {
        conditions.closedRoads.insert(nearest.road)
      } else {
        unplaced.append(closure)
      }
    }
    return (conditions, unplaced)
  }
}
