import FieldModel
import Quantities
import VisitRules

/// A borrower in Qingxi with one verified home, three attempts made and a visit announced, whom
/// the rules of `CN` let be visited on any ordinary day; tests change one thing at a time.
struct RuleWorld {
  /// Tuesday, 10 March 2026.
  static let tuesday = date("2026-03-10")
  static let now = Instant(date: date("2026-03-09"), time: TimeOfDay(hour: 8), offsetMinutes: 480)

  var loanCase: LoanCase
  var address: Address
  var context = VisitContext(now: now)
  var book: RuleBook

  init(home: Identifier<Jurisdiction> = "CN", lenderPack: PolicyPack? = nil) {
    var files = BundledRules.files.filter { $0.path.hasPrefix("rules/") }
      .map { (name: $0.path, bytes: $0.bytes) }
    files.sort { $0.name < $1.name }
    let read = RuleFiles(files, home: home)
    book = RuleBook(
      packs: Array(read.book.packs.values) + (lenderPack.map { [$0] } ?? []),
      calendars: Array(read.book.calendars.values), home: home)
    address = Address(id: "A1", kind: .home, text: "滨河路 1 号")
    address.status = .verified
    address.location = Location(
      coordinate: Coordinate(latitude: 312_000_000, longitude: 1_205_000_000),
      precision: .house, source: .given)
    let loan = Loan(
      id: "L1", product: "consumer", overdue: Money(minorUnits: 100_000, currency: .cny),
      overdueSince: date("2026-01-10"))
    loanCase = LoanCase(
      id: "C1", lender: "BANK", borrower: Borrower(id: "B1", name: "甲"), loans: [loan])
    loanCase.contacts = [
      contact(.sms, "2026-02-25"), contact(.call, "2026-02-26"), contact(.call, "2026-03-02"),
      contact(.sms, "2026-03-07", .visitAnnounced),
    ]
  }

  /// The assessment on a day, Tuesday unless told otherwise.
  func assess(on day: ServiceDate = tuesday) -> VisitAssessment {
    var loanCase = loanCase
    loanCase.addresses = [address]
    return book.assess([loanCase], address: address, on: day, context: context)
  }
}

func date(_ text: String) -> ServiceDate {
  ServiceDate(text) ?? ServiceDate(daysSinceEpoch: 0)
}

func window(_ text: String) -> TimeWindow { TimeWindow(text) ?? .allDay }

func contact(
  _ channel: ContactChannel, _ day: String, _ result: ContactResult = .noAnswer
) -> ContactAttempt {
  ContactAttempt(
    channel: channel,
    at: Instant(date: date(day), time: TimeOfDay(hour: 10), offsetMinutes: 480), result: result)
}

extension VisitAssessment {
  /// Codes of the rules that forbid the visit, in order.
  var refusalCodes: [VerdictCode] { refusals.map(\.code) }
  /// Codes of the rules that condition the visit, in order.
  var conditionCodes: [VerdictCode] {
    verdicts.filter { $0.outcome == .conditions }.map(\.code)
  }
}
