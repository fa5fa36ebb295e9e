public import Quantities

/// What must be done after a visit.
public enum FollowUpKind: String, Hashable, Sendable, CaseIterable {
  /// Remind of a promise the day before.
  case remindPromise = "remind-promise"
  /// See the day after whether a promise was kept.
  case checkPromise = "check-promise"
  case callBorrower = "call-borrower"
  case sendPlan = "send-plan"
  case checkPayment = "check-payment"
  case refreshBalance = "refresh-balance"
  case hardshipTeam = "hardship-team"
  case specialist
  case legalReview = "legal-review"
  case answerDispute = "answer-dispute"
  case recordStop = "record-stop"
  case registerComplaint = "register-complaint"
  /// Book the moment that the borrower asked for.
  case bookAppointment = "book-appointment"
  /// Try again in another part of the day.
  case visitAgain = "visit-again"
  case otherChannel = "other-channel"
  case incidentNote = "incident-note"
  case traceAddress = "trace-address"
  case fixAddress = "fix-address"
  case estate
  case reviewAbsence = "review-absence"
  case safetyIncident = "safety-incident"
  case updateRisk = "update-risk"
  case replan
  case reviewProposals = "review-proposals"
  case antiFraud = "anti-fraud"
  case settleReview = "settle-review"
}

/// A task that an outcome triggers.
public struct FollowUp: Hashable, Sendable {
  /// What is to be done.
  public var kind: FollowUpKind
  /// For which case.
  public var loanCase: Identifier<LoanCase>
  /// After which visit.
  public var visit: Identifier<PlannedVisit>
  /// By when.
  public var due: ServiceDate
  /// The outcome that triggered it.
  public var outcome: OutcomeCode
  /// The next day on which a visit would be lawful; `nil` when none is foreseen.
  public var nextLawfulVisit: ServiceDate?

  /// A task for a case by a day.
  public init(
    kind: FollowUpKind, loanCase: Identifier<LoanCase>, visit: Identifier<PlannedVisit>,
    due: ServiceDate, outcome: OutcomeCode, nextLawfulVisit: ServiceDate? = nil
  ) {
    self.kind = kind
    self.loanCase = loanCase
    self.visit = visit
    self.due = due
    self.outcome = outcome
    self.nextLawfulVisit = nextLawfulVisit
  }
}
