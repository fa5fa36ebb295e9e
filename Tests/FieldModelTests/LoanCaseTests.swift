import FieldModel
import Quantities
import Testing

/// A small case to change at will.
struct CaseSketch {
  static let today = ServiceDate(daysSinceEpoch: 20_779)  // 2026-11-22

  static func loan(_ id: String, overdue: Int64, currency: Currency = .cny, daysLate: Int) -> Loan {
    Loan(
      id: Identifier(id), product: "car",
      overdue: Money(minorUnits: overdue, currency: currency),
      overdueSince: today.adding(days: -daysLate))
  }

  static func loanCase(loans: [Loan] = [loan("L1", overdue: 10_000, daysLate: 40)]) -> LoanCase {
    LoanCase(
      id: "C1", lender: "bank", borrower: Borrower(id: "B1", name: "王小明"), loans: loans)
  }
}

@Suite("LoanCase, holds and risks")
struct LoanCaseTests {
  let today = CaseSketch.today

  @Test("adds up what is overdue in the first loan's currency")
  func overdue() {
    let loanCase = CaseSketch.loanCase(loans: [
      CaseSketch.loan("L1", overdue: 10_000, daysLate: 40),
      CaseSketch.loan("L2", overdue: 500, currency: .gbp, daysLate: 1),
      CaseSketch.loan("L3", overdue: 2_345, daysLate: 90),
    ])
    #expect(loanCase.overdue == Money(minorUnits: 12_345, currency: .cny))
    #expect(CaseSketch.loanCase(loans: []).overdue == nil)
  }

  @Test("is as late as its oldest arrears, and never less than zero days")
  func daysPastDue() {
    let loanCase = CaseSketch.loanCase(loans: [
      CaseSketch.loan("L1", overdue: 1, daysLate: 40),
      CaseSketch.loan("L3", overdue: 1, daysLate: 90),
    ])
    #expect(loanCase.daysPastDue(on: today) == 90)
    #expect(loanCase.daysPastDue(on: today.adding(days: -200)) == 0)
    #expect(CaseSketch.loanCase(loans: []).daysPastDue(on: today) == 0)
  }

  @Test(
    "stages change after 30, 60 and 90 days",
    arguments: [
      (0, nil), (1, .m1), (30, .m1), (31, .m2), (60, .m2), (61, .m3), (90, .m3), (91, .m4Plus),
      (4_000, .m4Plus), (-5, nil),
    ] as [(Int, OverdueStage?)])
  func stages(days: Int, stage: OverdueStage?) { #expect(OverdueStage(daysPastDue: days) == stage) }

  @Test("a hold holds from its first to its last day, both included")
  func holds() {
    let hold = Hold(kind: .dispute, from: today, until: today.adding(days: 3))
    #expect(!hold.applies(on: today.adding(days: -1)))
    #expect(hold.applies(on: today) && hold.applies(on: today.adding(days: 3)))
    #expect(!hold.applies(on: today.adding(days: 4)))
    #expect(Hold(kind: .deceased, from: today).applies(on: today.adding(days: 9_999)))
  }

  @Test("a risk expires after twelve months unless told otherwise")
  func risks() {
    let flag = RiskFlag(factor: .dogLoose, source: "visit", recorded: today)
    #expect(flag.expires == today.adding(days: 365))
    let short = RiskFlag(
      factor: .crowd, source: "police", recorded: today, expires: today.adding(days: 2))
    #expect(short.expires == today.adding(days: 2))
  }

  @Test("a new attempt counts against the visit cap only when it is a visit")
  func attempts() {
    for channel in ContactChannel.allCases {
      let attempt = ContactAttempt(
        channel: channel, at: Instant(secondsSinceEpoch: 0), result: .noAnswer)
      #expect(attempt.countsAgainstCap == (channel == .visit))
      #expect(channel.isSofterThanVisit == (channel != .visit))
    }
  }

  @Test("only signatories are liable")
  func roles() {
    let liable = PartyRole.allCases.filter(\.isLiable)
    #expect(Set(liable) == [.coBorrower, .jointGuarantor, .generalGuarantor, .spouseSigned])
  }
}

@Suite("CaseEffects")
struct CaseEffectsTests {
  let today = CaseSketch.today

  @Test("adds what visits did in order of time, and leaves the rest of the case alone")
  func applied() throws {
    var original = CaseSketch.loanCase()
    original.addresses = [
      Address(id: "A1", kind: .home, text: "一"), Address(id: "A2", kind: .work, text: "二"),
    ]
    original.contacts = [attempt(.call, hour: 9), attempt(.sms, hour: 15)]
    original.holds = [Hold(kind: .complaint, from: today.adding(days: 5))]
    original.riskFlags = [RiskFlag(factor: .heat, source: "file", recorded: today)]
    var effects = CaseEffects(loanCase: "C1")
    effects.contacts = [attempt(.visit, hour: 11)]
    effects.holds = [Hold(kind: .dispute, from: today)]
    effects.riskFlags = [RiskFlag(factor: .threat, address: "A1", source: "visit", recorded: today)]
    effects.addressChanges = [
      .init(address: "A1", status: .verified, date: today.adding(days: -1)),
      .init(address: "A1", status: .moved, date: today),
      .init(address: "A9", status: .wrong, date: today),
    ]
    let changed = effects.applied(to: original)
    #expect(changed.contacts.map(\.channel) == [.call, .visit, .sms])
    #expect(changed.holds.map(\.kind) == [.dispute, .complaint])
    #expect(changed.riskFlags.map(\.factor) == [.heat, .threat])
    #expect(changed.addresses.map(\.status) == [.moved, .unverified])
    #expect(changed.addresses.map(\.verified) == [today.adding(days: -1), nil])
    #expect(changed.loans == original.loans && changed.borrower == original.borrower)
  }

  @Test("changes nothing when nothing happened")
  func nothing() {
    let original = CaseSketch.loanCase()
    #expect(CaseEffects(loanCase: "C1").applied(to: original) == original)
  }

  private func attempt(_ channel: ContactChannel, hour: Int) -> ContactAttempt {
    ContactAttempt(
      channel: channel,
      at: Instant(date: today, time: TimeOfDay(hour: hour), offsetMinutes: 480), result: .reached)
  }
}
