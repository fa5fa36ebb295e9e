import FieldModel
import Quantities
import Testing
import VisitRules

@Suite struct RuleBookTests {
  @Test("an ordinary day is allowed from nine until 45 minutes before eight")
  func ordinary() {
    let assessment = RuleWorld().assess()
    #expect(assessment.windows == [window("09:00-19:15")])
    #expect(assessment.refusals == [])
    #expect(assessment.reason == nil)
    #expect(assessment.risk.tier == .low)
    #expect(assessment.maximumStay == .minutes(30))
    #expect(assessment.minimumPersons == 2)
  }

  @Test("every verdict names its pack, entry and source")
  func citations() {
    for verdict in RuleWorld().assess().verdicts {
      #expect(!verdict.citation.pack.isEmpty)
      #expect(PolicyKey(rawValue: verdict.citation.key) != nil)
      #expect(!verdict.citation.source.isEmpty)
    }
  }

  @Test("Sunday is allowed with a warning in China and barred by the strict pack")
  func sunday() {
    let sunday = date("2026-03-15")
    #expect(RuleWorld().assess(on: sunday).conditionCodes == [.warnedWeekday])
    var strict = RuleWorld(home: "XX")
    strict.loanCase.consents = [consent(.visit)]
    let assessment = strict.assess(on: sunday)
    #expect(assessment.refusalCodes == [.barredWeekday])
    #expect(assessment.nextLawful == date("2026-03-16"))
  }

