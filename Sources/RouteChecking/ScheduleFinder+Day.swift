import Quantities
import RouteSolver

/// Legs that take longer at some hours than at others.
///
/// The crew is to be back as early as it can be, and to leave as late as that allows. Breaks that are
/// over on departure are the first ones, then come those taken, and the others must not be owed.
/// Leaving later never means being back earlier, so the latest departure is found by halving.
extension ScheduleFinder {
  /// The breaks that a crew takes on duty, from when on it can leave, and when it must be back.
  private struct Choice {
    var taken: ArraySlice<RoutingBreak>
    var earliest: Int
    var latestReturn: Int
  }

  /// Whether the schedule keeps the shift, the windows and the longest duty.
  var existsThroughDay: Bool {
    let choices = choices()
    let returns = choices.map { back($0, leaving: $0.earliest) }
    guard let first = returns.compactMap({ $0 }).min() else { return false }
    let departures = choices.map { latestDeparture($0, backBy: first) }
    guard let latest = departures.compactMap({ $0 }).max() else { return false }
    return zip(choices, departures).contains { choice, departure in
      let unpaid = choice.taken.reduce(0) { $0 + ($1.isPaid ? 0 : Int($1.duration.value)) }
      return departure == latest
        && crew.maxDuty.map { first - latest - unpaid <= Int($0.value) } ?? true
    }
  }

  private func choices() -> [Choice] {
    var choices: [Choice] = []
    var earliest = Int(crew.shift.start.value)
    for over in 0...crew.breaks.count {
      if over > 0 {
        let last = crew.breaks[over - 1]
        earliest = max(earliest, Int(last.window.start.value) + Int(last.duration.value))
      }
      for end in over...crew.breaks.count {
        let owed = crew.breaks[end...].map { Int($0.window.end.value) }.min() ?? .max
        choices.append(
          Choice(
            taken: crew.breaks[over..<end], earliest: earliest,
            latestReturn: min(Int(crew.shift.end.value), owed)))
      }
    }
    return choices.filter { $0.earliest <= Int(crew.shift.end.value) }
  }

  private func back(_ choice: Choice, leaving departure: Int) -> Int? {
    finish(leaving: departure, taking: Array(choice.taken)).flatMap {
      $0 <= choice.latestReturn ? $0 : nil
    }
  }

  private func latestDeparture(_ choice: Choice, backBy moment: Int) -> Int? {
    func works(_ departure: Int) -> Bool {
      back(choice, leaving: departure).map { $0 <= moment } ?? false
    }
    guard works(choice.earliest) else { return nil }
    var good = choice.earliest
    var bad = Int(crew.shift.end.value) + 1
    while bad - good > 1 {
      let middle = (good + bad) / 2
      if works(middle) { good = middle } else { bad = middle }
    }
    return good
  }
}
