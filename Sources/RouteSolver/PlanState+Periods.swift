/// Routes of vehicles whose ways take longer at some hours than at others.
///
/// Labels and latest arrivals tell whether all is in time, as for other vehicles, since who leaves
/// later never arrives earlier. Driving, waiting and duty come from timing the whole route
/// (``TimedRun``).
extension PlanState {
  /// What inserting `stop` after `node` adds to the cost; `.max` if it does not fit or costs at
  /// least `bound`.
  func anyInsertionCost(
    of stop: Int, after node: Int, vehicle: Int, crew: CompiledVehicle, below bound: Int64
  ) -> Int64 {
    crew.isTimed
      ? timedInsertionCost(of: stop, after: node, vehicle: vehicle, crew: crew, below: bound)
      : insertionCost(of: stop, after: node, vehicle: vehicle, crew: crew, below: bound)
  }

  private func timedInsertionCost(
    of stop: Int, after node: Int, vehicle: Int, crew: CompiledVehicle, below bound: Int64
  ) -> Int64 {
    let home = problem.stopCount + vehicle
    let follower = Int(next[node])
    let legIn = problem.duration(crew, from: node, to: stop)
    let legOut = problem.duration(crew, from: stop, to: follower)
    guard legIn < TravelTables.far, legOut < TravelTables.far else { return .max }
    var sums = totals[vehicle]
    let old = sums
    let isFirst = sums.count == 0
    sums.count += 1
    sums.add(leg: 0, to: stop, from: node, problem, crew, vehicle)
    sums.distance += problem.distance(crew, from: stop, to: follower)
    if !isFirst { sums.distance -= problem.distance(crew, from: node, to: follower) }
    // No hours are so good that the ways take less.
    sums.driving = leastDriving(vehicle) + legIn + legOut - leg[node]
    sums.waiting = 0
    sums.duty = sums.driving + sums.service
    guard addedCost(sums, to: old, vehicle, crew) < bound, isWithinLimits(sums, crew),
      extend(from: node, to: stop, into: scratch, crew: crew, leg: legIn),
      isInTime(crew, from: stop, labelsAt: scratch, to: follower), let timed
    else { return .max }
    timed.begin(vehicle)
    var here = home
    repeat {
      if here != home { timed.add(here) }
      if here == node { timed.add(stop) }
      here = Int(next[here])
    } while here != home
    guard setTimes(&sums, timed, crew), isWithinLimits(sums, crew),
      isWithinHorizon(sums, vehicle, crew)
    else { return .max }
    let cost = addedCost(sums, to: old, vehicle, crew)
    return cost < bound ? cost : .max
  }

  /// What a route with these sums costs more than with the old ones.
  private func addedCost(
    _ sums: RouteTotals, to old: RouteTotals, _ vehicle: Int, _ crew: CompiledVehicle
  ) -> Int64 {
    let cost = problem.cost(of: sums, crew) - old.cost
    if crew.crew < 0 { return cost }
    let work = sums.driving + sums.service - old.driving - old.service
    return cost + crewCostChange(adding: Int64(work), crew: Int(crew.crew))
  }

  /// The driving of a route if every leg took the least of the day.
  private func leastDriving(_ vehicle: Int) -> Int32 {
    let home = problem.stopCount + vehicle
    var driving = leg[home]
    var node = Int(next[home])
    while node != home {
      driving += leg[node]
      node = Int(next[node])
    }
    return driving
  }

  /// Whether a crew that is done at `stop` as the labels at another node say reaches `follower`
  /// before its latest arrival.
  private func isInTime(
    _ crew: CompiledVehicle, from stop: Int, labelsAt node: Int, to follower: Int
  ) -> Bool {
    for slot in 0..<problem.slots {
      let label = labels[node * problem.slots + slot]
      guard label.isFeasible else { return false }
      let arrival = problem.arrival(crew, from: stop, to: follower, leaving: label.earliest)
      if arrival <= latest[follower * problem.width + Int(label.taken)] { return true }
    }
    return false
  }

  /// Notes what the schedule of a route says about driving and idle time.
  ///
  /// - Returns: `false` if it breaks a limit, or if there is none.
  private func setTimes(
    _ sums: inout RouteTotals, _ timed: TimedRun, _ crew: CompiledVehicle
  ) -> Bool {
    guard let (departure, last) = timed.time(), last.longest <= crew.continuousLimit else {
      return false
    }
    sums.driving = last.driving
    sums.duty = last.clock - departure - last.unpaid
    sums.waiting = last.clock - departure - last.rest - last.driving - sums.service
    return sums.duty <= crew.maxDuty
  }

  /// Recomputes everything about the route of a vehicle whose ways take longer at some hours.
  ///
  /// - Returns: `false` if the route breaks a limit; its cost is then not to be used.
  func refreshTimed(_ vehicle: Int, _ crew: CompiledVehicle) -> Bool {
    let home = problem.stopCount + vehicle
    guard Int(next[home]) != home, let timed else {
      leg[home] = 0
      setTotals(RouteTotals(), of: vehicle)
      return true
    }
    var sums = RouteTotals()
    timed.begin(vehicle)
    var node = home
    repeat {
      let follower = Int(next[node])
      let leg = problem.duration(crew, from: node, to: follower)
      guard leg < TravelTables.far else { return false }
      self.leg[node] = leg
      if follower != home {
        guard extend(from: node, to: follower, into: follower, crew: crew, leg: leg) else {
          return false
        }
        sums.add(leg: leg, to: follower, from: node, problem, crew, vehicle)
        sums.count += 1
        timed.add(follower)
      }
      node = follower
    } while node != home
    let last = Int(previous[home])
    sums.distance += problem.distance(crew, from: last, to: home)
    sums.signature &+= RouteSignature.leg(from: last, to: home)
    guard setTimes(&sums, timed, crew), isWithinLimits(sums, crew),
      isWithinHorizon(sums, vehicle, crew)
    else { return false }
    sums.cost = problem.cost(of: sums, crew)
    setTotals(sums, of: vehicle)
    refreshTimedLatest(home, crew)
    return true
  }

  /// Walks the route backwards for the latest arrivals.
  private func refreshTimedLatest(_ home: Int, _ crew: CompiledVehicle) {
    var node = Int(previous[home])
    while node != home {
      let follower = Int(next[node])
      let windows = problem.windows(crew, stop: node)
      let base = node * problem.width
      for taken in 0...Int(crew.breakCount) {
        let arrival = latest[follower * problem.width + taken]
        latest[base + taken] =
          arrival == Self.never
          ? arrival : problem.departure(crew, from: node, to: follower, arriving: arrival)
      }
      postponeForBreaks(at: node, crew)
      for taken in 0...Int(crew.breakCount) {
        latest[base + taken] = problem.latestStart(
          at: node, windows, leave: latest[base + taken])
      }
      postponeForBreaks(at: node, crew)
      node = Int(previous[node])
    }
  }
}
