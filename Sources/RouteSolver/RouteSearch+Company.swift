import Quantities

/// Stops that ask for others before them in their route.
extension RouteSearch {
  /// Draws how what was removed is placed where stops are pinned to places: as it stands, or so
  /// that each finds what is to come before it, now and then with company.
  func arrangePlaces(_ worth: Int64) {
    let draw = chance.below(4)
    if draw == 3 { return }
    bringInOrderOfPlaces()
    if draw > 0 { return }
    // Nothing can be put before what has a number, so first visits go before company.
    for order in removed {
      if place(of: order) != 1 { break }
      make(cheapestPlace(for: Int(order), worth))
    }
    placeWithCompany(worth)
  }

  /// The place that an order is pinned to; its first option stands for all.
  private func place(of order: Int32) -> Int32 {
    let option = Int(problem.orders.optionOffset[Int(order)])
    return problem.positions.place(of: Int(problem.orders.options[option]))
  }

  /// Brings first visits to the front and later ones to the end.
  private func bringInOrderOfPlaces() {
    func key(_ order: Int32) -> Int32 {
      let place = place(of: order)
      return place == 1 ? 0 : max(1, place)
    }
    removed = removed.enumerated().sorted {
      (key($0.element), $0.offset) < (key($1.element), $1.offset)
    }.map(\.element)
  }

  /// Places what is to be the n-th visit into a route drawn by chance, and others before it.
  ///
  /// Each by itself, the others would go where they cost least, and the n-th would fit nowhere.
  private func placeWithCompany(_ worth: Int64) {
    for order in removed where !trial.isServed[Int(order)] {
      let stop = Int(problem.orders.options[Int(problem.orders.optionOffset[Int(order)])])
      let vehicle = chance.below(problem.vehicleCount)
      let due = place(of: order)
      guard due > 1, isMine[vehicle], trial.mayTake(stop, vehicle: vehicle) else { continue }
      for other in removed where other != order && !trial.isServed[Int(other)] {
        if trial.totals[vehicle].count + 1 >= due { break }
        place(Int(other), in: vehicle, worth)
      }
      place(Int(order), in: vehicle, worth)
    }
  }

  private func place(_ order: Int, in vehicle: Int, _ worth: Int64) {
    let stop = Int(problem.orders.options[Int(problem.orders.optionOffset[order])])
    guard trial.mayTake(stop, vehicle: vehicle) else { return }
    let bound =
      problem.orders.penalty[order] * worth - overloadPrice(of: stop, vehicle: vehicle)
    make(trial.cheapestPlace(of: stop, vehicle: vehicle, below: bound))
  }
}
