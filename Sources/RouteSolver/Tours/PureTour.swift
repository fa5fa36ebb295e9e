import Quantities

/// A problem that asks for nothing but the shortest tour: one vehicle that can visit every stop,
/// in any order, and had better leave none out.
struct PureTour: ~Copyable {
  private let problem: CompiledProblem
  private let route: RouteTour
  private let start: [Int]

  /// What was found.
  struct Outcome {
    let plan: PlanState
    let isProven: Bool
    /// How many kicks were tried.
    let iterations: Int
  }

  /// `nil` if the problem asks for more.
  ///
  /// A tour in `plan` is taken up if it visits every stop.
  init?(_ compiled: CompiledProblem, _ asked: RoutingProblem, from plan: RoutingPlan?) {
    guard asked.vehicles.count == 1, asked.stops.count > 1, asked.asksForTour,
      (0..<asked.stops.count).allSatisfy({ compiled.isCompatible[$0] })
    else { return nil }
    problem = compiled
    route = RouteTour(compiled, vehicle: 0, stops: Array(asked.stops.indices))
    let given = plan?.routes.first?.map(\.position) ?? []
    if given.sorted() == route.stops {
      start = (route.isSplit ? [given.count + 1, given.count] : [given.count]) + given
    } else {
      start = TourSearch.start(route.costs)
    }
  }

  /// Searches until `stop` says enough.
  ///
  /// - Returns: `nil` if the route breaks a limit, or if to leave a stop out could pay.
  func solve(stop: some StoppingRule, seed: UInt64, observer: ProgressObserver?) -> Outcome? {
    if route.costs.count <= ShortTour.mostNodes {
      return prove(route.route(ShortTour.order(route.costs)), iterations: 0)
    }
    var search = TourSearch(route.costs, start: start, seed: seed)
    search.descend(stop: stop)
    guard let first = lay(route.route(search.order)), isBestComplete(first) else { return nil }
    let kicks = search.run(stop: stop, observer: observer)
    return prove(route.route(search.order), iterations: kicks)
  }

  /// The plan in which the stops are visited in `order`, if it holds.
  private func lay(_ order: [Int]) -> PlanState? {
    let plan = PlanState(problem)
    return plan.replaceRoutes([(0, order)]) ? plan : nil
  }

  /// Whether every stop is worth more than all of the route costs, so that no plan is better for
  /// leaving some out.
  private func isBestComplete(_ plan: PlanState) -> Bool {
    let orders = problem.orders
    return (0..<orders.count).allSatisfy { orders.penalty[$0] >= plan.cost }
  }

  private func prove(_ order: [Int], iterations: Int) -> Outcome? {
    guard let plan = lay(order), isBestComplete(plan) else { return nil }
    switch ExactOrder.search(
      problem, vehicle: 0, stops: order, workElsewhere: 0, cost: plan.orderCost(of: 0))
    {
    case .unknown: return Outcome(plan: plan, isProven: false, iterations: iterations)
    case .proven: return Outcome(plan: plan, isProven: true, iterations: iterations)
    case .better(let order):
      return lay(order).map { Outcome(plan: $0, isProven: true, iterations: iterations) }
    }
  }
}

extension RoutingProblem {
  /// Whether nothing but travel distinguishes one order of the stops from another.
  ///
  /// Limits on time and driving may be there: a shorter tour keeps what a longer one keeps.
  fileprivate var asksForTour: Bool {
    vehicles.allSatisfy(\.isFree) && matrices.allSatisfy(\.periods.isEmpty)
      && stops.allSatisfy { stop in
        stop.group == nil && stop.spacing == nil && stop.affinities.isEmpty
          && stop.pinnedStart == nil && stop.pinnedPosition == nil
          && vehicles.allSatisfy { stop.isOpen(throughout: $0.shift) }
      }
  }
}

extension RoutingVehicle {
  /// Whether its only limits are those a shorter tour keeps better.
  fileprivate var isFree: Bool {
    breaks.isEmpty && maxDistance == nil && continuousDriving == nil && costPerTravelSecond > 0
      && costPerKilometre == 0 && lockedVisits.isEmpty
      && latestServiceEnd.map { $0 >= shift.end } ?? true
  }
}

extension RoutingStop {
  fileprivate func isOpen(throughout shift: HorizonSpan) -> Bool {
    windows.isEmpty || windows.contains { $0.contains(shift) }
  }
}

extension HorizonSpan {
  fileprivate func contains(_ other: HorizonSpan) -> Bool {
    start <= other.start && end >= other.end
  }
}
