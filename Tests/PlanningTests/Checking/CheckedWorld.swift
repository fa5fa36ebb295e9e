import FieldModel
import Planning
import Quantities
import VisitRules

/// A right plan of two days for one crew and three borrowers, on roads where every way takes ten
/// minutes; tests spoil one thing at a time.
///
/// The fourth borrower's case is left out of the plan with a reason, the fifth's is closed.
struct CheckedWorld {
  static let tuesday = day("2026-03-10")
  static let wednesday = day("2026-03-11")

  var cases: [LoanCase]
  var crew: Crew
  var plan: VisitPlan
  var book: RuleBook
  var promisesDue: [Identifier<LoanCase>: ServiceDate] = [:]
  var visits: [CompletedVisit] = []
  var roads = TenMinuteRoads()

  init() {
    let files = BundledRules.files.filter { $0.path.hasPrefix("rules/") }
      .map { (name: $0.path, bytes: $0.bytes) }
    book = RuleFiles(files, home: "CN").book
    cases = (1...5).map(Self.loanCase)
    cases[4].status = .cured
    crew = Self.crew()
    plan = VisitPlan(
      code: "", firstDay: Self.tuesday, days: 2, seed: 1, iterations: 100, mapChecksum: 7,
      routes: [], unplanned: [UnplannedVisit(loanCase: "C4", reason: .daysFull)])
    let first = Self.stop(1, cases[0], arrival: "09:10", start: "09:10")
    let second = Self.stop(2, cases[1], arrival: "09:50", start: "10:00")
    let third = Self.stop(3, cases[2], arrival: "13:10", start: "13:10")
    plan.routes = [
      DailyRoute(
        crew: "K1", date: Self.tuesday, departure: time("09:00"), back: time("10:40"),
        stops: [first, second], returnTravel: .minutes(10),
        returnDistance: Distance(metres: 5000)),
      DailyRoute(
        crew: "K1", date: Self.wednesday, departure: time("11:30"), back: time("13:50"),
        stops: [third],
        breaks: [PlannedBreak(start: time("12:00"), duration: .minutes(60), afterStops: 0)],
        returnTravel: .minutes(10), returnDistance: Distance(metres: 5000)),
    ]
  }

  /// The faults of the plan under its right code.
  func faults() -> [PlanFault] {
    var plan = plan
    plan.code = PlanCode.make(for: plan)
    return faults(in: plan)
  }

  func faults(in plan: VisitPlan) -> [PlanFault] {
    PlanChecker(
      cases: cases, crews: [crew], rules: book,
      now: Instant(date: day("2026-03-09"), time: time("08:00"), offsetMinutes: 480),
      promisesDue: promisesDue, visits: visits
    ).faults(in: plan, travel: roads)
  }

  private static func loanCase(_ number: Int) -> LoanCase {
    let loan = Loan(
      id: "L\(number)", product: "consumer",
      overdue: Money(minorUnits: 100_000, currency: .cny), overdueSince: day("2026-01-10"))
    var loanCase = LoanCase(
      id: "C\(number)", lender: "BANK", borrower: Borrower(id: "B\(number)", name: "甲"),
      loans: [loan])
    var address = Address(id: "A\(number)", kind: .home, text: "滨河路")
    address.status = .verified
    address.location = Location(
      coordinate: place(number), precision: .house, source: .given)
    loanCase.addresses = [address]
    loanCase.contacts = [
      contact(.sms, "2026-02-25"), contact(.call, "2026-02-26"), contact(.call, "2026-03-02"),
      contact(.sms, "2026-03-07", .visitAnnounced),
    ]
    return loanCase
  }

  static func contact(
    _ channel: ContactChannel, _ date: String, _ result: ContactResult = .noAnswer
  ) -> ContactAttempt {
    ContactAttempt(
      channel: channel, at: Instant(date: day(date), time: time("10:00"), offsetMinutes: 480),
      result: result)
  }

  private static func crew() -> Crew {
    let members = [1, 2].map { number in
      var member = CrewMember(id: "S\(number)", name: "某")
      member.trainedUntil = day("2026-12-31")
      member.authorisedUntil = day("2026-12-31")
      return member
    }
    let base = CrewBase(id: "O", name: "office", address: "", coordinate: place(0))
    var crew = Crew(id: "K1", name: "crew", members: members, base: base, mode: .car)
    let shift = TimeWindow(start: time("08:30"), end: time("17:30"))
    crew.shifts = [.tuesday: shift, .wednesday: shift]
    crew.breaks = [
      CrewBreak(
        window: TimeWindow(start: time("12:00"), end: time("13:00")), duration: .minutes(60))
    ]
    return crew
  }

  static func stop(
    _ number: Int, _ loanCase: LoanCase, arrival: String, start: String
  ) -> PlannedStop {
    PlannedStop(
      visit: "V\(number)", request: "R\(number)", borrower: loanCase.borrower.id,
      cases: [loanCase.id], address: loanCase.addresses[0].id, coordinate: place(number),
      purpose: .contact, arrival: time(arrival), start: time(start), service: .minutes(30),
      window: TimeWindow(start: time("09:00"), end: time("19:15")), travel: .minutes(10),
      distance: Distance(metres: 5000))
  }

  static func place(_ number: Int) -> Coordinate {
    Coordinate(latitude: 312_000_000 + Int32(number) * 10_000, longitude: 1_205_000_000)
  }
}

/// Roads on which every way takes ten minutes but for those that are not there.
struct TenMinuteRoads: TravelTimes {
  var missing: Set<Coordinate> = []

  func travelTime(from: Coordinate, to: Coordinate, by mode: TravelMode) -> Seconds? {
    missing.contains(from) || missing.contains(to) ? nil : .minutes(10)
  }
}

func day(_ text: String) -> ServiceDate { ServiceDate(text) ?? ServiceDate(daysSinceEpoch: 0) }

func time(_ text: String) -> TimeOfDay { TimeOfDay(text) ?? .midnight }
