import Quantities
import RouteSolver

/// Re-derives feasibility and cost of a solution from the problem alone, with no code of the
/// solver's: every promise is checked as its documentation words it.
struct PlanJudge {
  let problem: RoutingProblem

  /// What is wrong with `solution`; empty when nothing is.
  func faults(_ solution: RoutingSolution) -> [String] {
    var faults: [String] = []
    var vehicleOf: [Int: Int] = [:]
    var cost = CostParts()
    var seen = Set<Int>()
    for route in solution.routes {
      let vehicle = route.vehicle.position
      if !seen.insert(vehicle).inserted { faults.append("vehicle \(vehicle) twice") }
      for visit in route.visits
      where vehicleOf.updateValue(vehicle, forKey: visit.stop.position) != nil {
        faults.append("stop \(visit.stop) twice")
      }
      faults += routeFaults(route).map { "vehicle \(vehicle): \($0)" }
      addCost(of: route, to: &cost)
    }
    faults += assignmentFaults(vehicleOf)
    addUnserved(Set(vehicleOf.keys), to: &cost)
    if cost != solution.cost { faults.append("cost \(solution.cost) is really \(cost)") }
    let listed = Set(solution.unserved.map(\.stop.position))
    let groups = Set(vehicleOf.keys.compactMap { problem.stops[$0].group })
    for (position, stop) in problem.stops.enumerated() {
      let isLeftOut = vehicleOf[position] == nil && !(stop.group.map(groups.contains) ?? false)
      if isLeftOut != listed.contains(position) { faults.append("stop \(position) listed wrongly") }
    }
    return faults
  }

  private func routeFaults(_ route: SolvedRoute) -> [String] {
    let crew = problem.vehicles[route.vehicle.position]
    let matrix = problem.matrices[crew.matrix]
    var faults: [String] = []
    func demand(_ holds: Bool, _ fault: String) { if !holds { faults.append(fault) } }
    func leg(_ from: Index<RoutingLocation>?, _ to: Index<RoutingLocation>?) -> (Int, Int)? {
      guard let from, let to else { return (0, 0) }
      guard let time = matrix.duration(from: from, to: to),
        let way = matrix.distance(from: from, to: to)
      else { return nil }
      return (Int(time.value), Int(way.decimetres))
    }
    var clock = Int(route.departure.value)
    var place = crew.start
    var driving = 0
    var way = 0
    var service = 0
    var resting = 0
    var sinceRest = 0
    var pauses = route.breaks[...]
    func takeBreaks(_ visits: Int, after: Bool) {
      while let pause = pauses.first, pause.visitsBefore == visits, pause.isAfterLeg == after {
        pauses.removeFirst()
        let rule = crew.breaks[pause.position]
        demand(Int(pause.start.value) >= clock, "break before its time")
        demand(
          pause.start >= rule.window.start && pause.start <= rule.window.end, "break off window")
        demand(pause.end - pause.start == rule.duration, "break of another length")
        clock = Int(pause.end.value)
        resting += Int(rule.duration.value)
      }
    }
    func drive(to target: Index<RoutingLocation>?, _ stated: SolvedLeg) {
      guard let (time, length) = leg(place, target) else {
        faults.append("no way")
        return
      }
      demand(Int(stated.driving.value) == time, "leg time")
      demand(Int(stated.distance.decimetres) == length, "leg length")
      clock += time
      driving += time
      way += length
      sinceRest += time
      if let limit = crew.continuousDriving {
        demand(sinceRest <= Int(limit.limit.value), "driving without rest")
      }
      place = target
    }
    demand(!route.visits.isEmpty, "empty route")
    demand(route.departure >= crew.shift.start, "leaves before its shift")
    for (number, visit) in route.visits.enumerated() {
      let stop = problem.stops[visit.stop.position]
      takeBreaks(number, after: false)
      drive(to: stop.location, visit.leg)
      demand(Int(visit.arrival.value) == clock, "arrival")
      takeBreaks(number, after: true)
      demand(Int(visit.start.value) >= clock, "starts before it is there")
      demand(visit.end - visit.start == stop.service, "service time")
      let isOpen =
        stop.windows.isEmpty
        || stop.windows.contains { $0.start <= visit.start && visit.start <= $0.end }
      demand(isOpen, "stop \(visit.stop) outside its windows")
      if let latest = crew.latestServiceEnd { demand(visit.end <= latest, "after daylight") }
      clock = Int(visit.end.value)
      service += Int(stop.service.value)
      if let rule = crew.continuousDriving, stop.service >= rule.rest { sinceRest = 0 }
      demand(stop.skills & crew.skills == stop.skills, "skill")
    }
    takeBreaks(route.visits.count, after: false)
    drive(to: crew.end, route.lastLeg)
    demand(pauses.isEmpty, "a break that is nowhere")
    demand(Int(route.finish.value) == clock, "finish")
    demand(route.finish <= crew.shift.end, "back too late")
    let duty = clock - Int(route.departure.value)
    if let limit = crew.maxDuty { demand(duty <= Int(limit.value), "duty") }
    if let limit = crew.maxDriving { demand(driving <= Int(limit.value), "driving") }
    if let limit = crew.maxDistance { demand(way <= Int(limit.decimetres), "distance") }
    if let limit = crew.maxStops { demand(route.visits.count <= limit, "too many stops") }
    let taken = route.breaks.map(\.position)
    for (position, rule) in crew.breaks.enumerated() {
      let isOwed =
        route.departure < rule.window.start + rule.duration && route.finish > rule.window.end
      let count = taken.count { $0 == position }
      demand(count <= 1 && (count == 1 || !isOwed), "break \(position) not taken")
    }
    demand(taken == taken.sorted(), "breaks out of order")
    demand(Int(route.driving.value) == driving, "driving sum")
    demand(Int(route.distance.decimetres) == way, "distance sum")
    demand(Int(route.service.value) == service, "service sum")
    demand(Int(route.waiting.value) == duty - driving - service - resting, "waiting sum")
    return faults
  }

