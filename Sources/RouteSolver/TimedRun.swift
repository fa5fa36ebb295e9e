/// Times routes of vehicles whose ways take longer at some hours than at others.
///
/// The rule: everything is done as early as it can be, so that the crew is back as early as it can
/// be; it leaves home as late as that allows, and every other place as soon as it is done there. With
/// so many breaks behind, only the earliest way to have got to a place counts; of two that are
/// alike, the one on which the break was taken earlier. So an order has one schedule, and it does not
/// depend on what anything costs.
final class TimedRun {
  let problem: CompiledProblem
  /// Home, the stops in order, and home.
  private let nodes: FlatBuffer<Int32>
  private var count = 0
  /// By position and number of breaks taken.
  private let labels: FlatBuffer<TimedLabel>
  /// By number of breaks taken.
  private let front: FlatBuffer<TimedLabel>
  private let latest: FlatBuffer<Int32>
  private var crew: CompiledVehicle

  init(_ problem: CompiledProblem) {
    self.problem = problem
    crew = problem.vehicles[0]
    nodes = FlatBuffer(repeating: 0, count: problem.stopCount + 2)
    labels = FlatBuffer(repeating: .infeasible, count: (problem.stopCount + 2) * problem.width)
    front = FlatBuffer(repeating: .infeasible, count: problem.width)
    latest = FlatBuffer(repeating: 0, count: problem.width)
  }

  /// Begins a route of `vehicle`.
  func begin(_ vehicle: Int) {
    crew = problem.vehicles[vehicle]
    nodes[0] = Int32(problem.stopCount + vehicle)
    count = 1
  }

  /// Adds a stop at its end.
  @inline(__always)
  func add(_ stop: Int) {
    nodes[count] = Int32(stop)
    count += 1
  }

  /// Times the route; all its legs must exist.
  ///
  /// - Returns: the departure and the label at the return, or `nil` if the route cannot be
  ///   driven in time.
  func time() -> (departure: Int32, last: TimedLabel)? {
    nodes[count] = nodes[0]
    for taken in 0...breakCount {
      let home = problem.homeLabel(crew, taken: taken)
      labels[taken] = home.isFeasible ? TimedLabel(clock: home.earliest) : .infeasible
    }
    drive()
    guard let earliest = finish() else { return nil }
    let back = last(earliest).clock
    let leaving = departure(returning: back)
    for taken in 0...breakCount {
      labels[taken] =
        taken == leaving.taken ? TimedLabel(clock: leaving.moment) : .infeasible
    }
    drive()
    guard let taken = finish() else { return nil }
    assert(last(taken).clock == back)
    return (leaving.moment, last(taken))
  }

  private var breakCount: Int { Int(crew.breakCount) }

  private func pause(_ number: Int) -> CompiledBreak {
    problem.breaks[Int(crew.breakOffset) + number]
  }

  private func last(_ taken: Int) -> TimedLabel { labels[count * problem.width + taken] }

  /// How many breaks are behind on the earliest return that is allowed.
  private func finish() -> Int? {
    var best: Int?
    for taken in 0...breakCount where last(taken).isFeasible {
      guard last(taken).clock <= problem.latestReturn(crew, taken: taken) else { continue }
      if best.map({ last(taken).clock < last($0).clock }) ?? true { best = taken }
    }
    return best
  }
}

/// Forwards.
extension TimedRun {
  /// Drives from home to home, from the labels at home.
  private func drive() {
    for position in 1...count { drive(to: position) }
  }

  private func drive(to position: Int) {
    let base = (position - 1) * problem.width
    let from = Int(nodes[position - 1])
    let to = Int(nodes[position])
    for taken in 0...breakCount {
      front[taken] = labels[base + taken]
      front[taken].before = Int32(taken)
      front[taken].pausesBefore = 0
    }
    if position > 1 { rest(countsBefore: true) }
    for taken in 0...breakCount where front[taken].isFeasible {
      let arrival = problem.arrival(crew, from: from, to: to, leaving: front[taken].clock)
      let leg = arrival - front[taken].clock
      front[taken].clock = arrival
      front[taken].driving += leg
      front[taken].sinceRest += leg
      front[taken].longest = max(front[taken].longest, front[taken].sinceRest)
    }
    if position < count {
      rest(countsBefore: false)
      for taken in 0...breakCount { serve(to, &front[taken]) }
    }
    for taken in 0...breakCount { labels[position * problem.width + taken] = front[taken] }
  }

