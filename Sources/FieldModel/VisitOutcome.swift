public import Quantities

/// A promise to pay.
public struct PaymentPromise: Hashable, Sendable {
  /// How much.
  public var amount: Money
  /// By when.
  public var due: ServiceDate
  /// How, as the field wrote it: such as `transfer`, `app` or `branch`.
  public var channel: String

  /// A promise of `amount` by `due`.
  public init(amount: Money, due: ServiceDate, channel: String) {
    self.amount = amount
    self.due = due
    self.channel = channel
  }
}

/// A payment that the field reports and the desk has not confirmed yet.
public struct DeclaredPayment: Hashable, Sendable {
  /// How much.
  public var amount: Money
  /// How.
  public var channel: String
  /// The receipt's number.
  public var receipt: String

  /// A payment of `amount` with a receipt.
  public init(amount: Money, channel: String, receipt: String) {
    self.amount = amount
    self.channel = channel
    self.receipt = receipt
  }
}

/// What came home of one visit, after every log that speaks of it was folded.
public struct VisitOutcome: Hashable, Sendable {
  /// The visit.
  public var visit: Identifier<PlannedVisit>
  /// When the crew arrived.
  public var arrived: Instant?
  /// When it left; the moment that counts for caps.
  public var ended: Instant
  /// What happened.
  public var code: OutcomeCode
  /// Who was met.
  public var met: PersonMet
  /// What it says of the address.
  public var addressVerdict: AddressVerdict
  /// What was promised, in order of due date.
  public var promises: [PaymentPromise]
  /// What was paid on the spot.
  public var payments: [DeclaredPayment]
  /// What was written down.
  public var notes: [String]
  /// Whether several logs disagree and a person must settle it.
  public var needsReview: Bool
  /// When the borrower wants to be visited instead (outcome O12).
  public var appointment: Instant?

  /// An outcome of a visit that ended at a moment.
  public init(
    visit: Identifier<PlannedVisit>, ended: Instant, code: OutcomeCode, met: PersonMet,
    addressVerdict: AddressVerdict
  ) {
    self.visit = visit
    self.ended = ended
    self.code = code
    self.met = met
    self.addressVerdict = addressVerdict
    promises = []
    payments = []
    notes = []
    needsReview = false
  }
}

/// A visit of the plan with what came of it, joined for follow-ups and reports.
public struct CompletedVisit: Hashable, Sendable {
  /// The stop as planned.
  public var stop: PlannedStop
  /// Who went.
  public var crew: Identifier<Crew>
  /// On which day.
  public var date: ServiceDate
  /// What came of it.
  public var outcome: VisitOutcome

  /// A stop, who went when, and what came of it.
  public init(
    stop: PlannedStop, crew: Identifier<Crew>, date: ServiceDate, outcome: VisitOutcome
  ) {
    self.stop = stop
    self.crew = crew
    self.date = date
    self.outcome = outcome
  }
}
