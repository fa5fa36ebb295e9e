import FieldModel
import Quantities
import Testing

@Suite("Checklists, crews, plans and remarks")
struct WordsTests {
  @Test("a checklist shows what is always due and what the triggers call for, in its own order")
  func checklist() {
    let list = Checklist(items: [
      item("V2", .vehicle, .always), item("D2", .doorstep, .dog), item("D1", .doorstep, .always),
      item("D3", .doorstep, .night), item("D4", .doorstep, .lone),
    ])
    #expect(list.items(in: .doorstep, for: []).map(\.id.text) == ["D1"])
    #expect(list.items(in: .doorstep, for: [.lone, .dog]).map(\.id.text) == ["D2", "D1", "D4"])
    #expect(list.items(in: .vehicle, for: [.dog]).map(\.id.text) == ["V2"])
    #expect(list.items(in: .emergency, for: Set(ChecklistTrigger.allCases)).isEmpty)
  }

  private func item(
    _ id: String, _ section: ChecklistSection, _ trigger: ChecklistTrigger
  ) -> ChecklistItem {
    ChecklistItem(
      id: Identifier(id), section: section, chinese: "查", english: "Look", trigger: trigger,
      isMandatory: true)
  }

  @Test("a crew works its shifts but for its days off")
  func shifts() throws {
    let monday = try #require(ServiceDate("2026-11-23"))
    var crew = Crew(
      id: "C1", name: "One", members: [CrewMember(id: "S1", name: "李")],
      base: CrewBase(
        id: "B", name: "Base", address: "", coordinate: Coordinate(latitude: 0, longitude: 0)),
      mode: .car)
    let hours = try #require(TimeWindow("08:30-18:00"))
    crew.shifts = [.monday: hours]
    #expect(crew.shift(on: monday) == hours)
    #expect(crew.shift(on: monday.adding(days: 1)) == nil)
    crew.daysOff = [monday]
    #expect(crew.shift(on: monday) == nil)
    #expect(crew.shift(on: monday.adding(days: 7)) == hours)
  }

  @Test("a route adds up its legs, doors and duty")
  func route() throws {
    let stop = PlannedStop(
      visit: "V1", request: "R1", borrower: "B1", cases: ["C1"], address: "A1",
      coordinate: Coordinate(latitude: 0, longitude: 0), purpose: .contact,
      arrival: TimeOfDay(hour: 9), start: TimeOfDay(hour: 9, minute: 10), service: .minutes(20),
      window: .allDay, travel: .minutes(30), distance: Distance(metres: 12_000))
    let route = DailyRoute(
      crew: "C1", date: CaseSketch.today, departure: TimeOfDay(hour: 8, minute: 30),
      back: TimeOfDay(hour: 10), stops: [stop, stop], returnTravel: .minutes(30),
      returnDistance: Distance(metres: 12_500))
    #expect(stop.end == TimeOfDay(hour: 9, minute: 30))
    #expect(route.travel == .minutes(90) && route.service == .minutes(40))
    #expect(route.distance == Distance(metres: 36_500) && route.duty == .minutes(90))
  }

  @Test("a plan knows its days")
  func dates() {
    let plan = VisitPlan(
      code: "00000000", firstDay: CaseSketch.today, days: 3, seed: 1, iterations: 0,
      mapChecksum: 0, routes: [], unplanned: [])
    #expect(plan.dates.map(\.description) == ["2026-11-22", "2026-11-23", "2026-11-24"])
  }

  @Test("every reason has a code of its own")
  func reasonCodes() {
    let citation = RuleCitation(pack: "CN", key: "k", effect: .block, source: "s")
    let reasons: [UnplannedReason] = [
      .forbidden(citation, from: nil), .needsApproval(citation), .onHold(.dispute, until: nil),
      .closed, .promiseRunning(until: CaseSketch.today), .notLocated, .locationDoubtful,
      .noVisitableAddress, .unreachable, .noCrew, .missingSkill("legal"),
      .windowTooTight(slack: nil), .daysFull, .notWorthTheWay,
    ]
    #expect(Set(reasons.map(\.code)).count == reasons.count)
  }

  @Test("precisions are ordered from the door outwards, and read back by code")
  func precisions() {
    #expect(LocationPrecision.allCases == LocationPrecision.allCases.sorted())
    for precision in LocationPrecision.allCases {
      #expect(LocationPrecision(code: precision.code) == precision)
    }
    #expect(LocationPrecision(code: "roof") == nil)
  }

  @Test("a remark never quotes more than 80 characters")
  func diagnostics() {
    let remark = Diagnostic(.warning, "odd", found: String(repeating: "长", count: 500))
    #expect(remark.found.count == 80)
    #expect(Diagnostic.Severity.note < .error)
  }

  @Test("only a forbidding verdict of an approvable rule awaits approval")
  func approvals() {
    for effect in RuleEffect.allCases {
      let citation = RuleCitation(pack: "CN", key: "risk.high", effect: effect, source: "")
      #expect(RuleVerdict(.forbids, .risk, by: citation).awaitsApproval == (effect == .approve))
      #expect(!RuleVerdict(.conditions, .risk, by: citation).awaitsApproval)
    }
  }
}
