import FieldModel
import Quantities

extension RuleBook {
  /// Lawful and planned hours of each pack, each as the span in which a visit may begin.
  ///
  /// A visit ends within the lawful hours, and begins no later than the margin before the end of
  /// the planned ones.
  static func hoursFindings(_ facts: VisitFacts, _ clauses: [Clause]) -> [RuleFinding] {
    let margin =
      clauses.compactMap { clause -> Int? in
        guard clause.entry.key == .lastStartMargin, case .count(let minutes) = clause.entry.value
        else { return nil }
        return minutes
      }.max() ?? 0
    return clauses.compactMap { clause in
      guard case .window(let window) = clause.entry.value else { return nil }
      let tail = clause.entry.key == .windowPlan ? Seconds.minutes(margin) : facts.context.service
      return facts.hours(clause, window, tail: tail)
    }
  }
}

extension VisitFacts {
  fileprivate func hours(
    _ clause: RuleBook.Clause, _ window: TimeWindow, tail: Seconds
  ) -> RuleFinding {
    let starts = window.starts(leaving: tail)
    let effect = clause.entry.effect
    guard effect == .block || effect == .approve else {
      return state(clause, .hours, [window.description])
    }
    let agreed = agreedHours(clause)
    guard !agreed.isEmpty else {
      return state(clause, .hours, [window.description], windows: starts.map { [$0] } ?? [])
    }
    return state(
      clause, .hoursAgreed, [agreed.map(\.description).joined(separator: " ")],
      outcome: .conditions,
      windows: TimeWindow.union((starts.map { [$0] } ?? []) + agreed))
  }

  /// Hours outside the rule that the borrower agreed to: a consent names none itself, so those of
  /// the borrower's wish count.
  private func agreedHours(_ clause: RuleBook.Clause) -> [TimeWindow] {
    guard clause.entry.override?.by == .debtorConsent,
      findConsent(.outsideHours, under: clause.entry.override) != nil
    else { return [] }
    return wishedHours
  }

  /// The spans in which the borrower wants a visit to begin, in order; empty when any time will do.
  var wishedHours: [TimeWindow] {
    let spans = cases.flatMap(\.wishes).compactMap { wish -> TimeWindow? in
      guard case .onlyBetween(let window) = wish else { return nil }
      return window.starts(leaving: context.service)
        ?? TimeWindow(start: window.start, end: window.start)
    }
    return TimeWindow.union(spans)
  }
}

extension TimeWindow {
  /// The moments from which `tail` is left until the end; `nil` when it is shorter than that.
  func starts(leaving tail: Seconds) -> TimeWindow? {
    length < tail ? nil : TimeWindow(start: start, end: end - tail)
  }

  /// The windows without overlaps, in order of start.
  static func union(_ windows: [TimeWindow]) -> [TimeWindow] {
    var joined: [TimeWindow] = []
    for window in windows.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = joined.last, window.start <= last.end {
        joined[joined.count - 1] = TimeWindow(start: last.start, end: max(last.end, window.end))
      } else {
        joined.append(window)
      }
    }
    return joined
  }
}
