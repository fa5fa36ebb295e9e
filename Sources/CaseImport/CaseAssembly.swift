import FieldModel
import Quantities

/// Puts the rows of a file together: one case each, whatever the order of its rows.
struct CaseAssembly {
  private var cases: [LoanCase] = []
  private var places: [Identifier<LoanCase>: Int] = [:]
  /// Cases of which a row was left out.
  private var incomplete: Set<Identifier<LoanCase>> = []
  /// How many rows were left out.
  private(set) var rowsLeftOut = 0

  /// Notes that a row was left out, of a case where that is known.
  mutating func leaveOut(_ number: String?) {
    rowsLeftOut += 1
    if let number { incomplete.insert(Identifier(number)) }
  }

  /// Adds the case of one row.
  mutating func add(_ row: LoanCase, line: Int, remarks: inout Remarks) {
    guard let place = places[row.id] else {
      places[row.id] = cases.count
      cases.append(row)
      return
    }
    if let refusal = Self.refusal(of: row, beside: cases[place]) {
      remarks.add(
        Diagnostic(
          refusal.severity, refusal.code, line: line, field: refusal.field, found: refusal.found,
          advice: refusal.advice))
      // A repeated row says nothing new, so that leaving it out leaves nothing out.
      if refusal.severity == .error { leaveOut(row.id.text) }
      return
    }
    Self.merge(row, into: &cases[place]) { field in
      remarks.add(
        Diagnostic(.warning, "conflicting-value", line: line, field: field, advice: "one-kept"))
    }
  }

  /// The cases in order of id, whole.
  mutating func finish(remarks: inout Remarks) -> (
    cases: [LoanCase], incomplete: [Identifier<LoanCase>]
  ) {
    places = [:]
    cases.sort { $0.id < $1.id }
    for index in cases.indices {
      Self.complete(&cases[index], remarks: &remarks)
    }
    remarkOnNames(&remarks)
    return (cases, incomplete.sorted())
  }

  /// Why `row` cannot join `other`, which has the same case number.
  private static func refusal(of row: LoanCase, beside other: LoanCase) -> Diagnostic? {
    guard row.lender == other.lender else {
      return Diagnostic(
        .error, "case-of-two-lenders", field: PlainField.lender.rawValue, found: row.id.text,
        advice: "check-case-number")
    }
    guard row.borrower.id == other.borrower.id else {
      return Diagnostic(
        .error, "case-of-two-borrowers", field: PlainField.borrowerNumber.rawValue,
        found: row.id.text, advice: "check-case-number")
    }
    guard let loan = row.loans.first, let same = other.loans.first(where: { $0.id == loan.id })
    else { return nil }
    // Further rows of a loan may bring further people and addresses, never other figures.
    guard same == loan else {
      return Diagnostic(
        .error, "duplicate-loan", field: PlainField.loanNumber.rawValue, found: loan.id.text,
        advice: "first-kept")
    }
    let isNothingNew =
      row.addresses.allSatisfy(other.addresses.contains)
      && row.parties.allSatisfy(other.parties.contains)
      && row.contacts.allSatisfy(other.contacts.contains)
      && row.holds.allSatisfy(other.holds.contains)
    return isNothingNew
      ? Diagnostic(
        .warning, "duplicate-row", field: PlainField.loanNumber.rawValue, found: loan.id.text,
        advice: "first-kept") : nil
  }

  /// Adds what `row` knows to `other`; where both say something else of one thing, the lesser in
  /// order is kept whichever came first, and `conflict` is told.
  private static func merge(
    _ row: LoanCase, into other: inout LoanCase, conflict: (String) -> Void
  ) {
    func settle(_ kept: inout String, _ new: String, _ field: PlainField) {
      if kept.isEmpty || new.isEmpty {
        kept += new
      } else if kept != new {
        conflict(field.rawValue)
        kept = min(kept, new)
      }
    }
    settle(&other.borrower.name, row.borrower.name, .borrowerName)
    settle(&other.borrower.phone, row.borrower.phone, .borrowerPhone)
    settle(&other.borrower.language, row.borrower.language, .language)
    settle(&other.borrower.accessNeeds, row.borrower.accessNeeds, .accessNeeds)
    if row.borrower.kind == .firm { other.borrower.kind = .firm }
    if other.reason == .unknown {
      other.reason = row.reason
    } else if row.reason != .unknown, row.reason != other.reason {
      conflict(PlainField.arrearsReason.rawValue)
      other.reason = row.reason.rawValue < other.reason.rawValue ? row.reason : other.reason
    }
    if row.status == .open { other.status = .open }
    join(row.loans, to: &other.loans)
    for party in row.parties {
      guard let place = other.parties.firstIndex(where: { $0.id == party.id }) else {
        other.parties.append(party)
        continue
      }
      other.parties[place].name = min(other.parties[place].name, party.name)
      if party.hasConsented { other.parties[place].hasConsented = true }
      if party.phone.isEmpty || party.phone == other.parties[place].phone { continue }
      if !other.parties[place].phone.isEmpty { conflict("party_phone") }
      other.parties[place].phone =
        [other.parties[place].phone, party.phone]
        .filter { !$0.isEmpty }.min() ?? ""
    }
    for address in row.addresses { merge(address, into: &other.addresses) }
    join(row.contacts, to: &other.contacts)
    join(row.holds, to: &other.holds)
    join(row.riskFlags, to: &other.riskFlags)
    join(row.wishes, to: &other.wishes)
    join(row.consents, to: &other.consents)
    join(row.approvals, to: &other.approvals)
    other.skills.formUnion(row.skills)
  }

