public import FieldModel
public import Quantities

/// What the rules must know beside the cases: the present moment and what is already decided.
public struct VisitContext: Hashable, Sendable {
  /// The moment of planning.
  public var now: Instant
  /// How far clocks at the address are ahead of UTC on the day of the visit, in minutes.
  public var offsetMinutes: Int16
  /// The days on which visits to the same borrower are planned already.
  public var plannedVisits: [ServiceDate]
  /// The day on which a running promise falls due; `nil` when none is.
  public var promiseDue: ServiceDate?
  /// How long the visit takes.
  public var service: Seconds
  /// What the visit is for.
  public var purpose: VisitPurpose
  /// The highest temperature foretold for the day in degrees Celsius; `nil` when not known.
  public var highestTemperature: Int?

  /// A context at `now`, by whose offset the clocks of the address go unless told otherwise.
  public init(now: Instant, offsetMinutes: Int16? = nil, service: Seconds = .minutes(30)) {
    self.now = now
    self.offsetMinutes = offsetMinutes ?? now.offsetMinutes
    self.service = service
    plannedVisits = []
    purpose = .contact
  }
}
