public import FieldModel
import GRDB
public import Quantities

extension OfficeStore: PlanRepository {
  /// The plan stored last; `nil` before the first.
  public func findCurrentPlan() throws -> VisitPlan? {
    try read { database in
      let code = try String.fetchOne(
        database, sql: "SELECT code FROM plan ORDER BY serial DESC LIMIT 1")
      return try code.flatMap { try PlanReader(database: database, code: $0).findPlan() }
    }
  }

  /// The plan with a code; `nil` when there is none.
  public func findPlan(code: String) throws -> VisitPlan? {
    try read { try PlanReader(database: $0, code: code).findPlan() }
  }

  /// Stores a plan that the checker passed, and makes it the current one.
  public func save(_ plan: VisitPlan, at moment: Instant) throws {
    try write { try PlanWriter(database: $0, plan: plan).save(at: moment) }
  }

  /// Every plan stored, the newest first: its code and when it was stored.
  public func listPlans() throws -> [(code: String, storedAt: Instant)] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT code, stored_at FROM plan ORDER BY serial DESC")
        .map { (try $0.text("code"), try $0.instant("stored_at")) }
    }
  }
}

/// A stop of a stored plan, with who goes when.
public struct StoredStop: Hashable, Sendable {
  /// The plan's code.
  public var planCode: String
  /// The stop.
  public var stop: PlannedStop
  /// Who goes.
  public var crew: Identifier<Crew>
  /// On which day.
  public var date: ServiceDate

  /// A stop of a plan, with who goes when.
  public init(
    planCode: String, stop: PlannedStop, crew: Identifier<Crew>, date: ServiceDate
  ) {
    self.planCode = planCode
    self.stop = stop
    self.crew = crew
    self.date = date
  }
}

extension OfficeStore {
  /// The stops with some visit numbers over all plans, the newest plan's word on each.
  public func listStops(
    of visits: Set<Identifier<PlannedVisit>>
  ) throws -> [Identifier<PlannedVisit>: StoredStop] {
    try read { database in
      var found: [Identifier<PlannedVisit>: StoredStop] = [:]
      for code in try Self.codes(ofPlansWith: visits, in: database) {
        guard let plan = try PlanReader(database: database, code: code).findPlan() else { continue }
        for route in plan.routes {
          for stop in route.stops where visits.contains(stop.visit) && found[stop.visit] == nil {
            found[stop.visit] = StoredStop(
              planCode: code, stop: stop, crew: route.crew, date: route.date)
          }
        }
      }
      return found
    }
  }

  /// The plans that have the newest word on at least one of `visits`, the newest first.
  private static func codes(
    ofPlansWith visits: Set<Identifier<PlannedVisit>>, in database: Database
  ) throws -> [String] {
    let newest = try database.cachedStatement(
      sql: """
        SELECT max(plan.serial) FROM planned_stop JOIN plan ON plan.code = planned_stop.plan_code
        WHERE planned_stop.visit = ?
        """)
    let serials = try visits.compactMap { visit in
      try Int64.fetchOne(newest, arguments: [visit.text])
    }
    return try Set(serials).sorted(by: >).compactMap { serial in
      try String.fetchOne(
        database, sql: "SELECT code FROM plan WHERE serial = ?", arguments: [serial])
    }
  }
}
