import FieldModel
import GRDB
import Quantities

/// Who wrote a row; a list of rows shows them in the order of these words.
enum RowOrigin: String {
  case file, office, visit
}

/// Writes what a lender's file says of a case, leaving what office and field added.
struct CaseWriter {
  let database: Database
  let batch: Int64

  func save(_ loanCase: LoanCase) throws {
    try saveHead(loanCase)
    try deleteChildren(of: loanCase.id)
    for loan in loanCase.loans { try insert(loan, of: loanCase.id) }
    for party in loanCase.parties { try insert(party, of: loanCase.id) }
    for address in loanCase.addresses { try insert(address, of: loanCase.id) }
    for contact in loanCase.contacts {
      try Self.insert(contact, of: loanCase.id, origin: .file, in: database)
    }
    for hold in loanCase.holds {
      try Self.insert(hold, of: loanCase.id, origin: .file, in: database)
    }
    for flag in loanCase.riskFlags {
      try Self.insert(flag, of: loanCase.id, origin: .file, in: database)
    }
    for approval in loanCase.approvals {
      try Self.insert(approval, of: loanCase.id, origin: .file, in: database)
    }
    for wish in loanCase.wishes { try insert(wish, of: loanCase.id) }
    for consent in loanCase.consents { try insert(consent, of: loanCase.id) }
  }

  private func saveHead(_ loanCase: LoanCase) throws {
    let borrower = loanCase.borrower
    try database.run(
      """
      INSERT INTO loan_case VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (case_number) DO UPDATE SET lender = excluded.lender,
        borrower_number = excluded.borrower_number, borrower_name = excluded.borrower_name,
        borrower_kind = excluded.borrower_kind, borrower_phone = excluded.borrower_phone,
        language = excluded.language, access_needs = excluded.access_needs,
        arrears_reason = excluded.arrears_reason, status = excluded.status,
        skills = excluded.skills, import_batch = excluded.import_batch
      """,
      [
        loanCase.id.text, loanCase.lender.text, borrower.id.text, borrower.name,
        borrower.kind.rawValue, borrower.phone, borrower.language, borrower.accessNeeds,
        loanCase.reason.rawValue, loanCase.status.rawValue,
        StoredSkills.text(loanCase.skills), batch,
      ])
  }

  private func deleteChildren(of id: Identifier<LoanCase>) throws {
    for table in ["loan", "party", "address", "contact_wish", "consent"] {
      try database.run("DELETE FROM \(table) WHERE case_number = ?", [id.text])
    }
    for table in ["contact_attempt", "hold", "risk_flag", "approval"] {
      try database.run(
        "DELETE FROM \(table) WHERE case_number = ? AND origin = 'file'", [id.text])
    }
  }

  private func insert(_ loan: Loan, of id: Identifier<LoanCase>) throws {
    try database.insert(
      into: "loan",
      [
        "case_number": id.text, "loan_number": loan.id.text, "product": loan.product,
        "currency": loan.overdue.currency.code, "overdue": loan.overdue.minorUnits,
        "overdue_since": loan.overdueSince.description, "balance": loan.balance?.minorUnits,
      ])
  }

  private func insert(_ party: Party, of id: Identifier<LoanCase>) throws {
    try database.insert(
      into: "party",
      [
        "case_number": id.text, "party_id": party.id.text, "role": party.role.rawValue,
        "name": party.name, "phone": party.phone, "has_consented": party.hasConsented,
      ])
  }

  private func insert(_ address: Address, of id: Identifier<LoanCase>) throws {
    try database.insert(
      into: "address",
      [
        "case_number": id.text, "address_id": address.id.text, "kind": address.kind.rawValue,
        "party_id": address.party?.text, "text": address.text, "source": address.source,
        "status": address.status.rawValue, "verified": address.verified?.description,
        "given_datum": address.given?.datum.rawValue, "given_latitude": address.given?.latitude,
        "given_longitude": address.given?.longitude,
        "presence": StoredWindow.text(address.presence),
        "directions": address.directions, "jurisdiction": address.jurisdiction?.text,
        "is_rural": address.isRural,
      ])
  }

  private func insert(_ wish: ContactWish, of id: Identifier<LoanCase>) throws {
    let (kind, value) = StoredWish.fields(of: wish)
    try database.insert(
      into: "contact_wish", ["case_number": id.text, "kind": kind, "value": value])
  }

  private func insert(_ consent: Consent, of id: Identifier<LoanCase>) throws {
    try database.insert(
      into: "consent",
      [
        "case_number": id.text, "kind": consent.kind.rawValue,
        "given": consent.given.description, "expires": consent.expires.description,
        "evidence": consent.evidence,
      ])
  }

  static func insert(
    _ contact: ContactAttempt, of id: Identifier<LoanCase>, origin: RowOrigin,
    in database: Database
  ) throws {
    try database.insert(
      into: "contact_attempt",
      [
        "case_number": id.text, "origin": origin.rawValue, "channel": contact.channel.rawValue,
        "at": contact.at.description, "result": contact.result.rawValue,
        "party_id": contact.party?.text, "counts_against_cap": contact.countsAgainstCap,
        "address_id": contact.address?.text, "appointment": contact.appointment?.description,
      ])
  }

  static func insert(
    _ hold: Hold, of id: Identifier<LoanCase>, origin: RowOrigin, in database: Database
  ) throws {
    try database.insert(
      into: "hold",
      [
        "case_number": id.text, "origin": origin.rawValue, "kind": hold.kind.rawValue,
        "first_day": hold.from.description, "last_day": hold.until?.description,
      ])
  }

  static func insert(
    _ flag: RiskFlag, of id: Identifier<LoanCase>, origin: RowOrigin, in database: Database
  ) throws {
    try database.insert(
      into: "risk_flag",
      [
        "case_number": id.text, "origin": origin.rawValue, "factor": flag.factor.rawValue,
        "address_id": flag.address?.text, "source": flag.source,
        "recorded": flag.recorded.description, "expires": flag.expires.description,
      ])
  }

  static func insert(
    _ approval: Approval, of id: Identifier<LoanCase>, origin: RowOrigin, in database: Database
  ) throws {
    try database.insert(
      into: "approval",
      [
        "case_number": id.text, "origin": origin.rawValue, "rule": approval.rule,
        "approver": approval.by, "reason": approval.reason,
        "expires": approval.expires.description,
      ])
  }
}
