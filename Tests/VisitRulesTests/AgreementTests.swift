import FieldModel
import Quantities
import Testing
import VisitRules

@Suite("A visit that was agreed at the door")
struct AgreementTests {
  /// Visits on Monday, 9 March 2026, at which another time was agreed on; asked on that evening.
  private func world(
    agreedOn day: String = "2026-03-09", for moment: String?, home: Identifier<Jurisdiction> = "CN"
  ) -> RuleWorld {
    var world = RuleWorld(home: home)
    var visit = contact(.visit, day, .reached)
    visit.appointment = moment.flatMap { Instant($0) }
    world.loanCase.contacts.append(visit)
    world.context.now = Instant(
      date: date("2026-03-09"), time: TimeOfDay(hour: 20), offsetMinutes: 480)
    return world
  }

  private func isCapped(_ world: RuleWorld, _ day: String) -> Bool {
    world.assess(on: date(day)).refusalCodes.contains(.capReached)
  }

  @Test("is made within the clear days, on its own day and on no other")
  func clearDays() {
    let agreed = world(for: "2026-03-11T15:00:00+08:00")
    #expect(!isCapped(agreed, "2026-03-11"))
    #expect(isCapped(agreed, "2026-03-10"))
    #expect(isCapped(world(for: nil), "2026-03-11"))
    #expect(!isCapped(world(for: nil), "2026-03-12"), "two clear days are over")
  }

  @Test("is never a second visit on one day")
  func sameDay() {
    #expect(isCapped(world(for: "2026-03-09T18:00:00+08:00"), "2026-03-09"))
  }

  @Test("counts on the day that clocks at the address show")
  func clocks() {
    let agreed = world(for: "2026-03-10T23:00:00+00:00")
    #expect(!isCapped(agreed, "2026-03-11"))
    #expect(isCapped(agreed, "2026-03-10"))
  }

  @Test("is no second approach of its week: six days later, but not seven")
  func week() {
    let cap = VisitCap(perDay: 1, clearDays: 9, per7Days: 9, per30Days: 9)
    for (moment, isAllowed) in [("2026-03-15", true), ("2026-03-16", false)] {
      var world = world(for: "\(moment)T10:00:00+08:00")
      world.replaceCap(cap)
      #expect(isCapped(world, moment) != isAllowed, "\(moment)")
    }
  }

  @Test("leaves room for one more visit in 7 days, which a visit unasked for takes")
  func sevenDays() {
    for (moment, isAllowed) in [("2026-03-12T15:00:00+08:00", true), (nil, false)] {
      var world = world(for: moment)
      world.loanCase.contacts.append(contact(.visit, "2026-03-06"))
      #expect(isCapped(world, "2026-03-12") != isAllowed)
    }
  }

  @Test("once made, is the approach from which clear days are counted")
  func kept() {
    var world = world(agreedOn: "2026-03-07", for: "2026-03-09T10:00:00+08:00")
    world.loanCase.contacts.append(contact(.visit, "2026-03-09", .reached))
    #expect(isCapped(world, "2026-03-11"))
    #expect(!isCapped(world, "2026-03-12"), "the agreed visit and this one are two in 7 days")
    world.loanCase.contacts[4].appointment = nil
    #expect(isCapped(world, "2026-03-12"), "three in 7 days")
  }

  @Test("counts as a visit of its own in 30 days")
  func month() {
    var world = world(for: "2026-03-11T15:00:00+08:00")
    for day in ["2026-02-20", "2026-02-25"] {
      world.loanCase.contacts.insert(contact(.visit, day), at: 0)
    }
    #expect(!isCapped(world, "2026-03-11"), "the fourth")
    world.loanCase.contacts.insert(contact(.visit, "2026-02-12"), at: 0)
    #expect(isCapped(world, "2026-03-11"), "the fifth")
    #expect(isCapped(self.world(for: "2026-03-11T15:00:00+08:00", home: "XX"), "2026-03-11"))
  }

  @Test("needs no further notice, as the borrower named the time")
  func notice() {
    let agreed = world(for: "2026-03-10T15:00:00+08:00").assess(on: date("2026-03-10"))
    #expect(agreed.refusalCodes == [])
    #expect(agreed.windows == [window("09:00-19:15")])
    let later = world(for: "2026-03-10T15:00:00+08:00").assess(on: date("2026-03-12"))
    #expect(later.conditionCodes.contains(.announce))
  }
}

extension RuleWorld {
  /// Puts another visit cap into the pack of China.
  fileprivate mutating func replaceCap(_ cap: VisitCap) {
    var pack = book.packs["CN"]
    guard let entry = pack?.entries.firstIndex(where: { $0.key == .visitCap }) else { return }
    pack?.entries[entry].value = .cap(cap)
    book = RuleBook(
      packs: pack.map { [$0] } ?? [], calendars: Array(book.calendars.values), home: "CN")
  }
}
