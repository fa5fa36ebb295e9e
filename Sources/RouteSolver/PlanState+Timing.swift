extension PlanState {
  /// Extends the labels at `node` by a leg and a visit to `stop`, into node `target`.
  ///
  /// Of all ways to have taken so many breaks the earliest is kept: exact for windows and breaks,
  /// and never too hopeful about duty and waiting, where a later one might be a little better.
  ///
  /// - Returns: whether the stop can be visited in time.
  @inline(__always)
  func extend(
    from node: Int, to stop: Int, into target: Int, crew: CompiledVehicle, leg: Int32
  ) -> Bool {
    let width = problem.width
    if crew.breakCount == 0 {
      var label = labels[node * width]
      guard label.isFeasible else { return false }
      label.pass(leg)
      guard problem.serve(stop, crew, &label) else { return false }
      labels[target * width] = label
      return true
    }
    var isInTime = false
    for taken in 0...Int(crew.breakCount) {
      var label = labels[node * width + taken]
      if label.isFeasible { label.pass(leg) }
      labels[target * width + taken] = label
    }
    takeBreaks(at: target, crew)
    for taken in 0...Int(crew.breakCount) {
      var label = labels[target * width + taken]
      if label.isFeasible, problem.serve(stop, crew, &label) {
        isInTime = true
      } else {
        label = .infeasible
      }
      labels[target * width + taken] = label
    }
    takeBreaks(at: target, crew)
    return isInTime
  }

  /// Lets each label at `node` take its next break where it stands, if that is the earliest way.
  @inline(__always)
  private func takeBreaks(at node: Int, _ crew: CompiledVehicle) {
    let base = node * problem.width
    for taken in 0..<Int(crew.breakCount) {
      let label = labels[base + taken].pausing(problem.breaks[Int(crew.breakOffset) + taken])
      if label.earliest < labels[base + taken + 1].earliest { labels[base + taken + 1] = label }
    }
  }

  /// The least waiting of the route whose last node is `node`, or `nil` if no return is in time.
  @inline(__always)
  func waiting(
    from node: Int, crew: CompiledVehicle, leg: Int32, driving: Int32, service: Int32
  ) -> Int32? {
    let home = (problem.stopCount + Int(crew.home)) * problem.width
    var least: Int32?
    for taken in 0...Int(crew.breakCount) {
      var label = labels[node * problem.width + taken]
      guard label.isFeasible else { continue }
      label.pass(leg)
      guard label.begin(open: 0, close: latest[home + taken]), label.duration <= crew.maxDuty
      else { continue }
      let waiting = label.duration - label.rest - driving - service
      least = min(least ?? waiting, waiting)
    }
    return least
  }

  /// Recomputes everything about the route of `vehicle`.
  ///
  /// - Returns: `false` if the route breaks a limit; its cost is then not to be used.
  @discardableResult
  func refresh(_ vehicle: Int) -> Bool {
    let crew = problem.vehicles[vehicle]
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
      sums.add(leg: leg, to: follower, from: node, problem, crew, vehicle)
      sums.count += 1
      if crew.limitsContinuous {
        guard rest(at: follower, after: node, leg: leg, crew) else { return false }
      }
      node = follower
    }
    guard node != home else {
      setTotals(RouteTotals(), of: vehicle)
      return true
    }
    let leg = problem.duration(crew, from: node, to: home)
    guard leg < TravelTables.far else { return false }
    sums.driving += leg
    sums.distance += problem.distance(crew, from: node, to: home)
    guard let waiting = waiting(
      from: node, crew: crew, leg: leg, driving: sums.driving, service: sums.service),
      isWithinLimits(sums, crew),
      !crew.limitsContinuous || sinceRest[node] + leg <= crew.continuousLimit
    else { return false }
    sums.waiting = waiting
    sums.cost = problem.cost(of: sums, crew)
    setTotals(sums, of: vehicle)
    refreshLatest(vehicle, crew)
    return true
  }

  @inline(__always)
  func isWithinLimits(_ sums: RouteTotals, _ crew: CompiledVehicle) -> Bool {
    sums.driving <= crew.maxDriving && sums.distance <= crew.maxDistance
      && sums.count <= crew.maxStops
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
    let width = problem.width
    let home = problem.stopCount + vehicle
    var follower = home
    var node = Int(previous[home])
    while node != home {
      let leg = problem.duration(crew, from: node, to: follower)
      for taken in 0...Int(crew.breakCount) {
        let arrival = latest[follower * width + taken]
        latest[node * width + taken] = arrival == Self.never ? arrival : arrival - leg
      }
      postponeForBreaks(at: node, crew)
      let windows = problem.windows(crew, stop: node)
      for taken in 0...Int(crew.breakCount) {
        let leave = latest[node * width + taken]
        var start = Self.never
        for window in windows.reversed() {
          let close = min(problem.windowClose[window], leave - problem.service[node])
          guard close >= problem.windowOpen[window] else { continue }
          start = close
          break
        }
        latest[node * width + taken] = start
      }
      postponeForBreaks(at: node, crew)
      if crew.limitsContinuous {
        untilRest[node] =
          problem.service[node] >= crew.continuousRest
          ? 0 : leg + (follower == home ? 0 : untilRest[follower])
      }
      follower = node
      node = Int(previous[node])
    }
  }

  /// Lets a break be taken here where that allows a later moment than taking it further on.
  @inline(__always)
  private func postponeForBreaks(at node: Int, _ crew: CompiledVehicle) {
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
    service += problem.service[stop]
    extra += problem.orders.regret[stop] + problem.affinityCost(stop: stop, vehicle: vehicle)
  }
}

extension CompiledProblem {
  /// The cost of a route that is not empty.
  @inline(__always)
  func cost(of sums: RouteTotals, _ crew: CompiledVehicle) -> Int64 {
    crew.fixedCost + crew.travelRate * Int64(sums.driving)
      + crew.waitingRate * Int64(sums.waiting) + sums.extra
      + imbalanceCost(workload: Int64(sums.driving) + Int64(sums.service))
  }
}
