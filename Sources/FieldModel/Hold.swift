public import Quantities

/// Why a case must not be visited for the time being.
public enum HoldKind: String, Hashable, Sendable, CaseIterable {
  /// The debt is disputed.
  case dispute
  /// A complaint is open.
  case complaint
  /// The borrower cannot pay for reasons that deserve help.
  case hardship
  /// A death in the family.
  case bereavement
  /// A lawyer acts for the borrower; only the lawyer may be written to.
  case lawyer
  /// The borrower has died.
  case deceased
  /// The borrower asked that contact stop.
  case stopContact = "stop-contact"
  /// Illness, crisis or another special weakness.
  case vulnerable
  /// In court, insolvent or under enforcement.
  case legal
  /// In hospital, in custody, in service or abroad.
  case absent
  /// Disaster or epidemic at the place.
  case disaster
  /// Fraud is suspected; a specialist's matter.
  case fraud
  /// Payment is claimed and being checked.
  case paymentCheck = "payment-check"
  /// Records of a visit disagree, and nobody has settled it yet.
  case unsettled
}

/// A stop flag on a case.
public struct Hold: Hashable, Sendable {
  /// Why.
  public var kind: HoldKind
  /// The first day it holds.
  public var from: ServiceDate
  /// The last day it holds; `nil` until somebody lifts it.
  public var until: ServiceDate?

  /// A hold from a day on.
  public init(kind: HoldKind, from: ServiceDate, until: ServiceDate? = nil) {
    self.kind = kind
    self.from = from
    self.until = until
  }

  /// Whether it holds on `date`.
  public func applies(on date: ServiceDate) -> Bool {
    guard from <= date else { return false }
    guard let until else { return true }
    return date <= until
  }
}
