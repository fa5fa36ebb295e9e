import Quantities

/// The best times for a fixed order of stops: exact over windows, breaks and departure.
struct RouteSchedule {
  private let labeller: RouteLabeller
  private let stops: [Int]
  private let service: Int32
  /// From home to home.
  private let steps: [ExactLabel]

  /// `nil` if the order breaks a limit.
  init?(_ problem: CompiledProblem, vehicle: Int, stops: [Int]) {
    if problem.vehicles[vehicle].isTimed {
      self.init(TimedRun(problem), vehicle: vehicle, stops: stops)
      return
    }
    let labeller = RouteLabeller(problem, vehicle: vehicle)
    let service = stops.reduce(0) { $0 + problem.service[$1] }
    var labels = labeller.departures()
    var front = Array(labels.indices)
    for stop in stops {
      var following: [Int] = []
      for position in front {
        labeller.extend(labels[position], at: position, to: stop) { label in
          if following.contains(where: { labeller.dominates(labels[$0], label) }) { return }
          following.removeAll { labeller.dominates(label, labels[$0]) }
          following.append(labels.count)
          labels.append(label)
        }
      }
      front = following
    }
    var best: ExactLabel?
    for position in front {
      guard let last = labeller.finish(labels[position], at: position, service: service) else {
        continue
      }
      if best.map({ labeller.isBetter(last, $0, service: service) }) ?? true { best = last }
    }
    guard !stops.isEmpty, stops.count <= labeller.crew.maxStops, let best else { return nil }
    var steps = [best]
    while let parent = steps.last?.parent, parent >= 0 { steps.append(labels[parent]) }
    self.init(labeller, stops: stops, service: service, steps: steps.reversed())
  }

  /// The one schedule of a vehicle whose ways take longer at some hours than at others.
  init?(_ run: TimedRun, vehicle: Int, stops: [Int]) {
    let labeller = RouteLabeller(run.problem, vehicle: vehicle)
    let crew = labeller.crew
    let nodes = [labeller.home] + stops + [labeller.home]
    guard !stops.isEmpty, stops.count <= crew.maxStops,
      zip(nodes, nodes.dropFirst()).allSatisfy({
        run.problem.duration(crew, from: $0, to: $1) < TravelTables.far
      })
    else { return nil }
    run.begin(vehicle)
    for stop in stops { run.add(stop) }
    guard let (_, end) = run.time() else { return nil }
    let steps = run.steps()
    guard let last = steps.last, last.driving <= crew.maxDriving,
      end.longest <= crew.continuousLimit, last.distance <= crew.maxDistance,
      last.path.duty <= crew.maxDuty
    else { return nil }
    self.init(
      labeller, stops: stops, service: stops.reduce(0) { $0 + run.problem.service[$1] },
      steps: steps)
  }

  private init(_ labeller: RouteLabeller, stops: [Int], service: Int32, steps: [ExactLabel]) {
    self.labeller = labeller
    self.stops = stops
    self.service = service
    self.steps = steps
  }

  private var last: ExactLabel { steps[steps.count - 1] }

  /// The cost of the route without affinities and regrets.
  var cost: Int64 { cost(labeller) }

  /// The same as `labeller` reckons, which may know of the crew's other days.
  func cost(_ labeller: RouteLabeller) -> Int64 { labeller.cost(last, service: service) }

  var waiting: Int32 { labeller.waiting(last, service: service) }

  /// The time from departure to return, unpaid breaks apart.
  var duty: Int32 { last.path.duty }

  /// The way driven in decimetres.
  var distance: Int64 { last.distance }

  /// The workload that counts for evenness.
  var workload: Int64 { Int64(last.driving) + Int64(service) }

  /// The day as it will pass.
  func route(hasProvenOrder: Bool) -> SolvedRoute {
    var clock = last.path.earliest - last.path.duration
    var visits: [SolvedVisit] = []
    var breaks: [SolvedBreak] = []
    var route = SolvedRoute(
      vehicle: Index(labeller.vehicle), departure: Seconds(clock), finish: .zero, visits: [],
      breaks: [], driving: Seconds(last.driving),
      distance: Distance(decimetres: Int32(clamping: last.distance)), service: Seconds(service),
      waiting: Seconds(waiting), lastLeg: SolvedLeg(driving: .zero, distance: .zero),
      hasProvenOrder: hasProvenOrder)
    for (from, step) in zip(steps, steps.dropFirst()) {
      let problem = labeller.problem
      rest(step.pausesBefore, from: from.taken, isAfterLeg: false, visits.count, &clock, &breaks)
      let driving = step.driving - from.driving
      clock += driving
      let leg = SolvedLeg(
        driving: Seconds(driving),
        distance: Distance(decimetres: Int32(clamping: step.distance - from.distance)))
      guard step.window >= 0, step.node != labeller.home else {
        route.lastLeg = leg
        break
      }
      let arrival = clock
      rest(
        step.pausesAfter, from: from.taken + step.pausesBefore, isAfterLeg: true, visits.count,
        &clock, &breaks)
      let start = max(clock, problem.windowOpen[step.window])
      clock = start + problem.service[step.node]
      visits.append(
        SolvedVisit(
          stop: Index(step.node), leg: leg, arrival: Seconds(arrival), start: Seconds(start),
          end: Seconds(clock)))
    }
    route.finish = Seconds(clock)
    route.visits = visits
    route.breaks = breaks
    return route
  }

  private func rest(
    _ count: Int, from taken: Int, isAfterLeg: Bool, _ visits: Int, _ clock: inout Int32,
    _ breaks: inout [SolvedBreak]
  ) {
    for number in taken..<(taken + count) {
      let pause = labeller.problem.breaks[Int(labeller.crew.breakOffset) + number]
      let start = max(clock, pause.open)
      clock = start + pause.duration
      breaks.append(
        SolvedBreak(
          position: number, visitsBefore: visits, isAfterLeg: isAfterLeg, start: Seconds(start),
          end: Seconds(clock)))
    }
  }
}
