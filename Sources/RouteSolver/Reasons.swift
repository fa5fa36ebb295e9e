import Quantities

/// Finds why stops were left out, by trying them again with one constraint relaxed at a time.
struct Reasons {
  private let problem: RoutingProblem
  private let travel: TravelTables
  private let plan: RoutingPlan
  private let unserved: [Int]

  init(_ problem: RoutingProblem, travel: TravelTables, plan: RoutingPlan, unserved: [Int]) {
    self.problem = problem
    self.travel = travel
    self.plan = plan
    self.unserved = unserved
  }

  /// The reason for each of the unserved stops, in their order.
  func find() -> [UnservedStop] {
    guard !unserved.isEmpty else { return [] }
    let costs = insertionCosts(relaxing: nil)
    var binding: [[RoutingConstraint]] = Array(repeating: [], count: unserved.count)
    for constraint in RoutingConstraint.allCases where mayBind(constraint) {
      let relaxed = insertionCosts(relaxing: constraint)
      for position in unserved.indices where relaxed[position] != nil {
        binding[position].append(constraint)
      }
    }
    return unserved.indices.map { position in
      UnservedStop(
        stop: Index(unserved[position]),
        reason: reason(unserved[position], cost: costs[position], binding: binding[position]))
    }
  }

  private func reason(
    _ stop: Int, cost: Int64?, binding: [RoutingConstraint]
  ) -> UnservedReason {
    if let cost {
      let members = problem.stops.indices.filter { isAlternative($0, of: stop) }
      let penalty = problem.penalty(of: members).total.value
      return .notWorthwhile(by: Cost(max(0, cost - penalty)))
    }
    if !isReachable(stop) { return .unreachable }
    return binding.isEmpty ? .severalConstraints : .barred(by: binding)
  }

  private func isAlternative(_ other: Int, of stop: Int) -> Bool {
    guard let group = problem.stops[stop].group else { return other == stop }
    return problem.stops[other].group == group
  }

  /// Whether some vehicle has a way to the stop and one back.
  private func isReachable(_ stop: Int) -> Bool {
    let size = travel.size
    let location = problem.stops[stop].location
    let place = Int(travel.rows[location.position])
    return problem.vehicles.contains { vehicle in
      let table = vehicle.matrix * size * size
      let columns = 0..<(size - 1)
      return columns.contains {
        $0 != place && travel.pairs[table + $0 * size + place].leaving < TravelTables.far
      }
        && columns.contains {
          $0 != place && travel.pairs[table + place * size + $0].leaving < TravelTables.far
        }
        || (vehicle.start.map { $0 == location } ?? true)
          && (vehicle.end.map { $0 == location } ?? true)
    }
  }

  /// What the cheapest place for each unserved stop costs; `nil` where there is none.
  private func insertionCosts(relaxing constraint: RoutingConstraint?) -> [Int64?] {
    let relaxed = constraint.map { problem.relaxing($0, for: unserved.map { Index($0) }) }
    let state = PlanState(CompiledProblem(relaxed ?? problem, travel: travel))
    state.load(plan)
    return unserved.map { stop in
      var best = Insertion()
      for vehicle in 0..<state.problem.vehicleCount where state.mayTake(stop, vehicle: vehicle) {
        let place = state.cheapestPlace(of: stop, vehicle: vehicle, below: best.cost)
        if place.stop >= 0 { best = place }
      }
      return best.stop >= 0 ? best.cost : nil
    }
  }

  private func mayBind(_ constraint: RoutingConstraint) -> Bool {
    let stops = unserved.lazy.map { problem.stops[$0] }
    return switch constraint {
    case .window: stops.contains { !$0.windows.isEmpty }
    case .skills: stops.contains { $0.skills != 0 }
    case .allowedVehicles: stops.contains { $0.allowedVehicles != nil }
    case .pin:
      stops.contains {
        $0.pinnedVehicle != nil || $0.pinnedDay != nil || $0.pinnedStart != nil
          || $0.pinnedPosition != nil
      }
        || problem.vehicles.contains { !$0.lockedVisits.isEmpty }
    case .spacing: stops.contains { $0.spacing != nil }
    case .shift: true
    case .duty: problem.vehicles.contains { $0.maxDuty != nil }
    case .driving: problem.vehicles.contains { $0.maxDriving != nil }
    case .horizon: problem.crews.contains { $0.maxDriving != nil || $0.maxWork != nil }
    case .continuousDriving: problem.vehicles.contains { $0.continuousDriving != nil }
    case .breaks: problem.vehicles.contains { !$0.breaks.isEmpty }
    case .latestServiceEnd: problem.vehicles.contains { $0.latestServiceEnd != nil }
    case .capacity: problem.vehicles.contains { $0.capacity != nil }
    case .maxStops: problem.vehicles.contains { $0.maxStops != nil }
    case .maxDistance: problem.vehicles.contains { $0.maxDistance != nil }
    }
  }
}

extension PlanState {
  /// Takes over a plan that is known to hold.
  func load(_ plan: RoutingPlan) {
    for (vehicle, route) in plan.routes.enumerated() where !route.isEmpty {
      for stop in route {
        insert(stop.position, after: Int(previous[problem.stopCount + vehicle]), vehicle: vehicle)
      }
      refresh(vehicle)
    }
  }
}
