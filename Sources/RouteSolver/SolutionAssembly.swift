import Quantities

/// Turns a finished search into the solution that is handed out.
struct SolutionAssembly {
  let problem: RoutingProblem
  let compiled: CompiledProblem
  let plan: PlanState
  let isProven: [Bool]
  let iterations: Int

  func solution() -> RoutingSolution {
    var cost = CostParts()
    var routes: [SolvedRoute] = []
    var routing = RoutingPlan(routes: Array(repeating: [], count: compiled.vehicleCount))
    for vehicle in 0..<compiled.vehicleCount where plan.totals[vehicle].count > 0 {
      let stops = plan.stops(of: vehicle)
      guard let schedule = RouteSchedule(compiled, vehicle: vehicle, stops: stops) else {
        preconditionFailure("a route that was found to hold does not")
      }
      routes.append(schedule.route(hasProvenOrder: isProven[vehicle]))
      routing.routes[vehicle] = stops.map { Index($0) }
      add(schedule, stops, vehicle: vehicle, to: &cost)
    }
    let unserved = problem.stops.indices.filter {
      !plan.isServed[Int(compiled.orders.order[$0])]
    }
    addUnserved(to: &cost)
    for crew in 0..<compiled.crews.count {
      cost.imbalance += Cost(compiled.crews.cost(ofWork: plan.crewTotals[crew].work))
    }
    let reasons = Reasons(
      problem, travel: compiled.travel, plan: routing, unserved: unserved)
    return RoutingSolution(
      routes: routes, unserved: reasons.find(), cost: cost, iterations: iterations)
  }

  private func add(
    _ schedule: RouteSchedule, _ stops: [Int], vehicle: Int, to cost: inout CostParts
  ) {
    let crew = compiled.vehicles[vehicle]
    let waiting = crew.waitingRate * Int64(schedule.waiting)
    let imbalance = compiled.imbalanceCost(workload: schedule.workload)
    cost.fixed += Cost(crew.fixedCost)
    let overtime = crew.idleCost(waiting: 0, duty: schedule.duty)
    let distance = crew.distanceRate * schedule.distance / 10_000
    cost.waiting += Cost(waiting)
    cost.overtime += Cost(overtime)
    cost.distance += Cost(distance)
    cost.imbalance += Cost(imbalance)
    cost.travel += Cost(
      schedule.cost - crew.fixedCost - waiting - overtime - distance - imbalance)
    for stop in stops {
      cost.affinity += Cost(compiled.affinityCost(stop: stop, vehicle: vehicle))
      cost.prizes += Cost(compiled.orders.regret[stop])
    }
  }

  private func addUnserved(to cost: inout CostParts) {
    let orders = compiled.orders
    for position in 0..<plan.bankCount {
      let order = Int(plan.bank[position])
      let range = orders.optionOffset[order]..<orders.optionOffset[order + 1]
      let parts = problem.penalty(of: range.map { Int(orders.options[Int($0)]) })
      cost.required += parts.required
      cost.priorities += parts.priorities
      cost.prizes += parts.prizes
    }
  }
}
