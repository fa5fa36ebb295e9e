import FieldModel
import Planning
import Quantities
import Testing

/// The outcome table row by row: tasks with the days until due, stop flag with its days, risk,
/// address status, and whether the visit counts against the cap.
@Suite("The outcome table")
struct OutcomeTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let code: OutcomeCode
    var tasks: [String] = []
    var hold: String?
    var risk: RiskFactor?
    var address: AddressStatus?
    var counts = false
    var testDescription: String { code.rawValue }
  }

  static let rows = [
    Row(code: .promised, counts: true),
    Row(code: .promiseBroken, tasks: ["call-borrower 1"], counts: true),
    Row(code: .planAgreed, tasks: ["send-plan 1"], counts: true),
    Row(code: .saysPaid, tasks: ["check-payment 4"], hold: "payment-check 4", counts: true),
    Row(code: .paidOnSpot, tasks: ["refresh-balance 1"], counts: true),
    Row(code: .hardship, tasks: ["hardship-team 1"], hold: "hardship 30", counts: true),
    Row(code: .vulnerable, tasks: ["specialist 0"], hold: "vulnerable", counts: true),
    Row(code: .refused, tasks: ["legal-review 3"], counts: true),
    Row(code: .disputed, tasks: ["answer-dispute 1"], hold: "dispute", counts: true),
    Row(code: .stopRequested, tasks: ["record-stop 0"], hold: "stop-contact", counts: true),
    Row(code: .complaint, tasks: ["register-complaint 3"], hold: "complaint", counts: true),
    Row(code: .rescheduled, tasks: ["book-appointment 0"], counts: true),
    Row(code: .nobodyIn, tasks: ["visit-again 3"], counts: true),
    Row(code: .otherAdult, tasks: ["other-channel 1"], counts: true),
    Row(code: .minorMet, tasks: ["incident-note 0", "visit-again 3"], counts: true),
    Row(code: .liablePartyMet, tasks: ["call-borrower 2"], counts: true),
    Row(code: .residenceChecked, address: .verified),
    Row(code: .moved, tasks: ["trace-address 2"], address: .moved),
    Row(code: .wrongAddress, tasks: ["fix-address 2"], address: .wrong),
    Row(code: .inaccessible, tasks: ["other-channel 2"], address: .inaccessible),
    Row(code: .addressConfirmed, address: .verified),
    Row(code: .deceased, tasks: ["estate 30"], hold: "deceased"),
    Row(code: .absent, tasks: ["review-absence 30"], hold: "absent 30"),
    Row(code: .insolvent, tasks: ["legal-review 1"], hold: "legal"),
    Row(code: .disaster, tasks: ["review-absence 30"], hold: "disaster 90"),
    Row(code: .threatened, tasks: ["safety-incident 0"], risk: .assault),
    Row(code: .abortedForSafety, tasks: ["update-risk 1", "other-channel 2"]),
    Row(code: .abortedForRules, tasks: ["replan 1"]),
    Row(code: .hazard, tasks: ["update-risk 1"], risk: .dogLoose),
    Row(code: .ranOutOfTime, tasks: ["replan 1"]),
    Row(code: .letterDelivered, tasks: ["call-borrower 7"], counts: true),
    Row(code: .informationUpdated, tasks: ["review-proposals 1"]),
    Row(code: .fraudSuspected, tasks: ["anti-fraud 0"], hold: "fraud"),
  ]

  @Test("has a row for every outcome")
  func complete() {
    #expect(Self.rows.map(\.code) == OutcomeCode.allCases)
  }

  @Test("triggers what it says", arguments: rows)
  func row(_ row: Row) throws {
    let done = DoneVisit(row.code)
    #expect(done.tasks == row.tasks)
    let effects = try #require(done.effects)
    let holds = effects.holds.map { hold in
      hold.kind.rawValue + (hold.until.map { " \(DoneVisit.friday.days(until: $0))" } ?? "")
    }
    #expect(holds == (row.hold.map { [$0] } ?? []))
    #expect(effects.holds.allSatisfy { $0.from == DoneVisit.friday })
    #expect(effects.riskFlags.map(\.factor) == (row.risk.map { [$0] } ?? []))
    #expect(effects.riskFlags.allSatisfy { $0.address == "A1" })
    #expect(effects.addressChanges.map(\.status) == (row.address.map { [$0] } ?? []))
    #expect(effects.contacts.map(\.countsAgainstCap) == [row.counts])
    #expect(effects.contacts.map(\.channel) == [.visit])
  }
}
