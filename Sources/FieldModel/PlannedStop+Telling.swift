import Quantities

extension PlannedStop {
  /// The stop's address as its cases among `cases` hold it: a party's copy before the borrower's.
  public func findAddress(in cases: [LoanCase]) -> Address? {
    let copies = ownCases(among: cases).compactMap { $0.findAddress(address) }
    return copies.first(where: \.isOfParty) ?? copies.first
  }

  /// Those of `cases` that may be talked about at the stop's door, in the stop's order.
  ///
  /// At the borrower's own address these are all cases of the stop; at a party's address only those
  /// for which that party is liable by role. Where nobody knows whose the address is, none.
  public func casesToTell(_ cases: [LoanCase]) -> [LoanCase] {
    guard let address = findAddress(in: cases) else { return [] }
    let own = ownCases(among: cases)
    guard address.isOfParty else { return own }
    return own.filter { $0.findLiableParty(at: address) != nil }
  }

  private func ownCases(among all: [LoanCase]) -> [LoanCase] {
    cases.compactMap { id in all.first { $0.id == id } }
  }
}

extension Address {
  /// Whether it is somebody's other than the borrower's.
  public var isOfParty: Bool { party != nil || kind == .liableParty }
}

extension LoanCase {
  /// The party whose address it is, if the case names it and its role makes it liable.
  public func findLiableParty(at address: Address) -> Party? {
    parties.first { $0.id == address.party && $0.role.isLiable }
  }
}
