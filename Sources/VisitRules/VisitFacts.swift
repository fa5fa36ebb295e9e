import FieldModel
import Quantities

/// Everything a rule may look at: the borrower's cases taken together, one address, one day.
struct VisitFacts {
  let cases: [LoanCase]
  let address: Address
  let date: ServiceDate
  let context: VisitContext
  let calendar: HolidayCalendar?
  let calendarCode: String
  let calendars: [String: HolidayCalendar]
  /// Contacts of all cases in order of time; the same contact noted on two cases counts once.
  let contacts: [ContactAttempt]
  /// The party whose address it is; `nil` for the borrower's own.
  let party: Party?
  /// Whether the address names a party that no case knows.
  let isPartyUnknown: Bool
  let daylight: Daylight?
  /// Set by the risk rules before any other rule is asked.
  var risk = RiskAssessment(parts: [], tier: .low)
  var riskAfterDark = RiskAssessment(parts: [], tier: .low)

  init(
    cases: [LoanCase], address: Address, date: ServiceDate, context: VisitContext,
    calendarCode: String, calendars: [String: HolidayCalendar]
  ) {
    self.cases = cases
    self.address = address
    self.date = date
    self.context = context
    self.calendarCode = calendarCode
    self.calendars = calendars
    calendar = calendars[calendarCode]
    var seen: Set<ContactAttempt> = []
    contacts = cases.flatMap(\.contacts).filter { seen.insert($0).inserted }
      .sorted { $0.at < $1.at }
    let parties = cases.filter { $0.addresses.contains(address) }.flatMap(\.parties)
    let owner = address.party.flatMap { id in parties.first { $0.id == id } }
    party = owner
    isPartyUnknown = (address.party != nil || address.kind == .liableParty) && owner == nil
    daylight = address.location.map {
      Daylight(at: $0.coordinate, on: date, offsetMinutes: context.offsetMinutes)
    }
  }

  /// Days of visits that count, those made and those planned.
  var visitDates: [ServiceDate] { countedVisits.map(\.at.date) + context.plannedVisits }

  /// Visits made that count.
  var countedVisits: [ContactAttempt] {
    contacts.filter { $0.channel == .visit && $0.countsAgainstCap }
  }

  /// A consent of `kind` that counts on the day under `override`.
  func findConsent(_ kind: Consent.Kind, under override: PolicyOverride?) -> Consent? {
    cases.flatMap(\.consents).first { consent in
      guard consent.kind == kind, consent.given <= date, date <= consent.expires else {
        return false
      }
      if override?.needsEvidence ?? true, consent.evidence.isEmpty { return false }
      guard let days = override?.expiresAfterDays else { return true }
      return consent.given.days(until: date) <= days
    }
  }

  /// A supervisor's approval under `rule` that counts on the day.
  func findApproval(_ rule: String) -> Approval? {
    cases.flatMap(\.approvals).first { $0.rule == rule && date <= $0.expires && !$0.by.isEmpty }
  }

  /// The moment `time` on the day of the visit at the address.
  func instant(at time: TimeOfDay) -> Instant {
    Instant(date: date, time: time, offsetMinutes: context.offsetMinutes)
  }
}

/// What a rule says, and the hours it leaves; `nil` hours leave all.
struct RuleFinding {
  var verdict: RuleVerdict
  var windows: [TimeWindow]?

  init(_ verdict: RuleVerdict, windows: [TimeWindow]? = nil) {
    self.verdict = verdict
    self.windows = windows
  }
}

extension VisitFacts {
  /// The finding for a rule that is not met, after consent and approval have had their say.
  ///
  /// A rule that blocks can be lifted as its override says; one that asks for approval, by an
  /// approval under its key; the others only condition the visit.
  func unmet(
    _ clause: RuleBook.Clause, _ code: VerdictCode, _ arguments: [String] = [],
    next: ServiceDate? = nil, consent: Consent.Kind? = nil, effect: RuleEffect? = nil
  ) -> RuleFinding {
    let effect = effect ?? clause.entry.effect
    let citation = clause.citation(effect: effect)
    if effect == .block || effect == .approve {
      if let lifted = lift(clause, citation, effect: effect, consent: consent) {
        return RuleFinding(lifted)
      }
      return RuleFinding(
        RuleVerdict(.forbids, code, by: citation, arguments: arguments, nextLawful: next))
    }
    return RuleFinding(
      RuleVerdict(
        effect == .warn ? .conditions : .allows, code, by: citation, arguments: arguments))
  }

  private func lift(
    _ clause: RuleBook.Clause, _ citation: RuleCitation, effect: RuleEffect,
    consent kind: Consent.Kind?
  ) -> RuleVerdict? {
    let override = clause.entry.override
    if override?.by == .debtorConsent, let kind,
      let consent = findConsent(kind, under: override)
    {
      return RuleVerdict(
        .conditions, .consented, by: citation, arguments: [consent.expires.description])
    }
    if effect == .approve || override?.by == .supervisor,
      let approval = findApproval(clause.entry.key.rawValue)
    {
      return RuleVerdict(
        .conditions, .approved, by: citation, arguments: [approval.expires.description])
    }
    return nil
  }

  /// The finding for a rule that is met.
  func met(_ clause: RuleBook.Clause) -> RuleFinding {
    RuleFinding(RuleVerdict(.allows, .met, by: clause.citation))
  }

  /// The finding for a rule that only states something.
  func state(
    _ clause: RuleBook.Clause, _ code: VerdictCode, _ arguments: [String] = [],
    outcome: RuleVerdict.Outcome = .allows, windows: [TimeWindow]? = nil
  ) -> RuleFinding {
    RuleFinding(
      RuleVerdict(outcome, code, by: clause.citation, arguments: arguments), windows: windows)
  }
}
