public import Quantities

/// What the desk knows of one import of a lender's file.
public struct ImportBatch: Hashable, Sendable {
  /// Whose file it was.
  public var lender: Identifier<Lender>
  /// The SHA-256 of the file, in hexadecimal.
  public var fileDigest: String
  /// When it was read.
  public var importedAt: Instant
  /// How many rows it had.
  public var rows: Int

  /// An import of a file with `rows` rows.
  public init(lender: Identifier<Lender>, fileDigest: String, importedAt: Instant, rows: Int) {
    self.lender = lender
    self.fileDigest = fileDigest
    self.importedAt = importedAt
    self.rows = rows
  }
}

/// A location found or set for one address of one case.
public struct LocatedAddress: Hashable, Sendable {
  /// The case.
  public var loanCase: Identifier<LoanCase>
  /// The address within the case.
  public var address: Identifier<Address>
  /// Where it is.
  public var location: Location

  /// A location for an address of a case.
  public init(
    loanCase: Identifier<LoanCase>, address: Identifier<Address>, location: Location
  ) {
    self.loanCase = loanCase
    self.address = address
    self.location = location
  }
}

/// What visits did to one case; all of it can be made again from the visit records.
public struct CaseEffects: Hashable, Sendable {
  /// A new status of an address.
  public struct AddressChange: Hashable, Sendable {
    /// The address.
    public var address: Identifier<Address>
    /// What the visit found.
    public var status: AddressStatus
    /// When.
    public var date: ServiceDate

    /// A status found on a day.
    public init(address: Identifier<Address>, status: AddressStatus, date: ServiceDate) {
      self.address = address
      self.status = status
      self.date = date
    }
  }

  /// The case.
  public var loanCase: Identifier<LoanCase>
  /// The visits as contact attempts, in order of time.
  public var contacts: [ContactAttempt]
  /// Stop flags that outcomes set.
  public var holds: [Hold]
  /// Risks that outcomes recorded.
  public var riskFlags: [RiskFlag]
  /// What was learnt of addresses, in order of day.
  public var addressChanges: [AddressChange]

  /// Nothing yet for a case.
  public init(loanCase: Identifier<LoanCase>) {
    self.loanCase = loanCase
    contacts = []
    holds = []
    riskFlags = []
    addressChanges = []
  }

  /// The case as it is after the visits.
  public func applied(to original: LoanCase) -> LoanCase {
    var changed = original
    changed.contacts = (changed.contacts + contacts).sorted { $0.at < $1.at }
    changed.holds = (changed.holds + holds).sorted { $0.from < $1.from }
    changed.riskFlags += riskFlags
    for change in addressChanges {
      for position in changed.addresses.indices
      where changed.addresses[position].id == change.address {
        changed.addresses[position].status = change.status
        if change.status == .verified { changed.addresses[position].verified = change.date }
      }
    }
    return changed
  }
}

/// Keeps cases.
///
/// What lenders' files say, what the office adds and what visits did stay apart, so that a new file
/// or a rebuilt fold never undoes the other two.
public protocol CaseRepository {
  /// Every case, whatever its status, in order of id.
  func listCases() throws -> [LoanCase]
  /// The case with an id.
  func findCase(_ id: Identifier<LoanCase>) throws -> LoanCase?
  /// Replaces what the lender's file says of `cases`, and of nothing else.
  func save(_ cases: [LoanCase], from batch: ImportBatch) throws
  /// Stores locations; a pin is replaced by another pin only.
  func save(_ locations: [LocatedAddress]) throws
  /// Adds a stop flag that the office decided.
  func add(_ hold: Hold, to loanCase: Identifier<LoanCase>) throws
  /// Adds a supervisor's approval.
  func add(_ approval: Approval, to loanCase: Identifier<LoanCase>) throws
  /// Replaces everything that visits did, for all cases.
  func replaceEffects(_ effects: [CaseEffects]) throws
}

/// Keeps territories.
public protocol TerritoryRepository {
  /// Every territory, in order of id.
  func listTerritories() throws -> [Territory]
  /// Replaces all territories.
  func replaceTerritories(_ territories: [Territory]) throws
}

/// Keeps plans; the newest stored one is the current plan.
public protocol PlanRepository {
  /// The plan stored last; `nil` before the first.
  func findCurrentPlan() throws -> VisitPlan?
  /// The plan with a code.
  func findPlan(code: String) throws -> VisitPlan?
  /// Stores a plan that the checker passed, and makes it the current one.
  func save(_ plan: VisitPlan, at moment: Instant) throws
}
