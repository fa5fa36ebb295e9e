import FieldModel
import Quantities
import Testing
import VisitRules

@Suite struct SafetyRuleTests {
  private func flag(_ factor: RiskFactor, at address: Identifier<Address>? = nil) -> RiskFlag {
    RiskFlag(factor: factor, address: address, source: "visit", recorded: date("2026-01-01"))
  }

  @Test(
    "points add up to a tier",
    arguments: [
      ([RiskFactor.dogRestrained], 5, RiskTier.low),
      ([.dogLoose], 20, .medium),
      ([.threat], 40, .high),
      ([.threat, .dogLoose], 60, .stop),
      ([.assault], 0, .stop),
      ([.oneWayOut, .crowd, .infection, .dogRestrained], 38, .medium),
    ])
  func tiers(factors: [RiskFactor], points: Int, tier: RiskTier) {
    var world = RuleWorld()
    world.loanCase.riskFlags = factors.map { flag($0) }
    let risk = world.assess().risk
    #expect(risk.points == points)
    #expect(risk.tier == tier)
    #expect(Set(risk.parts.map(\.factor)) == Set(factors))
  }

  @Test("flags of another address, of tomorrow and of last year do not count")
  func otherFlags() {
    var world = RuleWorld()
    var old = flag(.threat)
    old.expires = date("2026-03-09")
    world.loanCase.riskFlags = [
      flag(.assault, at: "A9"), old,
      RiskFlag(factor: .threat, source: "visit", recorded: date("2026-03-11")),
    ]
    #expect(world.assess().risk.points == 0)
  }

  @Test("an unverified address never visited counts, and so does a rural one")
  func derived() {
    var world = RuleWorld()
    world.address.status = .unverified
    #expect(world.assess().risk.parts.map(\.factor) == [.firstVisit])
    world.address.isRural = true
    #expect(world.assess().risk.points == 23)
    #expect(world.assess().risk.tier == .medium)
  }

  @Test("high risk needs an approval, daylight and more people")
  func high() {
    var world = RuleWorld()
    world.loanCase.riskFlags = [flag(.threat)]
    let refused = world.assess()
    #expect(refused.refusals.map(\.citation.key) == ["risk.high"])
    #expect(refused.refusals[0].awaitsApproval)
    #expect(refused.reason == .needsApproval(refused.refusals[0].citation))
    world.loanCase.approvals = [
      Approval(rule: "risk.high", by: "S1", reason: "two cars", expires: date("2026-03-31"))
    ]
    let allowed = world.assess()
    #expect(allowed.conditionCodes.contains(.highRisk))
    #expect(allowed.conditionCodes.contains(.daylightOnly))
    #expect(allowed.maximumStay == .minutes(15))
    #expect(allowed.windows.allSatisfy { $0.end < TimeOfDay(hour: 18) })
    world.loanCase.approvals[0].expires = date("2026-03-09")
    #expect(!world.assess().isAllowed)
  }

  @Test("no approval lifts a stop")
  func stop() {
    var world = RuleWorld()
    world.loanCase.riskFlags = [flag(.assault)]
    world.loanCase.approvals = ["risk.high", "risk.stop"].map {
      Approval(rule: $0, by: "S1", reason: "urgent", expires: date("2026-12-31"))
    }
    #expect(!world.assess().isAllowed)
  }

