public import Quantities
public import RouteSolver

/// A promise that a plan or solution breaks, as a value; words stand in the phrasebook.
public struct RouteFault: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A vehicle or stop that the problem does not have.
    case unknownVehicle = "unknown-vehicle"
    case unknownStop = "unknown-stop"
    case vehicleTwice = "vehicle-twice"
    case stopTwice = "stop-twice"
    case emptyRoute = "empty-route"
    case noWay = "no-way"
    /// A leg whose time or length is not that of the matrix.
    case wrongLeg = "wrong-leg"
    case wrongArrival = "wrong-arrival"
    case startsBeforeArrival = "starts-before-arrival"
    case wrongService = "wrong-service"
    case outsideWindows = "outside-windows"
    case leavesBeforeShift = "leaves-before-shift"
    case backAfterShift = "back-after-shift"
    case wrongFinish = "wrong-finish"
    case afterLatestServiceEnd = "after-latest-service-end"
    case dutyTooLong = "duty-too-long"
    case drivingTooLong = "driving-too-long"
    /// Too long at the wheel without a service that is a rest.
    case drivingWithoutRest = "driving-without-rest"
    case wayTooLong = "way-too-long"
    case tooManyStops = "too-many-stops"
    case overCapacity = "over-capacity"
    case missingSkill = "missing-skill"
    case offPin = "off-pin"
    case offPinnedDay = "off-pinned-day"
    case offPinnedStart = "off-pinned-start"
    /// A visit that is not the one of its route it is pinned to be.
    case offPinnedPosition = "off-pinned-position"
    case forbiddenVehicle = "forbidden-vehicle"
    /// Two alternatives of one group.
    case groupTwice = "group-twice"
    /// Two visits that share a spacing, on days too near.
    case tooSoonAgain = "too-soon-again"
    /// Two visits that share a spacing, on days too far apart.
    case tooLateAgain = "too-late-again"
    /// A visit of a series on a day before that of one listed sooner.
    case outOfSeries = "out-of-series"
    /// Too long at the wheel over all days of a crew.
    case crewDrivingTooLong = "crew-driving-too-long"
    /// Too long at the wheel and at stops over all days of a crew.
    case crewWorkTooLong = "crew-work-too-long"
    /// A locked visit with another before it that is not locked, or out of order.
    case notAtBeginning = "not-at-beginning"
    /// A visit that is locked to another vehicle.
    case lockedElsewhere = "locked-elsewhere"
    /// A break that the crew does not have, or before the one taken earlier.
    case unknownBreak = "unknown-break"
    case breakBeforeItsTime = "break-before-its-time"
    case breakOutsideWindow = "break-outside-window"
    case wrongBreakLength = "wrong-break-length"
    case breakNotTaken = "break-not-taken"
    case breakTwice = "break-twice"
    /// A break that stands at no point of the route.
    case breakNowhere = "break-nowhere"
    /// No departure and no choice of windows and breaks keeps all times of an untimed route.
    case noSchedule = "no-schedule"
    /// A sum of a route that is not the sum of its parts.
    case wrongSum = "wrong-sum"
    case wrongCost = "wrong-cost"
    /// A stop listed as left out that is visited, or the other way round.
    case wronglyListed = "wrongly-listed"
  }

  /// What is wrong.
  public var kind: Kind
  /// The vehicle concerned.
  public var vehicle: Index<RoutingVehicle>?
  /// The stop concerned.
  public var stop: Index<RoutingStop>?
  /// The crew concerned, a position in the problem's crews.
  public var crew: Int?
  /// What was found, in seconds, decimetres, units of load, cost, or pieces.
  public var found: Int64?
  /// What is allowed, or would be right.
  public var limit: Int64?

  /// A fault; see the properties.
  public init(
    _ kind: Kind, vehicle: Index<RoutingVehicle>? = nil, stop: Index<RoutingStop>? = nil,
    crew: Int? = nil, found: Int64? = nil, limit: Int64? = nil
  ) {
    self.kind = kind
    self.vehicle = vehicle
    self.stop = stop
    self.crew = crew
    self.found = found
    self.limit = limit
  }
}
