public import FieldModel

/// What a column of a case file holds; its name is the canonical header.
public enum CaseField: Hashable, Sendable {
  /// Something about the case, its borrower or the row's loan.
  case plain(PlainField)
  /// Something about an address of the borrower.
  case place(AddressKind, PlaceField)
  /// Something about another person.
  case party(PartySlot, PartyField)

  /// The canonical header in English: snake case, the Glossary's words.
  public var name: String {
    switch self {
    case .plain(let field): field.rawValue
    case .place(let kind, let field): "\(Self.prefix(kind))_\(field.rawValue)"
    case .party(let slot, .place(let field)): "\(slot.rawValue)_\(field.rawValue)"
    case .party(let slot, .name): "\(slot.rawValue)_name"
    case .party(let slot, .role): "\(slot.rawValue)_role"
    case .party(let slot, .phone): "\(slot.rawValue)_phone"
    case .party(let slot, .consented): "\(slot.rawValue)_consented"
    }
  }

  /// The field with a canonical name.
  public init?(name: String) {
    guard let field = HeaderSpellings.byCanonicalName[name] else { return nil }
    self = field
  }

  /// Whether what stands in the column tells who somebody is and must not be repeated.
  var isPersonal: Bool {
    switch self {
    case .plain(.borrowerName), .plain(.borrowerPhone), .plain(.accessNeeds): true
    case .plain: false
    case .place(_, let field), .party(_, .place(let field)):
      field == .address || field == .directions || field == .latitude || field == .longitude
    case .party(_, let field): field == .name || field == .phone
    }
  }

  static func prefix(_ kind: AddressKind) -> String {
    kind == .householdRegister ? "household_register" : kind.rawValue
  }
}

/// A column about the case, its borrower or the row's loan.
public enum PlainField: String, Hashable, Sendable, CaseIterable {
  case caseNumber = "case_number"
  case lender
  case borrowerNumber = "borrower_number"
  case borrowerName = "borrower_name"
  case borrowerKind = "borrower_kind"
  case borrowerPhone = "borrower_phone"
  case language
  case accessNeeds = "access_needs"
  case loanNumber = "loan_number"
  case product
  case currency
  case overdueAmount = "overdue_amount"
  case overdueSince = "overdue_since"
  case daysPastDue = "days_past_due"
  case balance
  case arrearsReason = "arrears_reason"
  case caseStatus = "case_status"
  case jurisdiction
  case contacts
  case holds
  case riskFlags = "risk_flags"
  case wishes
  case consents
  case approvals
  case skills
}

/// A column about one address.
public enum PlaceField: String, Hashable, Sendable, CaseIterable {
  case address
  case latitude
  case longitude
  case datum
  case presence
  case directions
  case status
  case verified
  case source
  case rural
}

/// Whom a party column is about; a row has room for one of each.
public enum PartySlot: String, Hashable, Sendable, CaseIterable {
  case coBorrower = "co_borrower"
  case guarantor
  case spouse
  case relative

  /// What somebody is when the row does not state a role.
  ///
  /// A guarantee that does not say which it is counts as a general one (Civil Code of the PRC,
  /// art. 686).
  var usualRole: PartyRole {
    switch self {
    case .coBorrower: .coBorrower
    case .guarantor: .generalGuarantor
    case .spouse: .spouse
    case .relative: .relative
    }
  }
}

/// A column about another person.
public enum PartyField: Hashable, Sendable {
  case name
  case role
  case phone
  case consented
  case place(PlaceField)
}
