import Quantities

/// Ruin and recreate under simulated annealing: the loop and what it keeps.
///
/// Christiaens and Vanden Berghe, "Slack Induction by String Removals for Vehicle Routing
/// Problems", Transportation Science 54 (2020). The loop reads as theirs: ruin, recreate, accept,
/// record.
final class RouteSearch {
  let problem: CompiledProblem
  let settings: SearchSettings
  let neighbourhood: Neighbourhood
  var chance: SeededGenerator
  /// The plan that is changed, the one it started from, and the best of all.
  let trial: PlanState
  let current: PlanState
  let best: PlanState
  /// Orders to place, and their keys.
  var removed: [Int32] = []
  let isTouched: FlatBuffer<Bool>
  let recreateKeys: RecreateKeys
  /// By vehicle: the last stop for which its route was found to be near.
  let nearMark: FlatBuffer<Int32>
  var blinks: Blinks

  init(_ problem: CompiledProblem, seed: UInt64, settings: SearchSettings = SearchSettings()) {
    self.problem = problem
    self.settings = settings
    neighbourhood = Neighbourhood(problem, width: settings.neighbours)
    chance = SeededGenerator(seed: seed)
    trial = PlanState(problem)
    current = PlanState(problem)
    best = PlanState(problem)
    isTouched = FlatBuffer(repeating: false, count: problem.vehicleCount)
    nearMark = FlatBuffer(repeating: -1, count: problem.vehicleCount)
    blinks = Blinks(rate: settings.blinkChance, seed: seed &+ 1)
    recreateKeys = RecreateKeys(problem)
  }

  /// Searches from `start` until `stop` says enough; the result is `best`.
  ///
  /// - Returns: how many iterations were run.
  func run(from start: RoutingPlan?, stop: some StoppingRule, observer: ProgressObserver?) -> Int {
    begin(from: start)
    var cooling = Cooling(start: startTemperature(), settings: settings)
    var iterations = 0
    guard problem.stopCount > 0, problem.vehicleCount > 0 else { return 0 }
    while !stop.shouldStop(iterations: iterations, best: Cost(best.cost)) {
      if iterations & 63 == 0 {
        if cooling.update(iterations, stop.fractionDone(iterations: iterations)) {
          current.copy(best)
          trial.copy(best)
        }
        if iterations & 4095 == 0 { observer?(Progress(stage: "solving", done: iterations)) }
      }
      ruin()
      recreate()
      accept(allowance: cooling.allowance(&chance))
      iterations += 1
    }
    return iterations
  }

  /// Lays the given routes as far as they hold, then places the rest one by one.
  private func begin(from start: RoutingPlan?) {
    for (vehicle, route) in (start?.routes ?? []).prefix(problem.vehicleCount).enumerated() {
      for stop in route { trial.append(stop.position, to: vehicle) }
    }
    removed = (0..<trial.bankCount).map { trial.bank[$0] }
    recreateKeys.sort(&removed, by: .penalty)
    placeRemoved()
    current.copy(trial)
    best.copy(trial)
  }

  private func accept(allowance: Int64) {
    if trial.cost < best.cost { best.copy(trial) }
    if trial.cost < current.cost + allowance {
      current.copy(trial)
    } else {
      trial.copy(current)
    }
  }

  /// A mean leg of the plan in `current`, in cost.
  private func startTemperature() -> Double {
    var legs: Int64 = 0
    var travel: Int64 = 0
    for vehicle in 0..<problem.vehicleCount where current.totals[vehicle].count > 0 {
      let sums = current.totals[vehicle]
      legs += Int64(sums.count) + 1
      travel += Int64(sums.driving) * problem.vehicles[vehicle].travelRate
    }
    return settings.startTemperature * max(1, Double(travel) / Double(max(legs, 1)))
  }
}

extension PlanState {
  /// Puts `stop` at the end of a route if it may be there and the route still holds.
  func append(_ stop: Int, to vehicle: Int) {
    guard stop < problem.stopCount, !isServed[Int(problem.orders.order[stop])] else { return }
    let node = Int(previous[problem.stopCount + vehicle])
    let crew = problem.vehicles[vehicle]
    guard problem.isCompatible[stop * problem.vehicleCount + vehicle],
      allowsSpacing(stop, day: crew.day),
      insertionCost(of: stop, after: node, vehicle: vehicle, crew: crew, below: .max) != .max
    else { return }
    insert(stop, after: node, vehicle: vehicle)
    refresh(vehicle)
  }
}
