import Quantities
import RouteSolver

/// Adds up what the people of each crew do over all days.
struct CrewHorizon {
  private(set) var faults: [RouteFault] = []

  init(_ problem: RoutingProblem, _ routes: [AssignedRoute]) {
    var driving = [Int](repeating: 0, count: problem.crews.count)
    var service = driving
    for route in routes {
      guard let crew = problem.vehicles[route.vehicle].crew else { continue }
      let way = RouteLimits(problem, route)
      driving[crew] += way.driving
      for stop in route.stops { service[crew] += Int(problem.stops[stop].service.value) }
    }
    for (crew, rules) in problem.crews.enumerated() {
      limit(.crewDrivingTooLong, driving[crew], rules.maxDriving, crew)
      limit(.crewWorkTooLong, driving[crew] + service[crew], rules.maxWork, crew)
    }
  }

  private mutating func limit(
    _ kind: RouteFault.Kind, _ found: Int, _ limit: Seconds?, _ crew: Int
  ) {
    guard let limit, found > Int(limit.value) else { return }
    faults.append(
      RouteFault(kind, crew: crew, found: Int64(found), limit: Int64(limit.value)))
  }
}
