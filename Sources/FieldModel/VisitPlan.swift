public import Quantities

/// One stop of a daily route.
public struct PlannedStop: Hashable, Sendable {
  /// The visit's number, the name under which the field reports on it.
  public var visit: Identifier<PlannedVisit>
  /// The request it meets.
  public var request: Identifier<VisitRequest>
  /// Who is visited.
  public var borrower: Identifier<Borrower>
  /// The cases it is about, in order of id.
  public var cases: [Identifier<LoanCase>]
  /// Where.
  public var address: Identifier<Address>
  /// Where on the map.
  public var coordinate: Coordinate
  /// What for.
  public var purpose: VisitPurpose
  /// When the crew arrives; it waits from here until ``start``.
  public var arrival: TimeOfDay
  /// When the visit begins.
  public var start: TimeOfDay
  /// How long it takes.
  public var service: Seconds
  /// The lawful window it begins in.
  public var window: TimeWindow
  /// The time on the road from the stop before, or from the base.
  public var travel: Seconds
  /// The way from the stop before, or from the base.
  public var distance: Distance
  /// How risky it is.
  public var risk: RiskTier
  /// The rules that condition it.
  public var conditions: [RuleCitation]
  /// What it is worth.
  public var value: Int

  /// When the visit ends.
  public var end: TimeOfDay { start + service }

  /// A stop with everything that a sheet prints of it.
  public init(
    visit: Identifier<PlannedVisit>, request: Identifier<VisitRequest>,
    borrower: Identifier<Borrower>, cases: [Identifier<LoanCase>], address: Identifier<Address>,
    coordinate: Coordinate, purpose: VisitPurpose, arrival: TimeOfDay, start: TimeOfDay,
    service: Seconds, window: TimeWindow, travel: Seconds, distance: Distance,
    risk: RiskTier = .low, conditions: [RuleCitation] = [], value: Int = 0
  ) {
    self.visit = visit
    self.request = request
    self.borrower = borrower
    self.cases = cases
    self.address = address
    self.coordinate = coordinate
    self.purpose = purpose
    self.arrival = arrival
    self.start = start
    self.service = service
    self.window = window
    self.travel = travel
    self.distance = distance
    self.risk = risk
    self.conditions = conditions
    self.value = value
  }
}

/// A visit of a plan; a name for identifiers only.
public enum PlannedVisit {}

/// A pause as planned.
public struct PlannedBreak: Hashable, Sendable {
  /// When it begins.
  public var start: TimeOfDay
  /// How long it lasts.
  public var duration: Seconds
  /// After how many stops it is taken.
  public var afterStops: Int

  /// A pause after a number of stops.
  public init(start: TimeOfDay, duration: Seconds, afterStops: Int) {
    self.start = start
    self.duration = duration
    self.afterStops = afterStops
  }
}

/// What one crew does on one day.
public struct DailyRoute: Hashable, Sendable {
  /// Who goes.
  public var crew: Identifier<Crew>
  /// On which day.
  public var date: ServiceDate
  /// When the crew leaves its base.
  public var departure: TimeOfDay
  /// When it is back.
  public var back: TimeOfDay
  /// The stops in order; never empty.
  public var stops: [PlannedStop]
  /// The pauses in order.
  public var breaks: [PlannedBreak]
  /// The time on the road from the last stop to the base.
  public var returnTravel: Seconds
  /// The way from the last stop to the base.
  public var returnDistance: Distance

  /// A day's work of one crew.
  public init(
    crew: Identifier<Crew>, date: ServiceDate, departure: TimeOfDay, back: TimeOfDay,
    stops: [PlannedStop], breaks: [PlannedBreak] = [], returnTravel: Seconds,
    returnDistance: Distance
  ) {
    self.crew = crew
    self.date = date
    self.departure = departure
    self.back = back
    self.stops = stops
    self.breaks = breaks
    self.returnTravel = returnTravel
    self.returnDistance = returnDistance
  }

