extension PlanState {
  /// Puts the visits with which a route begins, as far as they can be kept, into an empty route.
  func layLocked(_ vehicle: Int) {
    for stop in problem.locks.visits[vehicle] { append(stop, to: vehicle) }
  }

  /// Puts stops at the end of a route: all of them if the route then holds, else those that fit one
  /// after the other.
  ///
  /// A route can hold of which a part does not, where some ways are long or missing.
  func lay(_ stops: [Int], vehicle: Int) {
    if layWhole(stops, vehicle: vehicle) { return }
    for stop in stops { append(stop, to: vehicle) }
  }

  private func layWhole(_ stops: [Int], vehicle: Int) -> Bool {
    let home = problem.stopCount + vehicle
    var laid = 0
    for stop in stops where mayJoin(stop, vehicle: vehicle) {
      insert(stop, after: Int(previous[home]), vehicle: vehicle)
      laid += 1
    }
    if laid == stops.count, findDisplaced(vehicle) == nil, refresh(vehicle) { return true }
    for _ in 0..<laid { remove(Int(previous[home])) }
    refresh(vehicle)
    return false
  }

  /// Puts `stop` at the end of a route if it may be there and the route still holds.
  private func append(_ stop: Int, to vehicle: Int) {
    guard mayJoin(stop, vehicle: vehicle) else { return }
    let node = Int(previous[problem.stopCount + vehicle])
    let crew = problem.vehicles[vehicle]
    guard
      openPlaces(for: stop, vehicle: vehicle).contains(Int(totals[vehicle].count)),
      anyInsertionCost(of: stop, after: node, vehicle: vehicle, crew: crew, below: .max) != .max
    else { return }
    insert(stop, after: node, vehicle: vehicle)
    refresh(vehicle)
  }

  /// Whether `stop` is there to be visited, and by this vehicle, in as far as other routes tell.
  private func mayJoin(_ stop: Int, vehicle: Int) -> Bool {
    stop < problem.stopCount && !isServed[Int(problem.orders.order[stop])]
      && problem.isCompatible[stop * problem.vehicleCount + vehicle]
      && allowsSpacing(stop, day: problem.vehicles[vehicle].day)
  }
}
