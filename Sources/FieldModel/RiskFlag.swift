public import Quantities

/// Something that makes a visit less safe.
///
/// Points are those of the policy pack, not of this list.
public enum RiskFactor: String, Hashable, Sendable, CaseIterable {
  case assault
  case threat
  case weapon
  case policeCaution = "police-caution"
  case intoxication
  case dogLoose = "dog-loose"
  case dogRestrained = "dog-restrained"
  case harassment
  case infection
  case noSignal = "no-signal"
  case farFromHelp = "far-from-help"
  case afterDark = "after-dark"
  case oneWayOut = "one-way-out"
  case unsafeBuilding = "unsafe-building"
  case firstVisit = "first-visit"
  case crowd
  case cash
  case heat
}

/// A recorded risk at an address: a fact with a source, a date and an expiry, never an opinion.
public struct RiskFlag: Hashable, Sendable {
  /// What makes it less safe.
  public var factor: RiskFactor
  /// At which address; `nil` for all of the case's.
  public var address: Identifier<Address>?
  /// Who says so, such as `visit` or `police`.
  public var source: String
  /// When it was recorded.
  public var recorded: ServiceDate
  /// The last day it counts.
  public var expires: ServiceDate

  /// A risk recorded on a day, expiring after twelve months unless told otherwise.
  public init(
    factor: RiskFactor, address: Identifier<Address>? = nil, source: String,
    recorded: ServiceDate, expires: ServiceDate? = nil
  ) {
    self.factor = factor
    self.address = address
    self.source = source
    self.recorded = recorded
    self.expires = expires ?? recorded.adding(days: 365)
  }
}

/// How risky a visit is.
public enum RiskTier: Int, Hashable, Sendable, CaseIterable, Comparable {
  case low, medium, high
  /// No visit: use the office or a letter.
  case stop

  /// Whether the left visit is less risky.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