  @Test("where the dark would make the risk high, visits are over by sunset")
  func dark() throws {
    var world = RuleWorld()
    world.loanCase.riskFlags = [flag(.policeCaution)]
    let assessment = world.assess()
    #expect(assessment.risk.tier == .medium)
    #expect(assessment.riskAfterDark.tier == .high)
    #expect(assessment.conditionCodes == [.stay, .darkTooRisky], "20 minutes at medium risk")
    let sunset = try #require(assessment.daylight?.sunset)
    #expect(
      assessment.windows == [
        TimeWindow(start: TimeOfDay(hour: 9), end: sunset - .minutes(30))
      ])
  }

  @Test("a rural address is visited by daylight, an unlocated one not at all")
  func rural() {
    var world = RuleWorld()
    world.address.isRural = true
    #expect(world.assess().conditionCodes == [.daylightOnly])
    world.address.location = nil
    #expect(world.assess().reason == .notLocated)
  }

  @Test("37 degrees keep the hottest hours free, 40 the whole day")
  func heat() {
    var world = RuleWorld()
    world.context.highestTemperature = 36
    #expect(world.assess().windows == [window("09:00-19:15")])
    world.context.highestTemperature = 38
    #expect(world.assess().windows == [window("09:00-11:30"), window("15:00-19:15")])
    world.context.highestTemperature = 40
    #expect(world.assess().refusalCodes == [.tooHot])
    #expect(world.assess().nextLawful == date("2026-03-11"))
  }

  @Test(
    "only liable parties are visited, others once and with their consent",
    arguments: [
      (PartyRole.coBorrower, false, [VerdictCode]()),
      (.jointGuarantor, false, []), (.spouseSigned, false, []),
      (.spouse, false, [.notLiable]), (.heir, false, [.notLiable]),
      (.relative, false, [.notLiable]), (.relative, true, []),
    ])
  func parties(role: PartyRole, hasConsented: Bool, codes: [VerdictCode]) {
    var world = RuleWorld()
    var party = Party(id: "P1", role: role, name: "乙")
    party.hasConsented = hasConsented
    world.loanCase.parties = [party]
    world.address.party = "P1"
    #expect(world.assess().refusalCodes == codes)
    guard hasConsented else { return }
    var earlier = contact(.call, "2026-03-03", .reached)
    earlier.party = "P1"
    world.loanCase.contacts.append(earlier)
    #expect(world.assess().refusalCodes == [.thirdPartyReached])
  }

  @Test(
    "a visit that found somebody in at a consenting person's door is that person's one contact",
    arguments: [
      (ContactResult.message, "A1", true), (.reached, "A1", true), (.refused, "A1", true),
      (.noAnswer, "A1", false), (.message, "A2", false),
    ])
  func partyDoors(result: ContactResult, place: String, isReached: Bool) {
    for home: Identifier<Jurisdiction> in ["CN", "GENERIC-STRICT"] {
      var world = RuleWorld(home: home)
      var party = Party(id: "P1", role: .relative, name: "乙")
      party.hasConsented = true
      world.loanCase.parties = [party]
      world.address.party = "P1"
      #expect(!world.assess().refusalCodes.contains(.thirdPartyReached))
      var visit = contact(.visit, "2026-02-03", result)
      visit.address = Identifier(place)
      world.loanCase.contacts.insert(visit, at: 0)
      #expect(world.assess().refusalCodes.contains(.thirdPartyReached) == isReached)
    }
  }

  @Test("a general guarantor may refuse, and an unknown party is not visited")
  func otherParties() {
    var world = RuleWorld()
    world.loanCase.parties = [Party(id: "P1", role: .generalGuarantor, name: "丙")]
    world.address.party = "P1"
    #expect(world.assess().conditionCodes == [.generalGuarantor])
    world.address.party = "P2"
    #expect(world.assess().refusalCodes == [.notLiable])
  }

  @Test("a workplace waits for approval in China and for consent elsewhere")
  func workplace() {
    var world = RuleWorld()
    world.address.kind = .work
    #expect(world.assess().refusals.map(\.awaitsApproval) == [true])
    world.loanCase.approvals = [
      Approval(rule: "visit.workplace", by: "S1", reason: "asked", expires: date("2026-12-31"))
    ]
    #expect(world.assess().isAllowed)
    var strict = RuleWorld(home: "XX")
    strict.address.kind = .work
    strict.loanCase.approvals = world.loanCase.approvals
    let visit = Consent(
      kind: .visit, given: date("2026-03-01"), expires: date("2026-05-01"), evidence: "f")
    strict.loanCase.consents = [visit]
    #expect(strict.assess().refusalCodes == [.workplace])
    var workplace = visit
    workplace.kind = .workplace
    strict.loanCase.consents.append(workplace)
    #expect(strict.assess().isAllowed)
  }
}
