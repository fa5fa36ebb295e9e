import Quantities
import RouteSolver

/// Finds the least cost of a small problem by trying every assignment, order, window, placement of
/// breaks and useful departure.
struct BruteForce {
  let problem: RoutingProblem
  /// Locked visits that are to be made whatever they cost.
  var keeping: Set<Int> = []

  /// What is decided so far: the day of each stop visited, and what crews do.
  private struct Partial {
    var days: [Int?]
    var driving: [Int]
    var work: [Int]
  }

  /// The cost of the best plan.
  func optimum() -> Int64 {
    let stops = problem.stops.count
    let routes = problem.vehicles.indices.map { vehicle in
      (0..<(1 << stops)).map { set in
        self.routes(of: vehicle, (0..<stops).filter { set >> $0 & 1 == 1 })
      }
    }
    let nothing = [Int](repeating: 0, count: problem.crews.count)
    let start = Partial(
      days: Array(repeating: nil, count: stops), driving: nothing, work: nothing)
    return assign(vehicle: 0, free: (1 << stops) - 1, start, routes) ?? .max
  }

  /// The least cost of serving some of the `free` stops with the vehicles from `vehicle` on.
  private func assign(
    vehicle: Int, free: Int, _ partial: Partial, _ routes: [[[BruteRoute]]]
  ) -> Int64? {
    if vehicle == problem.vehicles.count {
      return BruteRules(problem).penalty(partial.days)
        + partial.work.reduce(0) { sum, work in
          sum + problem.weights.crewImbalance * Int64(work * work) / 57_600
        }
    }
    var least: Int64?
    var set = free
    while true {
      if !routes[vehicle][set].isEmpty, let days = days(partial.days, adding: set, to: vehicle) {
        for route in routes[vehicle][set] {
          guard var next = adding(route, of: vehicle, to: partial) else { continue }
          next.days = days
          if let rest = assign(vehicle: vehicle + 1, free: free & ~set, next, routes) {
            least = min(least ?? .max, route.cost + rest)
          }
        }
      }
      if set == 0 { return least }
      set = (set - 1) & free
    }
  }

  /// The days of all visits when those of `set` are made as well; `nil` if they may not be.
  private func days(_ known: [Int?], adding set: Int, to vehicle: Int) -> [Int?]? {
    var days = known
    for stop in days.indices where set >> stop & 1 == 1 {
      days[stop] = problem.vehicles[vehicle].day
    }
    return BruteRules(problem).hold(days) ? days : nil
  }

  private func adding(_ route: BruteRoute, of vehicle: Int, to partial: Partial) -> Partial? {
    guard let crew = problem.vehicles[vehicle].crew else { return partial }
    var next = partial
    next.driving[crew] += route.driving
    next.work[crew] += route.driving + route.service
    if let limit = problem.crews[crew].maxDriving, next.driving[crew] > Int(limit.value) {
      return nil
    }
    if let limit = problem.crews[crew].maxWork, next.work[crew] > Int(limit.value) { return nil }
    return next
  }

  /// The routes that serve just `stops` and may be part of a best plan: the cheapest, and where
  /// other days of the crew count, those that cost more and drive less.
  private func routes(of vehicle: Int, _ stops: [Int]) -> [BruteRoute] {
    let crew = problem.vehicles[vehicle]
    let due = crew.lockedVisits.map(\.position)
    guard due.allSatisfy({ !keeping.contains($0) || stops.contains($0) }) else { return [] }
    if stops.isEmpty { return [BruteRoute(cost: 0, driving: 0, service: 0)] }
    guard BruteRules(problem).mayServe(stops, with: vehicle) else { return [] }
    let locked = due.filter(stops.contains)
    let timing = BruteTiming(problem: problem, crew: crew)
    let index = Index<RoutingVehicle>(vehicle)
    let extra = stops.flatMap { problem.stops[$0].affinities }.filter { $0.vehicle == index }
      .reduce(Int64(0)) { $0 + $1.cost.value }
    var kept: [BruteRoute] = []
    permute(stops.filter { !locked.contains($0) }, locked) { order in
      guard BruteRules(problem).standRight(order), var route = timing.best(order) else { return }
      route.cost += extra
      let counts = crew.crew != nil
      if kept.contains(where: {
        $0.cost <= route.cost && (!counts || $0.driving <= route.driving)
      }) {
        return
      }
      kept.removeAll { $0.cost >= route.cost && (!counts || $0.driving >= route.driving) }
      kept.append(route)
    }
    return kept
  }

  private func permute(_ items: [Int], _ prefix: [Int], _ visit: ([Int]) -> Void) {
    if items.isEmpty { return visit(prefix) }
    for (position, item) in items.enumerated() {
      var rest = items
      rest.remove(at: position)
      permute(rest, prefix + [item], visit)
    }
  }
}

/// What brute force knows of one order of stops.
struct BruteRoute {
  var cost: Int64
  var driving: Int
  var service: Int
}
