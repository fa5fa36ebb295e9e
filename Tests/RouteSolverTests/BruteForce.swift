import Quantities
import RouteSolver

/// Finds the least cost of a small problem by trying every assignment, order, window, placement of
/// breaks and useful departure.
struct BruteForce {
  let problem: RoutingProblem

  /// The cost of the best plan.
  func optimum() -> Int64 {
    let stops = problem.stops.count
    var best: [[Int64?]] = []
    for vehicle in problem.vehicles.indices {
      best.append(
        (0..<(1 << stops)).map { set in
          bestRoute(vehicle, (0..<stops).filter { set >> $0 & 1 == 1 })
        })
    }
    return assign(vehicle: 0, free: (1 << stops) - 1, days: [:], best) ?? .max
  }

  /// The least cost of serving some of the `free` stops with the vehicles from `vehicle` on.
  private func assign(
    vehicle: Int, free: Int, days: [Int: Int], _ best: [[Int64?]]
  ) -> Int64? {
    if vehicle == problem.vehicles.count { return penalty(days) }
    var least: Int64?
    var set = free
    while true {
      if let cost = best[vehicle][set] {
        var next = days
        for stop in problem.stops.indices where set >> stop & 1 == 1 {
          next[stop] = problem.vehicles[vehicle].day
        }
        if holds(next),
          let rest = assign(vehicle: vehicle + 1, free: free & ~set, days: next, best)
        {
          least = min(least ?? .max, cost + rest)
        }
      }
      if set == 0 { return least }
      set = (set - 1) & free
    }
  }

  private func holds(_ days: [Int: Int]) -> Bool {
    for (stop, day) in days {
      for (other, otherDay) in days where other < stop {
        let left = problem.stops[stop]
        let right = problem.stops[other]
        if let group = left.group, group == right.group { return false }
        if let spacing = left.spacing, spacing == right.spacing,
          abs(day - otherDay) < problem.spacings[spacing].minimumDays
        {
          return false
        }
      }
    }
    return true
  }

  private func penalty(_ served: [Int: Int]) -> Int64 {
    var total: Int64 = 0
    for position in problem.stops.indices {
      let stop = problem.stops[position]
      let members = problem.stops.indices.filter {
        $0 == position || stop.group != nil && problem.stops[$0].group == stop.group
      }
      guard members.first == position else { continue }
      let prize = members.map { problem.stops[$0].prize.value }.max() ?? 0
      total += prize
      if let visited = members.first(where: { served[$0] != nil }) {
        total -= problem.stops[visited].prize.value
        continue
      }
      if members.contains(where: { problem.stops[$0].isRequired }) {
        total += problem.weights.unservedRequired.value
      }
      total +=
        members.map { problem.weights.priorities[problem.stops[$0].priority].value }.max() ?? 0
    }
    return total
  }

  private func bestRoute(_ vehicle: Int, _ stops: [Int]) -> Int64? {
    if stops.isEmpty { return 0 }
    let crew = problem.vehicles[vehicle]
    guard stops.count <= crew.maxStops ?? .max else { return nil }
    var extra: Int64 = 0
    for stop in stops {
      let rules = problem.stops[stop]
      let index = Index<RoutingVehicle>(vehicle)
      guard rules.skills & ~crew.skills == 0,
        rules.pinnedVehicle.map({ $0 == index }) ?? rules.allowedVehicles?.contains(index) ?? true
      else { return nil }
      extra += rules.affinities.filter { $0.vehicle == index }.reduce(0) { $0 + $1.cost.value }
    }
    var least: Int64?
    permute(stops) { order in
      if let cost = orderCost(crew, order) { least = min(least ?? .max, cost) }
    }
    return least.map { $0 + extra }
  }

  private func permute(_ items: [Int], _ prefix: [Int] = [], _ visit: ([Int]) -> Void) {
    if items.isEmpty { return visit(prefix) }
    for (position, item) in items.enumerated() {
      var rest = items
      rest.remove(at: position)
      permute(rest, prefix + [item], visit)
    }
  }

