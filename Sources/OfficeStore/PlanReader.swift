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
      code: code, firstDay: try row.date("first_day"), days: row["days"],
      seed: try row.read("seed") { UInt64($0) }, iterations: row["iterations"],
      mapChecksum: UInt32(row["map_checksum"] as Int64), routes: try listRoutes(),
      unplanned: try listUnplanned())
  }

  private func rows(_ tail: String) throws -> [Row] {
    try Row.fetchAll(database, sql: "SELECT * FROM \(tail)", arguments: [code])
  }

  private func routeKey(_ row: Row) -> String { row.text("date") + "\u{1F}" + row.text("crew") }

  private func listRoutes() throws -> [DailyRoute] {
    var stops: [String: [PlannedStop]] = [:]
    let cases = try listCases()
    let conditions = try listConditions()
    for row in try rows("planned_stop WHERE plan_code = ? ORDER BY date, crew, position") {
      stops[routeKey(row), default: []].append(
        try stop(
          row, cases: cases[row.text("visit")] ?? [],
          conditions: conditions[row.text("visit")] ?? []))
    }
    var breaks: [String: [PlannedBreak]] = [:]
    for row in try rows("planned_break WHERE plan_code = ? ORDER BY date, crew, position") {
      breaks[routeKey(row), default: []].append(
        PlannedBreak(
          start: row.time("start"), duration: row.seconds("duration"),
          afterStops: row["after_stops"]))
    }
    return try rows("planned_route WHERE plan_code = ? ORDER BY date, crew").map { row in
      DailyRoute(
        crew: row.identifier("crew"), date: try row.date("date"),
        departure: row.time("departure"), back: row.time("back"),
        stops: stops[routeKey(row)] ?? [], breaks: breaks[routeKey(row)] ?? [],
        returnTravel: row.seconds("return_travel"),
        returnDistance: row.distance("return_distance"))
    }
  }

  private func listCases() throws -> [String: [Identifier<LoanCase>]] {
    var cases: [String: [Identifier<LoanCase>]] = [:]
    for row in try rows("planned_case WHERE plan_code = ? ORDER BY visit, case_number") {
      cases[row.text("visit"), default: []].append(row.identifier("case_number"))
    }
    return cases
  }

  private func listConditions() throws -> [String: [RuleCitation]] {
    var conditions: [String: [RuleCitation]] = [:]
    for row in try rows("stop_condition WHERE plan_code = ? ORDER BY visit, position") {
      conditions[row.text("visit"), default: []].append(try citation(row))
    }
    return conditions
  }

  private func citation(_ row: Row) throws -> RuleCitation {
    RuleCitation(
      pack: row.text("pack"), key: row.text("rule"), effect: try row.code("effect"),
      source: row.text("source"))
  }

  private func stop(_ row: Row, cases: [Identifier<LoanCase>], conditions: [RuleCitation]) throws
    -> PlannedStop
  {
    PlannedStop(
      visit: row.identifier("visit"), request: row.identifier("request"),
      borrower: row.identifier("borrower_number"), cases: cases,
      address: row.identifier("address_id"), coordinate: row.coordinate,
      purpose: try row.code("purpose"), arrival: row.time("arrival"), start: row.time("start"),
      service: row.seconds("service"), window: try row.read("window") { TimeWindow($0) },
      travel: row.seconds("travel"), distance: row.distance("distance"),
      risk: RiskTier(rawValue: row["risk"]) ?? .stop, conditions: conditions, value: row["value"])
  }

  private func listUnplanned() throws -> [UnplannedVisit] {
    try rows("unplanned_case WHERE plan_code = ? ORDER BY case_number").map { row in
      let stored = StoredReason(
        citation: row["pack"] == nil ? nil : try citation(row), date: try row.findDate("date"),
        detail: row["detail"])
      return UnplannedVisit(
        loanCase: row.identifier("case_number"),
        reason: try row.read("reason") { stored.reason(code: $0) })
    }
  }
}
