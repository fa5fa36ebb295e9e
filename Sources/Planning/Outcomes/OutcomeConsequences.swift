import FieldModel
import Quantities

/// What an outcome triggers, straight from the outcome table.
struct OutcomeConsequences {
  /// A length of time in days.
  enum Term {
    case days(Int)
    /// Mondays to Fridays; holidays are not known here.
    case workingDays(Int)

    /// The last day of the term that begins after `day`.
    func after(_ day: ServiceDate) -> ServiceDate {
      switch self {
      case .days(let count): return day.adding(days: count)
      case .workingDays(let count):
        var last = day
        var passed = 0
        while passed < count {
          last = last.adding(days: 1)
          if last.weekday < .saturday { passed += 1 }
        }
        return last
      }
    }
  }

  /// A task and how long after the visit it is due.
  struct Task {
    let kind: FollowUpKind
    let term: Term

    init(_ kind: FollowUpKind, days: Int = 0) {
      self.kind = kind
      term = .days(days)
    }

    init(_ kind: FollowUpKind, workingDays: Int) {
      self.kind = kind
      term = .workingDays(workingDays)
    }
  }

  /// A stop flag and for how long; `nil` until lifted.
  struct Stop {
    let kind: HoldKind
    let length: Term?

    init(_ kind: HoldKind, for length: Term? = nil) {
      self.kind = kind
      self.length = length
    }
  }

  var tasks: [Task] = []
  var stop: Stop?
  var risk: RiskFactor?

  /// What `code` triggers.
  ///
  /// Tasks of promises are added from the promises themselves.
  static func of(_ code: OutcomeCode) -> OutcomeConsequences {
    switch code {
    case .promised: Self()
    case .promiseBroken: Self(tasks: [Task(.callBorrower, days: 1)])
    case .planAgreed: Self(tasks: [Task(.sendPlan, days: 1)])
    case .saysPaid:
      Self(
        tasks: [Task(.checkPayment, workingDays: 2)],
        stop: Stop(.paymentCheck, for: .workingDays(2)))
    case .paidOnSpot: Self(tasks: [Task(.refreshBalance, days: 1)])
    case .hardship:
      Self(tasks: [Task(.hardshipTeam, days: 1)], stop: Stop(.hardship, for: .days(30)))
    case .vulnerable: Self(tasks: [Task(.specialist)], stop: Stop(.vulnerable))
    case .refused: Self(tasks: [Task(.legalReview, days: 3)])
    case .disputed:
      Self(tasks: [Task(.answerDispute, days: 1)], stop: Stop(.dispute))
    case .stopRequested:
      Self(tasks: [Task(.recordStop)], stop: Stop(.stopContact))
    case .complaint:
      Self(tasks: [Task(.registerComplaint, workingDays: 1)], stop: Stop(.complaint))
    case .rescheduled: Self(tasks: [Task(.bookAppointment)])
    case .nobodyIn: Self(tasks: [Task(.visitAgain, days: 3)])
    case .otherAdult: Self(tasks: [Task(.otherChannel, days: 1)])
    case .minorMet: Self(tasks: [Task(.incidentNote), Task(.visitAgain, days: 3)])
    case .liablePartyMet: Self(tasks: [Task(.callBorrower, days: 2)])
    case .residenceChecked, .addressConfirmed: Self()
    case .moved: Self(tasks: [Task(.traceAddress, days: 2)])
    case .wrongAddress: Self(tasks: [Task(.fixAddress, days: 2)])
    case .inaccessible: Self(tasks: [Task(.otherChannel, days: 2)])
    case .deceased: Self(tasks: [Task(.estate, days: 30)], stop: Stop(.deceased))
    case .absent:
      Self(tasks: [Task(.reviewAbsence, days: 30)], stop: Stop(.absent, for: .days(30)))
    case .insolvent: Self(tasks: [Task(.legalReview, days: 1)], stop: Stop(.legal))
    case .disaster:
      Self(tasks: [Task(.reviewAbsence, days: 30)], stop: Stop(.disaster, for: .days(90)))
    case .threatened: Self(tasks: [Task(.safetyIncident)], risk: .assault)
    case .abortedForSafety: Self(tasks: [Task(.updateRisk, days: 1), Task(.otherChannel, days: 2)])
    case .abortedForRules: Self(tasks: [Task(.replan, days: 1)])
    case .hazard: Self(tasks: [Task(.updateRisk, days: 1)], risk: .dogLoose)
    case .ranOutOfTime: Self(tasks: [Task(.replan, days: 1)])
    case .letterDelivered: Self(tasks: [Task(.callBorrower, days: 7)])
    case .informationUpdated: Self(tasks: [Task(.reviewProposals, days: 1)])
    case .fraudSuspected: Self(tasks: [Task(.antiFraud)], stop: Stop(.fraud))
    }
  }
}