  private func assignmentFaults(_ vehicleOf: [Int: Int]) -> [String] {
    var faults: [String] = []
    for (stop, vehicle) in vehicleOf {
      let rules = problem.stops[stop]
      let index = Index<RoutingVehicle>(vehicle)
      if let pinned = rules.pinnedVehicle {
        if pinned != index { faults.append("stop \(stop) off its pin") }
      } else if let allowed = rules.allowedVehicles, !allowed.contains(index) {
        faults.append("stop \(stop) on a forbidden vehicle")
      }
      for (other, otherVehicle) in vehicleOf where other < stop {
        let otherRules = problem.stops[other]
        let isSameGroup = rules.group != nil && rules.group == otherRules.group
        if isSameGroup { faults.append("two of group \(rules.group ?? 0)") }
        guard let spacing = rules.spacing, otherRules.spacing == spacing else { continue }
        let gap = abs(problem.vehicles[vehicle].day - problem.vehicles[otherVehicle].day)
        if gap < problem.spacings[spacing].minimumDays { faults.append("spacing \(spacing)") }
      }
    }
    return faults
  }

  private func addCost(of route: SolvedRoute, to cost: inout CostParts) {
    let crew = problem.vehicles[route.vehicle.position]
    cost.fixed += crew.fixedCost
    cost.travel += Cost(Int64(route.driving.value) * crew.costPerTravelSecond)
    cost.waiting += Cost(Int64(route.waiting.value) * crew.costPerWaitingSecond)
    let workload = Int64(route.driving.value) + Int64(route.service.value)
    cost.imbalance += Cost(problem.weights.imbalance * workload * workload / 57_600)
    for visit in route.visits {
      for affinity in problem.stops[visit.stop.position].affinities
      where affinity.vehicle == route.vehicle {
        cost.affinity += affinity.cost
      }
    }
  }

  private func addUnserved(_ served: Set<Int>, to cost: inout CostParts) {
    var groups: [[Int]] = []
    var known: [Int: Int] = [:]
    for (position, stop) in problem.stops.enumerated() {
      if let group = stop.group, let place = known[group] {
        groups[place].append(position)
      } else {
        if let group = stop.group { known[group] = groups.count }
        groups.append([position])
      }
    }
    for members in groups {
      let stops = members.map { problem.stops[$0] }
      let bestPrize = stops.map(\.prize).max() ?? .zero
      if let visited = members.first(where: served.contains) {
        cost.prizes += bestPrize - problem.stops[visited].prize
        continue
      }
      cost.prizes += bestPrize
      if stops.contains(where: \.isRequired) { cost.required += problem.weights.unservedRequired }
      cost.priorities += stops.map { problem.weights.priorities[$0.priority] }.max() ?? .zero
    }
  }
}
