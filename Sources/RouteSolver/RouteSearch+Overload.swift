/// Vehicles that carry more than they may, at a price, on the way from one plan that holds to another.
///
/// Where loads fill the vehicles, a better plan often lies beyond plans that break a limit. The price
/// follows the search, so that a fixed share of its plans holds (Vidal, Crainic, Gendreau and Prins,
/// "A hybrid genetic algorithm with adaptive diversity management for a large class of vehicle routing
/// problems with time-windows", Computers & Operations Research 40, 2013). No such plan is ever the
/// best.
extension RouteSearch {
  /// Lets vehicles be overloaded from here on, until the next plan is begun.
  ///
  /// - Parameter temperature: what plans may differ by, in units of cost.
  func allowOverload(temperature: Double) {
    var load: Int64 = 0
    for stop in 0..<problem.stopCount { load += Int64(problem.load[stop]) }
    var least = Int64.max
    for vehicle in 0..<problem.vehicleCount { least = min(least, problem.vehicles[vehicle].capacity) }
    guard load > 0, least < .max else { return }
    trial.loadSlack = Int64(settings.overloadShare * Double(least))
    let unit = temperature * Double(problem.stopCount) / Double(load)
    overloadRate = settings.overloadRate * unit
    overloadRates = (overloadRate / 16)...(overloadRate * 128)
    keptLimits = 0
  }

  /// Holds vehicles to what they may carry; the plan at hand must do so already.
  func forbidOverload() {
    trial.loadSlack = 0
    overloadRate = 0
  }

  /// The cost of `plan` and of what it overloads.
  @inline(__always)
  func price(of plan: PlanState) -> Int64 {
    plan.overload == 0 ? plan.cost : plan.cost + Int64(overloadRate * Double(plan.overload))
  }

  /// What it costs that `stop` overloads the vehicle which it is given to.
  @inline(__always)
  func overloadPrice(of stop: Int, vehicle: Int) -> Int64 {
    if overloadRate == 0 { return 0 }
    let room = max(0, problem.vehicles[vehicle].capacity - trial.totals[vehicle].load)
    let excess = Int64(problem.load[stop]) - room
    return excess <= 0 ? 0 : Int64(overloadRate * Double(excess))
  }

  /// Counts how many plans keep the limits, and now and then raises the price if too few do, or else
  /// lowers it.
  @inline(__always)
  func adaptOverloadRate(_ iteration: Int) {
    if overloadRate == 0 { return }
    if current.overload == 0 { keptLimits += 1 }
    guard iteration & 127 == 127 else { return }
    let areFew = Double(keptLimits) < 128 * settings.keptLimitsShare
    let rate = overloadRate * (areFew ? 1.1 : 0.93)
    overloadRate = min(max(rate, overloadRates.lowerBound), overloadRates.upperBound)
    keptLimits = 0
  }
}
