import FieldModel
import GRDB
import Quantities

/// Reads cases with everything that belongs to them, one query a table.
struct CaseReader {
  let database: Database
  var only: Identifier<LoanCase>?
  /// Whether only what lenders' files say is read.
  var isFileOnly = false

  func listCases() throws -> [LoanCase] {
    let loans = try group("loan ORDER BY case_number, loan_number", loan)
    let parties = try group("party ORDER BY case_number, party_id", party)
    let addresses = try listAddresses()
    let contacts = try groupByOrigin("contact_attempt ORDER BY at, id", contact)
    let holds = try groupByOrigin("hold ORDER BY first_day, id", hold)
    let risks = try groupByOrigin("risk_flag ORDER BY id", riskFlag)
    let wishes = try group("contact_wish ORDER BY id", wish)
    let consents = try group("consent ORDER BY id", consent)
    let approvals = try groupByOrigin("approval ORDER BY id", approval)
    return try rows("loan_case ORDER BY case_number").map { row in
      var loanCase = try head(row, loans: loans[row.text("case_number")] ?? [])
      let key = loanCase.id.text
      loanCase.parties = parties[key] ?? []
      loanCase.addresses = addresses[key] ?? []
      loanCase.contacts = contacts[key] ?? []
      loanCase.holds = holds[key] ?? []
      loanCase.riskFlags = risks[key] ?? []
      loanCase.wishes = wishes[key] ?? []
      loanCase.consents = consents[key] ?? []
      loanCase.approvals = approvals[key] ?? []
      return loanCase
    }
  }

  private func rows(_ tail: String) throws -> [Row] {
    guard let only else { return try Row.fetchAll(database, sql: "SELECT * FROM \(tail)") }
    let filtered = tail.replacing(
      firstOf: " ORDER BY", with: " WHERE case_number = ? ORDER BY")
    return try Row.fetchAll(database, sql: "SELECT * FROM \(filtered)", arguments: [only.text])
  }

  private func group<Value>(_ tail: String, _ read: (Row) throws -> Value) throws
    -> [String: [Value]]
  {
    var groups: [String: [Value]] = [:]
    for row in try rows(tail) { groups[row.text("case_number"), default: []].append(try read(row)) }
    return groups
  }

  private func groupByOrigin<Value>(_ tail: String, _ read: (Row) throws -> Value) throws
    -> [String: [Value]]
  {
    var groups: [String: [Value]] = [:]
    for row in try rows(tail) where !isFileOnly || row.text("origin") == RowOrigin.file.rawValue {
      groups[row.text("case_number"), default: []].append(try read(row))
    }
    return groups
  }

  private func head(_ row: Row, loans: [Loan]) throws -> LoanCase {
    var borrower = Borrower(
      id: row.identifier("borrower_number"), name: row.text("borrower_name"),
      kind: try row.code("borrower_kind"))
    borrower.phone = row.text("borrower_phone")
    borrower.language = row.text("language")
    borrower.accessNeeds = row.text("access_needs")
    var loanCase = LoanCase(
      id: row.identifier("case_number"), lender: row.identifier("lender"), borrower: borrower,
      loans: loans)
    loanCase.reason = try row.code("arrears_reason")
    loanCase.status = try row.code("status")
    loanCase.skills = Set(row.text("skills").split(separator: " ").map { Identifier(String($0)) })
    return loanCase
  }

  private func loan(_ row: Row) throws -> Loan {
    let currency = try row.read("currency") { Currency(code: $0) }
    var loan = Loan(
      id: row.identifier("loan_number"), product: row.text("product"),
      overdue: Money(minorUnits: row["overdue"], currency: currency),
      overdueSince: try row.date("overdue_since"))
    loan.balance = (row["balance"] as Int64?).map { Money(minorUnits: $0, currency: currency) }
    return loan
  }

  private func party(_ row: Row) throws -> Party {
    var party = Party(
      id: row.identifier("party_id"), role: try row.code("role"), name: row.text("name"))
    party.phone = row.text("phone")
    party.hasConsented = row["has_consented"]
    return party
  }

  private func listAddresses() throws -> [String: [Address]] {
    var locations: [String: Location] = [:]
    for row in try rows("location ORDER BY case_number, address_id") {
      var location = Location(
        coordinate: row.coordinate, precision: try row.precision(), source: try row.code("source"))
      location.isDoubtful = row["is_doubtful"]
      locations[addressKey(row)] = location
    }
    for row in try rows("location_candidate ORDER BY case_number, address_id, position") {
      locations[addressKey(row)]?.candidates.append(
        LocationCandidate(
          coordinate: row.coordinate, precision: try row.precision(), score: row["score"],
          label: row.text("label")))
    }
    var changes: [String: (status: AddressStatus, date: ServiceDate)] = [:]
    for row in try rows("address_change ORDER BY date, id") where !isFileOnly {
      changes[addressKey(row)] = (try row.code("status"), try row.date("date"))
    }
    return try group("address ORDER BY case_number, address_id") { row in
      var address = try self.address(row)
      address.location = locations[addressKey(row)]
      if let change = changes[addressKey(row)] {
        address.status = change.status
        if change.status == .verified { address.verified = change.date }
      }
      return address
    }
  }

  private func addressKey(_ row: Row) -> String {
    row.text("case_number") + "\u{1F}" + row.text("address_id")
  }

  private func address(_ row: Row) throws -> Address {
    var address = Address(
      id: row.identifier("address_id"), kind: try row.code("kind"), text: row.text("text"))
    address.party = row.findIdentifier("party_id")
    address.source = row.text("source")
    address.status = try row.code("status")
    address.verified = try row.findDate("verified")
    address.presence = row.text("presence").split(separator: " ").compactMap { TimeWindow($0) }
    address.directions = row.text("directions")
    address.jurisdiction = row.findIdentifier("jurisdiction")
    address.isRural = row["is_rural"]
    if row["given_datum"] != nil {
      address.given = ForeignCoordinate(
        datum: try row.code("given_datum"), latitude: row["given_latitude"],
        longitude: row["given_longitude"])
    }
    return address
  }

  private func contact(_ row: Row) throws -> ContactAttempt {
    var contact = ContactAttempt(
      channel: try row.code("channel"), at: try row.instant("at"), result: try row.code("result"))
    contact.party = row.findIdentifier("party_id")
    contact.countsAgainstCap = row["counts_against_cap"]
    return contact
  }

  private func hold(_ row: Row) throws -> Hold {
    Hold(
      kind: try row.code("kind"), from: try row.date("first_day"),
      until: try row.findDate("last_day"))
  }

  private func riskFlag(_ row: Row) throws -> RiskFlag {
    RiskFlag(
      factor: try row.code("factor"), address: row.findIdentifier("address_id"),
      source: row.text("source"), recorded: try row.date("recorded"),
      expires: try row.date("expires"))
  }

  private func wish(_ row: Row) throws -> ContactWish {
    try row.read("kind") { StoredWish.wish(kind: $0, value: row.text("value")) }
  }

  private func consent(_ row: Row) throws -> Consent {
    Consent(
      kind: try row.code("kind"), given: try row.date("given"), expires: try row.date("expires"),
      evidence: row.text("evidence"))
  }

  private func approval(_ row: Row) throws -> Approval {
    Approval(
      rule: row.text("rule"), by: row.text("approver"), reason: row.text("reason"),
      expires: try row.date("expires"))
  }
}

extension String {
  fileprivate func replacing(firstOf part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return String(self[..<range.lowerBound]) + other + self[range.upperBound...]
  }
}
