public import FieldModel
public import Quantities

/// What the office knows beside the records when it folds them.
public struct FoldContext: Hashable, Sendable {
  /// The visits that were withdrawn after their pack was made.
  public var withdrawn: Set<Identifier<PlannedVisit>>
  /// When each trip's pack was made: the earliest moment a clock may show.
  public var issued: [Identifier<Trip>: Instant]
  /// When each record first came in: the latest moment a clock may show.
  public var imported: [RecordIdentity: Instant]
  /// What people at the office decided.
  public var decisions: [OfficeDecision]

  /// What is known; nothing by default.
  public init(
    withdrawn: Set<Identifier<PlannedVisit>> = [], issued: [Identifier<Trip>: Instant] = [:],
    imported: [RecordIdentity: Instant] = [:], decisions: [OfficeDecision] = []
  ) {
    self.withdrawn = withdrawn
    self.issued = issued
    self.imported = imported
    self.decisions = decisions
  }
}

/// Everything that a set of records says of one visit.
public struct VisitState: Hashable, Sendable {
  /// The visit.
  public let visit: Identifier<PlannedVisit>
  /// The arrivals.
  public internal(set) var arrivals: [Sourced<PositionFix?>] = []
  /// Every ending that was written; each is an attempt.
  public internal(set) var endings: [Sourced<VisitEnding>] = []
  /// The outcome's code.
  public internal(set) var outcome = Register<String>([])
  /// What was found of the address.
  public internal(set) var addressVerdict = Register<String>([])
  /// What was found of the telephone.
  public internal(set) var phoneVerdict = Register<String>([])
  /// The promises to pay.
  public internal(set) var promises: [Sourced<PromiseMade>] = []
  /// The payments that the field declared.
  public internal(set) var payments: [Sourced<PaymentReport>] = []
  /// The notes.
  public internal(set) var notes: [Sourced<String>] = []
  /// Addresses for the desk's queue.
  public internal(set) var addressProposals: [Sourced<Proposal>] = []
  /// Contacts for the desk's queue.
  public internal(set) var contactProposals: [Sourced<Proposal>] = []
  /// The attachments that were announced.
  public internal(set) var evidence: [Sourced<EvidenceAttachment>] = []
  /// The checklist items that were answered, by trip, checklist and item.
  public internal(set) var answers: [ChecklistItemState] = []
  /// Events of types that this version does not know, or with unreadable bodies.
  public internal(set) var unknown: [Sourced<UnknownEvent>] = []
  /// Whether the visit was made though it had been withdrawn.
  public internal(set) var isAfterWithdrawal = false
  /// Whether a person has looked at the visit that was made after its withdrawal.
  public internal(set) var isWithdrawalSettled = false
  /// Whether an event of an unknown type says that the state must not be derived without it.
  public internal(set) var needsNewerVersion = false
}

/// What kind of doubt there is about a clock.
public enum ClockDoubt: String, Hashable, Sendable, CaseIterable {
  /// It showed a moment before the pack was made.
  case beforeIssue = "before-issue"
  /// It showed a moment after the record came in.
  case afterImport = "after-import"
  /// It moved otherwise than the device's steady clock since the event before.
  case stepped
  /// It differed from the time the satellites told.
  case differsFromSatellites = "differs-from-satellites"
}

/// A doubt about the clock of one event; nothing is rejected or reordered for it.
public struct ClockFlag: Hashable, Sendable {
  /// The event.
  public let event: EventIdentity
  /// The doubt.
  public let doubt: ClockDoubt
}

/// What is known of one log.
public struct LogState: Hashable, Sendable {
  /// What follows what, what is missing, where it forks.
  public let chain: LogChain
  /// The trips it was written on; more than one is odd.
  public let trips: [Identifier<Trip>]
  /// The opening events.
  public let openings: [Sourced<LogOpening>]
  /// The closing events.
  public let closings: [Sourced<LogClosing>]
  /// The doubts about its clock, in order of place.
  public let clockFlags: [ClockFlag]
  /// How many of its records were erased.
  public let erased: Int

  /// Whether its closing record is there and nothing before it is missing.
  public var isComplete: Bool {
    !closings.isEmpty && chain.gaps.isEmpty && chain.breaks.isEmpty
  }
}

/// The state that a set of records stands for: a pure function of the set and the context.
public struct FoldedState: Hashable, Sendable {
  /// The visits that any record speaks of, by name.
  public internal(set) var visits: [VisitState] = []
  /// The logs, by name.
  public internal(set) var logs: [LogState] = []
  /// The points of the day at which crews checked in.
  public internal(set) var checkIns: [Sourced<String>] = []
  /// What went wrong.
  public internal(set) var alerts: [Sourced<SafetyAlert>] = []
  /// The checklist items of the day, not of a visit.
  public internal(set) var dayAnswers: [ChecklistItemState] = []
  /// The attachments, by digest.
  public internal(set) var evidence: [EvidenceState] = []
  /// Events of unknown types that name no visit.
  public internal(set) var unknown: [Sourced<UnknownEvent>] = []
  /// What a person should look at, in order of kind and subject.
  public internal(set) var reviews: [ReviewItem] = []
  /// News from the field that wait for somebody to take them over or not, in order of visit.
  public internal(set) var proposals: [ReviewItem] = []
  /// What a person has looked at and settled, in order of kind and subject.
  public internal(set) var settled: [SettledReview] = []
  /// How many events were folded.
  public internal(set) var events = 0

  /// Everything that waits for a person: doubts, then news.
  public var openItems: [ReviewItem] { reviews + proposals }

  /// The state of the visit, if any record speaks of it.
  public func findVisit(_ visit: Identifier<PlannedVisit>) -> VisitState? {
    visits.first { $0.visit == visit }
  }
}
