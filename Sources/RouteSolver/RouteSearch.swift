import Quantities

/// Ruin and recreate under simulated annealing: one search and what it keeps.
///
/// Christiaens and Vanden Berghe, "Slack Induction by String Removals for Vehicle Routing
/// Problems", Transportation Science 54 (2020). The loop reads as theirs: ruin, recreate, accept,
/// record.
final class RouteSearch {
  let problem: CompiledProblem
  let settings: SearchSettings
  let neighbourhood: Neighbourhood
  var chance: SeededGenerator
  /// The plan that is changed, the one it started from, and the best of all that hold.
  let trial: PlanState
  let current: PlanState
  let best: PlanState
  /// Orders to place, and their keys.
  var removed: [Int32] = []
  /// By vehicle: whether its route was ruined in this iteration.
  let isRuined: FlatBuffer<Bool>
  /// The vehicles whose routes `trial` may have other than `current`, and `current` other than
  /// `best`, as lists and by vehicle.
  var touched: [Int32] = []
  var touchedSinceBest: [Int32] = []
  let isTouched: FlatBuffer<Bool>
  let isTouchedSinceBest: FlatBuffer<Bool>
  let recreateKeys: RecreateKeys
  let memory: InsertionMemory
  let optionChoice: OptionChoice
  /// By vehicle: at which look for near routes it was last seen.
  let lookedAt: FlatBuffer<Int>
  var lookCount = 0
  let blinks: Blinks

  /// By vehicle: whether this search may change its route; all, unless several work on one plan.
  let isMine: FlatBuffer<Bool>
  /// Which of the unserved orders this search may place: those of its number in each `strideOfBank`.
  var numberInBank = 0
  var strideOfBank = 1
  /// What a unit of load too much costs, 0 where there is to be none, and the least and the most that
  /// it may cost.
  var overloadRate = 0.0
  var overloadRates = 0.0...0.0
  /// How many plans were met since that last changed, and how many of them had no load too much.
  var judgedPlans = 0
  var plansInLimits = 0
  /// Other good plans, whose routes may be recalled.
  var donors: [PlanState] = []

  init(
    _ problem: CompiledProblem, neighbourhood: Neighbourhood, recreateKeys: RecreateKeys,
    seed: UInt64, settings: SearchSettings
  ) {
    self.problem = problem
    self.settings = settings
    self.neighbourhood = neighbourhood
    self.recreateKeys = recreateKeys
    chance = SeededGenerator(seed: seed)
    trial = PlanState(problem)
    current = PlanState(problem)
    best = PlanState(problem)
    isTouched = FlatBuffer(repeating: false, count: problem.vehicleCount)
    isRuined = FlatBuffer(repeating: false, count: problem.vehicleCount)
    isTouchedSinceBest = FlatBuffer(repeating: false, count: problem.vehicleCount)
    isMine = FlatBuffer(repeating: true, count: problem.vehicleCount)
    memory = InsertionMemory(problem)
    optionChoice = OptionChoice(problem)
    lookedAt = FlatBuffer(repeating: 0, count: problem.vehicleCount)
    blinks = Blinks(rate: settings.blinkChance, seed: seed &+ 1)
  }

  /// So many times as dear as they are, all orders pay.
  private static let anything: Int64 = 1_000_000

  /// Runs a lap of iterations, or less if `stop` says enough; the best plan met is `best`.
  ///
  /// - Returns: how many iterations were run.
  func run(_ lap: SearchLap, stop: some StoppingRule) -> Int {
    var cooling = lap.cooling
    for iteration in 0..<lap.count {
      let total = lap.first + iteration * lap.stride
      if stop.shouldStop(iterations: total, best: Cost(best.cost)) { return iteration }
      if iteration & 63 == 0 { cooling.cool(total, stop.fractionDone(iterations: total)) }
      let allowance = cooling.allowance(&chance)
      if donors.isEmpty || chance.unit() >= settings.recallChance { ruin() } else { recall() }
      let reach = optionChoice.isNeeded ? settings.optionAllowances * allowance : allowance
      // A plan without overload may be the best even where it costs more than the current one.
      let bound = max(price(of: current) + reach, best.cost)
      recreate(below: bound)
      if price(of: trial) < bound { chooseOptions() }
      accept(allowance: allowance)
      adaptOverloadRate()
    }
    return lap.count
  }

  /// Goes on from `plan`.
  func restart(from plan: PlanState) {
    if plan !== trial { trial.copy(plan) }
    current.copy(plan)
    best.copy(plan)
    forgetTouchedSinceBest()
  }

  /// Lays the given routes as far as they hold, then places the rest one by one.
  func begin(from start: RoutingPlan?) {
    trial.copy(PlanState(problem))
    forbidOverload()
    for vehicle in 0..<problem.vehicleCount { trial.layLocked(vehicle) }
    for (vehicle, route) in (start?.routes ?? []).prefix(problem.vehicleCount).enumerated() {
      trial.lay(route.filter { !problem.locks.contains($0) }.map(\.position), vehicle: vehicle)
    }
    removed = (0..<trial.bankCount).map { trial.bank[$0] }
    recreateKeys.sort(&removed, by: .penalty)
    // All that fits, paying or not: what does not pay is dropped sooner than a route is opened.
    placeRemoved(worth: Self.anything)
    for vehicle in touched { isTouched[Int(vehicle)] = false }
    touched.removeAll(keepingCapacity: true)
    restart(from: trial)
  }

  private func accept(allowance: Int64) {
    let keepsEnough = trial.keepsEnough(current)
    let isBest = keepsEnough && trial.overload == 0 && trial.cost < best.cost
    if isBest || keepsEnough && price(of: trial) < price(of: current) + allowance {
      current.copy(trial, routesOf: touched)
      for vehicle in touched where !isTouchedSinceBest[Int(vehicle)] {
        isTouchedSinceBest[Int(vehicle)] = true
        touchedSinceBest.append(vehicle)
      }
    } else {
      trial.copy(current, routesOf: touched)
    }
    for vehicle in touched { isTouched[Int(vehicle)] = false }
    touched.removeAll(keepingCapacity: true)
    guard isBest else { return }
    best.copy(current, routesOf: touchedSinceBest)
    forgetTouchedSinceBest()
  }

  /// Notes that the route of `vehicle` may have changed.
  @inline(__always)
  func touch(_ vehicle: Int) {
    if isTouched[vehicle] { return }
    isTouched[vehicle] = true
    touched.append(Int32(vehicle))
  }

  private func forgetTouchedSinceBest() {
    for vehicle in touchedSinceBest { isTouchedSinceBest[Int(vehicle)] = false }
    touchedSinceBest.removeAll(keepingCapacity: true)
  }

  /// What plans that differ little differ by: some legs between stops of the plan in `current`, or a
  /// prize.
  ///
  /// Legs from and to a base do not count: where bases lie far off they say nothing of neighbours.
  ///
  /// - Parameter isLong: whether one plan of many stops has all the time for itself.
  /// - Returns: the temperature, in units of cost.
  func startTemperature(isLong: Bool) -> Double {
    var legs: Int64 = 0
    var travel: Int64 = 0
    for stop in 0..<problem.stopCount
    where current.vehicle[stop] >= 0 && Int(current.next[stop]) < problem.stopCount {
      legs += 1
      travel +=
        Int64(current.leg[stop]) * problem.vehicles[Int(current.vehicle[stop])].travelRate
    }
    let meanLeg = Double(travel) / Double(max(legs, 1))
    let heat = isLong ? settings.startTemperatureOfLong : settings.startTemperature
    return max(1, heat * meanLeg, Double(problem.orders.meanPrize))
  }
}
