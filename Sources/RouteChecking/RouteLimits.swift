import Quantities
import RouteSolver

/// What a route promises whatever the times of its visits: ways, skills, driving, length, stops and load.
struct RouteLimits {
  private(set) var faults: [RouteFault] = []
  /// Whether every leg exists.
  private(set) var isConnected = true
  private(set) var driving = 0
  private(set) var decimetres = 0

  private let crew: RoutingVehicle
  private let vehicle: Index<RoutingVehicle>

  init(_ problem: RoutingProblem, _ route: AssignedRoute) {
    crew = problem.vehicles[route.vehicle]
    vehicle = Index(route.vehicle)
    let stops = route.stops.map { problem.stops[$0] }
    checkWay(Legs(problem, vehicle: route.vehicle), stops, route.legs)
    for (position, stop) in stops.enumerated() where stop.skills & ~crew.skills != 0 {
      faults.append(
        RouteFault(.missingSkill, vehicle: vehicle, stop: Index(route.stops[position])))
    }
    limit(.drivingTooLong, driving, crew.maxDriving.map { Int($0.value) })
    limit(.wayTooLong, decimetres, crew.maxDistance.map { Int($0.decimetres) })
    limit(.tooManyStops, stops.count, crew.maxStops)
    limit(
      .overCapacity, stops.reduce(0) { $0 + Int($1.load) }, crew.capacity.map { Int($0) })
  }

  private mutating func limit(_ kind: RouteFault.Kind, _ found: Int, _ limit: Int?) {
    guard let limit, found > limit else { return }
    faults.append(
      RouteFault(kind, vehicle: vehicle, found: Int64(found), limit: Int64(limit)))
  }

  /// Adds up the way, and the driving since the last service that is a rest; where legs take longer
  /// at some hours and no times are known, by the least they take.
  private mutating func checkWay(_ legs: Legs, _ stops: [RoutingStop], _ times: [Int]?) {
    var place = crew.start
    var sinceRest = 0
    var longest = 0
    for position in 0...stops.count {
      let target = position < stops.count ? stops[position].location : crew.end
      guard let leg = legs.leg(place, target) else {
        isConnected = false
        faults.append(RouteFault(.noWay, vehicle: vehicle))
        return
      }
      let seconds = times.map { $0[position] } ?? leg.seconds
      driving += seconds
      decimetres += leg.decimetres
      sinceRest += seconds
      longest = max(longest, sinceRest)
      if position < stops.count, let rule = crew.continuousDriving,
        stops[position].service.value >= rule.rest.value
      {
        sinceRest = 0
      }
      place = target
    }
    limit(.drivingWithoutRest, longest, crew.continuousDriving.map { Int($0.limit.value) })
  }
}
