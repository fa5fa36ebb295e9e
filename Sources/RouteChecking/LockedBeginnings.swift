import Quantities
import RouteSolver

/// Checks that routes begin with their locked visits, as far as those are made at all.
struct LockedBeginnings {
  private(set) var faults: [RouteFault] = []

  init(_ problem: RoutingProblem, _ routes: [AssignedRoute]) {
    var owner: [Int: Int] = [:]
    for (vehicle, crew) in problem.vehicles.enumerated() {
      for stop in crew.lockedVisits { owner[Int(stop.raw)] = vehicle }
    }
    guard !owner.isEmpty else { return }
    for route in routes {
      for stop in route.stops {
        guard let keeper = owner[stop], keeper != route.vehicle else { continue }
        faults.append(
          RouteFault(.lockedElsewhere, vehicle: Index(route.vehicle), stop: Index(stop)))
      }
      let made = Set(route.stops)
      let beginning = problem.vehicles[route.vehicle].lockedVisits.map { Int($0.raw) }
        .filter(made.contains)
      for (due, stop) in zip(beginning, route.stops) where due != stop {
        faults.append(RouteFault(.notAtBeginning, vehicle: Index(route.vehicle), stop: Index(due)))
        break
      }
    }
  }
}
