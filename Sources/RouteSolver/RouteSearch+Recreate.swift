import Quantities

extension RouteSearch {
  /// Places what was removed, in one of several orders, each stop at its cheapest place.
  func recreate() {
    recreateKeys.shuffle(&removed, &chance)
    placeRemoved()
  }

  /// Places the orders of `removed` one by one where that costs less than leaving them out.
  func placeRemoved() {
    for order in removed {
      let place = cheapestPlace(for: Int(order), in: trial)
      guard place.stop >= 0 else { continue }
      trial.insert(place.stop, after: place.node, vehicle: place.vehicle)
      let holds = trial.refresh(place.vehicle)
      assert(holds)
    }
  }

  /// The cheapest place for one of the stops of `order`, with blinks; none if it does not pay.
  private func cheapestPlace(for order: Int, in plan: PlanState) -> Insertion {
    let orders = problem.orders
    var best = Insertion(cost: orders.penalty[order])
    let isLocal = problem.stopCount > settings.localInsertionFrom
    for entry in orders.optionOffset[order]..<orders.optionOffset[order + 1] {
      let stop = Int(orders.options[Int(entry)])
      if isLocal { markNear(stop, plan) }
      var lastEmptyTwin: Int32 = -1
      for vehicle in 0..<problem.vehicleCount {
        if plan.totals[vehicle].count == 0 {
          if problem.twin[vehicle] == lastEmptyTwin { continue }
          lastEmptyTwin = problem.twin[vehicle]
        } else if isLocal, nearMark[vehicle] != nearStamp {
          continue
        }
        findPlace(of: stop, vehicle: vehicle, plan, &best)
      }
    }
    return best
  }

  @inline(__always)
  private func findPlace(
    of stop: Int, vehicle: Int, _ plan: PlanState, _ best: inout Insertion
  ) {
    let threshold = UInt64(settings.blinkChance * 0x1p32)
    plan.findInsertion(of: stop, vehicle: vehicle, best: &best) {
      chance.next() >> 32 < threshold
    }
  }

  /// Marks the routes that hold a near neighbour of `stop`.
  private func markNear(_ stop: Int, _ plan: PlanState) {
    nearStamp += 1
    let width = neighbourhood.width
    for position in 0..<min(width, settings.nearNeighbours) {
      let vehicle = plan.vehicle[Int(neighbourhood.near[stop * width + position])]
      if vehicle >= 0 { nearMark[Int(vehicle)] = nearStamp }
    }
  }
}
