import FieldModel
import Planning
import Quantities
import TestSupport
import Testing
import VisitRules

@Suite("Why a case makes no request")
struct UnplannedReasonTests {
  private let tuesday = SampleCase.firstDay

  @Test("no address, none located, doubtful, none fit to be visited")
  func addresses() {
    #expect(reasons { $0.cases[0].addresses = [] } == [.notLocated])
    #expect(reasons { $0.cases[0].addresses[0].location = nil } == [.notLocated])
    #expect(
      reasons { $0.cases[0].addresses[0].location?.isDoubtful = true } == [.locationDoubtful])
    for status in AddressStatus.allCases where !status.isVisitable {
      #expect(reasons { $0.cases[0].addresses[0].status = status } == [.noVisitableAddress])
    }
  }

  @Test("an address that another open case of the borrower knows to be unfit")
  func copies() {
    func reasons(_ spoil: (inout LoanCase) -> Void) -> [UnplannedReason] {
      PlanningTests.reasons { world in
        var other = world.cases[0]
        other.id = "C9"
        spoil(&other)
        world.cases.append(other)
      }
    }
    #expect(reasons { _ in } == [])
    for status in AddressStatus.allCases where !status.isVisitable {
      #expect(
        reasons { $0.addresses[0].status = status } == [.noVisitableAddress, .noVisitableAddress])
    }
    #expect(
      reasons { $0.addresses[0].location?.isDoubtful = true }
        == [.locationDoubtful, .locationDoubtful])
    #expect(
      reasons {
        $0.addresses[0].status = .wrong
        $0.status = .cured
      } == [], "a closed case has no say")
  }

  @Test("a stop flag, with its last day")
  func holds() {
    let until = tuesday.adding(days: 20)
    #expect(
      reasons {
        $0.cases[0].holds = [Hold(kind: .hardship, from: day("2026-03-01"), until: until)]
      } == [.onHold(.hardship, until: until)])
    #expect(
      reasons { $0.cases[0].holds = [Hold(kind: .deceased, from: day("2026-03-01"))] }
        == [.onHold(.deceased, until: nil)])
  }

  @Test("a promise that runs, but not one of a case that is closed")
  func promise() {
    let due = tuesday.adding(days: 5)
    #expect(reasons { $0.maker.promisesDue["C1"] = due } == [.promiseRunning(until: due)])
    #expect(
      onlyRequest { world in
        var closed = world.cases[0]
        closed.id = "C9"
        closed.status = .cured
        world.cases.append(closed)
        world.maker.promisesDue["C9"] = due
      } != nil)
  }

  @Test("a rule, with the day after which it would let the visit be")
  func rules() throws {
    let cap = reasons {
      $0.cases[0].contacts.append(SampleCase.contact(.visit, "2026-03-08"))
      $0.cases[0].consents = [
        Consent(kind: .visit, given: day("2026-03-01"), expires: day("2026-04-01"), evidence: "f")
      ]
      $0.maker.dates = [tuesday]
    }
    guard case .forbidden(let rule, let from) = try #require(cap.first) else {
      Issue.record("\(cap)")
      return
    }
    #expect(rule.key == "visit.cap")
    #expect(from == tuesday.adding(days: 1))
    #expect(
      keys(reasons { $0.cases[0].wishes = [.lettersOnly] }) == ["wish.letters-only"])
    #expect(
      keys(reasons { $0.cases[0].contacts.removeAll() }) == ["prior_attempts_before_visit"])
  }

  @Test("over a holiday, the first working day after it and not the next day of the plan")
  func holiday() throws {
    let found = reasons {
      $0.maker.dates = (1...3).map { day("2026-10-01").adding(days: $0 - 1) }
      $0.cases[0].contacts.append(SampleCase.contact(.sms, "2026-09-28", .visitAnnounced))
      $0.maker.now = Instant(
        date: day("2026-09-29"), time: time("08:00"), offsetMinutes: 480)
    }
    guard case .forbidden(let rule, let from) = try #require(found.first) else {
      Issue.record("\(found)")
      return
    }
    #expect(rule.key == "visit.holidays")
    #expect(try #require(from) > day("2026-10-03"))
  }

  @Test("an approval that is missing comes first, as somebody can give it")
  func approval() throws {
    func work(_ change: (inout LoanCase) -> Void) -> [UnplannedReason] {
      reasons { world in
        world.cases[0].addresses[0].kind = .work
        var home = SampleCase.home(2, at: RequestWorld.place(2))
        home.status = .moved
        world.cases[0].addresses.append(home)
        change(&world.cases[0])
      }
    }
    guard case .needsApproval(let rule) = try #require(work { _ in }.first) else {
      Issue.record("\(work { _ in })")
      return
    }
    #expect(rule.key == "visit.workplace")
    #expect(
      work {
        $0.approvals = [
          Approval(rule: "visit.workplace", by: "组长", reason: "r", expires: day("2026-12-31"))
        ]
      }.isEmpty)
  }

  @Test("stands beside every open case of the borrower, in order")
  func everyCase() {
    var world = RequestWorld(borrowers: 2)
    var second = world.cases[0]
    second.id = "C0"
    world.cases.append(second)
    for position in world.cases.indices { world.cases[position].wishes = [.lettersOnly] }
    #expect(world.made.unplanned.map(\.loanCase) == ["C0", "C1", "C2"])
    #expect(world.made.requests.isEmpty)
  }

  private func keys(_ reasons: [UnplannedReason]) -> [String] {
    reasons.compactMap { reason in
      if case .forbidden(let rule, _) = reason { rule.key } else { nil }
    }
  }
}