  private static func join<Element: Equatable>(_ new: [Element], to list: inout [Element]) {
    for element in new where !list.contains(element) { list.append(element) }
  }

  /// The same address on several rows is one, with what each row knows of it.
  private static func merge(_ address: Address, into list: inout [Address]) {
    guard let place = list.firstIndex(where: { $0.id == address.id }) else {
      list.append(address)
      return
    }
    var kept = list[place]
    kept.text = min(kept.text, address.text)
    kept.source = max(kept.source, address.source)
    kept.directions = max(kept.directions, address.directions)
    if kept.status == .unverified || !address.status.isVisitable { kept.status = address.status }
    kept.verified = [kept.verified, address.verified].compactMap(\.self).max()
    if kept.given == nil { kept.given = address.given }
    if kept.presence.isEmpty { kept.presence = address.presence }
    kept.isRural = kept.isRural || address.isRural
    kept.jurisdiction = kept.jurisdiction ?? address.jurisdiction
    list[place] = kept
  }

  /// Sorts what a case holds, gives stand-ins of addresses their own, and settles its status.
  private static func complete(_ loanCase: inout LoanCase, remarks: inout Remarks) {
    loanCase.loans.sort { $0.id < $1.id }
    loanCase.parties.sort { $0.id < $1.id }
    loanCase.addresses.sort { $0.id < $1.id }
    resolve(&loanCase, remarks: &remarks)
    loanCase.contacts.sort { $0.sortKey < $1.sortKey }
    loanCase.holds.sort { $0.sortKey < $1.sortKey }
    loanCase.riskFlags.sort { $0.sortKey < $1.sortKey }
    loanCase.wishes.sort { $0.sortKey < $1.sortKey }
    loanCase.consents.sort { $0.sortKey < $1.sortKey }
    loanCase.approvals.sort { $0.sortKey < $1.sortKey }
    if loanCase.status == .open, loanCase.loans.allSatisfy({ $0.overdue.minorUnits == 0 }) {
      loanCase.status = .cured
    }
    if loanCase.loans.contains(where: { $0.overdue.currency != loanCase.loans[0].overdue.currency })
    {
      remarks.add(
        Diagnostic(.warning, "case-in-two-currencies", field: "currency", found: loanCase.id.text))
    }
    if loanCase.addresses.isEmpty {
      remarks.add(
        Diagnostic(
          .warning, "case-without-address", field: "home_address", found: loanCase.id.text,
          advice: "add-address"))
    }
  }

  private static func resolve(_ loanCase: inout LoanCase, remarks: inout Remarks) {
    func addresses(_ stand: Identifier<Address>, _ field: PlainField) -> [Identifier<Address>]? {
      guard let kind = PendingAddress.kind(stand) else { return nil }
      let found = loanCase.addresses.filter { $0.kind == kind }.map(\.id)
      if found.isEmpty {
        remarks.add(
          Diagnostic(
            .warning, "no-such-address", field: field.rawValue,
            found: "\(loanCase.id.text): \(kind.rawValue)", advice: "add-address"))
      }
      return found
    }
    loanCase.riskFlags = loanCase.riskFlags.flatMap { flag -> [RiskFlag] in
      guard let stand = flag.address, let own = addresses(stand, .riskFlags) else { return [flag] }
      let places: [Identifier<Address>?] = own.isEmpty ? [nil] : own
      return places.map { place in
        var copy = flag
        copy.address = place
        return copy
      }
    }
    loanCase.wishes = loanCase.wishes.flatMap { wish -> [ContactWish] in
      guard case .notAt(let stand) = wish, let own = addresses(stand, .wishes) else {
        return [wish]
      }
      return own.map { .notAt($0) }
    }
  }

  /// Warns of borrower numbers that stand for two names: their cases would meet at one door.
  private func remarkOnNames(_ remarks: inout Remarks) {
    var names: [Identifier<Borrower>: Int] = [:]
    for (index, loanCase) in cases.enumerated() {
      guard let first = names[loanCase.borrower.id] else {
        names[loanCase.borrower.id] = index
        continue
      }
      let other = cases[first].borrower.name
      guard other != loanCase.borrower.name,
        Spelling.comparable(other) != Spelling.comparable(loanCase.borrower.name)
      else { continue }
      remarks.add(
        Diagnostic(
          .warning, "borrower-with-two-names", field: PlainField.borrowerNumber.rawValue,
          found: "\(cases[first].id), \(loanCase.id)", advice: "check-borrower-number"))
    }
  }
}
