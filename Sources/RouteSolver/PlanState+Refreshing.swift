extension PlanState {
  /// Recomputes what an insertion of `stop`, just made into a route that held, has changed.
  ///
  /// Labels before the stop and latest arrivals after it stand as they were, so the walk forwards
  /// begins at the stop and the walk backwards ends as soon as a latest arrival comes out as before.
  /// Where only being in time counts, the walk forwards ends alike; the durations of the labels
  /// further on are then out of date, and nothing reads them.
  ///
  /// - Returns: `false` if the route breaks a limit; its cost is then not to be used.
  func refresh(afterInserting stop: Int, vehicle: Int) -> Bool {
    let crew = problem.vehicles[vehicle]
    let before = Int(previous[stop])
    let follower = Int(next[stop])
    guard !crew.limitsContinuous, !crew.isTimed, before != follower else { return refresh(vehicle) }
    var sums = totals[vehicle]
    // The leg in comes with the stop's own sums; the leg out takes the place of the old one.
    let legIn = problem.duration(crew, from: before, to: stop)
    let legOut = problem.duration(crew, from: stop, to: follower)
    guard legIn < TravelTables.far, legOut < TravelTables.far else { return false }
    sums.add(leg: legIn, to: stop, from: before, problem, crew, vehicle)
    sums.driving += legOut - leg[before]
    sums.distance +=
      problem.distance(crew, from: stop, to: follower)
      - problem.distance(crew, from: before, to: follower)
    sums.signature &+=
      RouteSignature.leg(from: stop, to: follower) &- RouteSignature.leg(from: before, to: follower)
    leg[before] = legIn
    leg[stop] = legOut
    guard refreshLabels(from: stop, vehicle, crew, &sums), isWithinLimits(sums, crew),
      isWithinHorizon(sums, vehicle, crew)
    else { return false }
    sums.cost = problem.cost(of: sums, crew)
    setTotals(sums, of: vehicle)
    var node = stop
    while node < problem.stopCount, refreshLatest(at: node, crew) || node == stop {
      node = Int(previous[node])
    }
    return true
  }

  /// Walks forwards from `stop` and notes waiting and duty of the route.
  ///
  /// - Returns: whether all stops are reached in time.
  private func refreshLabels(
    from stop: Int, _ vehicle: Int, _ crew: CompiledVehicle, _ sums: inout RouteTotals
  ) -> Bool {
    let endsEarly = crew.isSimple && !crew.needsDuration
    var node = Int(previous[stop])
    var follower = stop
    while follower < problem.stopCount {
      let known = labels[follower * problem.slots].earliest
      guard extend(from: node, to: follower, into: follower, crew: crew, leg: leg[node]) else {
        return false
      }
      if endsEarly, follower != stop, labels[follower * problem.slots].earliest == known {
        return true
      }
      node = follower
      follower = Int(next[node])
    }
    if endsEarly {
      let arrival = labels[node * problem.slots].earliest + leg[node]
      return arrival <= latest[follower * problem.width]
    }
    return setIdleTime(&sums, from: node, crew: crew, leg: leg[node])
  }
}
