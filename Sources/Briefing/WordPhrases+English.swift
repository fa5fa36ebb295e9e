import FieldModel
import Quantities

extension WordPhrases {
  static let english = WordPhrases(
    purpose: {
      switch $0 {
      case .contact: "First contact at the door"
      case .verifyAddress: "Confirm the address"
      case .repaymentPlan: "Talk about a repayment plan"
      case .deliverLetter: "Hand over a letter"
      case .promiseFollowUp: "See after a missed promise"
      case .firmVisit: "Visit the business premises"
      }
    },
    neutralPurpose: {
      switch $0 {
      case .contact: "Contact"
      case .verifyAddress: "Address check"
      case .repaymentPlan: "Talk"
      case .deliverLetter: "Delivery"
      case .promiseFollowUp: "Follow-up"
      case .firmVisit: "Business call"
      }
    },
    outcome: {
      switch $0 {
      case .promised: "Met in person – promise to pay"
      case .promiseBroken: "Broken promise"
      case .planAgreed: "Plan agreed"
      case .saysPaid: "Says already paid"
      case .paidOnSpot: "Paid on the spot via official channel"
      case .hardship: "Hardship"
      case .vulnerable: "Vulnerable or in crisis"
      case .refused: "Refused to pay"
      case .disputed: "Disputes the debt"
      case .stopRequested: "Stop, writing only, or lawyer"
      case .complaint: "Complaint made"
      case .rescheduled: "Rescheduled at their wish"
      case .nobodyIn: "Nobody in"
      case .otherAdult: "Other adult met – neutral note left"
      case .minorMet: "Minor met"
      case .liablePartyMet: "Guarantor or co-borrower met"
      case .residenceChecked: "Residence checked only"
      case .moved: "Moved away"
      case .wrongAddress: "Wrong or missing address"
      case .inaccessible: "Demolished, vacant or gated"
      case .addressConfirmed: "Address confirmed"
      case .deceased: "Deceased"
      case .absent: "Detained, hospital, service, abroad"
      case .insolvent: "Insolvency or court"
      case .disaster: "Disaster area"
      case .threatened: "Threat, violence or weapon"
      case .abortedForSafety: "Aborted for safety"
      case .abortedForRules: "Aborted for a rule"
      case .hazard: "Dog or site hazard"
      case .ranOutOfTime: "Weather, vehicle or out of time"
      case .letterDelivered: "Letter: signed, refused or left sealed"
      case .informationUpdated: "New contact details given"
      case .fraudSuspected: "Fraud suspected"
      }
    },
    shortOutcome: {
      switch $0 {
      case .promised: "Agreed"
      case .promiseBroken: "Not kept"
      case .planAgreed: "Plan"
      case .saysPaid: "Says done"
      case .paidOnSpot: "Done now"
      case .hardship: "Help"
      case .vulnerable: "Stop"
      case .refused: "Declined"
      case .disputed: "Disputes"
      case .stopRequested: "Writing"
      case .complaint: "Complaint"
      case .rescheduled: "Rebooked"
      case .nobodyIn: "Nobody in"
      case .otherAdult: "Other adult"
      case .minorMet: "Minor"
      case .liablePartyMet: "Other party"
      case .residenceChecked: "Checked"
      case .moved: "Moved"
      case .wrongAddress: "Wrong place"
      case .inaccessible: "No access"
      case .addressConfirmed: "Confirmed"
      case .deceased: "Deceased"
      case .absent: "Away"
      case .insolvent: "Court"
      case .disaster: "Disaster"
      case .threatened: "Threat"
      case .abortedForSafety: "Unsafe"
      case .abortedForRules: "Rule"
      case .hazard: "Hazard"
      case .ranOutOfTime: "No time"
      case .letterDelivered: "Delivered"
      case .informationUpdated: "New details"
      case .fraudSuspected: "Refer"
      }
    },
    met: {
      switch $0 {
      case .borrower: "Person named"
      case .liableParty: "Other party"
      case .otherAdult: "Other adult"
      case .minor: "Minor"
      case .staff: "Staff"
      case .nobody: "Nobody"
      }
    },
    verdict: {
      switch $0 {
      case .confirmed: "confirmed"
      case .moved: "moved away"
      case .wrong: "wrong"
      case .inaccessible: "inaccessible"
      case .unknown: "nothing learnt"
      }
    },
    role: {
      switch $0 {
      case .coBorrower: "co-borrower"
      case .jointGuarantor: "joint guarantor"
      case .generalGuarantor: "general guarantor"
      case .spouseSigned: "spouse who signed"
      case .spouse: "spouse"
      case .heir: "heir"
      case .relative: "relative"
      case .other: "other"
      }
    },
    addressKind: {
      switch $0 {
      case .home: "Home"
      case .householdRegister: "Registered address"
      case .work: "Workplace"
      case .business: "Business premises"
      case .liableParty: "Address of another party"
      case .other: "Other address"
      }
    },
    addressStatus: {
      switch $0 {
      case .unverified: "unverified"
      case .verified: "verified"
      case .moved: "moved away"
      case .wrong: "wrong"
      case .refused: "not to be visited"
      case .inaccessible: "inaccessible"
      }
    },
    precision: {
      switch $0 {
      case .door: "door"
      case .house: "house number"
      case .compound: "compound"
      case .street: "street only"
      case .place: "village or neighbourhood only"
      case .district: "district only"
      }
    },
    hold: {
      switch $0 {
      case .dispute: "disputed"
      case .complaint: "open complaint"
      case .hardship: "hardship"
      case .bereavement: "bereavement"
      case .lawyer: "lawyer acts"
      case .deceased: "deceased"
      case .stopContact: "contact to stop"
      case .vulnerable: "vulnerable"
      case .legal: "in court or insolvent"
      case .absent: "away"
      case .disaster: "disaster"
      case .fraud: "fraud suspected"
      case .paymentCheck: "payment being checked"
      case .unsettled: "records of a visit disagree"
      }
    },
    followUp: {
      switch $0 {
      case .remindPromise: "Remind of the promise"
      case .checkPromise: "See whether the promise was kept"
      case .callBorrower: "Call the borrower"
      case .sendPlan: "Send the written plan"
      case .checkPayment: "Check the payment claimed"
      case .refreshBalance: "Refresh the balance"
      case .hardshipTeam: "Pass to the hardship team"
      case .specialist: "Pass to a specialist"
      case .legalReview: "Legal review"
      case .answerDispute: "Answer the dispute in writing"
      case .recordStop: "Record the stop request"
      case .registerComplaint: "Register the complaint"
      case .bookAppointment: "Book the appointment"
      case .visitAgain: "Try again in another part of the day"
      case .otherChannel: "Use another channel"
      case .incidentNote: "Write an incident note"
      case .traceAddress: "Trace the address"
      case .fixAddress: "Correct the address"
      case .estate: "Pass to estate handling"
      case .reviewAbsence: "Review the absence"
      case .safetyIncident: "Handle the safety incident"
      case .updateRisk: "Update the risk record"
      case .replan: "Plan again"
      case .reviewProposals: "Review the proposed changes"
      case .antiFraud: "Pass to anti-fraud"
      case .settleReview: "Settle conflicting reports"
      }
    },
    risk: {
      switch $0 {
      case .low: "low"
      case .medium: "medium"
      case .high: "high"
      case .stop: "no visit"
      }
    },
    riskFactor: {
      switch $0 {
      case .assault: "assault"
      case .threat: "threat"
      case .weapon: "weapon"
      case .policeCaution: "police caution"
      case .intoxication: "intoxication"
      case .dogLoose: "loose dog"
      case .dogRestrained: "restrained dog"
      case .harassment: "harassment"
      case .infection: "infection"
      case .noSignal: "no signal"
      case .farFromHelp: "far from help"
      case .afterDark: "after dark"
      case .oneWayOut: "one way out"
      case .unsafeBuilding: "unsafe building"
      case .firstVisit: "first visit"
      case .crowd: "crowd"
      case .cash: "cash"
      case .heat: "heat"
      }
    },
    section: {
      switch $0 {
      case .planGate: "Plan gate (day before)"
      case .beforeLeaving: "Before leaving"
      case .vehicle: "Vehicle and travel"
      case .doorstep: "At every door"
      case .talking: "Talking and de-escalation"
      case .after: "Leaving and after"
      case .emergency: "Emergency card"
      }
    },
    channel: {
      switch $0 {
      case .sms: "text message"
      case .call: "call"
      case .letter: "letter"
      case .visit: "visit"
      case .email: "email"
      case .app: "app"
      }
    },
    contactResult: {
      switch $0 {
      case .noAnswer: "no answer"
      case .reached: "reached"
      case .message: "message left"
      case .visitAnnounced: "visit announced"
      case .refused: "refused to talk"
      case .undeliverable: "undeliverable"
      }
    },
    arrearsReason: {
      switch $0 {
      case .forgot: "forgot"
      case .financesWorsened: "finances worsened"
      case .tradingTrouble: "trading trouble"
      case .cashFlow: "cash flow"
      case .unwilling: "unwilling"
      case .disputed: "disputed"
      case .hardship: "hardship"
      case .unknown: "unknown"
      }
    },
    caseStatus: {
      switch $0 {
      case .open: "open"
      case .cured: "cured"
      case .gone: "no longer listed"
      }
    },
    stage: {
      switch $0 {
      case .m1: "1–30 days"
      case .m2: "31–60 days"
      case .m3: "61–90 days"
      case .m4Plus: "over 90 days"
      }
    },
    tier: {
      switch $0 {
      case .small: "small"
      case .medium: "medium"
      case .large: "large"
      }
    },
    mode: {
      switch $0 {
      case .car: "car"
      case .motorcycle: "motorcycle"
      case .eBike: "e-bike"
      case .bicycle: "bicycle"
      case .foot: "on foot"
      }
    },
    consent: {
      switch $0 {
      case .visit: "being visited"
      case .outsideHours: "a visit outside hours"
      case .restDay: "a visit on a rest day"
      case .workplace: "a visit at work"
      }
    },
    severity: {
      switch $0 {
      case .note: "note"
      case .warning: "warning"
      case .error: "error"
      }
    })
}
