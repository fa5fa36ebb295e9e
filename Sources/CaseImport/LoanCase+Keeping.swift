import FieldModel
import Quantities

extension LoanCase {
  /// This case, just read, with what the office knows beyond the file: from `before`, the case as
  /// stored; a case that `isWhole` had all of its rows read.
  func keeping(whatIsKnownFrom before: LoanCase, isWhole: Bool) -> LoanCase {
    var result = self
    if !isWhole {
      result.loans += before.loans.filter { loan in !loans.contains { $0.id == loan.id } }
      result.loans.sort { $0.id < $1.id }
      result.status = before.status == .open ? .open : status
    }
    result.parties += before.parties.filter { party in !parties.contains { $0.id == party.id } }
    result.parties.sort { $0.id < $1.id }
    result.keepAddresses(of: before)
    result.contacts = Self.union(contacts, before.contacts).sorted { $0.sortKey < $1.sortKey }
    result.keepHolds(of: before)
    result.riskFlags = Self.union(riskFlags, before.riskFlags).sorted { $0.sortKey < $1.sortKey }
    result.wishes = Self.union(wishes, before.wishes).sorted { $0.sortKey < $1.sortKey }
    result.consents = Self.union(consents, before.consents).sorted { $0.sortKey < $1.sortKey }
    result.approvals = Self.union(approvals, before.approvals).sorted { $0.sortKey < $1.sortKey }
    return result
  }

  /// Pins and verdicts of known addresses stay; addresses that the file no longer has stay too,
  /// since a lender's file often has room for one only.
  private mutating func keepAddresses(of before: LoanCase) {
    for known in before.addresses {
      guard let place = addresses.firstIndex(where: { $0.id == known.id }) else {
        addresses.append(known)
        continue
      }
      addresses[place].location = known.location
      if addresses[place].status == .unverified { addresses[place].status = known.status }
      addresses[place].verified = [addresses[place].verified, known.verified].compactMap(\.self)
        .max()
      if addresses[place].given == nil { addresses[place].given = known.given }
      if addresses[place].presence.isEmpty { addresses[place].presence = known.presence }
      if addresses[place].directions.isEmpty { addresses[place].directions = known.directions }
    }
    addresses.sort { $0.id < $1.id }
  }

  /// A stop flag stays until the file states its end or a person lifts it: silence ends nothing.
  private mutating func keepHolds(of before: LoanCase) {
    let stated = holds
    for known in before.holds {
      let isRestated = stated.contains { hold in
        hold.kind == known.kind && (hold.from == known.from || known.until == nil)
      }
      guard isRestated else {
        holds.append(known)
        continue
      }
      // A flag without a day begins with each file's day; the first one counts.
      for index in holds.indices
      where holds[index].kind == known.kind && holds[index].until == nil && known.until == nil {
        holds[index].from = min(holds[index].from, known.from)
      }
    }
    holds = Self.union(holds, []).sorted { $0.sortKey < $1.sortKey }
  }

  private static func union<Element: Equatable>(_ left: [Element], _ right: [Element])
    -> [Element]
  {
    (left + right).reduce(into: []) { list, element in
      if !list.contains(element) { list.append(element) }
    }
  }

  /// What differs from `other`, as canonical column names in order.
  func differences(to other: LoanCase) -> [String] {
    let isSame: [(String, Bool)] = [
      ("access_needs", borrower.accessNeeds == other.borrower.accessNeeds),
      ("addresses", addresses == other.addresses),
      ("approvals", approvals == other.approvals),
      ("arrears_reason", reason == other.reason),
      ("borrower_kind", borrower.kind == other.borrower.kind),
      ("borrower_name", borrower.name == other.borrower.name),
      ("borrower_phone", borrower.phone == other.borrower.phone),
      ("case_status", status == other.status),
      ("consents", consents == other.consents),
      ("contacts", contacts == other.contacts),
      ("holds", holds == other.holds),
      ("language", borrower.language == other.borrower.language),
      ("loan_number", loans.map(\.id) == other.loans.map(\.id)),
      ("overdue_amount", loans.map(\.overdue) == other.loans.map(\.overdue)),
      ("overdue_since", loans.map(\.overdueSince) == other.loans.map(\.overdueSince)),
      ("balance", loans.map(\.balance) == other.loans.map(\.balance)),
      ("parties", parties == other.parties),
      ("product", loans.map(\.product) == other.loans.map(\.product)),
      ("risk_flags", riskFlags == other.riskFlags),
      ("skills", skills == other.skills),
      ("wishes", wishes == other.wishes),
    ]
    return isSame.filter { !$0.1 }.map(\.0)
  }
}
