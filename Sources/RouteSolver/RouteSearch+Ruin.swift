import Quantities

extension RouteSearch {
  /// Removes strings of stops from routes near a stop drawn by chance.
  func ruin() {
    removed.removeAll(keepingCapacity: true)
    let seed = drawSeed()
    if chance.unit() < settings.cutChance { cutRoute(at: seed) }
    removeStrings(around: seed, inTime: chance.unit() < settings.timelyChance)
    mendTouched()
    addFromBank(near: seed)
  }

  /// A stop drawn by chance, of a route of this search if one is found soon.
  private func drawSeed() -> Int {
    var seed = chance.below(problem.stopCount)
    for _ in 0..<8 {
      let vehicle = Int(trial.vehicle[seed])
      if vehicle < 0 || isMine[vehicle] { break }
      seed = chance.below(problem.stopCount)
    }
    return seed
  }

  /// Removes a string at `seed` and others at its neighbours in space or in time, one from a route.
  private func removeStrings(around seed: Int, inTime: Bool) {
    let (strings, longest) = stringLimits()
    var count = 0
    if ruinRoute(of: seed, longest: longest) { count += 1 }
    for position in 0..<neighbourhood.width where count < strings {
      let entry = seed * neighbourhood.width + position
      let stop = Int(inTime ? neighbourhood.timely[entry] : neighbourhood.near[entry])
      if ruinRoute(of: stop, longest: longest) { count += 1 }
    }
  }

  /// How many strings to remove and how long they may be (equations 5 to 7 of the paper).
  private func stringLimits() -> (count: Int, longest: Double) {
    let used = trial.roster.usedTotal
    let served = Double(problem.orders.count - trial.bankCount)
    let meanRoute = served / Double(max(used, 1))
    let longest = max(1, min(settings.longestString, meanRoute))
    let most = 4 * settings.averageRemoved / (1 + longest) - 1
    return (Int(chance.unit() * max(most, 1) + 1), longest)
  }

  /// Removes a string around `stop` unless its route has lost one already.
  private func ruinRoute(of stop: Int, longest: Double) -> Bool {
    let vehicle = Int(trial.vehicle[stop])
    guard vehicle >= 0, !isRuined[vehicle], isMine[vehicle] else { return false }
    isRuined[vehicle] = true
    touch(vehicle)
    let count = Int(trial.totals[vehicle].count)
    let length = Int(chance.unit() * min(Double(count), longest) + 1)
    let kept = keptStops(length: length, count: count)
    removeString(around: stop, length: length + kept, keeping: kept, vehicle: vehicle)
    return true
  }

  /// How many stops in the middle of the string stay.
  private func keptStops(length: Int, count: Int) -> Int {
    guard length > 1, length < count, chance.unit() < settings.splitChance else { return 0 }
    var kept = 1
    while length + kept < count, chance.unit() > settings.keepChance { kept += 1 }
    return kept
  }

  /// Removes `length` stops in a row that include `stop`, but for `kept` of them in a row.
  private func removeString(around stop: Int, length: Int, keeping kept: Int, vehicle: Int) {
    let home = problem.stopCount + vehicle
    let count = Int(trial.totals[vehicle].count)
    let length = min(length, count)
    var place = 0
    var node = Int(trial.previous[stop])
    while node != home {
      place += 1
      node = Int(trial.previous[node])
    }
    let earliest = max(0, place - length + 1)
    let latest = min(place, count - length)
    var back = place - (earliest + chance.below(latest - earliest + 1))
    node = stop
    while back > 0 {
      node = Int(trial.previous[node])
      back -= 1
    }
    let firstKept = kept == 0 ? length : 1 + chance.below(max(1, length - kept))
    for step in 0..<length {
      let follower = Int(trial.next[node])
      if step < firstKept || step >= firstKept + kept { take(node) }
      node = follower
    }
  }

  private func take(_ stop: Int) {
    if problem.locks.isLocked[stop] { return }
    remove(stop)
  }

  private func remove(_ stop: Int) {
    removed.append(problem.orders.order[stop])
    trial.remove(stop)
  }

  /// Makes the routes from which stops were removed hold again.
  func mendTouched() {
    for vehicle in touched {
      isRuined[Int(vehicle)] = false
      dropDisplaced(Int(vehicle))
      if !trial.refresh(Int(vehicle)) { clear(Int(vehicle)) }
    }
  }

  /// Takes out what no longer stands at the place it is pinned to.
  private func dropDisplaced(_ vehicle: Int) {
    while let stop = trial.findDisplaced(vehicle) { remove(stop) }
  }

  /// Empties a route that no longer holds, as may be where ways are shorter through others.
  private func clear(_ vehicle: Int) {
    let home = problem.stopCount + vehicle
    while Int(trial.next[home]) != home { remove(Int(trial.next[home])) }
    trial.refresh(vehicle)
    trial.layLocked(vehicle)
  }

  /// Adds to what was removed some orders that were unserved before: most of them near `seed`, where
  /// there is room now, so that they are exchanged for what was visited there.
  private func addFromBank(near seed: Int) {
    let waiting = trial.bankCount - removed.count
    guard waiting > 0 else { return }
    if waiting <= settings.bankNear { return addWholeBank(after: waiting) }
    addNeighbours(of: seed)
    for _ in 0..<settings.bankFar { add(trial.bank[chance.below(trial.bankCount)]) }
  }

  /// Adds all orders that were unserved before.
  ///
  /// - Parameter waiting: how many they are. What was removed last stands at the end of the bank.
  private func addWholeBank(after waiting: Int) {
    removed.removeAll(keepingCapacity: true)
    for position in 0..<trial.bankCount {
      let order = trial.bank[position]
      if position >= waiting || mayPlace(order) { removed.append(order) }
    }
  }

  /// Adds unserved orders at and near `seed`, the nearest first, overlooking some by chance.
  private func addNeighbours(of seed: Int) {
    let most = removed.count + settings.bankNear
    func see(_ stop: Int) {
      let order = problem.orders.order[stop]
      if !trial.isServed[Int(order)], chance.unit() >= settings.bankOverlooked { add(order) }
    }
    see(seed)
    for position in 0..<neighbourhood.width where removed.count < most {
      see(Int(neighbourhood.near[seed * neighbourhood.width + position]))
    }
  }

  private func add(_ order: Int32) {
    if mayPlace(order), !removed.contains(order) { removed.append(order) }
  }

  /// Whether this search may place an order that was unserved before it began.
  private func mayPlace(_ order: Int32) -> Bool { Int(order) % strideOfBank == numberInBank }
}
