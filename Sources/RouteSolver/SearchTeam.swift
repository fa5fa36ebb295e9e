import Quantities

/// Searches that work together on one plan: each on its own part of the map for a lap, after which
/// the parts are put together and the plan is cut anew.
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
    var cooling = Cooling(start: searches[0].startTemperature(), settings: settings)
    var iterations = 0
    var reported = 0
    while !stop.shouldStop(iterations: iterations, best: Cost(record.cost)) {
      let fraction = stop.fractionDone(iterations: iterations)
      if cooling.beginCycle(iterations, fraction) {
        for search in searches { search.restart(from: record) }
      }
      cutPlan()
      let run = runLap(from: iterations, cooling, stop: stop)
      iterations += run
      joinPlan()
      // A rule that has said enough once is not asked again: it may look at its clock only now and
      // then.
      if run < settings.lap * searches.count { break }
      if iterations - reported >= 4_096 {
        reported = iterations
        observer?(Progress(stage: "solving", done: iterations))
      }
    }
    return iterations
  }

  /// Improves `record` until no single move does.
  func descend() -> LocalSearch {
    let descent = LocalSearch(record, neighbourhood)
    descent.run()
    return descent
  }

  private func runLap(from first: Int, _ cooling: Cooling, stop: some StoppingRule) -> Int {
    let lap = SearchLap(
      first: first, count: settings.lap, stride: searches.count, cooling: cooling)
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
