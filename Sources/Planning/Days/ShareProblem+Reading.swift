public import FieldModel
import Quantities
public import RouteSolver

extension ShareProblem {
  /// Reads a solution back: the routes that the crews drive, and why some cases are left out.
  public func read(_ solution: RoutingSolution) -> (
    routes: [DailyRoute], unplanned: [UnplannedVisit]
  ) {
    let routes = solution.routes.filter { !$0.visits.isEmpty }.map(route)
    let served = Set(routes.flatMap(\.stops).map(\.request))
    let solved = Dictionary(
      solution.unserved.map { ($0.stop.position, $0.reason) }, uniquingKeysWith: { one, _ in one })
    let unplanned = share.requests.indices.flatMap { position -> [UnplannedVisit] in
      let request = share.requests[position].request
      guard let problem, !served.contains(request.id) else { return [] }
      let reason = reason(for: position, problem, solved: solved)
      return request.cases.map { UnplannedVisit(loanCase: $0, reason: reason) }
    }
    return (routes, unplanned)
  }

  /// What is left out when there is nothing to solve: every request of the share.
  public func readNothing() -> [UnplannedVisit] {
    share.requests.flatMap { entry in
      entry.request.cases.map { UnplannedVisit(loanCase: $0, reason: .noCrew) }
    }
  }

  private func route(_ solved: SolvedRoute) -> DailyRoute {
    let crewDay = crewDays[solved.vehicle.position]
    let crew = share.crews[crewDay.crew]
    return DailyRoute(
      crew: crew.id, date: crewDay.date, departure: time(solved.departure, on: crewDay.date),
      back: time(solved.finish, on: crewDay.date),
      stops: solved.visits.map { stop($0, crew: crew, date: crewDay.date) },
      breaks: solved.breaks.map { pause in
        PlannedBreak(
          start: time(pause.start, on: crewDay.date), duration: pause.end - pause.start,
          afterStops: pause.visitsBefore)
      },
      returnTravel: solved.lastLeg.driving, returnDistance: solved.lastLeg.distance)
  }

  private func stop(_ visit: SolvedVisit, crew: Crew, date: ServiceDate) -> PlannedStop {
    let option = options[visit.stop.position]
    let request = share.requests[option.request].request
    let place = request.options[option.option]
    let start = time(visit.start, on: date)
    let window = place.windows[date]?.first { $0.contains(start) }
    return PlannedStop(
      visit: VisitNumber.make(borrower: request.borrower, crew: crew.id, date: date),
      request: request.id, borrower: request.borrower, cases: request.cases,
      address: place.address, coordinate: place.coordinate, purpose: request.purpose,
      arrival: time(visit.arrival, on: date), start: start, service: visit.end - visit.start,
      window: window ?? TimeWindow(start: start, end: start), travel: visit.leg.driving,
      distance: visit.leg.distance, risk: place.risk, conditions: place.conditions[date] ?? [],
      value: request.value - place.penalty)
  }

  private func time(_ moment: Seconds, on date: ServiceDate) -> TimeOfDay {
    let midnight = Int32(firstDay.days(until: date) * 86_400)
    return TimeOfDay(secondsSinceMidnight: moment.value - midnight)
  }
}