  @Test("holidays are barred until the first working day, and make-up workdays warn")
  func holidays() {
    var world = RuleWorld()
    world.loanCase.contacts.append(contact(.sms, "2026-02-01", .visitAnnounced))
    let assessment = world.assess(on: date("2026-02-17"))
    #expect(assessment.refusalCodes.contains(.holiday))
    #expect(
      assessment.refusals.first { $0.code == .holiday }?.nextLawful == date("2026-02-24"))
    #expect(world.assess(on: date("2026-02-28")).conditionCodes.contains(.makeUpWorkday))
  }

  @Test("a consent to rest days lifts a holiday, without evidence it does not")
  func holidayConsent() {
    var world = RuleWorld()
    world.context.now = Instant(
      date: date("2026-04-01"), time: TimeOfDay(hour: 8), offsetMinutes: 480)
    let day = date("2026-04-05")
    world.loanCase.consents = [consent(.restDay, given: "2026-04-01")]
    #expect(world.assess(on: day).isAllowed)
    #expect(world.assess(on: day).conditionCodes.contains(.consented))
    world.loanCase.consents[0].evidence = ""
    #expect(world.assess(on: day).refusalCodes == [.holiday])
    world.loanCase.consents = [consent(.restDay, given: "2026-03-01")]
    #expect(world.assess(on: day).refusalCodes == [.holiday], "older than 30 days")
  }

  @Test("a year without a calendar warns")
  func noCalendar() {
    var world = RuleWorld()
    world.context.now = Instant(
      date: date("2027-01-04"), time: TimeOfDay(hour: 8), offsetMinutes: 480)
    #expect(world.assess(on: date("2027-01-06")).conditionCodes.contains(.calendarMissing))
  }

  @Test("a visit two days ago bars the day and names the next lawful one")
  func cap() {
    var world = RuleWorld()
    world.loanCase.contacts.append(contact(.visit, "2026-03-08"))
    let assessment = world.assess()
    #expect(assessment.refusalCodes == [.capReached])
    #expect(assessment.refusals[0].arguments == ["1", "2", "2", "4", "1"])
    #expect(assessment.nextLawful == date("2026-03-11"))
    #expect(
      assessment.reason
        == .forbidden(assessment.refusals[0].citation, from: date("2026-03-11")))
  }

  @Test("visits that were aborted do not count, planned ones do, and one noted twice counts once")
  func capCounting() {
    var world = RuleWorld()
    var aborted = contact(.visit, "2026-03-09")
    aborted.countsAgainstCap = false
    world.loanCase.contacts.insert(aborted, at: 3)
    world.loanCase.contacts.append(contact(.sms, "2026-03-09", .visitAnnounced))
    #expect(!world.assess().refusalCodes.contains(.capReached))
    world.context.plannedVisits = [date("2026-03-12")]
    #expect(world.assess().refusalCodes.contains(.capReached))
    world.context.plannedVisits = []
    world.loanCase.contacts += [contact(.visit, "2026-03-05")]
    var other = world.loanCase
    other.id = "C2"
    let cases = [world.loanCase, other]
    let assessment = world.book.assess(
      cases, address: world.address, on: RuleWorld.tuesday, context: world.context)
    #expect(!assessment.refusalCodes.contains(.capReached))
  }

  @Test("three attempts on two days come before a visit, unless it checks an address")
  func attempts() {
    var world = RuleWorld()
    world.loanCase.contacts.removeFirst(2)
    let assessment = world.assess()
    #expect(assessment.refusalCodes == [.attemptsMissing])
    #expect(assessment.refusals[0].arguments == ["2", "3", "2"])
    world.context.purpose = .verifyAddress
    #expect(world.assess().isAllowed)
    world.context.purpose = .contact
    world.loanCase.approvals = [approval("prior_attempts_before_visit")]
    #expect(world.assess().conditionCodes == [.approved])
  }

  @Test("an unannounced visit begins a day from now at the earliest, and must be announced")
  func notice() {
    var world = RuleWorld()
    world.loanCase.contacts.removeLast()
    world.context.now = Instant(
      date: date("2026-03-09"), time: TimeOfDay(hour: 14), offsetMinutes: 480)
    world.loanCase.contacts[0].at.secondsSinceEpoch -= 1
    let assessment = world.assess()
    #expect(assessment.windows == [window("14:00-19:15")])
    #expect(assessment.conditionCodes == [.announce])
    let today = world.assess(on: date("2026-03-09"))
    #expect(today.refusalCodes == [.noticeTooShort])
    #expect(today.nextLawful == RuleWorld.tuesday)
    world.loanCase.consents = [consent(.visit)]
    #expect(world.assess(on: date("2026-03-09")).isAllowed)
  }

  @Test("an announcement of the visit before does not serve the next one")
  func oldAnnouncement() {
    var world = RuleWorld()
    world.loanCase.contacts = [
      contact(.sms, "2026-02-20"), contact(.call, "2026-02-21"),
      contact(.sms, "2026-02-24", .visitAnnounced), contact(.visit, "2026-02-25"),
    ]
    #expect(world.assess().conditionCodes == [.announce])
  }

  @Test("an unknown jurisdiction asks for consent, 72 hours, daylight and the doorstep")
  func unknownPlace() {
    var world = RuleWorld(home: "XX")
    #expect(world.assess().refusalCodes == [.consentMissing])
    world.loanCase.consents = [consent(.visit)]
    let assessment = world.assess()
    #expect(assessment.windows == [window("10:00-17:15")], "72 h after the announcement")
    #expect(assessment.conditionCodes.contains(.daylightOnly))
    #expect(assessment.conditionCodes.contains(.stay), "half an hour is more than 20 minutes")
    #expect(assessment.maximumStay == .minutes(20))
    #expect(assessment.verdicts.allSatisfy { $0.citation.pack == "GENERIC-STRICT" })
    #expect(
      assessment.verdicts.contains { $0.code == .entry && $0.arguments == ["doorstep-only"] })
  }

  @Test("the address's own jurisdiction goes before the workspace's")
  func ownJurisdiction() {
    var world = RuleWorld()
    world.address.jurisdiction = "ZZ"
    #expect(world.assess().refusalCodes == [.consentMissing])
  }

  @Test("a lender's pack tightens and never loosens")
  func lenderPack() {
    let entries = [
      entry(.windowLegal, .window(window("06:00-23:30"))),
      entry(.windowPlan, .window(window("10:00-16:00"))),
      entry(.teamMinimum, .count(3)),
    ]
    let text = BilingualText(english: "bank", chinese: "银行")
    let pack = PolicyPack(
      code: "BANK-POLICY", name: text, notice: text, lender: "BANK", entries: entries)
    let assessment = RuleWorld(lenderPack: pack).assess()
    #expect(assessment.windows == [window("10:00-15:15")])
    #expect(assessment.minimumPersons == 3)
    #expect(assessment.verdicts.contains { $0.citation.pack == "BANK-POLICY" })
  }

  @Test("wishes bind: hours, weekdays, letters and places")
  func wishes() {
    var world = RuleWorld()
    world.loanCase.wishes = [.onlyBetween(window("10:00-11:00"))]
    #expect(world.assess().windows == [window("10:00-10:30")])
    world.loanCase.wishes = [.notOn(.tuesday)]
    #expect(world.assess().refusalCodes == [.wishWeekday])
    world.loanCase.wishes = [.lettersOnly]
    #expect(world.assess().refusalCodes == [.wishLetters])
    world.loanCase.wishes = [.notAt("A1")]
    #expect(world.assess().refusalCodes == [.wishAddress])
    world.loanCase.wishes = [.notAt("A2"), .notOn(.monday)]
    #expect(world.assess().isAllowed)
  }

  @Test("hours outside the rule open only by consent, and only those that the borrower named")
  func outsideHours() {
    var world = RuleWorld()
    world.loanCase.wishes = [.onlyBetween(window("20:30-21:30"))]
    #expect(world.assess().refusalCodes == [.noHoursLeft])
    world.loanCase.consents = [consent(.outsideHours)]
    #expect(world.assess().windows == [window("20:30-21:00")])
    world.loanCase.wishes = []
    #expect(world.assess().windows == [window("09:00-19:15")])
  }

  @Test("each kind of hold acts as the pack says", arguments: HoldKind.allCases)
  func holds(kind: HoldKind) {
    var world = RuleWorld()
    world.loanCase.holds = [Hold(kind: kind, from: date("2026-03-05"))]
    let assessment = world.assess()
    #expect(assessment.refusalCodes == [.hold])
    #expect(assessment.refusals[0].arguments.first == kind.rawValue)
    if kind == .legal {
      #expect(assessment.reason == .needsApproval(assessment.refusals[0].citation))
      world.loanCase.approvals = [approval("case.holds")]
      #expect(world.assess().isAllowed)
    } else {
      let until = assessment.nextLawful?.adding(days: -1)
      #expect(assessment.reason == .onHold(kind, until: until))
    }
  }

  @Test("quiet periods prolong a hold, and end one that nobody ended")
  func quietPeriods() {
    var world = RuleWorld()
    world.loanCase.holds = [
      Hold(kind: .bereavement, from: date("2026-03-01"), until: date("2026-03-05"))
    ]
    #expect(world.assess().nextLawful == date("2026-04-01"))
    world.loanCase.holds = [Hold(kind: .absent, from: date("2025-12-09"))]
    #expect(world.assess().nextLawful == nil && world.assess().isAllowed)
    world.loanCase.holds = [Hold(kind: .hardship, from: date("2024-01-01"))]
    #expect(!world.assess().isAllowed)
    world.loanCase.holds = [
      Hold(kind: .dispute, from: date("2026-03-01"), until: date("2026-03-09"))
    ]
    #expect(world.assess().isAllowed)
  }

  @Test("a lifted hold holds through the day before it is lifted, and no rule prolongs a mistake")
  func lifted() {
    func assess(
      _ kind: HoldKind, free: String, isMistake: Bool = false
    ) -> VisitAssessment {
      var world = RuleWorld()
      var hold = Hold(kind: kind, from: date("2026-03-01"))
      hold.lifting = HoldLifting(free: date(free), by: "M", reason: "r", isMistake: isMistake)
      world.loanCase.holds = [hold]
      return world.assess()
    }
    #expect(assess(.hardship, free: "2026-03-10").isAllowed)
    let later = assess(.hardship, free: "2026-03-11")
    #expect(later.reason == .onHold(.hardship, until: date("2026-03-10")))
    #expect(assess(.dispute, free: "2026-03-10").isAllowed)
    #expect(assess(.bereavement, free: "2026-03-10").nextLawful == date("2026-04-01"))
    #expect(assess(.bereavement, free: "2026-03-10", isMistake: true).isAllowed)
  }

  @Test("a running promise bars visits through its due day")
  func promise() {
    var world = RuleWorld()
    world.context.promiseDue = RuleWorld.tuesday
    #expect(world.assess().reason == .promiseRunning(until: RuleWorld.tuesday))
    #expect(world.assess(on: date("2026-03-11")).isAllowed)
  }

  @Test("closed cases and addresses that cannot be visited are refused")
  func state() {
    var world = RuleWorld()
    world.address.status = .moved
    #expect(world.assess().reason == .noVisitableAddress)
    world.loanCase.status = .cured
    #expect(world.assess().reason == .closed)
  }

  private func consent(_ kind: Consent.Kind, given: String = "2026-03-01") -> Consent {
    Consent(
      kind: kind, given: date(given), expires: date("2026-12-31"), evidence: "file 7")
  }

  private func approval(_ rule: String) -> Approval {
    Approval(rule: rule, by: "S1", reason: "known to us", expires: date("2026-12-31"))
  }

  private func entry(_ key: PolicyKey, _ value: PolicyValue) -> PolicyEntry {
    PolicyEntry(
      key: key, value: value, effect: .block, source: "bank handbook", status: .ownDefault,
      confidence: .ownDefault, checkedOn: date("2026-01-01"))
  }
}
