import Quantities
import RouteSolver

/// Checks that visits pinned to a place in their route stand there.
struct PinnedPlaces {
  private(set) var faults: [RouteFault] = []

  init(_ problem: RoutingProblem, _ routes: [AssignedRoute]) {
    for route in routes {
      for (position, stop) in route.stops.enumerated() {
        let due: Int
        switch problem.stops[stop].pinnedPosition {
        case nil: continue
        case .number(let number): due = number
        case .last: due = route.stops.count
        }
        if due == position + 1 { continue }
        faults.append(
          RouteFault(
            .offPinnedPosition, vehicle: Index(route.vehicle), stop: Index(stop),
            found: Int64(position + 1), limit: Int64(due)))
      }
    }
  }
}
