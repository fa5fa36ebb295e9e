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
  /// Not where visits are locked, which no ruin takes out of a vehicle that has too much, nor where there
  /// are alternatives, which are chosen by what their ways cost and not by their loads.
  ///
  /// - Parameter temperature: what plans may differ by, in units of cost.
  /// - Precondition: The best plan leaves out nothing that is dearer than any price comes to.
  func allowOverload(temperature: Double) {
    var load: Int64 = 0
    for stop in 0..<problem.stopCount { load += Int64(problem.load[stop]) }
    var least = Int64.max
    for vehicle in 0..<problem.vehicleCount {
      least = min(least, problem.vehicles[vehicle].capacity)
    }
    guard load > 0, least < .max, problem.locks.isEmpty, !optionChoice.isNeeded else {
      return
    }
    trial.loadSlack = Int64(settings.overloadShare * Double(least))
    let price = settings.overloadPrice * temperature
    overloadRate = price * Double(problem.stopCount) / Double(load)
    overloadRates =
      (overloadRate * settings.leastOverloadPrice)...(overloadRate * settings.mostOverloadPrice)
    judgedPlans = 0
    plansInLimits = 0
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

  /// Counts how many plans keep the limits, and after some raises the price if too few do, or else
  /// lowers it.
  @inline(__always)
  func adaptOverloadRate() {
    if overloadRate == 0 { return }
    judgedPlans += 1
    if current.overload == 0 { plansInLimits += 1 }
    guard judgedPlans == settings.overloadPlans else { return }
    let share = Double(plansInLimits) / Double(judgedPlans)
    let change =
      share < settings.shareInLimits ? settings.overloadRise : settings.overloadFall
    overloadRate = min(
      max(overloadRate * change, overloadRates.lowerBound), overloadRates.upperBound)
    judgedPlans = 0
    plansInLimits = 0
  }
}
