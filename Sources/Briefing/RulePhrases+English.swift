import FieldModel

extension RulePhrases {
  static let english = RulePhrases(
    instruction: {
      switch $0 {
      case .windowLegal: "Begin and end within the hours agreed"
      case .windowPlan: "Begin and end within the hours agreed"
      case .lastStartMargin: "Begin early enough"
      case .days: "A day of rest to many: be brief"
      case .holidays: "Maybe a holiday or a make-up workday: check the calendar first"
      case .daylightOnly: "By daylight only"
      case .visitCap: "Visited often already: come this once only"
      case .workplace: "Workplace: neutral at the desk, nothing to colleagues"
      case .promiseRunning: "A date is agreed already: do not press"
      case .maximumMinutes: "Keep it short: a shorter stay than usual"
      case .capCalls: "Called often already: be brief"
      case .capEffectiveCalls: "Spoken to often already: be brief"
      case .visitCountsInCap: "This visit counts as a contact"
      case .priorAttempts: "Ask first whether letters and calls arrived"
      case .noticeBeforeVisit: "Announce the visit before coming"
      case .entryHome: "Enter only when invited"
      case .teamMinimum: "Do not go alone"
      case .staffQualified: "Carry valid papers"
      case .thirdParty: "Only the liable person may hear what it is about"
      case .retention: "Hand in every record"
      case .evidence: "Record only where and as the office allows"
      case .cash: "Take cash only as the office allows"
      case .holds: "With particular care: ask the office first"
      case .quietBereavement: "With particular care: ask the office first"
      case .quietDisasterOrHospital: "With particular care: ask the office first"
      case .quietComplaintOrDispute: "With particular care: ask the office first"
      case .riskPoints: "Mind the signs on this block"
      case .riskMedium: "Medium risk: keep the way out free"
      case .riskHigh: "High risk, approved: daylight, one more person or a second car"
      case .riskStop: "Only as the supervisor approved"
      case .heat: "Not in the hottest hours; carry water"
      case .maximumDuty: "Be back in time"
      case .maximumDriving: "Be back in time"
      case .continuousDriving: "Rest from driving as planned"
      }
    },
    caseInstruction: {
      switch $0 {
      case .wishHours: "Keep to the hours that the borrower wants"
      case .wishWeekday: "Not on the weekday that the borrower named"
      case .wishLetters: "Letters only"
      case .wishAddress: "Not at this address"
      case .wishAppointment: "Come at the time that was agreed"
      case .caseStatus: "Ask the office whether the case is open"
      case .addressStatus: "Check the address first"
      }
    },
    daylightForRisk: "By daylight only: after dark the risk is high",
    reason: {
      switch $0 {
      case .windowLegal: "No lawful hours are left"
      case .windowPlan: "No hours for visits are left"
      case .lastStartMargin: "Too little time is left before the end of the day’s hours"
      case .days: "No visits are made on that weekday"
      case .holidays: "It is a holiday"
      case .daylightOnly: "It cannot be done by daylight"
      case .visitCap: "The visit cap is used up"
      case .workplace: "A workplace is visited by leave only"
      case .promiseRunning: "A promise is still running"
      case .maximumMinutes: "The visit would be too long"
      case .capCalls: "There were too many calls"
      case .capEffectiveCalls: "There were too many conversations on that day"
      case .visitCountsInCap: "The contacts of that day are used up"
      case .priorAttempts: "Softer attempts, such as calls and letters, come first"
      case .noticeBeforeVisit: "The visit cannot be announced in time, or is not consented to"
      case .entryHome: "Entry to the home is not allowed"
      case .teamMinimum: "The crew has too few people"
      case .staffQualified: "The crew’s training or papers have run out"
      case .thirdParty: "Who lives there is not liable, or was contacted often enough"
      case .retention: "The records are not kept as they must be"
      case .evidence: "Recording is not as it must be"
      case .cash: "Cash is not handled as it must be"
      case .holds: "A stop flag is set"
      case .quietBereavement: "A quiet period after a bereavement is running"
      case .quietDisasterOrHospital: "A quiet period after a disaster or an absence is running"
      case .quietComplaintOrDispute: "A complaint or dispute is open"
      case .riskPoints: "The risk is not known"
      case .riskMedium: "The risk is medium"
      case .riskHigh: "The risk is high"
      case .riskStop: "The risk is too high"
      case .heat: "It is too hot for work outdoors"
      case .maximumDuty: "The crew’s day would be too long"
      case .maximumDriving: "The crew would drive too long"
      case .continuousDriving: "The crew would drive too long without a rest"
      }
    },
    caseReason: {
      switch $0 {
      case .wishHours: "The borrower wants other hours"
      case .wishWeekday: "The borrower wants no visit on that weekday"
      case .wishLetters: "The borrower wants letters, no visits"
      case .wishAddress: "The borrower wants no visit at that address"
      case .wishAppointment: "The borrower asked to be visited at another time"
      case .caseStatus: "No case is open"
      case .addressStatus: "The address cannot be visited"
      }
    },
    unknownReason: "A rule that is not known forbids it",
    missingRule: "The policy packs lack a rule")
}
