import Quantities

extension RouteSearch {
  /// Places what was removed, in one of several orders, each stop at its cheapest place.
  ///
  /// - Parameter bound: what a plan must cost less than to be of use. Where placing saves nothing but
  ///   waiting, the rest is left unplaced once no plan can that comes of this one.
  func recreate(below bound: Int64 = .max) {
    recreateKeys.shuffle(&removed, &chance)
    let isGenerous = chance.unit() < settings.generousChance
    let worth = isGenerous ? settings.generosity : 1
    if !problem.positions.isEmpty { arrangePlaces(worth) }
    placeRemoved(worth: worth, below: bound)
  }

  /// Places the orders of `removed` one by one where that costs less than leaving them out.
  ///
  /// - Parameters:
  ///   - worth: takes each order for so many times as dear to leave out, so that several may open
  ///     together a route that none would open alone.
  ///   - bound: what the plan must cost less than to be of use.
  func placeRemoved(worth: Int64 = 1, below bound: Int64 = .max) {
    if problem.positions.isEmpty {
      return placeUnserved(worth, below: problem.placingSavesOnlyWaiting ? bound : .max)
    }
    placeUnserved(worth, below: .max)
    // What is to be the n-th visit fits only now that others come before it.
    placeUnserved(worth, below: .max)
  }

  private func placeUnserved(_ worth: Int64, below bound: Int64) {
    // What it costs that orders are unserved which have not had their turn yet.
    var pending: Int64 = 0
    for order in removed where !trial.isServed[Int(order)] {
      pending += problem.orders.penalty[Int(order)]
    }
    for order in removed where !trial.isServed[Int(order)] {
      // Waiting and what is pending are all that placing can still save.
      if price(of: trial) - trial.waitingCosts - pending >= bound { return }
      pending -= problem.orders.penalty[Int(order)]
      make(cheapestPlace(for: Int(order), worth))
    }
  }

  /// Puts a stop at `place` if there is one.
  func make(_ place: Insertion) {
    guard place.stop >= 0 else { return }
    trial.insert(place.stop, after: place.node, vehicle: place.vehicle)
    touch(place.vehicle)
    let holds = trial.refresh(afterInserting: place.stop, vehicle: place.vehicle)
    assert(holds)
  }

  /// The cheapest place for one of the stops of `order`, with blinks; none if it does not pay.
  func cheapestPlace(for order: Int, _ worth: Int64) -> Insertion {
    let orders = problem.orders
    var best = Insertion(cost: orders.penalty[order] * worth)
    let isLocal =
      problem.stopCount > settings.localInsertionFrom
      && chance.unit() >= settings.farInsertionChance
    for entry in orders.optionOffset[order]..<orders.optionOffset[order + 1] {
      let stop = Int(orders.options[Int(entry)])
      if isLocal { lookNear(stop, &best) }
      for kind in 0..<trial.roster.kindCount {
        if !isLocal {
          for position in trial.roster.used(kind: kind) {
            look(stop, trial.roster.vehicle(at: position), &best)
          }
        }
        let vehicle = trial.roster.unused(kind: kind, among: isMine)
        if vehicle >= 0 { look(stop, vehicle, &best) }
      }
    }
    return best
  }

  /// Looks at the routes that hold a near neighbour of `stop`.
  private func lookNear(_ stop: Int, _ best: inout Insertion) {
    lookCount += 1
    let width = neighbourhood.width
    for position in 0..<min(width, settings.nearNeighbours) {
      let vehicle = Int(trial.vehicle[Int(neighbourhood.near[stop * width + position])])
      guard vehicle >= 0, lookedAt[vehicle] != lookCount else { continue }
      lookedAt[vehicle] = lookCount
      look(stop, vehicle, &best)
    }
  }

  /// Improves `best` with the cheapest place for `stop` in the route of `vehicle`, or with the
  /// second now and then, when the cheapest is overlooked.
  @inline(__always)
  private func look(_ stop: Int, _ vehicle: Int, _ best: inout Insertion) {
    let glance = trial.glances[vehicle]
    if Int64(problem.load[stop]) - trial.loadSlack > glance.room { return }
    let slot = memory.slot(stop: stop, vehicle: vehicle)
    let key = memory.key(
      stop: stop, vehicle: vehicle,
      signature: problem.crews.count == 0 ? glance.signature : trial.signature(of: vehicle))
    var known = memory[slot]
    // Most looks end here.
    if known.key == key, known.cost >= best.cost { return }
    guard isMine[vehicle], trial.mayTake(stop, vehicle: vehicle) else { return }
    let overloadPrice = overloadPrice(of: stop, vehicle: vehicle)
    let bound = best.cost - overloadPrice
    if known.key != key || known.node < 0 && known.cost < bound {
      let place = trial.cheapestPlace(of: stop, vehicle: vehicle, below: bound)
      known = InsertionMemory.Entry(key: key, cost: place.cost, node: Int32(place.node))
      memory[slot] = known
    }
    guard known.cost < bound, known.node >= 0 else { return }
    if blinks.next() {
      let place = trial.cheapestPlace(
        of: stop, vehicle: vehicle, below: bound, overlooking: Int(known.node))
      if place.stop >= 0 {
        best = place
        best.cost += overloadPrice
      }
      return
    }
    best = Insertion(
      cost: known.cost + overloadPrice, stop: stop, vehicle: vehicle, node: Int(known.node))
  }
}
