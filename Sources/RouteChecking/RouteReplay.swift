import Quantities
import RouteSolver

/// Drives a timed route again, second by second as it states, and notes every broken promise.
struct RouteReplay {
  private let problem: RoutingProblem
  private let route: SolvedRoute
  private let crew: RoutingVehicle
  private let legs: Legs
  private var found: [RouteFault] = []
  private var clock: Int
  private var place: Index<RoutingLocation>?
  private var resting = 0
  private var service = 0
  private var pauses: ArraySlice<SolvedBreak>
  /// The seconds of each leg, at the moment at which it is driven.
  private var driven: [Int] = []

  init(_ problem: RoutingProblem, _ route: SolvedRoute) {
    self.problem = problem
    self.route = route
    crew = problem.vehicles[route.vehicle.position]
    legs = Legs(problem, vehicle: route.vehicle.position)
    clock = Int(route.departure.value)
    place = crew.start
    pauses = route.breaks[...]
  }

  /// What is wrong with the route, and how long its legs take.
  func outcome() -> (faults: [RouteFault], route: AssignedRoute) {
    var replay = self
    replay.run()
    return (replay.found, replay.assigned)
  }

  private var assigned: AssignedRoute {
    AssignedRoute(
      vehicle: route.vehicle.position, stops: route.visits.map(\.stop.position), legs: driven)
  }

  private mutating func demand(
    _ holds: Bool, _ kind: RouteFault.Kind, _ stop: Index<RoutingStop>? = nil,
    found value: Int? = nil, limit: Int? = nil
  ) {
    guard !holds else { return }
    found.append(
      RouteFault(
        kind, vehicle: route.vehicle, stop: stop, found: value.map { Int64($0) },
        limit: limit.map { Int64($0) }))
  }

  private mutating func run() {
    demand(!route.visits.isEmpty, .emptyRoute)
    demand(
      route.departure.value >= crew.shift.start.value, .leavesBeforeShift,
      found: Int(route.departure.value), limit: Int(crew.shift.start.value))
    for (number, visit) in route.visits.enumerated() {
      takeBreaks(before: number, isAfterLeg: false)
      drive(to: problem.stops[visit.stop.position].location, as: visit.leg, visit.stop)
      demand(
        Int(visit.arrival.value) == clock, .wrongArrival, visit.stop,
        found: Int(visit.arrival.value), limit: clock)
      takeBreaks(before: number, isAfterLeg: true)
      serve(visit)
    }
    takeBreaks(before: route.visits.count, isAfterLeg: false)
    drive(to: crew.end, as: route.lastLeg, nil)
    demand(pauses.isEmpty, .breakNowhere)
    checkEnd()
    checkBreaks()
    checkSums()
  }

  private mutating func drive(
    to target: Index<RoutingLocation>?, as stated: SolvedLeg, _ stop: Index<RoutingStop>?
  ) {
    defer { place = target }
    guard let leg = legs.leg(place, target, leaving: clock) else {
      driven.append(0)
      return
    }
    driven.append(leg.seconds)
    let isRight =
      Int(stated.driving.value) == leg.seconds
      && Int(stated.distance.decimetres) == leg.decimetres
    demand(isRight, .wrongLeg, stop, found: Int(stated.driving.value), limit: leg.seconds)
    clock += leg.seconds
  }

  private mutating func serve(_ visit: SolvedVisit) {
    let stop = problem.stops[visit.stop.position]
    let start = visit.start.value
    demand(
      Int(start) >= clock, .startsBeforeArrival, visit.stop, found: Int(start), limit: clock)
    let length = Int(visit.end.value) - Int(start)
    demand(
      length == Int(stop.service.value), .wrongService, visit.stop, found: length,
      limit: Int(stop.service.value))
    if let pin = stop.pinnedStart {
      demand(
        start == pin.value, .offPinnedStart, visit.stop, found: Int(start), limit: Int(pin.value))
    } else {
      let isOpen =
        stop.windows.isEmpty
        || stop.windows.contains { $0.start.value <= start && start <= $0.end.value }
      demand(isOpen, .outsideWindows, visit.stop, found: Int(start))
    }
    clock = Int(visit.end.value)
    service += Int(stop.service.value)
    if let latest = crew.latestServiceEnd {
      demand(
        clock <= Int(latest.value), .afterLatestServiceEnd, visit.stop, found: clock,
        limit: Int(latest.value))
    }
  }
}

/// Breaks.
extension RouteReplay {
  private mutating func takeBreaks(before visits: Int, isAfterLeg: Bool) {
    while let pause = pauses.first, pause.visitsBefore == visits, pause.isAfterLeg == isAfterLeg {
      pauses.removeFirst()
      guard crew.breaks.indices.contains(pause.position) else {
        demand(false, .unknownBreak, found: pause.position)
        continue
      }
      let rule = crew.breaks[pause.position]
      let start = pause.start.value
      demand(Int(start) >= clock, .breakBeforeItsTime, found: Int(start), limit: clock)
      demand(
        rule.window.start.value <= start && start <= rule.window.end.value, .breakOutsideWindow,
        found: Int(start))
      let length = Int(pause.end.value) - Int(start)
      demand(
        length == Int(rule.duration.value), .wrongBreakLength, found: length,
        limit: Int(rule.duration.value))
      clock = Int(pause.end.value)
      resting += Int(rule.duration.value)
    }
  }

  private mutating func checkBreaks() {
    let taken = route.breaks.map(\.position)
    for (earlier, later) in zip(taken, taken.dropFirst()) {
      demand(earlier <= later, .unknownBreak, found: later)
    }
    for (position, rule) in crew.breaks.enumerated() {
      let count = taken.count { $0 == position }
      demand(count <= 1, .breakTwice, found: position)
      let isOwed = BreakDue.isOwed(
        rule, departure: Int(route.departure.value), finish: Int(route.finish.value))
      demand(count >= 1 || !isOwed, .breakNotTaken, found: position)
    }
  }
}

/// The whole of the route.
extension RouteReplay {
  private mutating func checkEnd() {
    let finish = Int(route.finish.value)
    demand(finish == clock, .wrongFinish, found: finish, limit: clock)
    demand(
      finish <= Int(crew.shift.end.value), .backAfterShift, found: finish,
      limit: Int(crew.shift.end.value))
    let duty = PaidTime.duty(of: route, crew)
    if let limit = crew.maxDuty {
      demand(duty <= Int(limit.value), .dutyTooLong, found: duty, limit: Int(limit.value))
    }
  }

  private mutating func checkSums() {
    let limits = RouteLimits(problem, assigned)
    found += limits.faults
    let elapsed = Int(route.finish.value) - Int(route.departure.value)
    for (stated, really) in [
      (Int(route.driving.value), limits.driving),
      (Int(route.distance.decimetres), limits.decimetres), (Int(route.service.value), service),
      (Int(route.waiting.value), elapsed - limits.driving - service - resting),
    ] {
      demand(stated == really, .wrongSum, found: stated, limit: really)
    }
  }
}
