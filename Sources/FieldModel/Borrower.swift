public import Quantities

/// A person or firm that owes; the subject of contact caps, whatever the number of loans.
public struct Borrower: Hashable, Sendable {
  /// Natural person or firm: it selects rules and letters.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case person
    case firm
  }

  /// The lender-wide number of the borrower.
  public var id: Identifier<Borrower>
  /// The name as on the contract.
  public var name: String
  /// Natural person or firm.
  public var kind: Kind
  /// The borrower's own telephone; empty when unknown.
  public var phone: String
  /// The language to speak, a BCP 47 tag; empty when unknown.
  public var language: String
  /// Practical needs at the door, such as large print or a slow stair; never a diagnosis.
  public var accessNeeds: String

  /// A borrower with an id and a name.
  public init(id: Identifier<Borrower>, name: String, kind: Kind = .person) {
    self.id = id
    self.name = name
    self.kind = kind
    phone = ""
    language = ""
    accessNeeds = ""
  }
}
