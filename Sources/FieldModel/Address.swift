public import Quantities

/// What an address is to the person.
public enum AddressKind: String, Hashable, Sendable, CaseIterable {
  /// Where the person lives.
  case home
  /// Where the person is registered (户籍地).
  case householdRegister = "household-register"
  /// Where the person works for somebody else.
  case work
  /// Premises of the person's own business.
  case business
  /// Where a guarantor or co-borrower lives.
  case liableParty = "liable-party"
  /// Anything else.
  case other
}

/// What is known about an address.
public enum AddressStatus: String, Hashable, Sendable, CaseIterable {
  /// Nobody has checked it.
  case unverified
  /// A visit or a document confirmed it.
  case verified
  /// The person has moved away.
  case moved
  /// It does not exist or is somebody else's.
  case wrong
  /// The person asked not to be visited there.
  case refused
  /// Demolished, vacant or not to be entered.
  case inaccessible

  /// Whether a visit there can be planned at all.
  public var isVisitable: Bool { self == .unverified || self == .verified }
}

/// An address of a borrower or of a liable party.
public struct Address: Hashable, Sendable {
  /// The address's number within its case.
  public var id: Identifier<Address>
  /// What it is to the person.
  public var kind: AddressKind
  /// Whose it is; `nil` for the borrower.
  public var party: Identifier<Party>?
  /// The address as written.
  public var text: String
  /// Where it came from, such as `contract` or `register`; empty when not stated.
  public var source: String
  /// What is known about it.
  public var status: AddressStatus
  /// When it was last confirmed.
  public var verified: ServiceDate?
  /// Coordinates as the case file gave them, in their own datum.
  public var given: ForeignCoordinate?
  /// Where it is; `nil` until located.
  public var location: Location?
  /// When somebody is likely to be in, in order of start; empty when unknown.
  public var presence: [TimeWindow]
  /// How to find the door: landmark, entrance, floor.
  public var directions: String
  /// The rules that hold there, such as `CN`; `nil` for the workspace's own.
  public var jurisdiction: Identifier<Jurisdiction>?
  /// Whether the place has no signal or help is more than 30 minutes away.
  public var isRural: Bool

  /// An address as written.
  public init(id: Identifier<Address>, kind: AddressKind, text: String) {
    self.id = id
    self.kind = kind
    self.text = text
    source = ""
    status = .unverified
    presence = []
    directions = ""
    isRural = false
  }
}

/// A territory of law with a policy pack of its own; a name for identifiers only.
public enum Jurisdiction {}
