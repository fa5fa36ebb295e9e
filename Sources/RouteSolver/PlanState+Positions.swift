/// Visits that are pinned to a place in their route.
extension PlanState {
  /// The first visit of a route that does not stand where it is pinned to.
  func findDisplaced(_ vehicle: Int) -> Int? {
    if problem.positions.isEmpty { return nil }
    let home = problem.stopCount + vehicle
    var node = Int(next[home])
    var number: Int32 = 1
    while node != home {
      if !problem.positions.allows(node, at: number, of: totals[vehicle].count) { return node }
      node = Int(next[node])
      number += 1
    }
    return nil
  }

  /// How many visits may come before `stop` in the route of `vehicle` so that all stay where they
  /// are locked or pinned to.
  ///
  /// What stands at a number lets nothing more come before it, and what stands last nothing behind.
  func openPlaces(for stop: Int, vehicle: Int) -> Range<Int> {
    let home = problem.stopCount + vehicle
    let count = Int(totals[vehicle].count)
    var least = 0
    var most = count
    var node = Int(next[home])
    for number in 1...(count + 1) where node != home {
      let place = problem.positions.place(of: node)
      if problem.locks.isLocked[node] || place > 0 { least = number }
      if place == CompiledPositions.last { most = number - 1 }
      node = Int(next[node])
    }
    switch problem.positions.place(of: stop) {
    case CompiledPositions.free: break
    case CompiledPositions.last: least = max(least, count)
    case let due:
      least = max(least, Int(due) - 1)
      most = min(most, Int(due) - 1)
    }
    return least..<max(least, most + 1)
  }

  /// The node after which a stop comes that has `number` visits of the route before it.
  func node(before number: Int, vehicle: Int) -> Int {
    var node = problem.stopCount + vehicle
    for _ in 0..<number { node = Int(next[node]) }
    return node
  }

  /// The cheapest place as ``cheapestPlace(of:vehicle:below:overlooking:)`` finds it, looked for at
  /// each open place in turn and without shortcuts, for problems in which these do not hold.
  func cheapestOpenPlace(
    of stop: Int, vehicle: Int, below bound: Int64, overlooking overlooked: Int
  ) -> Insertion {
    let crew = problem.vehicles[vehicle]
    var best = Insertion(cost: bound)
    let places = openPlaces(for: stop, vehicle: vehicle)
    var node = node(before: places.isEmpty ? 0 : places.lowerBound, vehicle: vehicle)
    for _ in places {
      let here = node
      node = Int(next[node])
      if here == overlooked { continue }
      let cost = anyInsertionCost(
        of: stop, after: here, vehicle: vehicle, crew: crew, below: best.cost)
      if cost < best.cost {
        best = Insertion(cost: cost, stop: stop, vehicle: vehicle, node: here)
      }
    }
    return best
  }
}
