public import FieldModel
public import Quantities

/// Words for the codes of the model.
public struct WordPhrases: Sendable {
  /// What a visit is for, in full.
  public var purpose: @Sendable (VisitPurpose) -> String
  /// What a visit is for, in a word that tells a stranger nothing.
  public var neutralPurpose: @Sendable (VisitPurpose) -> String
  /// How a visit ended, in full.
  public var outcome: @Sendable (OutcomeCode) -> String
  /// An outcome in one or two words that tell a stranger little.
  public var shortOutcome: @Sendable (OutcomeCode) -> String
  /// Who was at the door.
  public var met: @Sendable (PersonMet) -> String
  /// What a visit learnt of an address.
  public var verdict: @Sendable (AddressVerdict) -> String
  /// What a party is to the loan, for use inside a line.
  public var role: @Sendable (PartyRole) -> String
  /// Whose or what kind of place an address is.
  public var addressKind: @Sendable (AddressKind) -> String
  /// What is known of an address, for use inside a line.
  public var addressStatus: @Sendable (AddressStatus) -> String
  /// How closely a place is known, for use inside a line.
  public var precision: @Sendable (LocationPrecision) -> String
  /// Why a case must rest, for use inside a line.
  public var hold: @Sendable (HoldKind) -> String
  /// A task that a visit left behind, as an order.
  public var followUp: @Sendable (FollowUpKind) -> String
  /// How risky a visit is, for use inside a line.
  public var risk: @Sendable (RiskTier) -> String
  /// What makes a visit less safe, for use inside a line.
  public var riskFactor: @Sendable (RiskFactor) -> String
  /// The heading of a part of the checklist.
  public var section: @Sendable (ChecklistSection) -> String
  /// How the borrower was contacted, for use inside a line.
  public var channel: @Sendable (ContactChannel) -> String
  /// What came of a contact, for use inside a line.
  public var contactResult: @Sendable (ContactResult) -> String
  /// Why the borrower fell behind, for use inside a line.
  public var arrearsReason: @Sendable (ArrearsReason) -> String
  /// Whether a case is worked on, for use inside a line.
  public var caseStatus: @Sendable (CaseStatus) -> String
  /// How long a case is overdue, as a span of days.
  public var stage: @Sendable (OverdueStage) -> String
  /// How large the arrears are, for use inside a line.
  public var tier: @Sendable (AmountTier) -> String
  /// How a crew travels, for use inside a line.
  public var mode: @Sendable (TravelMode) -> String
  /// What a borrower has consented to, as a noun.
  public var consent: @Sendable (Consent.Kind) -> String
  /// How much a remark matters, for use inside a line.
  public var severity: @Sendable (Diagnostic.Severity) -> String
}

extension VisitPurpose {
  /// The code that route pages print.
  public var sheetCode: String {
    switch self {
    case .contact: "V1"
    case .verifyAddress: "V2"
    case .repaymentPlan: "V3"
    case .deliverLetter: "V4"
    case .promiseFollowUp: "V5"
    case .firmVisit: "V6"
    }
  }
}
