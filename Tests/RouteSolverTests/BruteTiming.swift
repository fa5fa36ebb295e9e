import Quantities
import RouteSolver

/// The least cost of one order of stops, over all useful departures, windows and breaks.
struct BruteTiming {
  let problem: RoutingProblem
  let crew: RoutingVehicle

  /// The cheapest way to drive `order`, affinities apart; `nil` if there is none.
  func best(_ order: [Int]) -> BruteRoute? {
    if !problem.matrices[crew.matrix].periods.isEmpty {
      return BrutePeriods(problem: problem, crew: crew, order: order).route()
    }
    guard let way = way(order) else { return nil }
    let driving = way.legs.reduce(0, +)
    if let limit = crew.maxDriving, driving > Int(limit.value) { return nil }
    if let limit = crew.maxDistance, way.decimetres > Int(limit.decimetres) { return nil }
    let service = order.reduce(0) { $0 + Int(problem.stops[$1].service.value) }
    var idle: Int64?
    for departure in departures(order, way.legs) {
      let run = BruteRun(
        problem: problem, crew: crew, order: order, legs: way.legs, departure: departure)
      if let cost = run.leastIdleCost(driving: driving, service: service) {
        idle = min(idle ?? cost, cost)
      }
    }
    guard let idle else { return nil }
    let workload = Int64(driving + service)
    let cost =
      crew.fixedCost.value + Int64(driving) * crew.costPerTravelSecond + idle
      + Int64(way.decimetres) * crew.costPerKilometre / 10_000
      + problem.weights.imbalance * workload * workload / 57_600
    return BruteRoute(cost: cost, driving: driving, service: service)
  }

  /// The legs of an order and their length; `nil` where there is no way, or none without rest.
  private func way(_ order: [Int]) -> (legs: [Int], decimetres: Int)? {
    let matrix = problem.matrices[crew.matrix]
    let places = [crew.start] + order.map { Optional(problem.stops[$0].location) } + [crew.end]
    var legs: [Int] = []
    var decimetres = 0
    var sinceRest = 0
    for (number, (from, to)) in zip(places, places.dropFirst()).enumerated() {
      var time = 0
      if let from, let to {
        guard let duration = matrix.duration(from: from, to: to),
          let distance = matrix.distance(from: from, to: to)
        else { return nil }
        time = Int(duration.value)
        decimetres += Int(distance.decimetres)
      }
      legs.append(time)
      sinceRest += time
      if let rule = crew.continuousDriving {
        if sinceRest > Int(rule.limit.value) { return nil }
        if number < order.count, problem.stops[order[number]].service >= rule.rest {
          sinceRest = 0
        }
      }
    }
    return (legs, decimetres)
  }

  /// The moments at which an edge of a window or break is met without waiting before it.
  private func departures(_ order: [Int], _ legs: [Int]) -> [Int] {
    var pauses: Set<Int> = [0]
    for first in crew.breaks.indices {
      var sum = 0
      for rule in crew.breaks[first...] {
        sum += Int(rule.duration.value)
        pauses.insert(sum)
      }
    }
    var edges: [(edge: Int, elapsed: Int)] = []
    var elapsed = 0
    func add(_ span: HorizonSpan) {
      edges.append((Int(span.start.value), elapsed))
      edges.append((Int(span.end.value), elapsed))
    }
    for (number, stop) in order.enumerated() {
      for rule in crew.breaks { add(rule.window) }
      elapsed += legs[number]
      for rule in crew.breaks { add(rule.window) }
      for window in problem.stops[stop].windows { add(window) }
      if let pin = problem.stops[stop].pinnedStart { add(HorizonSpan(pin, pin)) }
      elapsed += Int(problem.stops[stop].service.value)
    }
    for rule in crew.breaks { add(rule.window) }
    var result: Set<Int> = [Int(crew.shift.start.value)]
    for rule in crew.breaks { result.insert(Int((rule.window.start + rule.duration).value)) }
    for (edge, elapsed) in edges { for pause in pauses { result.insert(edge - elapsed - pause) } }
    let shift = Int(crew.shift.start.value)...Int(crew.shift.end.value)
    return result.filter(shift.contains)
  }
}