  /// Takes each break here where that is earlier than having had it before.
  private func rest(countsBefore: Bool) {
    for taken in 0..<breakCount {
      var rested = front[taken].pausing(pause(taken))
      guard rested.clock < front[taken + 1].clock else { continue }
      if countsBefore { rested.pausesBefore += 1 }
      front[taken + 1] = rested
    }
  }

  private func serve(_ stop: Int, _ label: inout TimedLabel) {
    guard label.isFeasible else { return }
    for window in problem.windows(crew, stop: stop)
    where label.clock <= problem.windowClose[window] {
      label.clock = max(label.clock, problem.windowOpen[window]) + problem.service[stop]
      label.window = Int32(window)
      if problem.service[stop] >= crew.continuousRest { label.sinceRest = 0 }
      return
    }
    label = .infeasible
  }
}

/// Backwards.
extension TimedRun {
  /// The latest departure, and how many breaks are over by then, from which the crew can be back by
  /// `moment`.
  private func departure(returning moment: Int32) -> (moment: Int32, taken: Int) {
    for taken in 0...breakCount {
      latest[taken] =
        problem.latestReturn(crew, taken: taken) >= moment ? moment : PlanState.never
    }
    for position in stride(from: count, through: 1, by: -1) { goBack(from: position) }
    var best = (moment: PlanState.never, taken: -1)
    for taken in 0...breakCount {
      let home = problem.homeLabel(crew, taken: taken)
      let leave = min(latest[taken], crew.close)
      if home.isFeasible, leave >= home.earliest, leave >= best.moment { best = (leave, taken) }
    }
    return best
  }

  private func goBack(from position: Int) {
    let from = Int(nodes[position - 1])
    let to = Int(nodes[position])
    if position < count {
      let windows = problem.windows(crew, stop: to)
      for taken in 0...breakCount {
        latest[taken] = problem.latestStart(at: to, windows, leave: latest[taken])
      }
      postpone()
    }
    for taken in 0...breakCount where latest[taken] != PlanState.never {
      latest[taken] = problem.departure(crew, from: from, to: to, arriving: latest[taken])
    }
    if position > 1 { postpone() }
  }

  /// Lets a break be taken here where that allows a later moment than taking it further on.
  private func postpone() {
    for taken in stride(from: breakCount - 1, through: 0, by: -1) {
      let pause = pause(taken)
      let moment = latest[taken + 1] - pause.duration
      guard moment >= pause.open else { continue }
      latest[taken] = max(latest[taken], min(pause.close, moment))
    }
  }
}

/// The schedule that was found.
extension TimedRun {
  /// The labels of the route that was timed last, from home to home.
  func steps() -> [ExactLabel] {
    guard var taken = finish() else { return [] }
    var steps: [ExactLabel] = []
    for position in stride(from: count, through: 0, by: -1) {
      let label = labels[position * problem.width + taken]
      var step = ExactLabel(
        path: PathLabel(
          earliest: label.clock, duration: 0, latest: 0, rest: label.rest, unpaid: label.unpaid,
          taken: Int32(taken)),
        driving: label.driving, sinceRest: label.sinceRest, taken: taken, parent: position - 1,
        node: Int(nodes[position]))
      if position > 0 {
        step.pausesBefore = Int(label.pausesBefore)
        step.pausesAfter = taken - Int(label.before) - Int(label.pausesBefore)
        step.window = position < count ? Int(label.window) : -1
        taken = Int(label.before)
      }
      steps.append(step)
    }
    return withWays(steps.reversed())
  }

  /// The labels with the time since departure and the way driven.
  private func withWays(_ steps: [ExactLabel]) -> [ExactLabel] {
    var steps = steps
    for position in steps.indices {
      steps[position].path.duration =
        steps[position].path.earliest - steps[0].path.earliest
      guard position > 0 else { continue }
      steps[position].distance =
        steps[position - 1].distance
        + problem.distance(crew, from: steps[position - 1].node, to: steps[position].node)
    }
    return steps
  }
}
