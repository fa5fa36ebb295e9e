import Quantities
public import RouteSolver

/// Re-derives feasibility and cost of what a solver hands out, from the problem alone.
///
/// It takes the solver's types and none of its code: every promise is checked as its documentation
/// words it, the slow and plain way, so that a mistake in the search cannot hide in its own test.
public struct RouteChecker: Sendable {
  /// The problem by which plans are judged.
  public let problem: RoutingProblem

  /// A checker of answers to `problem`.
  public init(_ problem: RoutingProblem) { self.problem = problem }

  /// What is wrong with a timed solution; empty when nothing is.
  ///
  /// - Complexity: O(stops) apart from groups, windows and spacings.
  public func faults(in solution: RoutingSolution) -> [RouteFault] {
    let unknown = unknownParts(of: solution)
    guard unknown.isEmpty else { return unknown }
    var faults: [RouteFault] = []
    let replays = solution.routes.map { RouteReplay(problem, $0).outcome() }
    for replay in replays { faults += replay.faults }
    let routes = replays.map(\.route)
    let assignment = Assignment(problem, routes)
    faults += assignment.faults
    faults += listingFaults(assignment.isServed, solution.unserved.map(\.stop.position))
    var reckoning = CostReckoning(problem)
    for (timed, route) in zip(solution.routes, routes) { reckoning.add(timed, route) }
    reckoning.addUnserved(assignment.isServed)
    if reckoning.cost != solution.cost {
      faults.append(
        RouteFault(
          .wrongCost, found: sum(of: solution.cost), limit: sum(of: reckoning.cost)))
    }
    return faults
  }

  /// What is wrong with a plan without times; a route for which no departure works is one fault.
  ///
  /// Where legs take longer at some hours than at others, driving is judged by the least they take.
  public func faults(in plan: RoutingPlan) -> [RouteFault] {
    let unknown = unknownParts(of: plan)
    guard unknown.isEmpty else { return unknown }
    let routes = assigned(plan)
    var faults: [RouteFault] = []
    for route in routes {
      let limits = RouteLimits(problem, route)
      faults += limits.faults
      guard limits.isConnected, !ScheduleFinder(problem, route).exists else { continue }
      faults.append(RouteFault(.noSchedule, vehicle: Index(route.vehicle)))
    }
    return faults + Assignment(problem, routes).faults
  }

  /// What a plan without times costs, but for waiting and overtime, which only a schedule knows.
  ///
  /// Legs that take longer at some hours than at others cost the least they take, one that does not
  /// exist nothing; ``faults(in:)-(RoutingPlan)`` names it.
  public func cost(of plan: RoutingPlan) -> CostParts {
    guard unknownParts(of: plan).isEmpty else { return CostParts() }
    let routes = assigned(plan)
    var reckoning = CostReckoning(problem)
    for route in routes { reckoning.add(route) }
    reckoning.addUnserved(Assignment(problem, routes).isServed)
    return reckoning.cost
  }

  private func assigned(_ plan: RoutingPlan) -> [AssignedRoute] {
    plan.routes.enumerated().compactMap { vehicle, stops in
      stops.isEmpty ? nil : AssignedRoute(vehicle: vehicle, stops: stops.map(\.position))
    }
  }

  private func sum(of cost: CostParts) -> Int64 {
    let costs = cost.required.value + cost.priorities.value + cost.prizes.value
    return costs + cost.travel.value + cost.waiting.value + cost.distance.value
      + cost.overtime.value + cost.fixed.value + cost.affinity.value + cost.imbalance.value
  }

  private func unknownParts(of solution: RoutingSolution) -> [RouteFault] {
    var faults: [RouteFault] = []
    for route in solution.routes {
      if route.vehicle.position >= problem.vehicles.count {
        faults.append(RouteFault(.unknownVehicle, vehicle: route.vehicle))
      }
      for visit in route.visits where visit.stop.position >= problem.stops.count {
        faults.append(RouteFault(.unknownStop, vehicle: route.vehicle, stop: visit.stop))
      }
    }
    for left in solution.unserved where left.stop.position >= problem.stops.count {
      faults.append(RouteFault(.unknownStop, stop: left.stop))
    }
    return faults
  }

  private func unknownParts(of plan: RoutingPlan) -> [RouteFault] {
    var faults: [RouteFault] = []
    for (vehicle, route) in plan.routes.enumerated() {
      if vehicle >= problem.vehicles.count, !route.isEmpty {
        faults.append(RouteFault(.unknownVehicle, vehicle: Index(vehicle)))
      }
      for stop in route where stop.position >= problem.stops.count {
        faults.append(RouteFault(.unknownStop, vehicle: Index(vehicle), stop: stop))
      }
    }
    return faults
  }

  /// Whether exactly those stops are listed that nobody visits, nor an alternative of theirs.
  private func listingFaults(_ isServed: [Bool], _ listed: [Int]) -> [RouteFault] {
    var servedGroups: Set<Int> = []
    for stop in problem.stops.indices where isServed[stop] {
      if let group = problem.stops[stop].group { servedGroups.insert(group) }
    }
    var isListed = [Bool](repeating: false, count: problem.stops.count)
    var faults: [RouteFault] = []
    for stop in listed {
      if isListed[stop] { faults.append(RouteFault(.wronglyListed, stop: Index(stop))) }
      isListed[stop] = true
    }
    for (position, stop) in problem.stops.enumerated() {
      let isLeftOut =
        !isServed[position] && !(stop.group.map(servedGroups.contains) ?? false)
      if isLeftOut != isListed[position] {
        faults.append(RouteFault(.wronglyListed, stop: Index(position)))
      }
    }
    return faults
  }
}
