/// Descends from a plan to one that no single move improves.
///
/// Moves: put unserved orders in, move a stop, move a segment of up to three (Or-opt), turn a
/// segment (2-opt), exchange tails (2-opt*), order short routes exactly.
final class LocalSearch {
  let problem: CompiledProblem
  let neighbourhood: Neighbourhood
  let plan: PlanState
  private let kept: PlanState
  /// By vehicle: whether its order was proven since it last changed.
  private(set) var isProven: [Bool]
  /// By vehicle: whether its order was tried exactly since it last changed.
  private var isTried: [Bool]
  private let nearest = 12

  init(_ plan: PlanState, _ neighbourhood: Neighbourhood) {
    problem = plan.problem
    self.neighbourhood = neighbourhood
    self.plan = plan
    kept = PlanState(problem)
    kept.copy(plan)
    isProven = Array(repeating: false, count: problem.vehicleCount)
    isTried = isProven
  }

  /// Runs rounds of all moves until none improves, at most `rounds`.
  func run(rounds: Int = 8) {
    for _ in 0..<rounds {
      let before = plan.cost
      insertUnserved()
      for stop in 0..<problem.stopCount { relocate(stop) }
      for stop in 0..<problem.stopCount { tryNeighbours(of: stop) }
      if plan.cost < before { continue }
      for vehicle in 0..<problem.vehicleCount { orderExactly(vehicle) }
      if plan.cost == before { return }
    }
    for vehicle in 0..<problem.vehicleCount { orderExactly(vehicle) }
  }

  /// Keeps the change if it pays, else takes it back.
  @discardableResult
  private func settle(_ holds: Bool, _ vehicles: Int...) -> Bool {
    guard holds, plan.cost < kept.cost, plan.keepsEnough(kept) else {
      plan.copy(kept)
      return false
    }
    kept.copy(plan)
    for vehicle in vehicles {
      isProven[vehicle] = false
      isTried[vehicle] = false
    }
    return true
  }

  private func insertUnserved() {
    let orders = (0..<plan.bankCount).map { Int(plan.bank[$0]) }
      .sorted { (-problem.orders.penalty[$0], $0) < (-problem.orders.penalty[$1], $1) }
    for order in orders {
      let place = plan.cheapestPlace(for: order)
      guard place.stop >= 0 else { continue }
      plan.insert(place.stop, after: place.node, vehicle: place.vehicle)
      settle(plan.refresh(place.vehicle), place.vehicle)
    }
  }

  /// Takes `stop` out and puts its order back at the cheapest place, if there is one.
  private func relocate(_ stop: Int) {
    let vehicle = Int(plan.vehicle[stop])
    guard vehicle >= 0, !problem.locks.isLocked[stop] else { return }
    plan.remove(stop)
    guard plan.findDisplaced(vehicle) == nil, plan.refresh(vehicle) else {
      settle(false)
      return
    }
    let place = plan.cheapestPlace(for: Int(problem.orders.order[stop]))
    guard place.stop >= 0 else {
      settle(true, vehicle)
      return
    }
    plan.insert(place.stop, after: place.node, vehicle: place.vehicle)
    settle(plan.refresh(place.vehicle), vehicle, place.vehicle)
  }

  /// Tries the moves that make a near stop the follower of `stop`.
  private func tryNeighbours(of stop: Int) {
    let width = neighbourhood.width
    for position in 0..<min(nearest, width) where plan.vehicle[stop] >= 0 {
      let near = Int(neighbourhood.near[stop * width + position])
      guard plan.vehicle[near] >= 0, Int(plan.next[stop]) != near else { continue }
      if plan.vehicle[near] == plan.vehicle[stop] {
        reverse(stop, near)
      } else {
        exchangeTails(stop, near)
      }
      for length in 1...3 where Int(plan.next[stop]) != near {
        moveSegment(near, length: length, after: stop)
      }
    }
  }

  private func leg(_ from: Int, _ to: Int, _ vehicle: Int) -> Int {
    Int(problem.duration(problem.vehicles[vehicle], from: from, to: to))
  }

  /// 2-opt: makes `near` follow `stop` by turning what lies between.
  private func reverse(_ stop: Int, _ near: Int) {
    let vehicle = Int(plan.vehicle[stop])
    let route = plan.stops(of: vehicle)
    guard let first = route.firstIndex(of: stop), let last = route.firstIndex(of: near),
      first + 1 < last
    else { return }
    let turned = route[...first] + route[(first + 1)...last].reversed() + route[(last + 1)...]
    settle(plan.replaceRoutes([(vehicle, Array(turned))]), vehicle)
  }

