public import Quantities

/// Why payment stopped, as far as known; never inferred from who somebody is.
public enum ArrearsReason: String, Hashable, Sendable, CaseIterable {
  case forgot
  case financesWorsened = "finances-worsened"
  case tradingTrouble = "trading-trouble"
  case cashFlow = "cash-flow"
  case unwilling
  case disputed
  case hardship
  case unknown
}

/// One overdue contract.
public struct Loan: Hashable, Sendable {
  /// The contract's number.
  public var id: Identifier<Loan>
  /// What kind of loan it is, as the lender calls it.
  public var product: String
  /// What is overdue.
  public var overdue: Money
  /// Since when it is overdue.
  public var overdueSince: ServiceDate
  /// What is left to pay in all; `nil` when the file does not say.
  public var balance: Money?

  /// A contract with an amount overdue since a day.
  public init(id: Identifier<Loan>, product: String, overdue: Money, overdueSince: ServiceDate) {
    self.id = id
    self.product = product
    self.overdue = overdue
    self.overdueSince = overdueSince
  }
}

/// A lender whose cases are worked; a name for identifiers only.
public enum Lender {}

/// Where a case stands.
public enum CaseStatus: String, Hashable, Sendable, CaseIterable {
  /// Being worked.
  case open
  /// The arrears have been paid.
  case cured
  /// No longer in the lender's file.
  case gone
}

/// The overdue matter of one borrower with one lender: the thing that is worked, visited and closed.
public struct LoanCase: Hashable, Sendable {
  /// The case number, the only name of the case that leaves the office.
  public var id: Identifier<LoanCase>
  /// Whose claim it is.
  public var lender: Identifier<Lender>
  /// Who owes.
  public var borrower: Borrower
  /// The overdue contracts, in order of number; at least one.
  public var loans: [Loan]
  /// Co-borrowers, guarantors and others, in order of id.
  public var parties: [Party]
  /// Where the borrower and liable parties can be found, in order of id.
  public var addresses: [Address]
  /// What has been tried, in order of time.
  public var contacts: [ContactAttempt]
  /// Stop flags, in order of first day.
  public var holds: [Hold]
  /// Recorded risks, in order of record.
  public var riskFlags: [RiskFlag]
  /// What the borrower asked for.
  public var wishes: [ContactWish]
  /// What the borrower agreed to.
  public var consents: [Consent]
  /// What a supervisor allowed.
  public var approvals: [Approval]
  /// Why payment stopped.
  public var reason: ArrearsReason
  /// Where the case stands.
  public var status: CaseStatus
  /// What a crew must be able to do, such as `legal` or a language.
  public var skills: Set<Identifier<Skill>>

  /// An open case with nothing but its borrower and loans.
  public init(
    id: Identifier<LoanCase>, lender: Identifier<Lender>, borrower: Borrower, loans: [Loan]
  ) {
    self.id = id
    self.lender = lender
    self.borrower = borrower
    self.loans = loans
    parties = []
    addresses = []
    contacts = []
    holds = []
    riskFlags = []
    wishes = []
    consents = []
    approvals = []
    reason = .unknown
    status = .open
    skills = []
  }

  /// What is overdue over all loans in the first loan's currency; others are left out.
  public var overdue: Money? {
    guard let first = loans.first else { return nil }
    return loans.dropFirst().reduce(first.overdue) { sum, loan in sum.adding(loan.overdue) ?? sum }
  }

  /// How many days the oldest arrears are late on `date`; 0 when none are.
  public func daysPastDue(on date: ServiceDate) -> Int {
    loans.map { max(0, $0.overdueSince.days(until: date)) }.max() ?? 0
  }

  /// The party with an id.
  public func findParty(_ id: Identifier<Party>) -> Party? { parties.first { $0.id == id } }

  /// The address with an id.
  public func findAddress(_ id: Identifier<Address>) -> Address? { addresses.first { $0.id == id } }
}
