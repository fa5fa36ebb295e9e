import FieldModel
import Planning
import Quantities
import Testing
import VisitRules

@Suite struct PlanCheckerTests {
  /// The codes of what is wrong after `spoil`, each once, in order.
  private func codes(_ spoil: (inout CheckedWorld) -> Void) -> [String] {
    var world = CheckedWorld()
    spoil(&world)
    var seen: Set<String> = []
    return world.faults().map(\.kind.code).filter { seen.insert($0).inserted }
  }

  @Test("a right plan passes")
  func right() {
    #expect(CheckedWorld().faults() == [])
  }

  @Test("a plan under another code is refused, with the right one named")
  func code() {
    var world = CheckedWorld()
    world.plan.code = "00000000"
    let expected = PlanCode.make(for: world.plan)
    #expect(world.faults(in: world.plan) == [PlanFault(.wrongCode(expected: expected))])
  }

  @Test("a fault names its day, crew and visit")
  func whereabouts() {
    var world = CheckedWorld()
    world.plan.routes[0].stops[1].start = time("09:40")
    let fault = world.faults().first { $0.kind == .startsTooEarly }
    #expect(fault?.date == CheckedWorld.tuesday)
    #expect(fault?.crew == "K1")
    #expect(fault?.visit == "V2")
  }

  // MARK: The plan

