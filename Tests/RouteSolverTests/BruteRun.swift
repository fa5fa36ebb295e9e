import Quantities
import RouteSolver

/// One order driven from one departure, over every placement of breaks.
struct BruteRun {
  let problem: RoutingProblem
  let crew: RoutingVehicle
  let order: [Int]
  let legs: [Int]
  let departure: Int

  /// Where the crew stands: at what time, how many breaks behind it, and what they took.
  private struct State {
    var clock: Int
    var taken: Int
    var rested = 0
    var unpaid = 0
  }

  /// The least that waiting and overtime cost together.
  func leastIdleCost(driving: Int, service: Int) -> Int64? {
    var over = 0
    while over < crew.breaks.count,
      Int((crew.breaks[over].window.start + crew.breaks[over].duration).value) <= departure
    {
      over += 1
    }
    var least: Int64?
    for taken in 0...over {
      for end in ends(at: 0, State(clock: departure, taken: taken)) {
        let elapsed = end.clock - departure
        let duty = elapsed - end.unpaid
        guard end.clock <= Int(crew.shift.end.value),
          duty <= crew.maxDuty.map({ Int($0.value) }) ?? .max
        else { continue }
        let waiting = elapsed - driving - service - end.rested
        let overtime = crew.overtimeAfter.map { max(0, duty - Int($0.value)) } ?? 0
        let cost =
          Int64(waiting) * crew.costPerWaitingSecond
          + Int64(overtime) * crew.costPerOvertimeSecond
        least = min(least ?? cost, cost)
      }
    }
    return least
  }

  /// Every way to finish from before leg `number`.
  private func ends(at number: Int, _ state: State) -> [State] {
    var result: [State] = []
    var state: State? = state
    while let here = state {
      var arrived = here
      arrived.clock += legs[number]
      result += afterLeg(number, arrived)
      state = pause(here)
    }
    return result
  }

  private func afterLeg(_ number: Int, _ state: State) -> [State] {
    if number == order.count {
      let isOwed = crew.breaks[state.taken...].contains { state.clock > Int($0.window.end.value) }
      return isOwed ? [] : [state]
    }
    var result: [State] = []
    var state: State? = state
    let stop = problem.stops[order[number]]
    while let here = state {
      for window in spans(of: stop) where here.clock <= Int(window.end.value) {
        var served = here
        served.clock = max(here.clock, Int(window.start.value)) + Int(stop.service.value)
        if let latest = crew.latestServiceEnd, served.clock > Int(latest.value) { continue }
        result += ends(at: number + 1, served)
      }
      state = pause(here)
    }
    return result
  }

  private func spans(of stop: RoutingStop) -> [HorizonSpan] {
    if let pin = stop.pinnedStart { return [HorizonSpan(pin, pin)] }
    return stop.windows.isEmpty ? [HorizonSpan(.zero, Seconds(.max / 2))] : stop.windows
  }

  private func pause(_ state: State) -> State? {
    guard state.taken < crew.breaks.count else { return nil }
    let rule = crew.breaks[state.taken]
    let start = max(state.clock, Int(rule.window.start.value))
    guard start <= Int(rule.window.end.value) else { return nil }
    let length = Int(rule.duration.value)
    return State(
      clock: start + length, taken: state.taken + 1, rested: state.rested + length,
      unpaid: state.unpaid + (rule.isPaid ? 0 : length))
  }
}