  /// The time at the wheel or on foot over the whole day.
  public var travel: Seconds { stops.reduce(returnTravel) { $0 + $1.travel } }
  /// The way over the whole day.
  public var distance: Distance { stops.reduce(returnDistance) { $0 + $1.distance } }
  /// The time at doors over the whole day.
  public var service: Seconds { stops.reduce(.zero) { $0 + $1.service } }
  /// The time from leaving to return.
  public var duty: Seconds { back - departure }
}

/// Why a case is not in the plan; never a dead end, always with what would change it where known.
public enum UnplannedReason: Hashable, Sendable {
  /// A rule forbids a visit on every day of the plan; `from` is the next lawful day if known.
  case forbidden(RuleCitation, from: ServiceDate?)
  /// A rule asks for a supervisor's approval first.
  case needsApproval(RuleCitation)
  /// A stop flag holds; `until` is its last day if known.
  case onHold(HoldKind, until: ServiceDate?)
  /// The case is cured or gone.
  case closed
  /// A promise is still running.
  case promiseRunning(until: ServiceDate)
  /// No address has been located.
  case notLocated
  /// The location is doubtful and nobody has looked yet.
  case locationDoubtful
  /// Every address is wrong, moved away from, refused or inaccessible.
  case noVisitableAddress
  /// The roads do not lead there.
  case unreachable
  /// The territory has no crew.
  case noCrew
  /// No crew has the skill.
  case missingSkill(Identifier<Skill>)
  /// The lawful windows do not meet the crews' hours; `slack` more would do, if known.
  case windowTooTight(slack: Seconds?)
  /// The days are full; visits of higher value took the time.
  case daysFull
  /// The way there costs more than the visit is worth.
  case notWorthTheWay

  /// A stable code for files, tables and the phrasebook.
  public var code: String {
    switch self {
    case .forbidden: "forbidden"
    case .needsApproval: "needs-approval"
    case .onHold: "on-hold"
    case .closed: "closed"
    case .promiseRunning: "promise-running"
    case .notLocated: "not-located"
    case .locationDoubtful: "location-doubtful"
    case .noVisitableAddress: "no-visitable-address"
    case .unreachable: "unreachable"
    case .noCrew: "no-crew"
    case .missingSkill: "missing-skill"
    case .windowTooTight: "window-too-tight"
    case .daysFull: "days-full"
    case .notWorthTheWay: "not-worth-the-way"
    }
  }
}

/// A case that is not in the plan, and why.
public struct UnplannedVisit: Hashable, Sendable {
  /// The case left out.
  public var loanCase: Identifier<LoanCase>
  /// Why.
  public var reason: UnplannedReason

  /// A case left out for a reason.
  public init(loanCase: Identifier<LoanCase>, reason: UnplannedReason) {
    self.loanCase = loanCase
    self.reason = reason
  }
}

/// The lawful work of all crews over several days.
public struct VisitPlan: Hashable, Sendable {
  /// The plan's code, printed on every page: eight characters made from its contents.
  public var code: String
  /// The first day.
  public var firstDay: ServiceDate
  /// How many days.
  public var days: Int
  /// The seed that repeats it.
  public var seed: UInt64
  /// How many iterations of search it took.
  public var iterations: Int
  /// The checksum of the road file it was made on.
  public var mapChecksum: UInt32
  /// Routes in order of day, then crew.
  public var routes: [DailyRoute]
  /// Cases left out, in order of id.
  public var unplanned: [UnplannedVisit]

  /// A plan; ``code`` is given by whoever makes it.
  public init(
    code: String, firstDay: ServiceDate, days: Int, seed: UInt64, iterations: Int,
    mapChecksum: UInt32, routes: [DailyRoute], unplanned: [UnplannedVisit]
  ) {
    self.code = code
    self.firstDay = firstDay
    self.days = days
    self.seed = seed
    self.iterations = iterations
    self.mapChecksum = mapChecksum
    self.routes = routes
    self.unplanned = unplanned
  }

  /// The days of the plan, in order.
  public var dates: [ServiceDate] { (0..<days).map { firstDay.adding(days: $0) } }
}
