public import Quantities

/// What the borrower asked for; it binds as a rule does.
public enum ContactWish: Hashable, Sendable {
  /// Visit only in this span of the day.
  case onlyBetween(TimeWindow)
  /// Do not visit on this weekday.
  case notOn(Weekday)
  /// Write, do not come.
  case lettersOnly
  /// Do not come to this address.
  case notAt(Identifier<Address>)
}

/// A borrower's documented agreement to something the rules otherwise forbid.
public struct Consent: Hashable, Sendable {
  /// What was agreed to.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Being visited at all, where the rules ask for it.
    case visit
    /// Being visited outside the lawful hours.
    case outsideHours = "outside-hours"
    /// Being visited on a holiday or barred weekday.
    case restDay = "rest-day"
    /// Being visited at work.
    case workplace
  }

  /// What was agreed to.
  public var kind: Kind
  /// The day it was given.
  public var given: ServiceDate
  /// The last day it counts.
  public var expires: ServiceDate
  /// Where the proof is filed.
  public var evidence: String

  /// An agreement with its proof.
  public init(kind: Kind, given: ServiceDate, expires: ServiceDate, evidence: String) {
    self.kind = kind
    self.given = given
    self.expires = expires
    self.evidence = evidence
  }
}

/// A supervisor's documented leave to do what a rule makes conditional.
public struct Approval: Hashable, Sendable {
  /// The rule's key, such as `risk.high`.
  public var rule: String
  /// Who gave it.
  public var by: String
  /// Why.
  public var reason: String
  /// The last day it counts.
  public var expires: ServiceDate

  /// A leave given by a named person for a reason.
  public init(rule: String, by: String, reason: String, expires: ServiceDate) {
    self.rule = rule
    self.by = by
    self.reason = reason
    self.expires = expires
  }
}
