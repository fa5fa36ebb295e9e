import Quantities
import RouteSolver

/// Adds up what a plan costs, part by part.
struct CostReckoning {
  private var parts = CostParts()
  /// By crew: seconds of driving and service over all days.
  private var work: [Int64]
  private let problem: RoutingProblem

  init(_ problem: RoutingProblem) {
    self.problem = problem
    work = Array(repeating: 0, count: problem.crews.count)
  }

  /// What has been added, and what it costs that some crews work more than others.
  var cost: CostParts {
    var cost = parts
    for work in work {
      cost.imbalance += Self.uneven(work, problem.weights.crewImbalance)
    }
    return cost
  }

  /// The cost of a workload by its square; what no shift allows is cut, so that the square fits.
  private static func uneven(_ seconds: Int64, _ weight: Int64) -> Cost {
    let seconds = min(seconds, 9_000_000)
    return Cost(weight * seconds * seconds / 57_600)
  }

  /// Adds a timed route, which is `assigned` with the times of its legs.
  mutating func add(_ route: SolvedRoute, _ assigned: AssignedRoute) {
    add(assigned)
    let crew = problem.vehicles[route.vehicle.position]
    parts.waiting += Cost(Int64(route.waiting.value) * crew.costPerWaitingSecond)
    if let usual = crew.overtimeAfter {
      let beyond = max(0, PaidTime.duty(of: route, crew) - Int(usual.value))
      parts.overtime += Cost(Int64(beyond) * crew.costPerOvertimeSecond)
    }
  }

  /// Adds a route without times, and so without waiting and overtime.
  mutating func add(_ route: AssignedRoute) {
    let crew = problem.vehicles[route.vehicle]
    let legs = Legs(problem, vehicle: route.vehicle)
    var driving: Int64 = 0
    var decimetres: Int64 = 0
    var service: Int64 = 0
    var place = crew.start
    for (number, position) in route.stops.enumerated() {
      let stop = problem.stops[position]
      let leg = legs.leg(place, stop.location)
      driving += Int64(route.legs?[number] ?? leg?.seconds ?? 0)
      decimetres += Int64(leg?.decimetres ?? 0)
      service += Int64(stop.service.value)
      place = stop.location
      for affinity in stop.affinities where Int(affinity.vehicle.raw) == route.vehicle {
        parts.affinity += affinity.cost
      }
    }
    let lastLeg = legs.leg(place, crew.end)
    driving += Int64(route.legs?.last ?? lastLeg?.seconds ?? 0)
    decimetres += Int64(lastLeg?.decimetres ?? 0)
    parts.fixed += crew.fixedCost
    parts.travel += Cost(driving * crew.costPerTravelSecond)
    // A kilometre has ten thousand decimetres.
    parts.distance += Cost(decimetres * crew.costPerKilometre / 10_000)
    let workload = driving + service
    if let people = crew.crew { work[people] += workload }
    parts.imbalance += Self.uneven(workload, problem.weights.imbalance)
  }

  /// Adds what is paid for stops, and for groups of alternatives, that nobody visits, and for
  /// groups of which a member with less than the best prize is visited.
  mutating func addUnserved(_ isServed: [Bool]) {
    for members in orders() {
      let stops = members.map { problem.stops[$0] }
      let best = stops.map(\.prize.value).max() ?? 0
      if let visited = members.first(where: { isServed[$0] }) {
        parts.prizes += Cost(best - problem.stops[visited].prize.value)
        continue
      }
      parts.prizes += Cost(best)
      if stops.contains(where: \.isRequired) { parts.required += problem.weights.unservedRequired }
      parts.priorities += Cost(
        stops.map { problem.weights.priorities[$0.priority].value }.max() ?? 0)
    }
  }

  /// Each stop without a group by itself, and each group as one.
  private func orders() -> [[Int]] {
    var orders: [[Int]] = []
    var placeOfGroup: [Int: Int] = [:]
    for (position, stop) in problem.stops.enumerated() {
      if let group = stop.group, let place = placeOfGroup[group] {
        orders[place].append(position)
      } else {
        if let group = stop.group { placeOfGroup[group] = orders.count }
        orders.append([position])
      }
    }
    return orders
  }
}
