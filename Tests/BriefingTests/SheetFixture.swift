import Briefing
import FieldModel
import Quantities

/// A day of two stops at one door and one elsewhere; every field that must stay inside is marked.
enum SheetFixture {
  /// Strings that no sheet may show at any level.
  static let forbidden = [
    "CANARY", "13800138001", "13900139002", "07700900123", "settlement",
  ]

  static func sources(language: Language = .english) -> SheetSources {
    var sources = SheetSources(
      route: route, crew: crew, cases: [first, second, third], planCode: "7KQ2M9XT",
      printed: Instant("2026-11-23T18:05:00+08:00") ?? Instant(secondsSinceEpoch: 0),
      checklist: checklist, office: office)
    sources.dayTriggers = [.dog]
    sources.stopTriggers = ["v1": [.dog, .first], "v3": [.firm]]
    sources.legs = legs
    sources.sunset = TimeOfDay(hour: 16, minute: 58)
    sources.lawfulHours = [TimeWindow(start: TimeOfDay(hour: 8), end: TimeOfDay(hour: 22))]
    sources.navigation = language == .english ? .google : .amap
    sources.tokenSalt = "pepper"
    sources.licenceLine = "© OpenStreetMap contributors"
    sources.receipt = ReceiptNotice(
      log: "L7", throughVisit: 14, headCode: "river-lamp-nine-oak", missing: "3, 7")
    sources.dayKey = DayKeyText(typed: "K7QM-22TX-9DPA-0V4H", payload: "rounds:k:K7QM22TX")
    sources.supersedes = "5TT0AAQ1"
    return sources
  }

  static let date = ServiceDate(daysSinceEpoch: 20_781)
  private static let window = TimeWindow(start: TimeOfDay(hour: 9), end: TimeOfDay(hour: 18))
  private static let door = Coordinate(latitude: 336_300_000, longitude: 1_169_700_000)
  private static let shop = Coordinate(latitude: 336_350_000, longitude: 1_169_800_000)

  private static func loanCase(
    _ number: Int, name: String, phone: String, address: String, at place: Coordinate
  ) -> LoanCase {
    var borrower = Borrower(id: Identifier("CANARY-borrower-\(number)"), name: name)
    borrower.phone = phone
    borrower.language = "zh"
    borrower.accessNeeds = "large print"
    var loan = Loan(
      id: "CANARY-contract-6222020012345678", product: "Consumer loan",
      overdue: Money(minorUnits: 123_456 * Int64(number), currency: .cny),
      overdueSince: date.adding(days: -40))
    loan.balance = Money(minorUnits: 99_999_999, currency: .cny)
    var result = LoanCase(
      id: Identifier("QX-\(1000 + number)"), lender: "River Bank", borrower: borrower,
      loans: [loan])
    var relative = Party(id: "p1", role: .relative, name: "CANARY relative")
    relative.phone = "13900139002"
    result.parties = [relative]
    var visited = Address(id: "A1", kind: .home, text: address)
    visited.directions = "blue door"
    visited.location = Location(coordinate: place, precision: .house, source: .gazetteer)
    visited.presence = [
      TimeWindow(start: TimeOfDay(hour: 17), end: TimeOfDay(hour: 20))
    ]
    visited.source = "CANARY source"
    result.addresses = [visited, Address(id: "A2", kind: .work, text: "CANARY other address")]
    result.contacts = [
      ContactAttempt(channel: .call, at: Instant(secondsSinceEpoch: 0), result: .refused)
    ]
    result.holds = [Hold(kind: .hardship, from: date.adding(days: -90), until: date)]
    result.approvals = [
      Approval(rule: "risk.high", by: "CANARY boss", reason: "CANARY settlement", expires: date)
    ]
    result.consents = [
      Consent(kind: .visit, given: date, expires: date, evidence: "CANARY evidence")
    ]
    result.riskFlags = [
      RiskFlag(factor: .weapon, source: "CANARY police", recorded: date.adding(days: -1)),
      RiskFlag(factor: .dogLoose, source: "CANARY visit", recorded: date.adding(days: -1)),
    ]
    result.wishes = [.onlyBetween(window)]
    return result
  }

  static let first = loanCase(
    1, name: "欧阳娜娜", phone: "13800138001", address: "城关镇人民路7号1栋2单元301室", at: door)
  static let second = loanCase(
    2, name: "Ann Barton", phone: "07700900123", address: "城关镇人民路7号1栋2单元301室", at: door)
  static let third: LoanCase = {
    var result = loanCase(
      3, name: "王𠅤", phone: "13800138001", address: "城关镇河西街12号", at: shop)
    result.wishes = [.notOn(.sunday)]
    return result
  }()

