public import FieldModel
public import Quantities

/// A set of rules as somebody wrote them down, each with where it came from.
public struct PolicyPack: Hashable, Sendable {
  /// The pack that holds where no other does.
  public static let strictCode = "GENERIC-STRICT"

  /// The pack's code: the jurisdiction's, such as `CN`, or a name of the lender's own.
  public var code: String
  /// What people call it.
  public var name: BilingualText
  /// What a reader must know before relying on it: not legal advice, confirm with counsel.
  public var notice: BilingualText
  /// The lender whose policy it is; `nil` for a jurisdiction.
  public var lender: Identifier<Lender>?
  /// The rules in the order of the file, each key at most once.
  public var entries: [PolicyEntry]

  /// A pack of `entries`.
  public init(
    code: String, name: BilingualText, notice: BilingualText, lender: Identifier<Lender>? = nil,
    entries: [PolicyEntry]
  ) {
    self.code = code
    self.name = name
    self.notice = notice
    self.lender = lender
    self.entries = entries
  }

  /// The rule with a key.
  public func findEntry(_ key: PolicyKey) -> PolicyEntry? { entries.first { $0.key == key } }
}

/// The same words in both languages of the tool.
public struct BilingualText: Hashable, Sendable {
  /// The words in English.
  public var english: String
  /// The words in simplified Chinese.
  public var chinese: String

  /// The words in English and in simplified Chinese.
  public init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }
}

/// One rule of a pack with its evidence.
public struct PolicyEntry: Hashable, Sendable {
  /// Which rule.
  public var key: PolicyKey
  /// What it asks for.
  public var value: PolicyValue
  /// What happens when it is not met.
  public var effect: RuleEffect
  /// Who may lift it, if anybody.
  public var override: PolicyOverride?
  /// The law, guide or choice it rests on.
  public var source: String
  /// How binding the source is.
  public var status: PolicyStatus
  /// How well the source was read.
  public var confidence: PolicyConfidence
  /// When somebody last looked.
  public var checkedOn: ServiceDate
  /// A remark for the reader; empty when there is none.
  public var note: String

  /// A rule with its evidence.
  public init(
    key: PolicyKey, value: PolicyValue, effect: RuleEffect, override: PolicyOverride? = nil,
    source: String, status: PolicyStatus, confidence: PolicyConfidence, checkedOn: ServiceDate,
    note: String = ""
  ) {
    self.key = key
    self.value = value
    self.effect = effect
    self.override = override
    self.source = source
    self.status = status
    self.confidence = confidence
    self.checkedOn = checkedOn
    self.note = note
  }
}

/// Who may lift a rule and for how long.
public struct PolicyOverride: Hashable, Sendable {
  /// Who may lift a rule.
  public enum Authority: String, Hashable, Sendable, CaseIterable {
    /// The borrower, by a documented consent.
    case debtorConsent = "debtor-consent"
    /// A named supervisor, by a documented approval.
    case supervisor
  }

  /// Who may lift it.
  public var by: Authority
  /// Whether proof must be on file.
  public var needsEvidence: Bool
  /// How many days a consent lasts at most; `nil` for as long as it says.
  public var expiresAfterDays: Int?

  /// A way to lift a rule.
  public init(by: Authority, needsEvidence: Bool, expiresAfterDays: Int? = nil) {
    self.by = by
    self.needsEvidence = needsEvidence
    self.expiresAfterDays = expiresAfterDays
  }
}

/// How binding a source is.
public enum PolicyStatus: String, Hashable, Sendable, CaseIterable {
  case law
  case regulation
  case selfRegulatory = "self-regulatory"
  case voluntaryStandard = "voluntary-standard"
  case draft
  /// Nobody asks for it; it is a default of the tool or the lender.
  case ownDefault = "own-default"
}

/// How well a source was read.
public enum PolicyConfidence: String, Hashable, Sendable, CaseIterable {
  /// Read in the statute's or the regulator's own text.
  case verified = "V"
  /// From a press report, a law firm or an association.
  case secondary = "S"
  /// From memory.
  case memory = "M"
  /// Our own default.
  case ownDefault = "D"
}
