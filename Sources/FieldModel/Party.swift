public import Quantities

/// What somebody other than the borrower is to the debt.
public enum PartyRole: String, Hashable, Sendable, CaseIterable {
  /// Signed the loan together with the borrower.
  case coBorrower = "co-borrower"
  /// A joint guarantor, who may be asked at once (Civil Code of the PRC, art. 688).
  case jointGuarantor = "joint-guarantor"
  /// A general guarantor, who may refuse until enforcement has failed (art. 687).
  case generalGuarantor = "general-guarantor"
  /// A spouse who signed or ratified the debt (art. 1064).
  case spouseSigned = "spouse-signed"
  /// A spouse who did not sign.
  case spouse
  /// An heir, liable up to the estate (art. 1161).
  case heir
  /// A relative without any liability.
  case relative
  /// Anybody else.
  case other

  /// Whether the role itself makes somebody liable, so that the debt may be talked about with them.
  public var isLiable: Bool {
    switch self {
    case .coBorrower, .jointGuarantor, .generalGuarantor, .spouseSigned: true
    case .spouse, .heir, .relative, .other: false
    }
  }
}

/// Somebody other than the borrower who has to do with a case.
public struct Party: Hashable, Sendable {
  /// The party's number within the lender's books.
  public var id: Identifier<Party>
  /// What the party is to the debt.
  public var role: PartyRole
  /// The party's name.
  public var name: String
  /// The party's own telephone; empty when unknown.
  public var phone: String
  /// Whether the party agreed to be contacted, with evidence on file.
  public var hasConsented: Bool

  /// A party with an id, a role and a name.
  public init(id: Identifier<Party>, role: PartyRole, name: String) {
    self.id = id
    self.role = role
    self.name = name
    phone = ""
    hasConsented = false
  }
}
