/// Chooses anew, for a whole route at once, which of each group's alternatives is visited.
///
/// An insertion chooses among the alternatives of one group while its neighbours stay as they are;
/// that two neighbours change sides together it never finds. With the sequence of groups given, the
/// cheapest alternatives are a shortest path through layers, one layer a group (Fischetti, Salazar
/// González and Toth, "A branch-and-cut algorithm for the symmetric generalized traveling salesman
/// problem", Operations Research 45 (1997)). Of the ways to one alternative only the cheapest is
/// followed, so under windows a choice can be missed; what is found is judged by the plan itself.
final class OptionChoice {
  /// A way to one alternative.
  private struct Step {
    var stop: Int
    var cost: Int64
    var label: PathLabel
    /// The step before, or -1.
    var before: Int
  }

  private let problem: CompiledProblem
  /// Whether there is a choice at all.
  let isNeeded: Bool
  private var steps: [Step] = []
  private let known: FlatBuffer<UInt64>

  init(_ problem: CompiledProblem) {
    self.problem = problem
    isNeeded =
      problem.orders.count < problem.stopCount && problem.positions.isEmpty && !problem.hasPeriods
    known = FlatBuffer(repeating: 0, count: isNeeded ? 1 << 12 : 1)
  }

  /// Whether the route of `vehicle` was looked at before, if that is remembered; it is from now on.
  @discardableResult
  func wasSeen(_ vehicle: Int, _ plan: PlanState) -> Bool {
    let key = plan.signature(of: vehicle) &+ RouteSignature.leg(from: vehicle, to: vehicle)
    let slot = Int(truncatingIfNeeded: key) & (known.count - 1)
    if known[slot] == key { return true }
    known[slot] = key
    return false
  }

  /// The stops that serve the orders of a route in the same sequence for the least travel; `nil` if
  /// none was found in time.
  func stops(of vehicle: Int, _ plan: PlanState) -> [Int]? {
    let crew = problem.vehicles[vehicle]
    let home = problem.stopCount + vehicle
    steps.removeAll(keepingCapacity: true)
    steps.append(Step(stop: home, cost: 0, label: problem.homeLabel(crew, taken: 0), before: -1))
    var layer = 0..<1
    var node = Int(plan.next[home])
    while node != home {
      let end = layer.upperBound
      addLayer(after: layer, instead: node, vehicle, crew)
      layer = end..<steps.count
      if layer.isEmpty { return nil }
      node = Int(plan.next[node])
    }
    return path(to: home, from: layer, crew)
  }

  private func addLayer(
    after layer: Range<Int>, instead visited: Int, _ vehicle: Int, _ crew: CompiledVehicle
  ) {
    let orders = problem.orders
    let order = Int(orders.order[visited])
    for entry in orders.optionOffset[order]..<orders.optionOffset[order + 1] {
      let stop = Int(orders.options[Int(entry)])
      guard stop == visited || mayChange(visited, stop),
        problem.isCompatible[stop * problem.vehicleCount + vehicle]
      else { continue }
      if let step = cheapestStep(to: stop, after: layer, vehicle, crew) { steps.append(step) }
    }
  }

  /// Whether one alternative may be visited in place of the other in as far as days and locks tell.
  private func mayChange(_ visited: Int, _ other: Int) -> Bool {
    problem.orders.spacing[visited] == problem.orders.spacing[other]
      && !problem.locks.isLocked[visited] && !problem.locks.isLocked[other]
  }

  private func cheapestStep(
    to stop: Int, after layer: Range<Int>, _ vehicle: Int, _ crew: CompiledVehicle
  ) -> Step? {
    var best: Step?
    let extra = problem.orders.regret[stop] + problem.affinityCost(stop: stop, vehicle: vehicle)
    for before in layer {
      let cost = steps[before].cost + wayCost(from: steps[before].stop, to: stop, crew) + extra
      if let best, best.cost <= cost { continue }
      var label = steps[before].label
      guard label.isFeasible else { continue }
      label.pass(problem.duration(crew, from: steps[before].stop, to: stop))
      guard problem.serve(stop, crew, &label) else { continue }
      best = Step(stop: stop, cost: cost, label: label, before: before)
    }
    return best
  }

  private func wayCost(from: Int, to: Int, _ crew: CompiledVehicle) -> Int64 {
    let driving = crew.travelRate * Int64(problem.duration(crew, from: from, to: to))
    guard crew.distanceRate > 0 else { return driving }
    return driving + crew.distanceRate * problem.distance(crew, from: from, to: to) / 10_000
  }

  private func path(to home: Int, from layer: Range<Int>, _ crew: CompiledVehicle) -> [Int] {
    let last = layer.min { cost(through: $0, to: home, crew) < cost(through: $1, to: home, crew) }
    var stops: [Int] = []
    var step = last ?? 0
    while step > 0 {
      stops.append(steps[step].stop)
      step = steps[step].before
    }
    return stops.reversed()
  }

  private func cost(through step: Int, to home: Int, _ crew: CompiledVehicle) -> Int64 {
    steps[step].cost + wayCost(from: steps[step].stop, to: home, crew)
  }
}
