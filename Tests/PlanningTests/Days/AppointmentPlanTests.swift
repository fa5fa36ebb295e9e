import FieldModel
import Planning
import Quantities
import TestSupport
import Testing
import VisitRules

@Suite("An agreed visit, from the door to the next plan")
struct AppointmentPlanTests {
  /// Borrower 1 asked, on Monday evening, to be visited on Wednesday at three.
  private let agreed: CompletedVisit = {
    var done = DoneVisit(.rescheduled, met: .borrower, on: day("2026-03-09"))
    done.visit.outcome.appointment = Instant(
      date: day("2026-03-11"), time: time("15:00"), offsetMinutes: 480)
    return done.visit
  }()

  private func world(after visits: [CompletedVisit]) -> PlannedWorld {
    let place = Coordinate(latitude: 312_010_000, longitude: 1_205_000_000)
    var world = PlannedWorld(
      cases: [SampleCase.lawful(1, at: place)], crews: [SampleCase.crew("K1", at: place)], days: 3)
    for effects in OutcomeEffects.derive(from: visits) {
      world.cases = world.cases.map { effects.applied(to: $0) }
    }
    world.maker.now = Instant(date: day("2026-03-09"), time: time("20:00"), offsetMinutes: 480)
    world.maker.appointments = OutcomeEffects.appointments(after: visits)
    world.visits = visits
    return world
  }

  @Test("is planned within two clear days of the first visit, within half an hour of its time")
  func planned() throws {
    let world = world(after: [agreed])
    let plan = try world.plan()
    #expect(world.faults(of: plan) == [])
    let route = try #require(plan.routes.first)
    #expect(route.date == day("2026-03-11"))
    let start = try #require(route.stops.first?.start)
    #expect(abs((start - time("15:00")).value) <= 1800)
  }

  @Test("is refused by the cap where nobody asked for it")
  func unasked() throws {
    var visit = agreed
    visit.outcome.code = .refused
    visit.outcome.appointment = nil
    var world = world(after: [visit])
    world.maker.dates.removeLast()
    guard case .forbidden(let rule, let from) = try #require(try world.reason()) else {
      Issue.record("\(String(describing: try world.reason()))")
      return
    }
    #expect(rule.key == "visit.cap")
    #expect(from == day("2026-03-12"))
  }

  @Test("an agreement that logs contest makes no appointment, for planner, rules and checker")
  func contested() throws {
    var visit = agreed
    visit.outcome.needsReview = true
    let world = world(after: [visit])
    #expect(world.cases[0].contacts.last?.appointment == nil)
    #expect(world.maker.appointments.isEmpty)
    #expect(try world.reason() == .onHold(.unsettled, until: day("2026-04-08")))
  }
}
