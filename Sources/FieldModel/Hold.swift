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
  /// Who ended it before its day, and why; `nil` while nobody has.
  public var lifting: HoldLifting?

  /// A hold from a day on.
  public init(kind: HoldKind, from: ServiceDate, until: ServiceDate? = nil) {
    self.kind = kind
    self.from = from
    self.until = until
  }

  /// The last day it holds, after it was lifted if it was; `nil` when none is foreseen.
  public var lastDay: ServiceDate? {
    guard let lifting else { return until }
    let lifted = lifting.free.adding(days: -1)
    return until.map { min($0, lifted) } ?? lifted
  }

  /// Whether it holds on `date`.
  public func applies(on date: ServiceDate) -> Bool {
    guard from <= date else { return false }
    guard let lastDay else { return true }
    return date <= lastDay
  }
}

/// The end that a person put to a hold; the hold itself stays on the case as history.
public struct HoldLifting: Hashable, Sendable {
  /// The first day it holds no more.
  public var free: ServiceDate
  /// Who lifted it.
  public var by: String
  /// Why.
  public var reason: String
  /// Whether it should never have been placed, so that no quiet period follows from it either.
  public var isMistake: Bool

  /// An end from a day on, by a named person for a reason.
  public init(free: ServiceDate, by: String, reason: String, isMistake: Bool = false) {
    self.free = free
    self.by = by
    self.reason = reason
    self.isMistake = isMistake
  }
}
