import FieldModel
import Planning
import Quantities
import TestSupport
import Testing

@Suite("What visits do")
struct OutcomeEffectsTests {
  private let friday = DoneVisit.friday

  @Test("a promise is seen after the day before and the day after, and runs until its day")
  func promise() {
    let done = DoneVisit(.promised, met: .borrower).promising(5000, by: friday.adding(days: 7))
    #expect(done.tasks == ["remind-promise 6", "check-promise 8"])
    #expect(OutcomeEffects.promisesDue(after: [done.visit]) == ["C1": friday.adding(days: 7)])
    let today = DoneVisit(.promised).promising(1, by: friday)
    #expect(today.tasks == ["remind-promise 0", "check-promise 1"], "no reminder in the past")
    let plan = done.promising(5000, by: friday.adding(days: 20))
    #expect(OutcomeEffects.promisesDue(after: [plan.visit]) == ["C1": friday.adding(days: 20)])
  }

  @Test("a second empty try in a row asks for another channel, and only the last for a visit")
  func emptyTries() {
    let first = DoneVisit(.nobodyIn)
    let second = DoneVisit(.nobodyIn, number: 2, on: friday.adding(days: 4))
    #expect(DoneVisit.tasks([second, first]) == ["other-channel 5"])
    let talk = DoneVisit(.refused, number: 2, met: .borrower, on: friday.adding(days: 4))
    let third = DoneVisit(.nobodyIn, number: 3, on: friday.adding(days: 9))
    #expect(DoneVisit.tasks([first, talk, third]) == ["legal-review 7", "visit-again 12"])
  }

  @Test("another visit comes with the next lawful day")
  func nextLawful() {
    let rules = FollowUpRules { loanCase, from in
      loanCase == "C1" ? from.adding(days: 2) : nil
    }
    let tasks = rules.list(after: [DoneVisit(.minorMet).visit])
    #expect(tasks.map(\.nextLawfulVisit) == [nil, friday.adding(days: 5)])
  }

  @Test("an appointment is the last word of the borrower")
  func appointments() {
    let moment = Instant(date: friday.adding(days: 3), time: time("15:00"), offsetMinutes: 480)
    var booked = DoneVisit(.rescheduled, met: .borrower)
    booked.visit.outcome.appointment = moment
    #expect(booked.tasks == ["book-appointment 3"])
    #expect(OutcomeEffects.appointments(after: [booked.visit]) == ["B1": moment])
    let kept = DoneVisit(.promised, number: 2, met: .borrower, on: friday.adding(days: 3))
    #expect(OutcomeEffects.appointments(after: [kept.visit, booked.visit]).isEmpty)
    booked.visit.outcome.needsReview = true
    #expect(OutcomeEffects.appointments(after: [booked.visit]).isEmpty)
  }

  @Test("a visit becomes a contact at its address, with what came of it")
  func contactsAtDoors() throws {
    let results: [(OutcomeCode, PersonMet, ContactResult)] = [
      (.promised, .borrower, .reached), (.refused, .borrower, .reached),
      (.otherAdult, .otherAdult, .message), (.refused, .otherAdult, .refused),
      (.stopRequested, .otherAdult, .refused), (.nobodyIn, .nobody, .noAnswer),
    ]
    for (code, met, result) in results {
      let contact = try #require(DoneVisit(code, met: met).effects?.contacts.first)
      #expect(contact.address == "A1" && contact.result == result, "\(code) \(met)")
    }
  }

  @Test("only a borrower who asked for another time (O12) has agreed to the next visit")
  func agreements() throws {
    let moment = Instant(date: friday.adding(days: 3), time: time("15:00"), offsetMinutes: 480)
    for code in OutcomeCode.allCases {
      var done = DoneVisit(code, met: .borrower)
      done.visit.outcome.appointment = moment
      let contact = try #require(done.effects?.contacts.first)
      #expect(contact.appointment == (code == .rescheduled ? moment : nil), "\(code)")
    }
  }

  @Test("a visit on which logs disagree counts as made, stops further visits, and changes no more")
  func review() throws {
    var done = DoneVisit(.deceased, verdict: .moved)
    done.visit.outcome.needsReview = true
    let effects = try #require(done.effects)
    #expect(effects.contacts.count == 1)
    #expect(effects.holds.map(\.kind) == [.unsettled])
    #expect(effects.holds.allSatisfy { $0.until != nil } && effects.addressChanges.isEmpty)
    #expect(done.tasks == ["settle-review 1", "estate 30"])
  }

  @Test("contacts say who was met; the verdict on the address comes before the code")
  func contacts() throws {
    func result(_ code: OutcomeCode, _ met: PersonMet) -> ContactResult? {
      DoneVisit(code, met: met).effects?.contacts.first?.result
    }
    #expect(result(.promised, .borrower) == .reached)
    #expect(result(.nobodyIn, .nobody) == .noAnswer)
    #expect(result(.otherAdult, .otherAdult) == .message)
    #expect(
      DoneVisit(.promised, verdict: .confirmed).effects?.addressChanges.map(\.status)
        == [.verified])
  }

  @Test("effects are listed by case, in order of time, whatever the order of the logs")
  func order() {
    var first = DoneVisit(.nobodyIn)
    first.visit.stop.cases = ["C1", "C2"]
    let second = DoneVisit(.hardship, number: 2, on: friday.adding(days: 3))
    let effects = OutcomeEffects.derive(from: [second.visit, first.visit])
    #expect(effects == OutcomeEffects.derive(from: [first.visit, second.visit]))
    #expect(effects.map(\.loanCase) == ["C1", "C2"])
    #expect(effects[0].contacts.map(\.at.date) == [friday, friday.adding(days: 3)])
  }

  @Test("cases in store have them applied, and lose them when they are made anew")
  func applied() throws {
    let store = MemoryCases()
    let place = Coordinate(latitude: 0, longitude: 0)
    store.save(
      [SampleCase.lawful(1, at: place)],
      from: ImportBatch(lender: "BANK", fileDigest: "", importedAt: SampleCase.now, rows: 1))
    let moved = DoneVisit(.moved)
    store.replaceEffects(OutcomeEffects.derive(from: [moved.visit]))
    #expect(store.findCase("C1")?.addresses.first?.status == .moved)
    #expect(store.listCases().first?.contacts.count == 5)
    store.replaceEffects([])
    #expect(store.findCase("C1") == SampleCase.lawful(1, at: place))
  }
}
