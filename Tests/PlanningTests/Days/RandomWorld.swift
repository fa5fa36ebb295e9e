import FieldModel
import Planning
import Quantities
import TestSupport

/// Worlds in which anything that a case, a crew or a rule can be may be.
struct RandomWorld {
  private var chance: SeededGenerator
  private let town: FlatTown

  static func make(seed: UInt64) -> PlannedWorld {
    var maker = RandomWorld(seed: seed)
    return maker.world(seed: seed)
  }

  private init(seed: UInt64) {
    chance = SeededGenerator(seed: seed)
    town = FlatTown(seed: seed, count: 40)
  }

  private mutating func isOne(in count: Int) -> Bool { chance.below(count) == 0 }

  private mutating func world(seed: UInt64) -> PlannedWorld {
    var cases: [LoanCase] = []
    let isBusy = isOne(in: 3)
    for number in 1...((isBusy ? 35 : 4) + chance.below(30)) { cases.append(loanCase(number)) }
    let crews = (1...(isBusy ? 1 : 1 + chance.below(3))).map { crew($0) }
    var world = PlannedWorld(
      cases: cases, crews: crews, days: isBusy ? 1 : 1 + chance.below(3))
    world.seed = seed
    if isOne(in: 2) {
      world.maker.now = Instant(
        date: SampleCase.firstDay, time: TimeOfDay(hour: chance.below(20)), offsetMinutes: 480)
    }
    for loanCase in cases where isOne(in: 12) {
      world.maker.promisesDue[loanCase.id] = SampleCase.firstDay.adding(days: chance.below(7) - 4)
    }
    for loanCase in cases where isOne(in: 12) {
      world.maker.appointments[loanCase.borrower.id] = Instant(
        date: SampleCase.firstDay.adding(days: chance.below(5) - 1),
        time: TimeOfDay(hour: 8 + chance.below(13)), offsetMinutes: 480)
    }
    if isOne(in: 3) { world.roads.missing = [chance.pick(town.places), chance.pick(town.places)] }
    if isOne(in: 2) { world.territories = territories(cases, crews) }
    return world
  }

  private mutating func territories(_ cases: [LoanCase], _ crews: [Crew]) -> [Territory] {
    let borrowers = Set(cases.map(\.borrower.id)).sorted()
    return (0..<3).map { part in
      var territory = Territory(
        id: "T\(part)", name: "",
        borrowers: borrowers.indices.filter { $0 % 4 == part }.map { borrowers[$0] })
      if !isOne(in: 4) { territory.crew = chance.pick(crews).id }
      return territory
    }
  }

  private mutating func crew(_ number: Int) -> Crew {
    var crew = SampleCase.crew(
      "K\(number)", at: chance.pick(town.places), mode: isOne(in: 3) ? .eBike : .car)
    let start = TimeOfDay(hour: 6 + chance.below(8))
    for weekday in Weekday.allCases where !isOne(in: 6) {
      crew.shifts[weekday] = TimeWindow(start: start, end: start + .hours(2 + chance.below(14)))
    }
    if isOne(in: 4) { crew.shifts[.wednesday] = nil }
    if isOne(in: 4) { crew.daysOff = [SampleCase.firstDay.adding(days: chance.below(3))] }
    if isOne(in: 2) { crew.breaks = [pause(from: start + .hours(2), 45)] }
    if isOne(in: 3) { crew.breaks.append(pause(from: start + .hours(4), 15)) }
    if isOne(in: 3) { crew.skills = ["legal"] }
    if isOne(in: 8) { crew.members[1].trainedUntil = SampleCase.firstDay }
    if isOne(in: 12) { crew.members.removeLast() }
    crew.maximumDuty = .hours(3 + chance.below(9))
    crew.maximumDriving = .hours(1 + chance.below(5))
    crew.maximumStops = 1 + chance.below(25)
    return crew
  }

  private func pause(from start: TimeOfDay, _ minutes: Int) -> CrewBreak {
    CrewBreak(
      window: TimeWindow(start: start, end: start + .minutes(30)), duration: .minutes(minutes))
  }

  private mutating func loanCase(_ number: Int) -> LoanCase {
    var loanCase = SampleCase.lawful(number, at: chance.pick(town.places))
    if number > 1, isOne(in: 6) { loanCase.borrower.id = "B\(number - 1)" }
    if isOne(in: 5) { loanCase.borrower.kind = .firm }
    if isOne(in: 12) { loanCase.status = isOne(in: 2) ? .cured : .gone }
    if isOne(in: 10) { loanCase.skills = [isOne(in: 4) ? "lang:yue" : "legal"] }
    while isOne(in: 3) {
      let extra = loanCase.addresses.count * 1000 + number
      loanCase.addresses.append(address(extra))
    }
    if isOne(in: 10) { loanCase.addresses[0].location = nil }
    addContacts(to: &loanCase)
    addRules(to: &loanCase)
    return loanCase
  }

  private mutating func address(_ number: Int) -> Address {
    var address = SampleCase.home(number, at: chance.pick(town.places))
    address.kind = chance.pick(AddressKind.allCases)
    address.status = isOne(in: 2) ? .verified : chance.pick(AddressStatus.allCases)
    address.isRural = isOne(in: 4)
    address.location?.isDoubtful = isOne(in: 8)
    if isOne(in: 3) { address.presence = [window("10:00-11:00"), window("18:00-21:00")] }
    return address
  }

  private mutating func addContacts(to loanCase: inout LoanCase) {
    if isOne(in: 10) { loanCase.contacts.removeFirst(2) }
    while isOne(in: 4) {
      loanCase.contacts.append(
        SampleCase.contact(
          chance.pick(ContactChannel.allCases), "2026-03-0\(1 + chance.below(8))",
          chance.pick(ContactResult.allCases)))
    }
    loanCase.contacts.sort { $0.at < $1.at }
  }

  private mutating func addRules(to loanCase: inout LoanCase) {
    let today = SampleCase.firstDay
    if isOne(in: 8) {
      loanCase.holds = [
        Hold(
          kind: chance.pick(HoldKind.allCases), from: today.adding(days: -chance.below(20)),
          until: isOne(in: 2) ? today.adding(days: chance.below(4)) : nil)
      ]
    }
    if isOne(in: 5) {
      loanCase.riskFlags = [
        RiskFlag(
          factor: chance.pick(RiskFactor.allCases), source: "visit", recorded: day("2026-01-01"),
          expires: today.adding(days: chance.below(4)))
      ]
    }
    if isOne(in: 5) {
      loanCase.wishes = [
        chance.pick([
          .onlyBetween(window("10:00-12:00")), .onlyBetween(window("19:00-21:30")),
          .notOn(.wednesday), .lettersOnly, .notAt(loanCase.addresses[0].id),
        ])
      ]
    }
    if isOne(in: 5) {
      loanCase.consents = [
        Consent(
          kind: chance.pick(Consent.Kind.allCases), given: day("2026-03-01"),
          expires: today.adding(days: chance.below(5)), evidence: "file")
      ]
    }
    if isOne(in: 6) {
      loanCase.approvals = [
        Approval(
          rule: chance.pick(["risk.high", "visit.workplace", "prior_attempts_before_visit"]),
          by: "组长", reason: "r", expires: today.adding(days: chance.below(5)))
      ]
    }
  }
}
