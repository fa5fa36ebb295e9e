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
    let loans = try group("loan", by: "case_number, loan_number", loan)
    let parties = try group("party", by: "case_number, party_id", party)
    let addresses = try listAddresses()
    let contacts = try groupByOrigin("contact_attempt", by: "origin, id", contact)
    let liftings = try HoldLiftings(of: only, in: database)
    let holds = try groupByOrigin("hold", by: "first_day, origin, id", liftings.hold)
    let risks = try groupByOrigin("risk_flag", by: "origin, id", riskFlag)
    let wishes = try group("contact_wish", by: "id", wish)
    let consents = try group("consent", by: "id", consent)
    let approvals = try groupByOrigin("approval", by: "origin, id", approval)
    var cases: [LoanCase] = []
    try forEachRow(of: "loan_case", by: "case_number") { row in
      var loanCase = try head(row, loans: loans[try row.text("case_number")] ?? [])
      let key = loanCase.id.text
      loanCase.parties = parties[key] ?? []
      loanCase.addresses = addresses[key] ?? []
      // Texts of moments sort by local clocks; only the moments themselves tell what came first.
      loanCase.contacts = (contacts[key] ?? []).sorted { $0.at < $1.at }
      loanCase.holds = holds[key] ?? []
      loanCase.riskFlags = risks[key] ?? []
      loanCase.wishes = wishes[key] ?? []
      loanCase.consents = consents[key] ?? []
      loanCase.approvals = approvals[key] ?? []
      cases.append(loanCase)
    }
    return cases
  }

  private func forEachRow(
    of table: String, by order: String, _ body: (Row) throws -> Void
  ) throws {
    let filter = only == nil ? "" : "WHERE case_number = ?"
    let statement = try database.cachedStatement(
      sql: "SELECT * FROM \(table) \(filter) ORDER BY \(order)")
    let arguments: StatementArguments = only.map { [$0.text] } ?? []
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() { try body(row) }
  }

  private func group<Value>(
    _ table: String, by order: String, _ read: (Row) throws -> Value
  ) throws -> [String: [Value]] {
    var groups: [String: [Value]] = [:]
    try forEachRow(of: table, by: order) { row in
      groups[try row.text("case_number"), default: []].append(try read(row))
    }
    return groups
  }

  private func groupByOrigin<Value>(
    _ table: String, by order: String, _ read: (Row) throws -> Value
  ) throws -> [String: [Value]] {
    var groups: [String: [Value]] = [:]
    try forEachRow(of: table, by: order) { row in
      if isFileOnly, try row.text("origin") != RowOrigin.file.rawValue { return }
      groups[try row.text("case_number"), default: []].append(try read(row))
    }
    return groups
  }

  private func head(_ row: Row, loans: [Loan]) throws -> LoanCase {
    var borrower = Borrower(
      id: try row.identifier("borrower_number"), name: try row.text("borrower_name"),
      kind: try row.code("borrower_kind"))
    borrower.phone = try row.text("borrower_phone")
    borrower.language = try row.text("language")
    borrower.accessNeeds = try row.text("access_needs")
    var loanCase = LoanCase(
      id: try row.identifier("case_number"), lender: try row.identifier("lender"),
      borrower: borrower,
      loans: loans)
    loanCase.reason = try row.code("arrears_reason")
    loanCase.status = try row.code("status")
    loanCase.skills = StoredSkills.skills(try row.text("skills"))
    return loanCase
  }

  private func loan(_ row: Row) throws -> Loan {
    let currency = try row.read("currency") { Currency(code: $0) }
    var loan = Loan(
      id: try row.identifier("loan_number"), product: try row.text("product"),
      overdue: Money(minorUnits: try row.value("overdue"), currency: currency),
      overdueSince: try row.date("overdue_since"))
    let balance: Int64? = try row.value("balance")
    loan.balance = balance.map { Money(minorUnits: $0, currency: currency) }
    return loan
  }

  private func party(_ row: Row) throws -> Party {
    var party = Party(
      id: try row.identifier("party_id"), role: try row.code("role"), name: try row.text("name"))
    party.phone = try row.text("phone")
    party.hasConsented = try row.value("has_consented")
    return party
  }

  private func listAddresses() throws -> [String: [Address]] {
    let locations = try listLocations()
    let changes = try listChanges()
    return try group("address", by: "case_number, address_id") { row in
      var address = try self.address(row)
      address.location = locations[try addressKey(row)]
      if let change = changes[try addressKey(row)] {
        address.status = change.status
        address.verified = change.verified ?? address.verified
      }
      return address
    }
  }

  private func listLocations() throws -> [String: Location] {
    var locations: [String: Location] = [:]
    try forEachRow(of: "location", by: "case_number, address_id") { row in
      var location = Location(
        coordinate: try row.coordinate(), precision: try row.precision(),
        source: try row.code("source"))
      location.isDoubtful = try row.value("is_doubtful")
      locations[try addressKey(row)] = location
    }
    try forEachRow(of: "location_candidate", by: "case_number, address_id, position") { row in
      locations[try addressKey(row)]?.candidates.append(
        LocationCandidate(
          coordinate: try row.coordinate(), precision: try row.precision(),
          score: try row.value("score"), label: try row.text("label")))
    }
    return locations
  }

  /// What visits found of addresses: the last status, and the last day it was confirmed.
  private func listChanges() throws -> [String: (status: AddressStatus, verified: ServiceDate?)] {
    var changes: [String: (status: AddressStatus, verified: ServiceDate?)] = [:]
    guard !isFileOnly else { return changes }
    try forEachRow(of: "address_change", by: "date, id") { row in
      let key = try addressKey(row)
      let status: AddressStatus = try row.code("status")
      let verified = status == .verified ? try row.date("date") : changes[key]?.verified
      changes[key] = (status, verified)
    }
    return changes
  }

  private func addressKey(_ row: Row) throws -> String {
    try row.text("case_number") + "\u{1F}" + row.text("address_id")
  }

  private func address(_ row: Row) throws -> Address {
    var address = Address(
      id: try row.identifier("address_id"), kind: try row.code("kind"), text: try row.text("text"))
    address.party = try row.findIdentifier("party_id")
    address.source = try row.text("source")
    address.status = try row.code("status")
    address.verified = try row.findDate("verified")
    address.presence = try row.read("presence") { StoredWindow.windows($0) }
    address.directions = try row.text("directions")
    address.jurisdiction = try row.findIdentifier("jurisdiction")
    address.isRural = try row.value("is_rural")
    if try row.findText("given_datum") != nil {
      address.given = ForeignCoordinate(
        datum: try row.code("given_datum"), latitude: try row.value("given_latitude"),
        longitude: try row.value("given_longitude"))
    }
    return address
  }

  private func contact(_ row: Row) throws -> ContactAttempt {
    var contact = ContactAttempt(
      channel: try row.code("channel"), at: try row.instant("at"), result: try row.code("result"))
    contact.party = try row.findIdentifier("party_id")
    contact.countsAgainstCap = try row.value("counts_against_cap")
    contact.address = try row.findIdentifier("address_id")
    contact.appointment = try row.findInstant("appointment")
    return contact
  }

  private func riskFlag(_ row: Row) throws -> RiskFlag {
    RiskFlag(
      factor: try row.code("factor"), address: try row.findIdentifier("address_id"),
      source: try row.text("source"), recorded: try row.date("recorded"),
      expires: try row.date("expires"))
  }

  private func wish(_ row: Row) throws -> ContactWish {
    let value = try row.text("value")
    return try row.read("kind") { StoredWish.wish(kind: $0, value: value) }
  }

  private func consent(_ row: Row) throws -> Consent {
    Consent(
      kind: try row.code("kind"), given: try row.date("given"), expires: try row.date("expires"),
      evidence: try row.text("evidence"))
  }

  private func approval(_ row: Row) throws -> Approval {
    Approval(
      rule: try row.text("rule"), by: try row.text("approver"), reason: try row.text("reason"),
      expires: try row.date("expires"))
  }
}