  /// 2-opt*: `stop` goes on with the route of `near`, whose head goes on with the rest of `stop`'s.
  private func exchangeTails(_ stop: Int, _ near: Int) {
    let vehicle = Int(plan.vehicle[stop])
    let other = Int(plan.vehicle[near])
    let after = Int(plan.next[stop])
    let before = Int(plan.previous[near])
    let gain =
      leg(stop, after, vehicle) + leg(before, near, other) - leg(stop, near, vehicle)
      - (before >= problem.stopCount || after >= problem.stopCount ? 0 : leg(before, after, other))
    guard gain > 0 else { return }
    let route = plan.stops(of: vehicle)
    let otherRoute = plan.stops(of: other)
    guard let cut = route.firstIndex(of: stop), let otherCut = otherRoute.firstIndex(of: near)
    else { return }
    settle(
      plan.replaceRoutes([
        (vehicle, Array(route[...cut] + otherRoute[otherCut...])),
        (other, Array(otherRoute[..<otherCut] + route[(cut + 1)...])),
      ]), vehicle, other)
  }

  /// Or-opt: moves `length` stops from `first` on behind `stop`.
  private func moveSegment(_ first: Int, length: Int, after stop: Int) {
    let vehicle = Int(plan.vehicle[stop])
    let other = Int(plan.vehicle[first])
    var last = first
    for _ in 1..<length {
      last = Int(plan.next[last]) < problem.stopCount ? Int(plan.next[last]) : last
    }
    let before = Int(plan.previous[first])
    let after = Int(plan.next[last])
    let follower = Int(plan.next[stop])
    let gain =
      leg(before, first, other) + leg(last, after, other) - leg(before, after, other)
      + leg(stop, follower, vehicle) - leg(stop, first, vehicle) - leg(last, follower, vehicle)
    guard gain > 0 else { return }
    var otherRoute = plan.stops(of: other)
    guard let place = otherRoute.firstIndex(of: first) else { return }
    let segment = Array(otherRoute[place..<min(place + length, otherRoute.count)])
    guard !segment.contains(stop) else { return }
    otherRoute.removeSubrange(place..<(place + segment.count))
    var route = vehicle == other ? otherRoute : plan.stops(of: vehicle)
    guard let target = route.firstIndex(of: stop) else { return }
    route.insert(contentsOf: segment, at: target + 1)
    let changes = vehicle == other ? [(vehicle, route)] : [(vehicle, route), (other, otherRoute)]
    settle(plan.replaceRoutes(changes), vehicle, other)
  }

  private func orderExactly(_ vehicle: Int) {
    guard !isTried[vehicle], plan.totals[vehicle].count > 0 else { return }
    let stops = plan.stops(of: vehicle)
    let locked = stops.prefix { problem.locks.isLocked[$0] }.count
    switch ExactOrder.search(
      problem, vehicle: vehicle, stops: stops, locked: locked,
      workElsewhere: plan.workElsewhere(vehicle), cost: plan.orderCost(of: vehicle))
    {
    case .unknown: break
    case .proven: isProven[vehicle] = true
    case .better(let order):
      // A kept order is the best, so it need not be tried again.
      let isKept = settle(plan.replaceRoutes([(vehicle, order)]), vehicle)
      isProven[vehicle] = isKept
    }
    isTried[vehicle] = true
  }
}

extension PlanState {
  /// The cheapest place for one of the stops of `order`; none if it does not pay.
  func cheapestPlace(for order: Int) -> Insertion {
    let orders = problem.orders
    var best = Insertion(cost: orders.penalty[order])
    for entry in orders.optionOffset[order]..<orders.optionOffset[order + 1] {
      let stop = Int(orders.options[Int(entry)])
      for vehicle in 0..<problem.vehicleCount where mayTake(stop, vehicle: vehicle) {
        let place = cheapestPlace(of: stop, vehicle: vehicle, below: best.cost)
        if place.stop >= 0 { best = place }
      }
    }
    return best
  }

  /// Gives vehicles other routes, made of the same stops.
  ///
  /// - Returns: whether all of them hold; if not, the plan must be restored.
  func replaceRoutes(_ routes: [(vehicle: Int, stops: [Int])]) -> Bool {
    for (vehicle, stops) in routes where !problem.locks.isEmpty {
      let locked = problem.locks.visits[vehicle].filter { self.vehicle[$0] == Int32(vehicle) }
      guard stops.starts(with: locked) else { return false }
    }
    for (vehicle, _) in routes { for stop in stops(of: vehicle) { remove(stop) } }
    for (vehicle, stops) in routes {
      let day = problem.vehicles[vehicle].day
      for stop in stops {
        guard problem.isCompatible[stop * problem.vehicleCount + vehicle],
          allowsSpacing(stop, day: day)
        else { return false }
        insert(
          stop, after: Int(previous[problem.stopCount + vehicle]), vehicle: vehicle)
      }
      guard findDisplaced(vehicle) == nil, refresh(vehicle) else { return false }
    }
    return true
  }
}
