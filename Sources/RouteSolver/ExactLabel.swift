/// One way to have come to the end of a service: its time as a function of departure, what it has
/// used up, and the choices that led here.
struct ExactLabel {
  var path: PathLabel
  var driving: Int32 = 0
  var distance: Int64 = 0
  var sinceRest: Int32 = 0
  /// Breaks over, those before departure included.
  var taken: Int
  /// The position of the label this one extends, or -1 at home.
  var parent = -1
  /// The node reached.
  var node: Int
  /// Breaks taken before the leg here, and after it.
  var pausesBefore = 0
  var pausesAfter = 0
  /// The window of the service.
  var window = -1
}

/// Extends labels for one vehicle through every choice of windows and breaks.
struct RouteLabeller {
  let problem: CompiledProblem
  let crew: CompiledVehicle
  let vehicle: Int
  /// What the crew works on other days, if uneven work over all days is to count.
  let workElsewhere: Int64?
  var home: Int { problem.stopCount + vehicle }
  private var breakCount: Int { Int(crew.breakCount) }

  init(_ problem: CompiledProblem, vehicle: Int, workElsewhere: Int64? = nil) {
    self.problem = problem
    self.workElsewhere = workElsewhere
    self.vehicle = vehicle
    crew = problem.vehicles[vehicle]
  }

  /// The labels on leaving home, one for each number of breaks that are over by then.
  func departures() -> [ExactLabel] {
    (0...breakCount).map { taken in
      ExactLabel(path: problem.homeLabel(crew, taken: taken), taken: taken, node: home)
    }.filter(\.path.isFeasible)
  }

  private func pause(_ label: PathLabel, _ number: Int) -> PathLabel {
    label.pausing(problem.breaks[Int(crew.breakOffset) + number])
  }

  /// Calls `emit` with every useful way to drive on from `label` and serve `stop`.
  func extend(
    _ label: ExactLabel, at parent: Int, to stop: Int, emit: (ExactLabel) -> Void
  ) {
    let leg = problem.duration(crew, from: label.node, to: stop)
    var next = label
    next.driving += leg
    next.distance += problem.distance(crew, from: label.node, to: stop)
    let driven = label.sinceRest + leg
    guard leg < TravelTables.far, next.driving <= crew.maxDriving,
      next.distance <= crew.maxDistance, driven <= crew.continuousLimit
    else { return }
    next.sinceRest = problem.service[stop] >= crew.continuousRest ? 0 : driven
    next.parent = parent
    next.node = stop
    var leaving = label.path
    // At home a break taken before departure is never worse than one on duty.
    let mostBefore = label.node == home ? 0 : breakCount - label.taken
    for before in 0...mostBefore {
      if before > 0 { leaving = pause(leaving, label.taken + before - 1) }
      guard leaving.isFeasible else { return }
      var arrived = leaving
      arrived.pass(leg)
      for after in 0...(breakCount - label.taken - before) {
        if after > 0 { arrived = pause(arrived, label.taken + before + after - 1) }
        guard arrived.isFeasible else { break }
        next.taken = label.taken + before + after
        next.pausesBefore = before
        next.pausesAfter = after
        serve(stop, arrived, next, emit)
      }
    }
  }

  private func serve(
    _ stop: Int, _ arrived: PathLabel, _ next: ExactLabel, _ emit: (ExactLabel) -> Void
  ) {
    for window in problem.windows(crew, stop: stop)
    where arrived.earliest <= problem.windowClose[window] {
      var served = next
      served.path = arrived
      _ = served.path.begin(
        open: problem.windowOpen[window], close: problem.windowClose[window])
      served.path.pass(problem.service[stop])
      served.window = window
      emit(served)
    }
  }

  /// The label on returning home, with the least waiting, then duty, then the earliest; `nil` if
  /// no return is allowed.
  func finish(_ label: ExactLabel, at parent: Int, service: Int32) -> ExactLabel? {
    let leg = problem.duration(crew, from: label.node, to: home)
    var last = label
    last.driving += leg
    last.distance += problem.distance(crew, from: label.node, to: home)
    guard leg < TravelTables.far, last.driving <= crew.maxDriving,
      last.distance <= crew.maxDistance, label.sinceRest + leg <= crew.continuousLimit
    else { return nil }
    last.parent = parent
    last.node = home
    var best: ExactLabel?
    var leaving = label.path
    for before in 0...(breakCount - label.taken) {
      if before > 0 { leaving = pause(leaving, label.taken + before - 1) }
      guard leaving.isFeasible else { break }
      last.taken = label.taken + before
      last.pausesBefore = before
      last.pausesAfter = 0
      last.path = leaving
      last.path.pass(leg)
      let close = problem.latestReturn(crew, taken: last.taken)
      guard last.path.begin(open: 0, close: close), last.path.duty <= crew.maxDuty else {
        continue
      }
      if best.map({ isBetter(last, $0, service: service) }) ?? true { best = last }
    }
    return best
  }

  /// The cost of a finished route; affinities and regrets come on top.
  func cost(_ label: ExactLabel, service: Int32) -> Int64 {
    var sums = RouteTotals()
    sums.driving = label.driving
    sums.service = service
    sums.distance = label.distance
    sums.waiting = waiting(label, service: service)
    sums.duty = label.path.duty
    return cost(sums)
  }

  /// The cost of a route with these sums, and of what its crew works in all if that is to count.
  func cost(_ sums: RouteTotals) -> Int64 {
    let cost = problem.cost(of: sums, crew)
    guard let workElsewhere, crew.crew >= 0 else { return cost }
    return cost
      + problem.crews.cost(ofWork: workElsewhere + Int64(sums.driving) + Int64(sums.service))
  }

  func waiting(_ label: ExactLabel, service: Int32) -> Int32 {
    label.path.duration - label.path.rest - label.driving - service
  }

  /// Whether a finished route is better: cheaper, then shorter, then earlier.
  func isBetter(_ left: ExactLabel, _ right: ExactLabel, service: Int32) -> Bool {
    (cost(left, service: service), left.path.duration, left.path.earliest)
      < (cost(right, service: service), right.path.duration, right.path.earliest)
  }

  /// The part of the cost that a label has for certain, whatever its duration becomes.
  private func dueCost(_ label: ExactLabel) -> Int64 {
    (crew.travelRate - crew.waitingRate) * Int64(label.driving)
      - crew.waitingRate * Int64(label.path.rest)
  }

  /// Whether nothing that `right` can still become is better than what `left` can, both having
  /// served the same stops and standing at the same one.
  func dominates(_ left: ExactLabel, _ right: ExactLabel) -> Bool {
    left.taken == right.taken && left.path.earliest <= right.path.earliest
      && left.path.duration <= right.path.duration && left.path.latest >= right.path.latest
      && left.driving <= right.driving && dueCost(left) <= dueCost(right)
      && left.path.unpaid >= right.path.unpaid
      && (!crew.needsDistance || left.distance <= right.distance)
      && (!crew.limitsContinuous || left.sinceRest <= right.sinceRest)
  }
}
