extension RouteSearch {
  /// Chooses anew which alternatives the changed routes visit, where that makes them cheaper.
  func chooseOptions() {
    guard optionChoice.isNeeded else { return }
    for vehicle in touched where !optionChoice.wasSeen(Int(vehicle), trial) {
      chooseOptions(of: Int(vehicle))
      optionChoice.wasSeen(Int(vehicle), trial)
    }
  }

  private func chooseOptions(of vehicle: Int) {
    let old = trial.stops(of: vehicle)
    guard let new = optionChoice.stops(of: vehicle, trial), new != old else { return }
    let cost = trial.cost
    if replace(old, by: new, vehicle), trial.cost < cost { return }
    replace(new, by: old, vehicle)
  }

  /// Visits other alternatives of the same orders.
  ///
  /// - Returns: whether the route then holds.
  @discardableResult
  private func replace(_ old: [Int], by new: [Int], _ vehicle: Int) -> Bool {
    for (old, new) in zip(old, new) where old != new {
      let before = Int(trial.previous[old])
      trial.remove(old)
      trial.insert(new, after: before, vehicle: vehicle)
    }
    return trial.refresh(vehicle)
  }
}
