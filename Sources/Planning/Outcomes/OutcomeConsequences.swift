import FieldModel

/// What an outcome triggers, straight from the outcome table.
struct OutcomeConsequences {
  /// A task and how many days after the visit it is due.
  struct Task {
    let kind: FollowUpKind
    let days: Int

    init(_ kind: FollowUpKind, days: Int = 0) {
      self.kind = kind
      self.days = days
    }
  }

  /// A stop flag and for how many days; `nil` until lifted.
  struct Stop {
    let kind: HoldKind
    let days: Int?
  }

  var tasks: [Task] = []
  var stop: Stop?
  var risk: RiskFactor?

  /// What `code` triggers. Tasks of promises are added from the promises themselves.
  static func of(_ code: OutcomeCode) -> OutcomeConsequences {
    switch code {
    case .promised: Self()
    case .promiseBroken: Self(tasks: [Task(.callBorrower, days: 1)])
    case .planAgreed: Self(tasks: [Task(.sendPlan, days: 1)])
    case .saysPaid:
      Self(tasks: [Task(.checkPayment, days: 2)], stop: Stop(kind: .paymentCheck, days: 2))
    case .paidOnSpot: Self(tasks: [Task(.refreshBalance, days: 1)])
    case .hardship:
      Self(tasks: [Task(.hardshipTeam, days: 1)], stop: Stop(kind: .hardship, days: 30))
    case .vulnerable: Self(tasks: [Task(.specialist)], stop: Stop(kind: .vulnerable, days: nil))
    case .refused: Self(tasks: [Task(.legalReview, days: 3)])
    case .disputed:
      Self(tasks: [Task(.answerDispute, days: 1)], stop: Stop(kind: .dispute, days: nil))
    case .stopRequested:
      Self(tasks: [Task(.recordStop)], stop: Stop(kind: .stopContact, days: nil))
    case .complaint:
      Self(tasks: [Task(.registerComplaint, days: 1)], stop: Stop(kind: .complaint, days: nil))
    case .rescheduled: Self(tasks: [Task(.bookAppointment)])
    case .nobodyIn: Self(tasks: [Task(.visitAgain, days: 3)])
    case .otherAdult: Self(tasks: [Task(.otherChannel, days: 1)])
    case .minorMet: Self(tasks: [Task(.incidentNote), Task(.visitAgain, days: 3)])
    case .liablePartyMet: Self(tasks: [Task(.callBorrower, days: 2)])
    case .residenceChecked, .addressConfirmed: Self()
    case .moved: Self(tasks: [Task(.traceAddress, days: 2)])
    case .wrongAddress: Self(tasks: [Task(.fixAddress, days: 2)])
    case .inaccessible: Self(tasks: [Task(.otherChannel, days: 2)])
    case .deceased: Self(tasks: [Task(.estate, days: 30)], stop: Stop(kind: .deceased, days: nil))
    case .absent: Self(tasks: [Task(.reviewAbsence, days: 30)], stop: Stop(kind: .absent, days: 30))
    case .insolvent: Self(tasks: [Task(.legalReview, days: 1)], stop: Stop(kind: .legal, days: nil))
    case .disaster: Self(tasks: [Task(.reviewAbsence, days: 30)], stop: Stop(kind: .disaster, days: 90))
    case .threatened: Self(tasks: [Task(.safetyIncident)], risk: .assault)
    case .abortedForSafety: Self(tasks: [Task(.updateRisk, days: 1), Task(.otherChannel, days: 2)])
    case .abortedForRules: Self(tasks: [Task(.replan, days: 1)])
    case .hazard: Self(tasks: [Task(.updateRisk, days: 1)], risk: .dogLoose)
    case .ranOutOfTime: Self(tasks: [Task(.replan, days: 1)])
    case .letterDelivered: Self(tasks: [Task(.callBorrower, days: 7)])
    case .informationUpdated: Self(tasks: [Task(.reviewProposals, days: 1)])
    case .fraudSuspected: Self(tasks: [Task(.antiFraud)], stop: Stop(kind: .fraud, days: nil))
    }
  }
}
