extension PlanState {
  /// Extends the labels at `node` by a leg and a visit to `stop`, into node `target`.
  ///
  /// - Returns: whether the stop can be visited in time.
  @inline(__always)
  func extend(
    from node: Int, to stop: Int, into target: Int, crew: CompiledVehicle, leg: Int32
  ) -> Bool {
    let slots = problem.slots
    guard crew.isSimple else {
      return extendAll(from: node, to: stop, into: target, crew: crew, leg: leg)
    }
    var label = labels[node * slots]
    guard label.isFeasible else { return false }
    label.pass(leg)
    guard problem.serve(stop, crew, &label) else { return false }
    labels[target * slots] = label
    if slots > 1 { labels[target * slots + 1] = .infeasible }
    return true
  }

  /// Extends every label through every choice of breaks and windows that is not dominated.
  private func extendAll(
    from node: Int, to stop: Int, into target: Int, crew: CompiledVehicle, leg: Int32
  ) -> Bool {
    let slots = problem.slots
    var count = 0
    for slot in 0..<slots {
      var arrived = labels[node * slots + slot]
      guard arrived.isFeasible else { break }
      if crew.isTimed {
        arrived.earliest = problem.arrival(crew, from: node, to: stop, leaving: arrived.earliest)
      } else {
        arrived.pass(leg)
      }
      while true {
        serveAll(stop, crew, arrived, &count)
        guard arrived.taken < crew.breakCount else { break }
        arrived = arrived.pausing(problem.breaks[Int(crew.breakOffset + arrived.taken)])
        guard arrived.isFeasible else { break }
      }
    }
    for slot in 0..<count {
      labels[target * slots + slot] = labels[(scratch + 1) * slots + slot]
    }
    if count < slots { labels[target * slots + count] = .infeasible }
    return count > 0
  }

  /// Serves `stop` in each window that may matter, and pauses there afterwards or not.
  private func serveAll(
    _ stop: Int, _ crew: CompiledVehicle, _ arrived: PathLabel, _ count: inout Int
  ) {
    for window in problem.windows(crew, stop: stop)
    where arrived.earliest <= problem.windowClose[window] {
      var label = arrived
      _ = label.begin(open: problem.windowOpen[window], close: problem.windowClose[window])
      label.pass(problem.service[stop])
      keep(label, crew, &count)
      while label.taken < crew.breakCount {
        label = label.pausing(problem.breaks[Int(crew.breakOffset + label.taken)])
        guard label.isFeasible else { break }
        keep(label, crew, &count)
      }
      if !crew.needsDuration { break }
    }
  }

  /// Keeps `label` among the `count` at the second scratch node unless one there dominates it.
  ///
  /// Where there is no room, the earliest label for each number of breaks is kept, so that being in
  /// time stays exact.
  private func keep(_ label: PathLabel, _ crew: CompiledVehicle, _ count: inout Int) {
    let base = (scratch + 1) * problem.slots
    var slot = 0
    var rivals = 0
    var isEarliest = true
    while slot < count {
      let other = labels[base + slot]
      if other.dominates(label, timed: crew.needsDuration) { return }
      if label.dominates(other, timed: crew.needsDuration) {
        count -= 1
        labels[base + slot] = labels[base + count]
        continue
      }
      if other.taken == label.taken {
        rivals += 1
        if other.earliest <= label.earliest { isEarliest = false }
      }
      slot += 1
    }
    if count < problem.slots {
      labels[base + count] = label
      count += 1
    } else if isEarliest {
      replaceSpare(by: label, base: base, ownKind: rivals > 0)
    }
  }

  /// Overwrites a label that is not the earliest of its kind, or one of the same kind.
  private func replaceSpare(by label: PathLabel, base: Int, ownKind: Bool) {
    for slot in base..<(base + problem.slots) {
      let other = labels[slot]
      if ownKind, other.taken == label.taken {
        labels[slot] = label
        return
      }
      for rival in base..<(base + problem.slots) where !ownKind && rival != slot {
        if labels[rival].taken == other.taken, labels[rival].earliest <= other.earliest {
          labels[slot] = label
          return
        }
      }
    }
  }

