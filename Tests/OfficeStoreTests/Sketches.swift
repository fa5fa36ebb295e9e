import FieldModel
import Quantities

/// Values to store, every field of them filled.
enum Sketch {
  static let today = ServiceDate(daysSinceEpoch: 20_779)  // 2026-11-22

  static func moment(_ hour: Int, on date: ServiceDate = today, offset: Int16 = 480) -> Instant {
    Instant(date: date, time: TimeOfDay(hour: hour, minute: 7), offsetMinutes: offset)
  }

  static func batch(rows: Int = 1) -> ImportBatch {
    ImportBatch(
      lender: "solent", fileDigest: String(repeating: "ab", count: 32), importedAt: moment(8),
      rows: rows)
  }

  static func window(_ start: Int32, _ end: Int32) -> TimeWindow {
    TimeWindow(
      start: TimeOfDay(secondsSinceMidnight: start), end: TimeOfDay(secondsSinceMidnight: end))
  }

  static func place(_ step: Int32) -> Coordinate {
    Coordinate(latitude: 507_000_000 + step, longitude: -12_900_000 - step)
  }

  /// A case with nothing left empty: two loans, two parties, an address in every datum.
  static func fullCase(_ id: String) -> LoanCase {
    var borrower = Borrower(id: Identifier("B-" + id), name: "欧阳“小”明; -- DROP", kind: .firm)
    borrower.phone = "+86 138 0000 0000"
    borrower.language = "yue"
    borrower.accessNeeds = "large print"
    var second = loan("L2", overdue: 0, currency: .gbp)
    second.balance = Money(minorUnits: 987_654_321_012, currency: .gbp)
    var loanCase = LoanCase(
      id: Identifier(id), lender: "solent", borrower: borrower,
      loans: [loan("L1", overdue: 123_456, currency: .cny), second])
    loanCase.parties = parties()
    loanCase.addresses = addresses()
    loanCase.contacts = contacts()
    loanCase.holds = [
      Hold(kind: .dispute, from: today.adding(days: -9), until: today),
      Hold(kind: .lawyer, from: today.adding(days: -2)),
    ]
    loanCase.riskFlags = [
      RiskFlag(factor: .dogLoose, address: "A1", source: "visit", recorded: today),
      RiskFlag(
        factor: .threat, source: "police", recorded: today, expires: today.adding(days: 3)),
    ]
    loanCase.wishes = [
      .onlyBetween(window(32_401, 43_259)), .notOn(.wednesday), .lettersOnly, .notAt("A2"),
    ]
    loanCase.consents = Consent.Kind.allCases.map {
      Consent(kind: $0, given: today, expires: today.adding(days: 30), evidence: "file 7")
    }
    loanCase.approvals = [
      Approval(rule: "risk.high", by: "S. Visor", reason: "two cars", expires: today)
    ]
    loanCase.reason = .tradingTrouble
    loanCase.skills = ["legal", "lang:yue", "drives a boat"]
    return loanCase
  }

  private static func loan(_ id: String, overdue: Int64, currency: Currency) -> Loan {
    Loan(
      id: Identifier(id), product: "车贷", overdue: Money(minorUnits: overdue, currency: currency),
      overdueSince: today.adding(days: -45))
  }

  private static func parties() -> [Party] {
    var guarantor = Party(id: "P1", role: .jointGuarantor, name: "李四")
    guarantor.phone = "139"
    guarantor.hasConsented = true
    return [guarantor, Party(id: "P2", role: .relative, name: "")]
  }

  private static func addresses() -> [Address] {
    var addresses = Datum.allCases.enumerated().map { number, datum in
      var address = Address(
        id: Identifier("A\(number + 1)"), kind: .home, text: "幸福路\(number)号\n二栋")
      address.given = ForeignCoordinate(
        datum: datum, latitude: 39.911_954 + Double(number) / 3, longitude: 116.377_817)
      return address
    }
    addresses[0].kind = .liableParty
    addresses[0].party = "P1"
    addresses[0].source = "contract"
    addresses[0].status = .verified
    addresses[0].verified = today
    addresses[0].presence = [window(28_800, 43_200), window(64_800, 75_599)]
    addresses[0].directions = "green door"
    addresses[0].jurisdiction = "CN"
    addresses[0].isRural = true
    return addresses
  }

  private static func contacts() -> [ContactAttempt] {
    var visit = ContactAttempt(
      channel: .visit, at: moment(9, on: today.adding(days: -3)), result: .refused)
    visit.party = "P1"
    visit.countsAgainstCap = false
    visit.address = "A1"
    visit.appointment = moment(15, on: today.adding(days: 2))
    return [
      visit,
      // 09:07 in London is later than 10:07 in China on the same day.
      ContactAttempt(channel: .letter, at: moment(10), result: .undeliverable),
      ContactAttempt(channel: .sms, at: moment(9, offset: 0), result: .visitAnnounced),
    ]
  }

  static func plainCase(_ id: String) -> LoanCase {
    LoanCase(
      id: Identifier(id), lender: "solent", borrower: Borrower(id: Identifier("B-" + id), name: ""),
      loans: [loan("L1", overdue: 1, currency: .gbp)])
  }

  /// A location that somebody doubts, with what else the address could mean.
  static func doubtful(_ source: LocationSource = .gazetteer) -> Location {
    var location = Location(coordinate: place(0), precision: .street, source: source)
    location.isDoubtful = true
    location.candidates = LocationPrecision.allCases.enumerated().map { number, precision in
      LocationCandidate(
        coordinate: place(Int32(number)), precision: precision, score: 900 - number,
        label: "High Street \(number)")
    }
    return location
  }

  static func pin(_ step: Int32 = 500) -> Location {
    Location(coordinate: place(step), precision: .door, source: .pin)
  }

  static func effects(on id: Identifier<LoanCase>) -> CaseEffects {
    var effects = CaseEffects(loanCase: id)
    effects.contacts = [ContactAttempt(channel: .visit, at: moment(14), result: .reached)]
    effects.holds = [Hold(kind: .complaint, from: today.adding(days: 1))]
    effects.riskFlags = [
      RiskFlag(factor: .crowd, address: "A2", source: "visit", recorded: today)
    ]
    effects.addressChanges = [
      .init(address: "A2", status: .verified, date: today.adding(days: -1)),
      .init(address: "A2", status: .moved, date: today),
      .init(address: "A3", status: .verified, date: today),
    ]
    return effects
  }
}
