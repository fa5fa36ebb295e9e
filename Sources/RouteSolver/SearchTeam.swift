import Quantities

/// Searches that work together.
///
/// Where an ``AnnealingCourse`` asks for several plans, each search makes plans of its own, and all
/// recall routes from all of them. Otherwise they work on one plan: each on its own part of the map
/// for a lap, after which the parts are put together and the plan is cut anew.
///
/// Costs add up over routes, so what one search gains in its part is gained whatever the others do,
/// and the best parts make the best plan. Where stops are bound across routes, or there are too few
/// routes to share out, each search has the whole plan, and all go on from the best of them. Laps are
/// counted in iterations, so the outcome does not depend on how the searches are run.
final class SearchTeam {
  private let problem: CompiledProblem
  private let settings: SearchSettings
  private let neighbourhood: Neighbourhood
  private let searches: [RouteSearch]
  private let sharing: WorkSharing
  private var chance: SeededGenerator
  /// The best plan of all.
  let record: PlanState
  /// The vehicles of each search in this lap.
  private var parts: [[Int32]] = []
  private var hottest = 0.0
  private var iterations = 0
  private var reported = 0
  private var isOver = false
  private var observer: ProgressObserver?

  init(_ problem: CompiledProblem, count: Int, sharing: WorkSharing, seed: UInt64) {
    let settings = SearchSettings()
    let neighbourhood = Neighbourhood(problem, width: settings.neighbours)
    let keys = RecreateKeys(problem)
    self.problem = problem
    self.settings = settings
    self.neighbourhood = neighbourhood
    self.sharing = sharing
    chance = SeededGenerator(seed: seed &+ 2)
    searches = (0..<max(1, count)).map { number in
      RouteSearch(
        problem, neighbourhood: neighbourhood, recreateKeys: keys,
        seed: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15, settings: settings)
    }
    record = PlanState(problem)
  }

  /// Searches from `start` until `stop` says enough.
  ///
  /// - Returns: how many iterations were run by all.
  func run(from start: RoutingPlan?, stop: some StoppingRule, observer: ProgressObserver?) -> Int {
    searches[0].begin(from: start)
    record.copy(searches[0].best)
    guard problem.stopCount > 0, problem.vehicleCount > 0 else { return 0 }
    for search in searches.dropFirst() { search.restart(from: record) }
    let several = searches[0].startTemperature(isLong: false)
    hottest = searches[0].startTemperature(isLong: isLong)
    self.observer = observer
    if stop.fractionDone(iterations: 0) == nil {
      coolForEver(stop)
    } else {
      let course = course(stop)
      if !course.later.isEmpty { hottest = several }
      follow(course, from: start, stop)
    }
    return iterations
  }

  /// Whether there are many stops, all to be visited.
  ///
  /// Where some may stay out, plans differ by how many routes there are, which one cooling settles
  /// early, so that several plans pay however many stops there are.
  private var isLong: Bool {
    problem.stopCount > settings.longFrom && problem.orders.meanPrize == 0
  }

  /// Cools in cycles that get ever longer, each from the best plan of all.
  private func coolForEver(_ stop: some StoppingRule) {
    var cooling = Cooling(hottest: hottest, settings: settings)
    while !isOver {
      if cooling.beginCycle(iterations, nil) {
        for search in searches { search.restart(from: record) }
      }
      runLapTogether(cooling, stop)
    }
  }

  /// Runs a first lap, which tells how many iterations there will be, and shares them out.
  private func course(_ stop: some StoppingRule) -> AnnealingCourse {
    let before = stop.fractionDone(iterations: 0) ?? 0
    runLapAlone(Cooling(hottest: hottest, settings: settings), stop)
    let after = stop.fractionDone(iterations: iterations) ?? 1
    return AnnealingCourse(
      stops: problem.stopCount, isLong: isLong, searches: searches.count,
      iterations: Double(iterations) / max(after - before, 1e-9), settings: settings)
  }

  private func follow(
    _ course: AnnealingCourse, from start: RoutingPlan?, _ stop: some StoppingRule
  ) {
    if course.later.isEmpty {
      let cooling = Cooling(hottest: hottest, settings: settings)
      for search in searches { search.restart(from: searches[0].current) }
      while !isOver { runLapTogether(cooling, stop) }
      return
    }
    var pool = PlanPool()
    for cycle in course.fresh where !isOver {
      if cycle.begin > 0 { for search in searches { search.begin(from: start) } }
      cool(cycle, stop)
      for search in searches { pool.keep(search.best) }
    }
    for cycle in course.later where !isOver {
      for (number, search) in searches.enumerated() {
        search.donors = pool.plans
        search.restart(from: pool.plans[min(number, pool.plans.count - 1)])
      }
      cool(cycle, stop)
      for search in searches { pool.keep(search.best) }
    }
  }

