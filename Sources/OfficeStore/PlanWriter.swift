import FieldModel
import GRDB
import Quantities

/// Writes one plan; storing a plan again only makes it the current one.
struct PlanWriter {
  let database: Database
  let plan: VisitPlan

  func save(at moment: Instant) throws {
    let known = try Int64.fetchOne(
      database, sql: "SELECT serial FROM plan WHERE code = ?", arguments: [plan.code])
    if known != nil {
      try database.run(
        """
        UPDATE plan SET serial = (SELECT max(serial) + 1 FROM plan), stored_at = ? WHERE code = ?
        """, [moment.description, plan.code])
      return
    }
    try database.insert(
      into: "plan",
      [
        "code": plan.code, "first_day": plan.firstDay.description, "days": plan.days,
        "seed": String(plan.seed), "iterations": plan.iterations,
        "map_checksum": Int64(plan.mapChecksum), "stored_at": moment.description,
      ])
    for route in plan.routes { try insert(route) }
    for unplanned in plan.unplanned { try insert(unplanned) }
  }

  private func insert(_ route: DailyRoute) throws {
    try database.insert(
      into: "planned_route",
      [
        "plan_code": plan.code, "date": route.date.description, "crew": route.crew.text,
        "departure": route.departure.secondsSinceMidnight,
        "back": route.back.secondsSinceMidnight, "return_travel": route.returnTravel.value,
        "return_distance": route.returnDistance.decimetres,
      ])
    for (position, pause) in route.breaks.enumerated() {
      try database.insert(
        into: "planned_break",
        [
          "plan_code": plan.code, "date": route.date.description, "crew": route.crew.text,
          "position": position, "start": pause.start.secondsSinceMidnight,
          "duration": pause.duration.value, "after_stops": pause.afterStops,
        ])
    }
    for (position, stop) in route.stops.enumerated() {
      try insert(stop, of: route, at: position)
    }
  }

  private func insert(_ stop: PlannedStop, of route: DailyRoute, at position: Int) throws {
    try database.insert(
      into: "planned_stop",
      [
        "plan_code": plan.code, "date": route.date.description, "crew": route.crew.text,
        "position": position, "visit": stop.visit.text, "request": stop.request.text,
        "borrower_number": stop.borrower.text, "address_id": stop.address.text,
        "latitude": stop.coordinate.latitude, "longitude": stop.coordinate.longitude,
        "purpose": stop.purpose.rawValue, "arrival": stop.arrival.secondsSinceMidnight,
        "start": stop.start.secondsSinceMidnight, "service": stop.service.value,
        "window_start": stop.window.start.secondsSinceMidnight,
        "window_end": stop.window.end.secondsSinceMidnight, "travel": stop.travel.value,
        "distance": stop.distance.decimetres, "risk": stop.risk.rawValue, "value": stop.value,
      ])
    for loanCase in stop.cases {
      try database.insert(
        into: "planned_case",
        ["plan_code": plan.code, "visit": stop.visit.text, "case_number": loanCase.text])
    }
    for (position, citation) in stop.conditions.enumerated() {
      try database.insert(
        into: "stop_condition",
        [
          "plan_code": plan.code, "visit": stop.visit.text, "position": position,
          "pack": citation.pack, "rule": citation.key, "effect": citation.effect.rawValue,
          "source": citation.source,
        ])
    }
  }

  private func insert(_ unplanned: UnplannedVisit) throws {
    let stored = StoredReason(unplanned.reason)
    try database.insert(
      into: "unplanned_case",
      [
        "plan_code": plan.code, "case_number": unplanned.loanCase.text,
        "reason": unplanned.reason.code, "pack": stored.citation?.pack,
        "rule": stored.citation?.key, "effect": stored.citation?.effect.rawValue,
        "source": stored.citation?.source, "date": stored.date?.description,
        "detail": stored.detail,
      ])
  }
}
