import Quantities
import RouteSolver

/// One order of a vehicle whose ways take longer at some hours than at others, timed as the rule is
/// worded: back as early as can be, away as late as that allows.
struct BrutePeriods {
  let problem: RoutingProblem
  let crew: RoutingVehicle
  let order: [Int]

  /// The earliest way to stand somewhere with so many breaks behind.
  private struct State {
    var clock: Int
    var driving = 0
    var sinceRest = 0
    var longest = 0
    var rested = 0
    var unpaid = 0
  }

  /// What the one schedule of the order costs, affinities apart; `nil` if it breaks a limit.
  func route() -> BruteRoute? {
    guard let decimetres = length(), let (departure, end) = schedule() else { return nil }
    let service = order.reduce(0) { $0 + Int(problem.stops[$1].service.value) }
    let duty = end.clock - departure - end.unpaid
    guard duty <= limit(crew.maxDuty), end.driving <= limit(crew.maxDriving),
      end.longest <= limit(crew.continuousDriving?.limit),
      decimetres <= crew.maxDistance.map({ Int($0.decimetres) }) ?? .max
    else { return nil }
    let waiting = end.clock - departure - end.rested - end.driving - service
    let overtime = crew.overtimeAfter.map { max(0, duty - Int($0.value)) } ?? 0
    let workload = Int64(end.driving + service)
    let idle =
      Int64(waiting) * crew.costPerWaitingSecond + Int64(overtime) * crew.costPerOvertimeSecond
    let travel = Int64(end.driving) * crew.costPerTravelSecond
    let cost =
      crew.fixedCost.value + travel + idle
      + Int64(decimetres) * crew.costPerKilometre / 10_000
      + problem.weights.imbalance * workload * workload / 57_600
    return BruteRoute(cost: cost, driving: end.driving, service: service)
  }

  private func limit(_ time: Seconds?) -> Int { time.map { Int($0.value) } ?? .max }

  private var places: [Index<RoutingLocation>?] {
    [crew.start] + order.map { Optional(problem.stops[$0].location) } + [crew.end]
  }

  /// The length of the way in decimetres, `nil` where there is none.
  private func length() -> Int? {
    var decimetres = 0
    for (from, to) in zip(places, places.dropFirst()) {
      guard let from, let to else { continue }
      guard let leg = problem.matrices[crew.matrix].distance(from: from, to: to) else { return nil }
      decimetres += Int(leg.decimetres)
    }
    return decimetres
  }

  private func schedule() -> (departure: Int, end: State)? {
    // The earliest departure with so many breaks over.
    var openings = [Int(crew.shift.start.value)]
    for rule in crew.breaks {
      openings.append(
        max(openings[openings.count - 1], Int((rule.window.start + rule.duration).value)))
    }
    let close = Int(crew.shift.end.value)
    let usable = openings.indices.filter { openings[$0] <= close }
    guard let back = usable.compactMap({ end(leaving: openings[$0], after: $0)?.clock }).min()
    else { return nil }
    var best: (departure: Int, over: Int)?
    for over in usable {
      func works(_ moment: Int) -> Bool {
        end(leaving: moment, after: over).map { $0.clock <= back } ?? false
      }
      guard works(openings[over]) else { continue }
      // Leaving later never means being back earlier.
      var (low, high) = (openings[over], min(close, back))
      while low < high {
        let middle = (low + high + 1) / 2
        if works(middle) { low = middle } else { high = middle - 1 }
      }
      if best.map({ low >= $0.departure }) ?? true { best = (low, over) }
    }
    return best.flatMap { best in
      end(leaving: best.departure, after: best.over).map { (best.departure, $0) }
    }
  }

  /// The earliest return that is allowed, with the fewest breaks.
  private func end(leaving departure: Int, after over: Int) -> State? {
    var states = [State?](repeating: nil, count: crew.breaks.count + 1)
    states[over] = State(clock: departure)
    for leg in 0...order.count {
      if leg > 0 { rest(&states) }
      states = states.map { $0.flatMap { driven($0, leg) } }
      if leg == order.count { break }
      rest(&states)
      states = states.map { $0.flatMap { served($0, problem.stops[order[leg]]) } }
    }
    var best: State?
    for (taken, state) in states.enumerated() {
      guard let state, state.clock <= Int(crew.shift.end.value) else { continue }
      if crew.breaks[taken...].contains(where: { state.clock > Int($0.window.end.value) }) {
        continue
      }
      if state.clock < best?.clock ?? .max { best = state }
    }
    return best
  }

  /// A break is taken here if that is earlier than to have had it before.
  private func rest(_ states: inout [State?]) {
    for (taken, rule) in crew.breaks.enumerated() {
      guard var state = states[taken] else { continue }
      let start = max(state.clock, Int(rule.window.start.value))
      guard start <= Int(rule.window.end.value) else { continue }
      state.clock = start + Int(rule.duration.value)
      state.rested += Int(rule.duration.value)
      state.unpaid += rule.isPaid ? 0 : Int(rule.duration.value)
      if state.clock < states[taken + 1]?.clock ?? .max { states[taken + 1] = state }
    }
  }

  private func driven(_ state: State, _ leg: Int) -> State? {
    guard let from = places[leg], let to = places[leg + 1] else { return state }
    guard
      let arrival = problem.matrices[crew.matrix].arrival(
        from: from, to: to, leaving: Seconds(Int32(state.clock)))
    else { return nil }
    var state = state
    let time = Int(arrival.value) - state.clock
    state.clock = Int(arrival.value)
    state.driving += time
    state.sinceRest += time
    state.longest = max(state.longest, state.sinceRest)
    return state
  }

  private func served(_ state: State, _ stop: RoutingStop) -> State? {
    var spans = stop.windows.isEmpty ? [HorizonSpan(.zero, .max)] : stop.windows
    if let pin = stop.pinnedStart { spans = [HorizonSpan(pin, pin)] }
    let starts = spans.filter { state.clock <= Int($0.end.value) }
      .map { max(state.clock, Int($0.start.value)) }
      .filter { $0 + Int(stop.service.value) <= limit(crew.latestServiceEnd) }
    guard let start = starts.min() else { return nil }
    var state = state
    state.clock = start + Int(stop.service.value)
    if let rule = crew.continuousDriving, stop.service >= rule.rest { state.sinceRest = 0 }
    return state
  }
}
