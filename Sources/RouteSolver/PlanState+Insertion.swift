/// A place for a stop in a plan, and what it costs.
struct Insertion {
  var cost = Int64.max
  var stop = -1
  var vehicle = -1
  var node = -1
}

extension PlanState {
  /// What inserting `stop` after `node` adds to the cost; `.max` if it does not fit or costs at
  /// least `bound`.
  ///
  /// O(1) while only driving counts; where duty or waiting count, the rest of the route is walked
  /// after all cheap tests have passed.
  @inline(__always)
  func insertionCost(
    of stop: Int, after node: Int, vehicle: Int, crew: CompiledVehicle, below bound: Int64
  ) -> Int64 {
    let home = problem.stopCount + vehicle
    let follower = Int(next[node])
    let legIn = problem.duration(crew, from: node, to: stop)
    let legOut = problem.duration(crew, from: stop, to: follower)
    guard legIn < TravelTables.far, legOut < TravelTables.far else { return .max }
    var sums = totals[vehicle]
    var oldCost = sums.cost
    let isFirst = sums.count == 0
    sums.count += 1
    sums.driving += legIn + legOut
    if !isFirst { sums.driving -= problem.duration(crew, from: node, to: follower) }
    sums.service += problem.service[stop]
    sums.load += Int64(problem.load[stop])
    sums.extra +=
      problem.orders.regret[stop] + problem.affinityCost(stop: stop, vehicle: vehicle)
    sums.waiting = 0
    sums.duty = sums.driving + sums.service
    if crew.needsDistance {
      sums.distance +=
        problem.distance(crew, from: node, to: stop)
        + problem.distance(crew, from: stop, to: follower)
      if !isFirst { sums.distance -= problem.distance(crew, from: node, to: follower) }
    }
    if crew.crew >= 0 {
      let work = sums.driving + sums.service - totals[vehicle].driving - totals[vehicle].service
      oldCost -= crewCostChange(adding: Int64(work), crew: Int(crew.crew))
    }
    guard problem.cost(of: sums, crew) - oldCost < bound, isWithinLimits(sums, crew),
      isWithinHorizon(sums, vehicle, crew)
    else { return .max }
    if crew.limitsContinuous {
      let driven = (node == home ? 0 : sinceRest[node]) + legIn
      let isRest = problem.service[stop] >= crew.continuousRest
      let ahead = legOut + (follower == home ? 0 : untilRest[follower])
      guard driven <= crew.continuousLimit,
        (isRest ? 0 : driven) + ahead <= crew.continuousLimit
      else { return .max }
    }
    guard extend(from: node, to: stop, into: scratch, crew: crew, leg: legIn),
      isInTime(on: follower, leg: legOut)
    else { return .max }
    if crew.isSimple, crew.needsDuration {
      guard setIdleTimeByTail(&sums, before: follower, legOut, crew) else { return .max }
    } else if crew.needsDuration {
      guard setIdleTimeAfterInsertion(&sums, before: follower, legOut, crew) else { return .max }
    }
    let cost = problem.cost(of: sums, crew) - oldCost
    return cost < bound ? cost : .max
  }

  /// Whether the scratch labels reach `follower` before its latest arrival.
  @inline(__always)
  private func isInTime(on follower: Int, leg: Int32) -> Bool {
    for slot in 0..<problem.slots {
      let label = labels[scratch * problem.slots + slot]
      guard label.isFeasible else { return false }
      if label.earliest + leg <= latest[follower * problem.width + Int(label.taken)] {
        return true
      }
    }
    return false
  }

  /// Joins the scratch label to the rest of the route.
  @inline(__always)
  private func setIdleTimeByTail(
    _ sums: inout RouteTotals, before follower: Int, _ leg: Int32, _ crew: CompiledVehicle
  ) -> Bool {
    var label = labels[scratch * problem.slots]
    let tail = tail(from: follower)
    guard label.finish(tail, leg: leg, latestArrival: latest[follower * problem.width]),
      label.duty <= crew.maxDuty
    else { return false }
    sums.waiting = label.duration - label.rest - sums.driving - sums.service
    sums.duty = label.duty
    return true
  }

  /// Walks the scratch labels on through the rest of the route.
  private func setIdleTimeAfterInsertion(
    _ sums: inout RouteTotals, before follower: Int, _ leg: Int32, _ crew: CompiledVehicle
  ) -> Bool {
    let home = problem.stopCount + Int(crew.home)
    var leg = leg
    var node = follower
    while node != home {
      guard extend(from: scratch, to: node, into: scratch, crew: crew, leg: leg) else {
        return false
      }
      leg = problem.duration(crew, from: node, to: Int(next[node]))
      node = Int(next[node])
    }
    return setIdleTime(&sums, from: scratch, crew: crew, leg: leg)
  }

