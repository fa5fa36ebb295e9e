public import Quantities

/// A crew on one day.
///
/// Times are moments on the axis of ``HorizonSpan``. Duty runs from departure to return; a crew
/// that has no stops stays at home and costs nothing.
public struct RoutingVehicle: Hashable, Sendable {
  /// The most that a second or a kilometre may cost.
  public static let highestRate = RoutingProblem.Limit.rate

  /// The day of the horizon, which ``RoutingSpacing`` compares.
  public var day: Int
  /// The people who drive on several days: a position in ``RoutingProblem/crews``.
  public var crew: Int?
  /// A position in ``RoutingProblem/matrices``.
  public var matrix: Int
  /// Where it leaves from; `nil` when the day begins at its first stop.
  public var start: Index<RoutingLocation>?
  /// Where it must return to; `nil` when the day ends at its last stop.
  public var end: Index<RoutingLocation>?
  /// Earliest departure and latest return.
  public var shift: HorizonSpan
  /// The longest time from departure to return, unpaid breaks apart.
  public var maxDuty: Seconds?
  /// The longest time at the wheel.
  public var maxDriving: Seconds?
  /// The longest time at the wheel between two rests.
  public var continuousDriving: ContinuousDriving?
  /// The longest way.
  public var maxDistance: Distance?
  /// The most that its stops may load together.
  public var capacity: Int32?
  /// The most stops.
  public var maxStops: Int?
  /// The latest moment at which any service may end (daylight).
  public var latestServiceEnd: Seconds?
  /// Breaks in the order in which they are taken.
  public var breaks: [RoutingBreak]
  /// The skills it has, one bit each.
  public var skills: UInt64
  /// What using it at all costs.
  public var fixedCost: Cost
  /// What a second of travel costs.
  public var costPerTravelSecond: Int64
  /// What a second of idle waiting costs.
  public var costPerWaitingSecond: Int64
  /// What a kilometre costs; of each route the sum is rounded down.
  public var costPerKilometre: Int64
  /// The duty beyond which overtime is paid.
  public var overtimeAfter: Seconds?
  /// What a second of overtime costs.
  public var costPerOvertimeSecond: Int64
  /// The visits with which its day begins, in this order and with none before or between.
  public var lockedVisits: [Index<RoutingStop>]

  /// A crew on a day; see the properties.
  public init(
    day: Int = 0, crew: Int? = nil, matrix: Int = 0, start: Index<RoutingLocation>?,
    end: Index<RoutingLocation>?,
    shift: HorizonSpan, maxDuty: Seconds? = nil, maxDriving: Seconds? = nil,
    continuousDriving: ContinuousDriving? = nil, maxDistance: Distance? = nil,
    capacity: Int32? = nil, maxStops: Int? = nil, latestServiceEnd: Seconds? = nil,
    breaks: [RoutingBreak] = [],
    skills: UInt64 = 0, fixedCost: Cost = .zero, costPerTravelSecond: Int64 = 1,
    costPerWaitingSecond: Int64 = 0, costPerKilometre: Int64 = 0, overtimeAfter: Seconds? = nil,
    costPerOvertimeSecond: Int64 = 0, lockedVisits: [Index<RoutingStop>] = []
  ) {
    self.day = day
    self.crew = crew
    self.matrix = matrix
    self.start = start
    self.end = end
    self.shift = shift
    self.maxDuty = maxDuty
    self.maxDriving = maxDriving
    self.continuousDriving = continuousDriving
    self.maxDistance = maxDistance
    self.capacity = capacity
    self.maxStops = maxStops
    self.latestServiceEnd = latestServiceEnd
    self.breaks = breaks
    self.skills = skills
    self.fixedCost = fixedCost
    self.costPerTravelSecond = costPerTravelSecond
    self.costPerWaitingSecond = costPerWaitingSecond
    self.costPerKilometre = costPerKilometre
    self.overtimeAfter = overtimeAfter
    self.costPerOvertimeSecond = costPerOvertimeSecond
    self.lockedVisits = lockedVisits
  }
}

/// A pause of a crew, taken at a place where it stands anyway: after a service or before one.
///
/// It is owed unless the crew leaves after it could be over (`window.start + duration`) or is back
/// before it must begin (`window.end`).
public struct RoutingBreak: Hashable, Sendable {
  /// When it may begin.
  public var window: HorizonSpan
  /// How long it lasts.
  public var duration: Seconds
  /// Whether it counts as duty.
  public var isPaid: Bool

  /// A break of `duration` that begins within `window`.
  public init(window: HorizonSpan, duration: Seconds, isPaid: Bool = true) {
    self.window = window
    self.duration = duration
    self.isPaid = isPaid
  }
}

/// A limit on driving without rest.
///
/// Only a service of at least `rest` counts as a rest; breaks and waiting do not, so a route may
/// be refused that a lenient reading would pass, never the reverse. No rest is put in on its own.
public struct ContinuousDriving: Hashable, Sendable {
  /// The most driving between two rests.
  public var limit: Seconds
  /// The shortest service that is a rest.
  public var rest: Seconds

  /// At most `limit` of driving between services of at least `rest`.
  public init(limit: Seconds, rest: Seconds) {
    self.limit = limit
    self.rest = rest
  }
}
