import FieldModel
import Planning
import Quantities
import TestSupport
import Testing
import VisitRules

@Suite("Visit requests")
struct VisitRequestTests {
  private let tuesday = SampleCase.firstDay

  @Test("are one a borrower, about all open cases, in order")
  func grouping() throws {
    var world = RequestWorld(borrowers: 3)
    var second = SampleCase.lawful(1, at: RequestWorld.place(1))
    second.id = "C0"
    second.skills = ["legal"]
    var cured = second
    cured.id = "C7"
    cured.status = .cured
    world.cases = [world.cases[2], second, cured, world.cases[0], world.cases[1]]
    world.cases[0].status = .gone
    let (requests, unplanned) = world.made
    #expect(requests.map(\.borrower) == ["B1", "B2"])
    #expect(requests.map(\.cases) == [["C0", "C1"], ["C2"]])
    #expect(requests.map(\.skills) == [["legal"], []])
    #expect(unplanned.isEmpty)
    #expect(requests[0].id == "2026-03-10/B1")
  }

  @Test("go to verified homes first, then to what else is lawful, for less")
  func addresses() throws {
    let request = try #require(
      onlyRequest { world in
        var business = SampleCase.home(2, at: RequestWorld.place(2))
        business.kind = .business
        var wrong = SampleCase.home(3, at: RequestWorld.place(3))
        wrong.status = .wrong
        var unsure = SampleCase.home(4, at: RequestWorld.place(4))
        unsure.status = .unverified
        var doubtful = SampleCase.home(5, at: RequestWorld.place(5))
        doubtful.location?.isDoubtful = true
        world.cases[0].addresses = [wrong, doubtful, unsure, business, world.cases[0].addresses[0]]
      })
    var places: [Identifier<Address>] = []
    for option in request.options where places.last != option.address {
      places.append(option.address)
    }
    #expect(places == ["A1", "A2", "A4"])
    let best = places.map { place in
      request.options.filter { $0.address == place }.map(\.penalty).min() ?? -1
    }
    #expect(best == [0, 40, 80])
  }

  @Test("prefer the hours when somebody is in, and allow others for less")
  func presence() throws {
    let request = try #require(
      onlyRequest { $0.cases[0].addresses[0].presence = [window("18:00-20:00")] })
    #expect(request.options.map(\.penalty) == [0, 120])
    #expect(request.options[0].windows[tuesday] == [window("18:00-19:15")])
    #expect(request.options[1].windows[tuesday] == [window("09:00-19:15")])
    let never = try #require(
      onlyRequest { $0.cases[0].addresses[0].presence = [window("22:00-23:00")] })
    #expect(never.options.map(\.penalty) == [0], "hours that are never lawful do not count")
  }

  @Test("keep an appointment to its half hours, and before all else")
  func appointment() throws {
    let moment = Instant(
      date: tuesday.adding(days: 1), time: time("15:00"), offsetMinutes: 480)
    let request = try #require(onlyRequest { $0.maker.appointments["B1"] = moment })
    #expect(request.isAppointment)
    #expect(request.options.map(\.windows) == [[moment.date: [window("14:30-15:30")]]])
  }

  @Test("wait for an appointment that lies after the plan, and forget one that is past")
  func otherAppointments() throws {
    func at(_ days: Int) -> Instant {
      Instant(date: tuesday.adding(days: days), time: time("15:00"), offsetMinutes: 480)
    }
    let later = reasons { $0.maker.appointments["B1"] = at(9) }
    guard case .forbidden(let rule, let from) = try #require(later.first) else {
      Issue.record("\(later)")
      return
    }
    #expect(rule.key == "wish.appointment")
    #expect(from == tuesday.adding(days: 9))
    let past = try #require(onlyRequest { $0.maker.appointments["B1"] = at(-3) })
    #expect(!past.isAppointment)
    #expect(past.options[0].windows.count == 3)
    #expect(
      reasons { world in
        world.maker.appointments["B1"] = Instant(
          date: tuesday, time: time("22:30"), offsetMinutes: 480)
      } == [.windowTooTight(slack: nil)])
  }

  @Test("are for what the case calls for, and as long as that takes")
  func purposes() throws {
    func purpose(_ change: (inout LoanCase) -> Void) -> VisitPurpose? {
      onlyRequest { change(&$0.cases[0]) }?.purpose
    }
    #expect(purpose { _ in } == .contact)
    #expect(purpose { $0.borrower.kind = .firm } == .firmVisit)
    #expect(purpose { $0.loans[0].overdueSince = day("2025-10-01") } == .deliverLetter)
    #expect(
      purpose { $0.contacts.append(SampleCase.contact(.visit, "2026-02-20", .reached)) }
        == .repaymentPlan)
    #expect(
      purpose {
        $0.contacts.insert(SampleCase.contact(.letter, "2026-02-20", .undeliverable), at: 0)
      }
        == .verifyAddress)
    let broken = try #require(onlyRequest { $0.maker.promisesDue["C1"] = day("2026-03-05") })
    #expect(broken.purpose == .promiseFollowUp)
    #expect(broken.service == .minutes(15))
  }

  @Test("stay no longer than the risk lets them, and state it and its conditions day by day")
  func risk() throws {
    let request = try #require(
      onlyRequest { world in
        world.cases[0].borrower.kind = .firm
        world.cases[0].riskFlags = [
          RiskFlag(
            factor: .dogLoose, source: "visit", recorded: day("2026-01-01"),
            expires: tuesday)
        ]
      })
    #expect(request.service == .minutes(20), "25 minutes, but 20 at most at medium risk")
    #expect(request.options.map(\.risk) == [.low, .medium])
    #expect(request.options[1].windows.keys.sorted() == [tuesday])
    for option in request.options {
      #expect(Set(option.windows.keys) == Set(option.conditions.keys))
      #expect(option.conditions.values.joined().allSatisfy { $0.key != "visit.max_minutes" })
    }
  }

  @Test("are worth the sum of their parts, each by its weight")
  func value() throws {
    let plain = try #require(onlyRequest())
    #expect(plain.valueParts.map(\.code) == VisitValue.codes)
    #expect(plain.valueParts.map(\.points) == [80, 140, 90, 110, 120])
    #expect(plain.value == 540)
    let weighed = try #require(
      onlyRequest {
        $0.maker.value = VisitValue(weights: ["amount": 200, "stage": 0, "untouched": -5])
        $0.cases[0].loans[0].overdue = Money(minorUnits: 600_000, currency: .cny)
      })
    #expect(weighed.tier == .medium)
    #expect(weighed.valueParts.map(\.points) == [320, 0, 90, 110, 0])
  }

  @Test("grow more valuable the longer nobody came; a visit that never took place does not count")
  func untouched() {
    func points(_ date: String, counts: Bool = true) -> Int? {
      onlyRequest { world in
        var visit = SampleCase.contact(.visit, date)
        visit.countsAgainstCap = counts
        world.cases[0].contacts.append(visit)
      }?.valueParts.last?.points
    }
    #expect(points("2026-01-29") == 20)
    #expect(points("2025-01-29") == 120)
    #expect(points("2026-01-29", counts: false) == 120)
  }
}