  /// Lets each search go its own way for one cooling.
  private func cool(_ cycle: AnnealingCycle, _ stop: some StoppingRule) {
    let cooling = Cooling(hottest: hottest, part: cycle, settings: settings)
    // Who leaves something out would rather overload every vehicle at any price.
    if problem.stopCount <= settings.overloadUpTo, record.bankCount == 0 {
      for search in searches { search.allowOverload(temperature: hottest) }
    }
    while !isOver {
      // The last goes on until the rule says enough.
      let done = stop.fractionDone(iterations: iterations) ?? 1
      if cycle.end < 1, done >= cycle.end { return }
      runLapAlone(cooling, stop)
    }
  }

  /// Improves `record` until no single move does.
  func descend() -> LocalSearch {
    let descent = LocalSearch(record, neighbourhood)
    descent.run()
    return descent
  }

  /// Runs a lap in which each search has its part of one plan.
  private func runLapTogether(_ cooling: Cooling, _ stop: some StoppingRule) {
    cutPlan()
    runLap(cooling, stop)
    joinPlan()
  }

  /// Runs a lap in which each search has a plan of its own.
  private func runLapAlone(_ cooling: Cooling, _ stop: some StoppingRule) {
    runLap(cooling, stop)
    for search in searches where search.best.cost < record.cost { record.copy(search.best) }
  }

  private func runLap(_ cooling: Cooling, _ stop: some StoppingRule) {
    let lap = SearchLap(
      first: iterations, count: settings.lap, stride: searches.count, cooling: cooling)
    let run = runAll(lap, stop)
    iterations += run
    // A rule that has said enough once is not asked again: it may look at its clock only now and
    // then.
    if run < settings.lap * searches.count { isOver = true }
    if iterations - reported >= 4_096 {
      reported = iterations
      observer?(Progress(stage: "solving", done: iterations))
    }
  }

  private func runAll(_ lap: SearchLap, _ stop: some StoppingRule) -> Int {
    if searches.count == 1 { return searches[0].run(lap, stop: stop) }
    // SAFETY: Piece `number` alone uses search `number` and entry `number` until all have returned.
    nonisolated(unsafe) let work = (searches, TeamCount(searches.count))
    sharing(searches.count) { number in
      unsafe work.1.done[number] = work.0[number].run(lap, stop: stop)
    }
    let counts = unsafe work.1
    return searches.indices.reduce(0) { $0 + counts.done[$1] }
  }

  /// Gives each search its part of the current plan, which is the same for all.
  private func cutPlan() {
    guard searches.count > 1 else { return }
    parts = PlanParts(searches[0].current, neighbourhood).cut(into: searches.count, &chance)
    for (number, search) in searches.enumerated() {
      for vehicle in 0..<problem.vehicleCount { search.isMine[vehicle] = parts.isEmpty }
      if !parts.isEmpty { for vehicle in parts[number] { search.isMine[Int(vehicle)] = true } }
      search.strideOfBank = parts.isEmpty ? 1 : searches.count
      search.numberInBank = parts.isEmpty ? 0 : number
    }
  }

  /// Puts together what the searches have, and keeps the best.
  private func joinPlan() {
    guard searches.count > 1 else {
      if searches[0].best.cost < record.cost { record.copy(searches[0].best) }
      return
    }
    parts.isEmpty ? followBest() : joinParts()
  }

  private func followBest() {
    var leader = searches[0]
    for search in searches {
      if search.best.cost < record.cost { record.copy(search.best) }
      if search.current.cost < leader.current.cost { leader = search }
    }
    for search in searches where search !== leader { search.restart(from: leader.current) }
    leader.restart(from: leader.current)
  }

  private func joinParts() {
    let first = searches[0]
    for (number, search) in searches.enumerated().dropFirst() {
      first.best.adopt(search.best, routesOf: parts[number])
      first.current.adopt(search.current, routesOf: parts[number])
    }
    if first.best.cost < record.cost { record.copy(first.best) }
    for search in searches { search.restart(from: first.current) }
  }
}

/// How many iterations each search has run, for all to see.
private final class TeamCount {
  let done: FlatBuffer<Int>
  init(_ count: Int) { done = FlatBuffer(repeating: 0, count: count) }
}