  /// Whether the route of `vehicle` may take `stop` in as far as its sums and other days tell.
  @inline(__always)
  func mayTake(_ stop: Int, vehicle: Int) -> Bool {
    guard problem.isCompatible[stop * problem.vehicleCount + vehicle],
      problem.locks.isEmpty || !problem.locks.isLocked[stop]
    else { return false }
    let crew = problem.vehicles[vehicle]
    return totals[vehicle].count < crew.maxStops
      && totals[vehicle].load + Int64(problem.load[stop]) - loadSlack <= crew.capacity
      && allowsSpacing(stop, day: crew.day)
  }

  /// The cheapest place for `stop` in the route of `vehicle`, which may take it; none if no place
  /// costs less than `bound`.
  ///
  /// - Parameters:
  ///   - stop: what to place.
  ///   - vehicle: whose route is looked at.
  ///   - bound: what the place must cost less than.
  ///   - overlooked: a node behind which the stop is not to be put, or -1.
  /// - Returns: the place, whose stop is -1 if there is none.
  @inline(__always)
  func cheapestPlace(
    of stop: Int, vehicle: Int, below bound: Int64, overlooking overlooked: Int = -1
  ) -> Insertion {
    problem.vehicles[vehicle].isPlain
      ? cheapestPlainPlace(of: stop, vehicle: vehicle, below: bound, overlooking: overlooked)
      : cheapestLabelledPlace(of: stop, vehicle: vehicle, below: bound, overlooking: overlooked)
  }

  /// The same for any vehicle: each place that may do is judged by all labels and sums.
  func cheapestLabelledPlace(
    of stop: Int, vehicle: Int, below bound: Int64, overlooking overlooked: Int
  ) -> Insertion {
    let crew = problem.vehicles[vehicle]
    if crew.triesAllPlaces {
      return cheapestOpenPlace(
        of: stop, vehicle: vehicle, below: bound, overlooking: overlooked)
    }
    var best = Insertion(cost: bound)
    let windows = problem.windows(crew, stop: stop)
    let sums = totals[vehicle]
    let row = crew.matrix + Int(problem.origin[stop]) * problem.travel.size
    let certain =
      problem.orders.regret[stop] + problem.affinityCost(stop: stop, vehicle: vehicle)
      + (sums.count == 0 ? crew.fixedCost : 0)
      - crew.waitingRate * Int64(sums.waiting)
      - crew.overtimeRate * Int64(sums.duty - sums.driving - sums.service)
    let firstDone = problem.windowOpen[windows.lowerBound] + problem.service[stop]
    let lastStart = problem.windowClose[windows.upperBound - 1]
    let home = problem.stopCount + vehicle
    var node = problem.locks.isEmpty ? home : lastLocked(of: vehicle)
    var arriving = problem.travel.pairs[row + Int(problem.origin[node])].arriving
    repeat {
      let here = node
      let follower = Int(next[here])
      node = follower
      // Only at home does one set out from another place than the one reached.
      let ways = problem.travel.pairs[row + Int(problem.destination[follower])]
      let detour = arriving + ways.leaving - leg[here]
      arriving = ways.arriving
      // Idle time and evenness can gain no more than this while the way does not get shorter.
      if detour >= 0, crew.distanceRate == 0, certain + crew.travelRate * Int64(detour) >= best.cost
      {
        continue
      }
      // Several labels differ in time; they are judged one by one below.
      if crew.isSimple {
        if labels[here * problem.slots].earliest > lastStart { break }
        if latest[follower * problem.width] < firstDone { continue }
      }
      if here == overlooked { continue }
      let cost = insertionCost(
        of: stop, after: here, vehicle: vehicle, crew: crew, below: best.cost)
      if cost < best.cost {
        best = Insertion(cost: cost, stop: stop, vehicle: vehicle, node: here)
      }
    } while node != home
    return best
  }

  /// The last of the visits with which the route of `vehicle` begins, or its home.
  func lastLocked(of vehicle: Int) -> Int {
    var node = problem.stopCount + vehicle
    while true {
      let follower = Int(next[node])
      if follower >= problem.stopCount || !problem.locks.isLocked[follower] { return node }
      node = follower
    }
  }

  /// Whether the visits of the same spacing allow one on `day`.
  @inline(__always)
  func allowsSpacing(_ stop: Int, day: Int32) -> Bool {
    let orders = problem.orders
    let spacing = orders.spacing[stop]
    if spacing < 0 { return true }
    let range = orders.spacedOffset[Int(spacing)]..<orders.spacedOffset[Int(spacing) + 1]
    for entry in range {
      let other = Int(orders.spaced[Int(entry)])
      let vehicle = vehicle[other]
      guard vehicle >= 0, orders.order[other] != orders.order[stop] else { continue }
      let steps = orders.rank[other] - orders.rank[stop]
      if !orders.spacings[Int(spacing)].allows(
        day: day, problem.vehicles[Int(vehicle)].day, steps: steps)
      {
        return false
      }
    }
    return true
  }
}
