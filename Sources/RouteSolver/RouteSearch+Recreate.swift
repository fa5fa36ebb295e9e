import Quantities

extension RouteSearch {
  /// Places what was removed, in one of several orders, each stop at its cheapest place.
  func recreate() {
    recreateKeys.shuffle(&removed, &chance)
    let isGenerous = chance.unit() < settings.generousChance
    placeRemoved(worth: isGenerous ? settings.generosity : 1)
  }

  /// Places the orders of `removed` one by one where that costs less than leaving them out.
  ///
  /// - Parameter worth: takes each order for so many times as dear to leave out, so that several
  ///   may open together a route that none would open alone.
  func placeRemoved(worth: Int64 = 1) {
    var blinks = blinks
    for order in removed {
      let place = cheapestPlace(for: Int(order), in: trial, worth, &blinks)
      guard place.stop >= 0 else { continue }
      trial.insert(place.stop, after: place.node, vehicle: place.vehicle)
      let holds = trial.refresh(afterInserting: place.stop, vehicle: place.vehicle)
      assert(holds)
    }
    self.blinks = blinks
  }

  /// The cheapest place for one of the stops of `order`, with blinks; none if it does not pay.
  private func cheapestPlace(
    for order: Int, in plan: PlanState, _ worth: Int64, _ blinks: inout Blinks
  ) -> Insertion {
    let orders = problem.orders
    var best = Insertion(cost: orders.penalty[order] * worth)
    let isLocal = problem.stopCount > settings.localInsertionFrom
    for entry in orders.optionOffset[order]..<orders.optionOffset[order + 1] {
      let stop = Int(orders.options[Int(entry)])
      if isLocal { markNear(stop, plan) }
      var lastEmptyTwin: Int32 = -1
      for vehicle in 0..<problem.vehicleCount {
        if plan.totals[vehicle].count == 0 {
          if problem.twin[vehicle] == lastEmptyTwin { continue }
          lastEmptyTwin = problem.twin[vehicle]
        } else if isLocal, nearMark[vehicle] != Int32(stop) {
          continue
        }
        plan.findInsertion(of: stop, vehicle: vehicle, best: &best, blinks: &blinks)
      }
    }
    return best
  }

  /// Marks the routes that hold a near neighbour of `stop`.
  private func markNear(_ stop: Int, _ plan: PlanState) {
    for vehicle in 0..<problem.vehicleCount where nearMark[vehicle] == Int32(stop) {
      nearMark[vehicle] = -1
    }
    let width = neighbourhood.width
    for position in 0..<min(width, settings.nearNeighbours) {
      let vehicle = plan.vehicle[Int(neighbourhood.near[stop * width + position])]
      if vehicle >= 0 { nearMark[Int(vehicle)] = Int32(stop) }
    }
  }
}
