public import FieldModel
public import Quantities

/// Words for the codes of the model.
public struct WordPhrases: Sendable {
  /// What a visit is for, in full.
  public var purpose: @Sendable (VisitPurpose) -> String
  /// What a visit is for, in a word that tells a stranger nothing.
  public var neutralPurpose: @Sendable (VisitPurpose) -> String
  public var outcome: @Sendable (OutcomeCode) -> String
  /// An outcome in one or two words that tell a stranger little.
  public var shortOutcome: @Sendable (OutcomeCode) -> String
  public var met: @Sendable (PersonMet) -> String
  public var verdict: @Sendable (AddressVerdict) -> String
  public var role: @Sendable (PartyRole) -> String
  public var addressKind: @Sendable (AddressKind) -> String
  public var addressStatus: @Sendable (AddressStatus) -> String
  public var precision: @Sendable (LocationPrecision) -> String
  public var hold: @Sendable (HoldKind) -> String
  public var followUp: @Sendable (FollowUpKind) -> String
  public var risk: @Sendable (RiskTier) -> String
  public var riskFactor: @Sendable (RiskFactor) -> String
  public var section: @Sendable (ChecklistSection) -> String
  public var channel: @Sendable (ContactChannel) -> String
  public var contactResult: @Sendable (ContactResult) -> String
  public var arrearsReason: @Sendable (ArrearsReason) -> String
  public var caseStatus: @Sendable (CaseStatus) -> String
  public var stage: @Sendable (OverdueStage) -> String
  public var tier: @Sendable (AmountTier) -> String
  public var mode: @Sendable (TravelMode) -> String
  public var consent: @Sendable (Consent.Kind) -> String
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