  /// The least cost of one order, over all useful departures.
  private func orderCost(_ crew: RoutingVehicle, _ order: [Int]) -> Int64? {
    let matrix = problem.matrices[crew.matrix]
    var places = order.map { Optional(problem.stops[$0].location) }
    places = [crew.start] + places + [crew.end]
    var legs: [Int] = []
    var ways = 0
    var sinceRest = 0
    for (number, (from, to)) in zip(places, places.dropFirst()).enumerated() {
      var time = 0
      if let from, let to {
        guard let duration = matrix.duration(from: from, to: to),
          let distance = matrix.distance(from: from, to: to)
        else { return nil }
        time = Int(duration.value)
        ways += Int(distance.decimetres)
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
    let driving = legs.reduce(0, +)
    if let limit = crew.maxDriving, driving > Int(limit.value) { return nil }
    if let limit = crew.maxDistance, ways > Int(limit.decimetres) { return nil }
    let service = order.reduce(0) { $0 + Int(problem.stops[$1].service.value) }
    var waiting: Int?
    for departure in departures(crew, order, legs) {
      let run = Run(problem: problem, crew: crew, order: order, legs: legs, departure: departure)
      if let idle = run.leastWaiting(driving: driving, service: service) {
        waiting = min(waiting ?? idle, idle)
      }
    }
    guard let waiting else { return nil }
    let workload = Int64(driving + service)
    return crew.fixedCost.value + Int64(driving) * crew.costPerTravelSecond
      + Int64(waiting) * crew.costPerWaitingSecond
      + problem.weights.imbalance * workload * workload / 57_600
  }

  /// The moments at which an edge of a window or break is met without waiting before it.
  private func departures(_ crew: RoutingVehicle, _ order: [Int], _ legs: [Int]) -> [Int] {
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
    func addBreaks() {
      for rule in crew.breaks {
        edges.append((Int(rule.window.start.value), elapsed))
        edges.append((Int(rule.window.end.value), elapsed))
      }
    }
    for (number, stop) in order.enumerated() {
      addBreaks()
      elapsed += legs[number]
      addBreaks()
      for window in problem.stops[stop].windows {
        edges.append((Int(window.start.value), elapsed))
        edges.append((Int(window.end.value), elapsed))
      }
      elapsed += Int(problem.stops[stop].service.value)
    }
    addBreaks()
    var result: Set<Int> = [Int(crew.shift.start.value)]
    for rule in crew.breaks { result.insert(Int((rule.window.start + rule.duration).value)) }
    for (edge, elapsed) in edges { for pause in pauses { result.insert(edge - elapsed - pause) } }
    let shift = Int(crew.shift.start.value)...Int(crew.shift.end.value)
    return result.filter(shift.contains)
  }
}

/// One order driven from one departure, over every placement of breaks.
private struct Run {
  let problem: RoutingProblem
  let crew: RoutingVehicle
  let order: [Int]
  let legs: [Int]
  let departure: Int

  func leastWaiting(driving: Int, service: Int) -> Int? {
    var over = 0
    while over < crew.breaks.count,
      Int((crew.breaks[over].window.start + crew.breaks[over].duration).value) <= departure
    {
      over += 1
    }
    var least: Int?
    for taken in 0...over {
      for (finish, rested) in ends(at: 0, clock: departure, taken: taken, rested: 0) {
        let duty = finish - departure
        guard finish <= Int(crew.shift.end.value),
          duty <= crew.maxDuty.map({ Int($0.value) }) ?? .max
        else { continue }
        let waiting = duty - driving - service - rested
        least = min(least ?? waiting, waiting)
      }
    }
    return least
  }

  /// Every way to finish from before leg `number`.
  private func ends(at number: Int, clock: Int, taken: Int, rested: Int) -> [(Int, Int)] {
    var result: [(Int, Int)] = []
    var clock = clock
    var taken = taken
    var rested = rested
    while true {
      result += afterLeg(number, clock: clock + legs[number], taken: taken, rested: rested)
      guard let paused = pause(clock, taken) else { return result }
      rested += Int(crew.breaks[taken].duration.value)
      (clock, taken) = (paused, taken + 1)
    }
  }

  private func afterLeg(_ number: Int, clock: Int, taken: Int, rested: Int) -> [(Int, Int)] {
    if number == order.count {
      let isOwed = crew.breaks[taken...].contains { clock > Int($0.window.end.value) }
      return isOwed ? [] : [(clock, rested)]
    }
    var result: [(Int, Int)] = []
    var clock = clock
    var taken = taken
    var rested = rested
    let stop = problem.stops[order[number]]
    while true {
      let windows =
        stop.windows.isEmpty ? [HorizonSpan(.zero, Seconds(.max / 2))] : stop.windows
      for window in windows where clock <= Int(window.end.value) {
        let end = max(clock, Int(window.start.value)) + Int(stop.service.value)
        if let latest = crew.latestServiceEnd, end > Int(latest.value) { continue }
        result += ends(at: number + 1, clock: end, taken: taken, rested: rested)
      }
      guard let paused = pause(clock, taken) else { return result }
      rested += Int(crew.breaks[taken].duration.value)
      (clock, taken) = (paused, taken + 1)
    }
  }

  private func pause(_ clock: Int, _ taken: Int) -> Int? {
    guard taken < crew.breaks.count else { return nil }
    let start = max(clock, Int(crew.breaks[taken].window.start.value))
    guard start <= Int(crew.breaks[taken].window.end.value) else { return nil }
    return start + Int(crew.breaks[taken].duration.value)
  }
}
