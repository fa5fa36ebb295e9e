import Quantities
import RouteSolver

/// Who visits what: each stop once, by a vehicle that may come, on a day that may be, and all days
/// of a crew together.
struct Assignment {
  private(set) var isServed: [Bool]
  private(set) var faults: [RouteFault] = []

  private let problem: RoutingProblem

  init(_ problem: RoutingProblem, _ routes: [AssignedRoute]) {
    self.problem = problem
    isServed = Array(repeating: false, count: problem.stops.count)
    var visits: [(stop: Int, vehicle: Int)] = []
    var isUsed = [Bool](repeating: false, count: problem.vehicles.count)
    for route in routes {
      if isUsed[route.vehicle] {
        faults.append(RouteFault(.vehicleTwice, vehicle: Index(route.vehicle)))
      }
      isUsed[route.vehicle] = true
      for stop in route.stops {
        if isServed[stop] {
          faults.append(
            RouteFault(.stopTwice, vehicle: Index(route.vehicle), stop: Index(stop)))
        }
        isServed[stop] = true
        visits.append((stop, route.vehicle))
      }
    }
    for visit in visits {
      checkVehicle(visit.stop, visit.vehicle)
      checkDay(visit.stop, visit.vehicle)
    }
    checkGroups(visits)
    faults += SpacingRules(problem, visits).faults
    faults += CrewHorizon(problem, routes).faults
    faults += LockedBeginnings(problem, routes).faults
    faults += PinnedPlaces(problem, routes).faults
  }

  /// A pin overrules the list of allowed vehicles.
  private mutating func checkVehicle(_ stop: Int, _ vehicle: Int) {
    let rules = problem.stops[stop]
    if let pin = rules.pinnedVehicle {
      guard Int(pin.raw) != vehicle else { return }
      faults.append(RouteFault(.offPin, vehicle: Index(vehicle), stop: Index(stop)))
    } else if let allowed = rules.allowedVehicles,
      !allowed.contains(where: { Int($0.raw) == vehicle })
    {
      faults.append(RouteFault(.forbiddenVehicle, vehicle: Index(vehicle), stop: Index(stop)))
    }
  }

  private mutating func checkDay(_ stop: Int, _ vehicle: Int) {
    let day = problem.vehicles[vehicle].day
    guard let pin = problem.stops[stop].pinnedDay, pin != day else { return }
    faults.append(
      RouteFault(
        .offPinnedDay, vehicle: Index(vehicle), stop: Index(stop), found: Int64(day),
        limit: Int64(pin)))
  }

  private mutating func checkGroups(_ visits: [(stop: Int, vehicle: Int)]) {
    var visited: [Int: Int] = [:]
    for visit in visits {
      guard let group = problem.stops[visit.stop].group else { continue }
      if let other = visited.updateValue(visit.stop, forKey: group), other != visit.stop {
        faults.append(
          RouteFault(.groupTwice, vehicle: Index(visit.vehicle), stop: Index(visit.stop)))
      }
    }
  }
}
