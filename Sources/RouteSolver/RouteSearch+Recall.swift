import Quantities

extension RouteSearch {
  /// Ruins the plan by recalling some neighbouring routes of another good plan: they take the place
  /// of those that resemble them most, and what is left over is to be placed again.
  ///
  /// The exchange of routes between parents by Nagata, Bräysy and Dullaert, "A penalty-based edge
  /// assembly memetic algorithm for the vehicle routing problem with time windows", Computers &
  /// Operations Research 37 (2010), as a move of annealing: most children are refused at once.
  func recall() {
    let donor = donors[chance.below(donors.count)]
    var given: [Int] = []
    for vehicle in neighbouringRoutes(of: donor) {
      let stops = donor.stops(of: vehicle).filter { !problem.locks.isLocked[$0] }
      guard let target = likest(stops, vehicle, except: given) else { continue }
      given.append(target)
      give(stops, to: target, given)
    }
    mendTouched()
    removed.removeAll(keepingCapacity: true)
    for position in 0..<trial.bankCount {
      let order = trial.bank[position]
      if current.isServed[Int(order)] { removed.append(order) }
    }
  }

  /// Some vehicles whose routes in `donor` lie near a stop drawn by chance.
  private func neighbouringRoutes(of donor: PlanState) -> [Int] {
    let most = 1 + chance.below(settings.mostRecalled)
    let seed = chance.below(problem.stopCount)
    var vehicles: [Int] = []
    func take(_ stop: Int) {
      let vehicle = Int(donor.vehicle[stop])
      if vehicle >= 0, !vehicles.contains(vehicle) { vehicles.append(vehicle) }
    }
    take(seed)
    for position in 0..<neighbourhood.width where vehicles.count < most {
      take(Int(neighbourhood.near[seed * neighbourhood.width + position]))
    }
    return vehicles
  }

  /// Of the vehicles that are the same as `vehicle`, the one that visits most of `stops`; one
  /// without stops if none does.
  private func likest(_ stops: [Int], _ vehicle: Int, except given: [Int]) -> Int? {
    let twin = problem.twin[vehicle]
    var shared: [(vehicle: Int, count: Int)] = []
    for stop in stops {
      let holder = Int(trial.vehicle[stop])
      guard holder >= 0, problem.twin[holder] == twin, !given.contains(holder) else { continue }
      if let known = shared.firstIndex(where: { $0.vehicle == holder }) {
        shared[known].count += 1
      } else {
        shared.append((holder, 1))
      }
    }
    if let most = shared.max(by: { $0.count < $1.count }) { return most.vehicle }
    return (0..<problem.vehicleCount).first {
      problem.twin[$0] == twin && trial.totals[$0].count == 0 && !given.contains($0)
    }
  }

  /// Makes `stops`, but for those that the routes given before visit, the route of `target`.
  private func give(_ stops: [Int], to target: Int, _ given: [Int]) {
    touch(target)
    for stop in trial.stops(of: target) where !problem.locks.isLocked[stop] { trial.remove(stop) }
    let free = stops.filter { release(Int(problem.orders.order[$0]), given) }
    trial.refresh(target)
    trial.lay(free, vehicle: target)
  }

  /// Takes the visit that serves `order`, if there is one, out of its route.
  ///
  /// - Returns: `false` if it is to stay.
  private func release(_ order: Int, _ given: [Int]) -> Bool {
    guard trial.isServed[order] else { return true }
    let orders = problem.orders
    for entry in orders.optionOffset[order]..<orders.optionOffset[order + 1] {
      let stop = Int(orders.options[Int(entry)])
      let holder = Int(trial.vehicle[stop])
      guard holder >= 0 else { continue }
      if given.contains(holder) || problem.locks.isLocked[stop] { return false }
      touch(holder)
      trial.remove(stop)
    }
    return true
  }
}
