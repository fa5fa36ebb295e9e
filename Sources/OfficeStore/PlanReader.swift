import FieldModel
import GRDB
import Quantities

/// Reads one plan with its routes and reasons.
struct PlanReader {
  let database: Database
  let code: String

  func findPlan() throws -> VisitPlan? {
    guard let row = try rows("plan WHERE code = ?").first else { return nil }
    return VisitPlan(
      code: code, firstDay: try row.date("first_day"), days: try row.value("days"),
      seed: try row.read("seed") { UInt64($0) }, iterations: try row.value("iterations"),
      mapChecksum: try row.value("map_checksum"), routes: try listRoutes(),
      unplanned: try listUnplanned())
  }

  private func rows(_ tail: String) throws -> [Row] {
    try Row.fetchAll(database, sql: "SELECT * FROM \(tail)", arguments: [code])
  }

  private func routeKey(_ row: Row) throws -> String {
    try row.text("date") + "\u{1F}" + row.text("crew")
  }

  private func listRoutes() throws -> [DailyRoute] {
    var stops: [String: [PlannedStop]] = [:]
    let cases = try listCases()
    let conditions = try listConditions()
    for row in try rows("planned_stop WHERE plan_code = ? ORDER BY date, crew, position") {
      stops[try routeKey(row), default: []].append(
        try stop(
          row, cases: cases[try row.text("visit")] ?? [],
          conditions: conditions[try row.text("visit")] ?? []))
    }
    var breaks: [String: [PlannedBreak]] = [:]
    for row in try rows("planned_break WHERE plan_code = ? ORDER BY date, crew, position") {
      breaks[try routeKey(row), default: []].append(
        PlannedBreak(
          start: try row.time("start"), duration: try row.seconds("duration"),
          afterStops: try row.value("after_stops")))
    }
    return try rows("planned_route WHERE plan_code = ? ORDER BY date, crew").map { row in
      DailyRoute(
        crew: try row.identifier("crew"), date: try row.date("date"),
        departure: try row.time("departure"), back: try row.time("back"),
        stops: stops[try routeKey(row)] ?? [], breaks: breaks[try routeKey(row)] ?? [],
        returnTravel: try row.seconds("return_travel"),
        returnDistance: try row.distance("return_distance"))
    }
  }

  private func listCases() throws -> [String: [Identifier<LoanCase>]] {
    var cases: [String: [Identifier<LoanCase>]] = [:]
    for row in try rows("planned_case WHERE plan_code = ? ORDER BY visit, case_number") {
      cases[try row.text("visit"), default: []].append(try row.identifier("case_number"))
    }
    return cases
  }

  private func listConditions() throws -> [String: [RuleCitation]] {
    var conditions: [String: [RuleCitation]] = [:]
    for row in try rows("stop_condition WHERE plan_code = ? ORDER BY visit, position") {
      conditions[try row.text("visit"), default: []].append(try citation(row))
    }
    return conditions
  }

  private func citation(_ row: Row) throws -> RuleCitation {
    RuleCitation(
      pack: try row.text("pack"), key: try row.text("rule"), effect: try row.code("effect"),
      source: try row.text("source"))
  }

  private func stop(_ row: Row, cases: [Identifier<LoanCase>], conditions: [RuleCitation]) throws
    -> PlannedStop
  {
    PlannedStop(
      visit: try row.identifier("visit"), request: try row.identifier("request"),
      borrower: try row.identifier("borrower_number"), cases: cases,
      address: try row.identifier("address_id"), coordinate: try row.coordinate(),
      purpose: try row.code("purpose"), arrival: try row.time("arrival"),
      start: try row.time("start"),
      service: try row.seconds("service"), window: try window(row),
      travel: try row.seconds("travel"), distance: try row.distance("distance"),
      risk: try risk(row), conditions: conditions, value: try row.value("value"))
  }

  private func window(_ row: Row) throws -> TimeWindow {
    let start = try row.time("window_start")
    let end = try row.time("window_end")
    guard start <= end else { throw UnreadableField(column: "window_end") }
    return TimeWindow(start: start, end: end)
  }

  private func risk(_ row: Row) throws -> RiskTier {
    guard let risk = RiskTier(rawValue: try row.value("risk")) else {
      throw UnreadableField(column: "risk")
    }
    return risk
  }

  private func listUnplanned() throws -> [UnplannedVisit] {
    try rows("unplanned_case WHERE plan_code = ? ORDER BY case_number").map { row in
      let stored = StoredReason(
        citation: try row.findText("pack") == nil ? nil : citation(row),
        date: try row.findDate("date"),
        detail: try row.findText("detail"))
      return UnplannedVisit(
        loanCase: try row.identifier("case_number"),
        reason: try row.read("reason") { stored.reason(code: $0) })
    }
  }
}