  private static func stop(
    _ number: Int, of loanCase: LoanCase, at place: Coordinate, purpose: VisitPurpose,
    arrival: TimeOfDay, risk: RiskTier
  ) -> PlannedStop {
    PlannedStop(
      visit: Identifier("v\(number)"), request: Identifier("r\(number)"),
      borrower: loanCase.borrower.id, cases: [loanCase.id], address: "A1", coordinate: place,
      purpose: purpose, arrival: arrival, start: arrival, service: .minutes(20), window: window,
      travel: .minutes(6), distance: Distance(metres: 2040), risk: risk,
      conditions: risk == .high
        ? [RuleCitation(pack: "CN", key: "risk.high", effect: .approve, source: "")] : [],
      value: 424_242)
  }

  static let route = DailyRoute(
    crew: "c1", date: date, departure: TimeOfDay(hour: 9), back: TimeOfDay(hour: 10, minute: 40),
    stops: [
      stop(
        1, of: first, at: door, purpose: .contact, arrival: TimeOfDay(hour: 9, minute: 6),
        risk: .high),
      stop(
        2, of: second, at: door, purpose: .repaymentPlan,
        arrival: TimeOfDay(hour: 9, minute: 32), risk: .medium),
      stop(
        3, of: third, at: shop, purpose: .firmVisit, arrival: TimeOfDay(hour: 9, minute: 58),
        risk: .low),
    ],
    breaks: [
      PlannedBreak(
        start: TimeOfDay(hour: 9, minute: 52), duration: .minutes(5), afterStops: 2)
    ], returnTravel: .minutes(12), returnDistance: Distance(metres: 950))

  private static let legs = [
    RouteLeg(
      steps: [
        DirectionStep(.depart(.northEast), road: "人民路", distance: Distance(metres: 350)),
        DirectionStep(
          .right, road: "G104", reference: "G104", distance: Distance(metres: 1690)),
        DirectionStep(.arrive(.left)),
      ], line: [Coordinate(latitude: 336_250_000, longitude: 1_169_600_000), door]),
    RouteLeg(steps: [DirectionStep(.arrive(nil))], line: []),
    RouteLeg(
      steps: [
        DirectionStep(.roundabout(exit: 2), road: "河西街", distance: Distance(metres: 2040)),
        DirectionStep(.arrive(.right)),
      ], line: [door, shop]),
  ]

  private static let crew: Crew = {
    let base = CrewBase(
      id: "b1", name: "城关驻点", address: "人民路1号",
      coordinate: Coordinate(latitude: 336_250_000, longitude: 1_169_600_000))
    var crew = Crew(
      id: "c1", name: "城关一组",
      members: [
        CrewMember(id: "1021", name: "陈晓"), CrewMember(id: "1022", name: "Tom Reed"),
      ], base: base, mode: .car)
    crew.plate = "皖A·12345"
    return crew
  }()

  private static let office = OfficeCard(
    deskPhone: "0557-555-0100", emergency: [OfficeCard.Number(label: "SOS", number: "110")],
    complaintPhone: "400-555-0199")

  private static let checklist = Checklist(
    items: [
      item("P01", .planGate, "核对未还清", "Still owed", .always),
      item("D03", .beforeLeaving, "手机满电", "Phones full", .always),
      item("V04", .vehicle, "车头朝外", "Park facing out", .always),
      item("V08", .vehicle, "天黑前折返", "Turn back before dark", .rural),
      item("A01", .doorstep, "到达报平安", "Check in on arrival", .always),
      item("A05", .doorstep, "先试犬", "Rattle for dogs", .dog),
      item("A09", .doorstep, "他人开门不提事由", "Other person: name only", .third),
      item("A14", .doorstep, "到前台求见", "Ask at reception", .firm),
      item("E03", .after, "文件带回", "Papers back", .always),
      item("X01", .emergency, "先脱身", "Get out first", .always),
      item("X04", .emergency, "犬咬冲洗", "Dog bite: rinse", .dog),
    ])

  private static func item(
    _ id: String, _ section: ChecklistSection, _ chinese: String, _ english: String,
    _ trigger: ChecklistTrigger
  ) -> ChecklistItem {
    ChecklistItem(
      id: Identifier(id), section: section, chinese: chinese, english: english, trigger: trigger,
      isMandatory: true)
  }
}
