public import FieldModel
public import Quantities

/// Derives tasks from visits; the same visits always give the same tasks.
public struct FollowUpRules {
  /// Tells the next day on which a visit to the case would be lawful, from a day on.
  public typealias NextLawfulVisit = (Identifier<LoanCase>, ServiceDate) -> ServiceDate?

  private let nextLawfulVisit: NextLawfulVisit

  /// Rules that ask `nextLawfulVisit` where a task is another visit.
  public init(nextLawfulVisit: @escaping NextLawfulVisit) {
    self.nextLawfulVisit = nextLawfulVisit
  }

  /// The tasks after `visits`, by due day, case and kind.
  ///
  /// A second empty try (O20) at one case asks for another channel instead of another visit.
  public func list(after visits: [CompletedVisit]) -> [FollowUp] {
    let sorted = visits.sorted { ($0.outcome.ended, $0.stop.visit) < ($1.outcome.ended, $1.stop.visit) }
    var emptyTries: [Identifier<LoanCase>: Int] = [:]
    var tasks: [FollowUp] = []
    for visit in sorted {
      for loanCase in visit.stop.cases {
        if visit.outcome.code == .nobodyIn { emptyTries[loanCase, default: 0] += 1 }
        tasks += self.tasks(after: visit, of: loanCase, emptyTries: emptyTries[loanCase] ?? 0)
      }
    }
    return tasks.sorted {
      ($0.due, $0.loanCase, $0.kind.rawValue) < ($1.due, $1.loanCase, $1.kind.rawValue)
    }
  }

  private func tasks(
    after visit: CompletedVisit, of loanCase: Identifier<LoanCase>, emptyTries: Int
  ) -> [FollowUp] {
    let outcome = visit.outcome
    let day = outcome.ended.date
    var tasks = OutcomeConsequences.of(outcome.code).tasks.map { ($0.kind, day.adding(days: $0.days)) }
    if outcome.code == .nobodyIn, emptyTries > 1 { tasks = [(.otherChannel, day.adding(days: 1))] }
    if outcome.code == .rescheduled, let appointment = outcome.appointment {
      tasks = [(.bookAppointment, appointment.date)]
    }
    for promise in outcome.promises {
      tasks.append((.remindPromise, max(day, promise.due.adding(days: -1))))
      tasks.append((.checkPromise, promise.due.adding(days: 1)))
    }
    if outcome.needsReview { tasks.append((.settleReview, day.adding(days: 1))) }
    return tasks.map { kind, due in
      FollowUp(
        kind: kind, loanCase: loanCase, visit: visit.stop.visit, due: due, outcome: outcome.code,
        nextLawfulVisit: isVisit(kind) ? nextLawfulVisit(loanCase, due) : nil)
    }
  }

  private func isVisit(_ kind: FollowUpKind) -> Bool {
    switch kind {
    case .visitAgain, .replan, .bookAppointment, .checkPromise: true
    default: false
    }
  }
}