  /// Notes the waiting and duty that cost least on the route whose last node is `node`.
  ///
  /// - Returns: whether a return is in time.
  @inline(__always)
  func setIdleTime(
    _ sums: inout RouteTotals, from node: Int, crew: CompiledVehicle, leg: Int32
  ) -> Bool {
    let home = (problem.stopCount + Int(crew.home)) * problem.width
    var least = Int64.max
    for slot in 0..<problem.slots {
      var label = labels[node * problem.slots + slot]
      guard label.isFeasible else { break }
      label.pass(leg)
      guard label.begin(open: 0, close: latest[home + Int(label.taken)]),
        label.duty <= crew.maxDuty
      else { continue }
      let waiting = label.duration - label.rest - sums.driving - sums.service
      let cost = crew.idleCost(waiting: waiting, duty: label.duty)
      if cost < least || cost == least && waiting < sums.waiting {
        least = cost
        sums.waiting = waiting
        sums.duty = label.duty
      }
    }
    return least != .max
  }

  /// Recomputes everything about the route of `vehicle`.
  ///
  /// - Returns: `false` if the route breaks a limit; its cost is then not to be used.
  @discardableResult
  func refresh(_ vehicle: Int) -> Bool {
    let crew = problem.vehicles[vehicle]
    if crew.isTimed { return refreshTimed(vehicle, crew) }
    let home = problem.stopCount + vehicle
    var sums = RouteTotals()
    var node = home
    while true {
      let follower = Int(next[node])
      if follower == home { break }
      let leg = problem.duration(crew, from: node, to: follower)
      guard leg < TravelTables.far,
        extend(from: node, to: follower, into: follower, crew: crew, leg: leg)
      else { return false }
      self.leg[node] = leg
      sums.add(leg: leg, to: follower, from: node, problem, crew, vehicle)
      sums.count += 1
      if crew.limitsContinuous {
        guard rest(at: follower, after: node, leg: leg, crew) else { return false }
      }
      node = follower
    }
    guard node != home else {
      leg[home] = 0
      setTotals(RouteTotals(), of: vehicle)
      return true
    }
    let leg = problem.duration(crew, from: node, to: home)
    guard leg < TravelTables.far else { return false }
    self.leg[node] = leg
    sums.driving += leg
    sums.distance += problem.distance(crew, from: node, to: home)
    sums.signature &+= RouteSignature.leg(from: node, to: home)
    guard setIdleTime(&sums, from: node, crew: crew, leg: leg), isWithinLimits(sums, crew),
      isWithinHorizon(sums, vehicle, crew),
      !crew.limitsContinuous || sinceRest[node] + leg <= crew.continuousLimit
    else { return false }
    sums.cost = problem.cost(of: sums, crew)
    setTotals(sums, of: vehicle)
    refreshLatest(vehicle, crew)
    return true
  }

  @inline(__always)
  func isWithinLimits(_ sums: RouteTotals, _ crew: CompiledVehicle) -> Bool {
    sums.driving <= crew.maxDriving && sums.distance <= crew.maxDistance
      && sums.count <= crew.maxStops && sums.load - loadSlack <= crew.capacity
  }

  /// Whether the crew may do what `sums` says besides what it does on its other days.
  @inline(__always)
  func isWithinHorizon(_ sums: RouteTotals, _ vehicle: Int, _ crew: CompiledVehicle) -> Bool {
    if crew.crew < 0 { return true }
    let old = totals[vehicle]
    let driving = Int64(sums.driving - old.driving)
    let work = driving + Int64(sums.service - old.service)
    let days = crewTotals[Int(crew.crew)]
    return days.driving + driving <= problem.crews.maxDriving[Int(crew.crew)]
      && days.work + work <= problem.crews.maxWork[Int(crew.crew)]
  }

  private func rest(
    at stop: Int, after node: Int, leg: Int32, _ crew: CompiledVehicle
  ) -> Bool {
    let driven = (node < problem.stopCount ? sinceRest[node] : 0) + leg
    sinceRest[stop] = problem.service[stop] >= crew.continuousRest ? 0 : driven
    return driven <= crew.continuousLimit
  }

  /// Walks the route backwards for the latest arrivals.
  private func refreshLatest(_ vehicle: Int, _ crew: CompiledVehicle) {
    let home = problem.stopCount + vehicle
    var node = Int(previous[home])
    while node != home {
      refreshLatest(at: node, crew)
      if crew.limitsContinuous { refreshUntilRest(at: node, crew) }
      node = Int(previous[node])
    }
  }