  @Test("days, routes and their order")
  func plan() {
    #expect(codes { $0.plan.days = 0 } == ["wrong-day-count"])
    #expect(codes { $0.plan.days = 1 } == ["outside-plan"])
    #expect(codes { $0.plan.routes.reverse() } == ["routes-out-of-order"])
    #expect(
      codes { $0.plan.routes[1].stops[0].travel = Seconds(.max) } == ["absurd-time"])
    #expect(
      codes { $0.plan.routes[1].stops = [] } == ["empty-route", "case-dropped"])
    #expect(codes { $0.plan.routes[1].crew = "K9" } == ["unknown-crew"])
  }

  // MARK: The clock

  @Test("travel, arrivals and the return are those of the roads")
  func clock() {
    #expect(
      codes { $0.plan.routes[0].stops[0].travel = .minutes(5) }
        .contains("travel-misstated"))
    #expect(codes { $0.plan.routes[0].stops[1].arrival = time("09:45") } == ["arrival-misstated"])
    #expect(codes { $0.plan.routes[0].back = time("10:35") } == ["return-misstated"])
    #expect(codes { $0.plan.routes[0].returnTravel = .minutes(8) }.contains("travel-misstated"))
    #expect(codes { $0.roads.missing = [CheckedWorld.place(2)] } == ["unreachable"])
    #expect(codes { $0.plan.routes[0].stops.swapAt(0, 1) }.contains("arrival-misstated"))
  }

  @Test("a visit does not begin before the crew is there")
  func early() {
    #expect(
      codes {
        $0.plan.routes[0].stops[1].start = time("09:45")
        $0.plan.routes[0].back = time("10:25")
      } == ["starts-too-early"])
  }

  @Test("breaks that are owed are taken, where the crew stands")
  func breaks() {
    #expect(
      codes {
        $0.plan.routes[1].breaks = []
        $0.plan.routes[1].departure = time("12:59")
        $0.plan.routes[1].stops[0].arrival = time("13:09")
      }.contains("break-missing"))
    #expect(
      codes { $0.plan.routes[1].departure = time("12:05") }
        == ["break-misplaced"], "begun before leaving")
    #expect(
      codes {
        $0.plan.routes[0].breaks = [
          PlannedBreak(start: time("09:50"), duration: .minutes(10), afterStops: 1)
        ]
      } == ["break-misplaced"], "one that nobody owes")
    #expect(
      codes { $0.crew.breaks[0].duration = .minutes(90) }.contains("break-missing"))
    #expect(codes { $0.crew.breaks[0].window.end = time("13:50") } == [], "back in time")
  }

  // MARK: The crew

  @Test("shift, duty, driving and stops stay within their limits")
  func crew() {
    #expect(codes { $0.crew.shifts[.tuesday] = nil } == ["no-shift"])
    #expect(codes { $0.crew.daysOff = [CheckedWorld.tuesday] } == ["no-shift"])
    #expect(codes { $0.crew.shifts[.tuesday]?.end = time("10:30") } == ["outside-shift"])
    #expect(codes { $0.crew.maximumStops = 1 } == ["too-many-stops"])
    #expect(codes { $0.crew.maximumDuty = .minutes(99) } == ["duty-exceeded"])
    #expect(codes { $0.crew.maximumDriving = .minutes(29) } == ["driving-exceeded"])
  }

  @Test("nobody drives four hours without a pause")
  func continuousDriving() {
    let long = PlanFault(.continuousDrivingExceeded(limit: .minutes(20)))
    var world = CheckedWorld()
    var pack = world.book.packs["CN"]
    let entry = pack?.entries.firstIndex { $0.key == .continuousDriving }
    if let entry {
      pack?.entries[entry].value = .driving(limit: .minutes(20), rest: .minutes(45))
    }
    world.book = RuleBook(
      packs: pack.map { [$0] } ?? [], calendars: Array(world.book.calendars.values), home: "CN")
    #expect(world.faults().map(\.kind) == [long.kind], "only the second day has a rest")
  }

  @Test("a crew that the rules keep at home does not go")
  func unfitCrew() {
    #expect(
      codes { $0.crew.members.removeLast() } == ["crew-forbidden", "too-few-persons"])
    #expect(codes { $0.crew.members[0].trainedUntil = nil } == ["crew-forbidden"])
  }

  @Test("a crew has the skills that the case asks for")
  func skills() {
    #expect(codes { $0.cases[0].skills = ["legal"] } == ["missing-skill"])
    #expect(
      codes {
        $0.cases[0].skills = ["legal"]
        $0.crew.skills = ["legal"]
      } == [])
  }

  // MARK: The visit

  @Test("what any open case of the borrower knows against the address counts")
  func addressCopies() {
    func codes(_ spoil: @escaping (inout LoanCase) -> Void) -> [String] {
      self.codes { world in
        var other = world.cases[0]
        other.id = "C9"
        spoil(&other)
        world.cases.append(other)
        world.plan.routes[0].stops[0].cases = ["C1", "C9"]
      }
    }
    #expect(codes { _ in } == [])
    for status in AddressStatus.allCases where !status.isVisitable {
      #expect(codes { $0.addresses[0].status = status }.contains("address-not-visitable"))
    }
    let doubtful = codes { $0.addresses[0].location?.isDoubtful = true }
    #expect(doubtful.contains("not-located"))
  }

  @Test("the address is the borrower's, located and fit to be visited")
  func address() {
    #expect(codes { $0.plan.routes[0].stops[0].address = "A9" } == ["foreign-address"])
    #expect(
      codes { $0.cases[0].addresses[0].status = .moved } == [
        "address-not-visitable", "forbidden",
      ])
    #expect(codes { $0.cases[0].addresses[0].location = nil } == ["not-located"])
    #expect(codes { $0.cases[0].addresses[0].location?.isDoubtful = true } == ["not-located"])
    #expect(
      codes { $0.cases[0].addresses[0].location?.coordinate = CheckedWorld.place(8) } == [
        "wrong-coordinate"
      ])
  }

  @Test("a visit begins in its stated and in a lawful window")
  func windows() {
    #expect(
      codes {
        $0.plan.routes[0].stops[0].window = TimeWindow(start: time("10:00"), end: time("11:00"))
      } == ["outside-stated-window"])
    #expect(
      codes {
        $0.cases[0].wishes = [.onlyBetween(TimeWindow(start: time("15:00"), end: time("17:00")))]
      }
        == ["outside-lawful-window", "condition-missing"])
  }

  @Test("a visit that a rule forbids is refused with the rule")
  func forbidden() {
    let spoils: [(String, (inout CheckedWorld) -> Void)] = [
      ("case.holds", { $0.cases[0].holds = [Hold(kind: .hardship, from: day("2026-03-01"))] }),
      (
        "quiet.complaint_or_dispute",
        {
          $0.cases[0].holds = [Hold(kind: .dispute, from: day("2026-03-01"))]
        }
      ),
      (
        "visit.cap",
        {
          $0.cases[0].contacts.insert(CheckedWorld.contact(.visit, "2026-03-06"), at: 3)
          $0.cases[0].contacts[3].at = Instant(
            date: day("2026-03-08"), time: time("08:00"), offsetMinutes: 480)
          $0.cases[0].consents = [
            Consent(
              kind: .visit, given: day("2026-03-01"), expires: day("2026-04-01"), evidence: "f")
          ]
        }
      ),
      ("visit.promise_running", { $0.promisesDue["C1"] = CheckedWorld.tuesday }),
      ("prior_attempts_before_visit", { $0.cases[0].contacts.removeFirst(3) }),
      ("wish.letters-only", { $0.cases[0].wishes = [.lettersOnly] }),
      (
        "risk.stop",
        {
          $0.cases[0].riskFlags = [
            RiskFlag(factor: .assault, source: "visit", recorded: day("2026-01-01"))
          ]
        }
      ),
    ]
    for (key, spoil) in spoils {
      var world = CheckedWorld()
      spoil(&world)
      let keys = world.faults().compactMap { fault -> String? in
        guard case .forbidden(let citation, _) = fault.kind else { return nil }
        return citation.key
      }
      #expect(keys == [key])
    }
  }

  @Test("an agreed visit is made at its moment, give or take half an hour, and on no other day")
  func appointments() {
    func codes(
      _ day: ServiceDate, _ clock: String, offset: Int16 = 480,
      _ spoil: @escaping (inout CheckedWorld) -> Void = { _ in }
    ) -> [String] {
      self.codes { world in
        var done = DoneVisit(
          .rescheduled, met: .borrower, on: PlanningTests.day("2026-02-27"))
        done.visit.outcome.appointment = Instant(
          date: day, time: time(clock), offsetMinutes: offset)
        world.visits = [done.visit]
        spoil(&world)
      }
    }
    let tuesday = CheckedWorld.tuesday
    #expect(codes(tuesday, "09:40") == [], "the visit begins at 09:10")
    #expect(codes(tuesday, "08:40") == [])
    #expect(codes(tuesday, "09:41") == ["outside-appointment"])
    #expect(codes(tuesday, "08:39") == ["outside-appointment"])
    #expect(codes(tuesday, "01:10", offset: 0) == [], "the same moment by other clocks")
    #expect(codes(CheckedWorld.wednesday, "09:10") == ["outside-appointment"])
    #expect(codes(tuesday.adding(days: 30), "09:10") == ["outside-appointment"])
    #expect(codes(tuesday.adding(days: -1), "09:10") == [], "it was not kept and is past")
    #expect(codes(tuesday, "15:00") { $0.visits[0].outcome.needsReview = true } == [])
    #expect(codes(tuesday, "15:00") { $0.visits[0].stop.borrower = "B4" } == [])
  }

  @Test("only the last visit's agreement binds, in whatever order visits came home")
  func lastAppointment() {
    var first = DoneVisit(.rescheduled, number: 1, on: day("2026-02-25"))
    first.visit.outcome.appointment = Instant(
      date: CheckedWorld.wednesday, time: time("15:00"), offsetMinutes: 480)
    let second = DoneVisit(.refused, number: 2, on: day("2026-03-01"))
    #expect(codes { $0.visits = [first.visit] } == ["outside-appointment"])
    #expect(codes { $0.visits = [first.visit, second.visit] } == [])
    #expect(codes { $0.visits = [second.visit, first.visit] } == [])
  }

  @Test("a holiday is refused on the route's own day")
  func holiday() {
    let codes = codes { world in
      world.plan.firstDay = day("2026-05-05")
      world.plan.routes[0].date = day("2026-05-05")
      world.plan.routes[1].date = day("2026-05-06")
    }
    #expect(codes.contains("forbidden"))
  }

  @Test("risk, conditions and people are those of the rules")
  func risk() {
    let dog = RiskFlag(factor: .dogLoose, source: "visit", recorded: day("2026-01-01"))
    #expect(
      codes { $0.cases[0].riskFlags = [dog] } == ["risk-understated", "condition-missing"])
    #expect(
      codes {
        $0.cases[0].riskFlags = [dog]
        $0.plan.routes[0].stops[0].risk = .medium
        $0.plan.routes[0].stops[0].conditions = [
          RuleCitation(pack: "CN", key: "visit.max_minutes", effect: .warn, source: "own default")
        ]
      } == [])
  }

  // MARK: The books

  @Test("a stop is about the open cases of its borrower, all of them and no other")
  func cases() {
    #expect(codes { $0.plan.routes[0].stops[0].cases = ["C1", "C4"] }.contains("foreign-case"))
    #expect(
      codes { $0.plan.routes[0].stops[0].cases = ["C1", "C77"] } == ["unknown-case"])
    #expect(codes { $0.cases[0].status = .gone }.contains("closed-case"))
    #expect(
      codes { $0.plan.routes[0].stops[0].cases = [] }.contains("wrong-case-list"))
    #expect(
      codes { world in
        var second = world.cases[0]
        second.id = "C6"
        world.cases.append(second)
      } == ["case-not-taken", "case-dropped"])
  }

  @Test("every open case is planned or left out, exactly once")
  func bookkeeping() {
    #expect(codes { $0.plan.unplanned = [] } == ["case-dropped"])
    #expect(
      codes { $0.plan.unplanned.append($0.plan.unplanned[0]) } == ["unplanned-twice"])
    #expect(
      codes {
        $0.plan.unplanned.insert(UnplannedVisit(loanCase: "C1", reason: .daysFull), at: 0)
      } == ["planned-and-unplanned"])
    #expect(
      codes {
        $0.plan.unplanned.append(UnplannedVisit(loanCase: "C0", reason: .daysFull))
      } == ["unplanned-out-of-order", "unknown-case"])
    #expect(codes { $0.plan.routes[1].stops[0].visit = "V1" } == ["duplicate-visit"])
  }

  @Test("a borrower is visited once, and never twice within the cap's days")
  func twice() {
    let again = codes { world in
      let third = world.plan.routes[1].stops[0]
      world.plan.routes[1].stops[0] = CheckedWorld.stop(
        4, world.cases[0], arrival: "13:10", start: "13:10")
      world.plan.routes[1].stops[0].coordinate = CheckedWorld.place(1)
      world.plan.unplanned.insert(
        UnplannedVisit(loanCase: third.cases[0], reason: .daysFull), at: 0)
    }
    #expect(again == ["forbidden", "planned-twice"])
    let sameDay = codes { world in
      let route = world.plan.routes[0]
      world.plan.routes[0].stops[1] = CheckedWorld.stop(
        2, world.cases[0], arrival: "09:50", start: "10:00")
      world.plan.routes[0].stops[1].coordinate = CheckedWorld.place(1)
      world.plan.unplanned.insert(
        UnplannedVisit(loanCase: route.stops[1].cases[0], reason: .daysFull), at: 0)
    }
    #expect(sameDay == ["forbidden", "borrower-twice-in-day"])
  }
}
