extension PlanState {
  /// The cheapest place as ``cheapestPlace(of:vehicle:below:overlooking:)`` finds it, for a vehicle
  /// that is ``CompiledVehicle/isPlain``.
  func cheapestPlainPlace(
    of stop: Int, vehicle: Int, below bound: Int64, overlooking overlooked: Int
  ) -> Insertion {
    let visit = PlainVisit(stop, vehicle: vehicle, self)
    let rows = rows
    let places = rows.places(of: vehicle, in: self)
    let travel = problem.travel
    let row = visit.crew.matrix &+ Int(problem.origin[stop]) &* travel.size
    var best = Insertion(cost: bound)
    var longest = visit.longestDetour(below: bound)
    let start = Int(rows.moments[places.lowerBound].node)
    var arriving = travel.pairs[row &+ Int(problem.origin[start])].arriving
    for position in places {
      let place = rows.places[position]
      // Only at home does one set out from another place than the one reached.
      let ways = travel.pairs[row &+ Int(place.column)]
      let pair = TravelPair(arriving: arriving, leaving: ways.leaving)
      let detour = arriving &+ ways.leaving &- place.leg
      arriving = ways.arriving
      if detour > longest { continue }
      let moment = rows.moments[position]
      if moment.earliest > visit.lastStart { break }
      if moment.latest < visit.firstDone || Int(moment.node) == overlooked { continue }
      let cost = cost(of: visit, pair, detour: detour, moment)
      if cost < best.cost {
        best = Insertion(cost: cost, stop: stop, vehicle: vehicle, node: Int(moment.node))
        longest = visit.longestDetour(below: cost)
      }
    }
    return best
  }

  /// What a visit costs at a place; `.max` if it is not in time there.
  @inline(__always)
  private func cost(
    of visit: PlainVisit, _ ways: TravelPair, detour: Int32, _ moment: RouteRows.Moment
  ) -> Int64 {
    guard ways.arriving < TravelTables.far, ways.leaving < TravelTables.far else { return .max }
    let arrival = moment.earliest &+ ways.arriving
    var window = visit.windows.lowerBound
    while window < visit.windows.upperBound, problem.windowClose[window] < arrival { window &+= 1 }
    guard window < visit.windows.upperBound else { return .max }
    let open = problem.windowOpen[window]
    guard max(arrival, open) &+ visit.service &+ ways.leaving <= moment.latest else { return .max }
    guard visit.crew.needsDuration else { return visit.cost(detour: detour) }
    let node = Int(moment.node)
    var label = labels[node &* problem.slots]
    label.pass(ways.arriving)
    _ = label.begin(open: open, close: problem.windowClose[window])
    label.pass(visit.service)
    let tail = tail(from: Int(next[node]))
    guard label.finish(tail, leg: ways.leaving, latestArrival: moment.latest),
      label.duty <= visit.crew.maxDuty
    else { return .max }
    return visit.cost(detour: detour, label)
  }
}