  /// Recomputes the latest arrivals at `node` from those at its follower.
  ///
  /// - Returns: `false` if none of them has changed; where there are breaks, that is not looked at.
  @inline(__always)
  @discardableResult
  func refreshLatest(at node: Int, _ crew: CompiledVehicle) -> Bool {
    let base = node * problem.width
    let following = Int(next[node]) * problem.width
    let windows = problem.windows(crew, stop: node)
    guard crew.breakCount > 0 else {
      let start = problem.latestStart(at: node, windows, leave: latest[following] - leg[node])
      defer { latest[base] = start }
      guard crew.needsDuration, crew.isSimple else { return latest[base] != start }
      refreshTail(at: node, open: problem.windowOpen[windows.lowerBound])
      return true
    }
    for taken in 0...Int(crew.breakCount) {
      let arrival = latest[following + taken]
      latest[base + taken] = arrival == Self.never ? arrival : arrival - leg[node]
    }
    postponeForBreaks(at: node, crew)
    for taken in 0...Int(crew.breakCount) {
      latest[base + taken] = problem.latestStart(
        at: node, windows, leave: latest[base + taken])
    }
    postponeForBreaks(at: node, crew)
    return true
  }

  /// The rest of a route from `node` on, which may be its home.
  @inline(__always)
  func tail(from node: Int) -> RouteTail {
    node < problem.stopCount ? tails[node] : RouteTail(finish: 0, duration: 0)
  }

  @inline(__always)
  private func refreshTail(at node: Int, open: Int32) {
    let rest = tail(from: Int(next[node]))
    let duration = problem.service[node] + leg[node] + rest.duration
    tails[node] = RouteTail(finish: max(rest.finish, open + duration), duration: duration)
  }

  private func refreshUntilRest(at node: Int, _ crew: CompiledVehicle) {
    let follower = Int(next[node])
    untilRest[node] =
      problem.service[node] >= crew.continuousRest
      ? 0 : leg[node] + (follower < problem.stopCount ? untilRest[follower] : 0)
  }

  /// Lets a break be taken here where that allows a later moment than taking it further on.
  @inline(__always)
  func postponeForBreaks(at node: Int, _ crew: CompiledVehicle) {
    let base = node * problem.width
    for taken in stride(from: Int(crew.breakCount) - 1, through: 0, by: -1) {
      let pause = problem.breaks[Int(crew.breakOffset) + taken]
      let moment = latest[base + taken + 1] - pause.duration
      guard moment >= pause.open else { continue }
      latest[base + taken] = max(latest[base + taken], min(pause.close, moment))
    }
  }
}

extension RouteTotals {
  @inline(__always)
  mutating func add(
    leg: Int32, to stop: Int, from node: Int, _ problem: CompiledProblem,
    _ crew: CompiledVehicle, _ vehicle: Int
  ) {
    driving += leg
    distance += problem.distance(crew, from: node, to: stop)
    signature &+= RouteSignature.leg(from: node, to: stop)
    service += problem.service[stop]
    load += Int64(problem.load[stop])
    extra += problem.orders.regret[stop] + problem.affinityCost(stop: stop, vehicle: vehicle)
  }
}

extension CompiledProblem {
  /// The latest start of service at `node` that lets the crew leave by `leave`.
  @inline(__always)
  func latestStart(at node: Int, _ windows: Range<Int>, leave: Int32) -> Int32 {
    for window in windows.reversed() {
      let close = min(windowClose[window], leave - service[node])
      if close >= windowOpen[window] { return close }
    }
    return PlanState.never
  }

  /// The cost of a route that is not empty.
  @inline(__always)
  func cost(of sums: RouteTotals, _ crew: CompiledVehicle) -> Int64 {
    crew.fixedCost + crew.travelRate * Int64(sums.driving)
      + crew.idleCost(waiting: sums.waiting, duty: sums.duty) + sums.extra
      + (crew.distanceRate == 0 ? 0 : crew.distanceRate * sums.distance / 10_000)
      + imbalanceCost(workload: Int64(sums.driving) + Int64(sums.service))
  }
}

extension CompiledVehicle {
  /// What idle waiting and overtime cost.
  @inline(__always)
  func idleCost(waiting: Int32, duty: Int32) -> Int64 {
    let cost = waitingRate * Int64(waiting)
    return overtimeRate == 0 ? cost : cost + overtimeRate * Int64(max(0, duty - overtimeAfter))
  }
}
