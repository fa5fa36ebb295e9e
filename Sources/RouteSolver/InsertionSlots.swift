public import Quantities

/// A place where one more stop fits into a finished plan, everything else staying as it is.
public struct InsertionSlot: Hashable, Sendable {
  /// Who would come.
  public var vehicle: Index<RoutingVehicle>
  /// How many visits of the route come before.
  public var visitsBefore: Int
  /// What the plan would cost more.
  public var addedCost: Cost
  /// How much longer the crew would drive.
  public var addedDriving: Seconds
  /// When service would begin.
  public var start: Seconds
}

/// The places for `stop` in `plan`, cheapest first.
///
/// - Parameters:
///   - stop: a stop that the plan does not visit.
///   - plan: routes that keep all limits; one that does not is left out of consideration.
///   - problem: the problem that both belong to.
///   - most: how many places are wanted.
/// - Returns: the places; none if the plan visits the stop, or an alternative to it, already.
public func insertionSlots(
  for stop: Index<RoutingStop>, in plan: RoutingPlan, of problem: RoutingProblem, most: Int = 10
) -> [InsertionSlot] {
  let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
  let state = PlanState(compiled)
  let isSound = state.loadWhatHolds(plan)
  guard !state.isServed[Int(compiled.orders.order[stop.position])] else { return [] }
  var places: [Insertion] = []
  for vehicle in 0..<compiled.vehicleCount
  where isSound[vehicle] && state.mayTake(stop.position, vehicle: vehicle) {
    places += state.places(of: stop.position, vehicle: vehicle)
  }
  places.sort { ($0.cost, $0.vehicle, $0.node) < ($1.cost, $1.vehicle, $1.node) }
  return places.prefix(most).compactMap { state.slot($0) }
}

extension PlanState {
  /// Takes over the routes that keep all limits.
  ///
  /// - Returns: by vehicle, whether its route was taken over whole.
  func loadWhatHolds(_ plan: RoutingPlan) -> [Bool] {
    var isSound = Array(repeating: true, count: problem.vehicleCount)
    for (vehicle, route) in plan.routes.prefix(problem.vehicleCount).enumerated() {
      lay(route.map(\.position), vehicle: vehicle)
      isSound[vehicle] = stops(of: vehicle) == route.map(\.position)
    }
    return isSound
  }

  /// All places for `stop` in the route of `vehicle`.
  fileprivate func places(of stop: Int, vehicle: Int) -> [Insertion] {
    let crew = problem.vehicles[vehicle]
    var places: [Insertion] = []
    let open = openPlaces(for: stop, vehicle: vehicle)
    var node = node(before: open.isEmpty ? 0 : open.lowerBound, vehicle: vehicle)
    for _ in open {
      let cost = anyInsertionCost(of: stop, after: node, vehicle: vehicle, crew: crew, below: .max)
      if cost != .max {
        places.append(Insertion(cost: cost, stop: stop, vehicle: vehicle, node: node))
      }
      node = Int(next[node])
    }
    return places
  }

  fileprivate func slot(_ place: Insertion) -> InsertionSlot? {
    var order = stops(of: place.vehicle)
    let before = (order.firstIndex(of: place.node) ?? -1) + 1
    order.insert(place.stop, at: before)
    guard let schedule = RouteSchedule(problem, vehicle: place.vehicle, stops: order) else {
      return nil
    }
    let route = schedule.route(hasProvenOrder: false)
    return InsertionSlot(
      vehicle: Index(place.vehicle), visitsBefore: before, addedCost: Cost(place.cost),
      addedDriving: route.driving - Seconds(totals[place.vehicle].driving),
      start: route.visits[before].start)
  }
}
