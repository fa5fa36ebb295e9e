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

  /// The tasks after `visits`, by due day, case, kind and visit.
  ///
  /// A second empty try (O20) in a row at one case asks for another channel instead of another
  /// visit; another visit is no longer asked for once it was made.
  public func list(after visits: [CompletedVisit]) -> [FollowUp] {
    let sorted = visits.inOrder
    var last: [Identifier<LoanCase>: Identifier<PlannedVisit>] = [:]
    for visit in sorted {
      for loanCase in visit.stop.cases { last[loanCase] = visit.stop.visit }
    }
    var emptyTries: [Identifier<LoanCase>: Int] = [:]
    var tasks: [FollowUp] = []
    for visit in sorted {
      for loanCase in visit.stop.cases {
        if visit.outcome.code == .nobodyIn {
          emptyTries[loanCase, default: 0] += 1
        } else if visit.outcome.code.isContact {
          emptyTries[loanCase] = 0
        }
        let isLast = last[loanCase] == visit.stop.visit
        tasks += self.tasks(after: visit, of: loanCase, emptyTries: emptyTries[loanCase] ?? 0)
          .filter { isLast || !Self.isAnotherVisit($0.kind) }
      }
    }
    return tasks.sorted {
      ($0.due, $0.loanCase, $0.kind.rawValue, $0.visit)
        < ($1.due, $1.loanCase, $1.kind.rawValue, $1.visit)
    }
  }

  private func tasks(
    after visit: CompletedVisit, of loanCase: Identifier<LoanCase>, emptyTries: Int
  ) -> [FollowUp] {
    let outcome = visit.outcome
    let day = outcome.ended.date
    var tasks = OutcomeConsequences.of(outcome.code).tasks.map { ($0.kind, $0.term.after(day)) }
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
        nextLawfulVisit: Self.mayNeedVisit(kind) ? nextLawfulVisit(loanCase, due) : nil)
    }
  }

  private static func isAnotherVisit(_ kind: FollowUpKind) -> Bool {
    switch kind {
    case .visitAgain, .replan, .bookAppointment: true
    default: false
    }
  }

  private static func mayNeedVisit(_ kind: FollowUpKind) -> Bool {
    isAnotherVisit(kind) || kind == .checkPromise
  }
}
