public import Quantities

/// What one rule says about a visit or a crew on a day.
public struct RuleVerdict: Hashable, Sendable {
  /// What the rule does.
  public enum Outcome: Int, Hashable, Sendable, Comparable {
    /// It is met, or only reminds.
    case allows
    /// It lets the visit happen under a condition that the sheet must show.
    case conditions
    /// It does not let the visit happen as things stand.
    case forbids

    /// Whether `left` is the lesser obstacle.
    public static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }
  }

  /// The pack's entry that speaks.
  public var citation: RuleCitation
  /// What it does.
  public var outcome: Outcome
  /// What was found.
  public var code: VerdictCode
  /// Values for the sentence, in the order that the code's comment states.
  public var arguments: [String]
  /// The next day on which this rule alone would not forbid the visit, if known.
  public var nextLawful: ServiceDate?

  /// A rule's word on a visit or a crew.
  public init(
    _ outcome: Outcome, _ code: VerdictCode, by citation: RuleCitation, arguments: [String] = [],
    nextLawful: ServiceDate? = nil
  ) {
    self.outcome = outcome
    self.code = code
    self.citation = citation
    self.arguments = arguments
    self.nextLawful = nextLawful
  }

  /// Whether a supervisor's approval under the citation's key would turn the verdict.
  public var awaitsApproval: Bool { outcome == .forbids && citation.effect == .approve }
}

/// What a rule found.
///
/// Each case's comment ends with the arguments of its sentence, in order.
public enum VerdictCode: String, Hashable, Sendable, CaseIterable {
  /// Nothing to say. No arguments.
  case met
  /// Visits may begin within hours: window.
  case hours
  /// No hours are left on that day: window.
  case noHoursLeft = "no-hours-left"
  /// Hours outside the rule, as the borrower agreed: window.
  case hoursAgreed = "hours-agreed"
  /// The weekday is barred: weekday code.
  case barredWeekday = "barred-weekday"
  /// The weekday calls for a second thought: weekday code.
  case warnedWeekday = "warned-weekday"
  /// A holiday: date, name in English, name in Chinese.
  case holiday
  /// A make-up workday, still a weekend to the borrower: date.
  case makeUpWorkday = "make-up-workday"
  /// No calendar covers the date: calendar code, year.
  case calendarMissing = "calendar-missing"
  /// Allowed by the borrower's consent: last day of the consent.
  case consented
  /// Allowed by a supervisor: last day of the approval.
  case approved
  /// Daylight is required: sunrise, sunset.
  case daylightOnly = "daylight-only"
  /// The sun does not rise there on that day. No arguments.
  case noDaylight = "no-daylight"
  /// Where the address lies is unknown, and so its daylight. No arguments.
  case daylightUnknown = "daylight-unknown"
  /// The cap is used up: per day, clear days, per 7 days, per 30 days, visits counted.
  case capReached = "cap-reached"
  /// Too many conversations on that day: conversations, cap.
  case callsReached = "calls-reached"
  /// Softer attempts are missing: attempts made, attempts needed, days needed.
  case attemptsMissing = "attempts-missing"
  /// The visit must be announced first: hours ahead, latest moment for the earliest start.
  case announce
  /// The visit was announced: when.
  case announced
  /// An announcement could not be in time: hours ahead.
  case noticeTooShort = "notice-too-short"
  /// The borrower's consent to the visit is missing. No arguments.
  case consentMissing = "consent-missing"
  /// How far a crew may go in: the pack's word.
  case entry
  /// So many people at least: persons.
  case persons
  /// A longest stay: minutes.
  case stay
  /// No cash: the pack's word.
  case cash
  /// What may be recorded: the pack's word.
  case evidence
  /// Somebody not liable lives there. No arguments.
  case notLiable = "not-liable"
  /// A person not liable was contacted often enough or refused: contacts, cap.
  case thirdPartyReached = "third-party-reached"
  /// A general guarantor may refuse until enforcement has failed. No arguments.
  case generalGuarantor = "general-guarantor"
  /// A workplace. No arguments.
  case workplace
  /// A stop flag: kind, last day if known.
  case hold
  /// A promise is running: due day.
  case promiseRunning = "promise-running"
  /// The risk: points, tier.
  case risk
  /// High risk is approved; daylight, and one person more or a second car: points, tier.
  case highRisk = "high-risk"
  /// Kept to daylight, as the dark would make the risk high: sunset.
  case darkTooRisky = "dark-too-risky"
  /// Too hot for work outdoors: degrees.
  case tooHot = "too-hot"
  /// The hottest hours are kept free: degrees, window.
  case hottestHours = "hottest-hours"
  /// The borrower wants visits within hours only: windows.
  case wishHours = "wish-hours"
  /// The borrower wants no visit on that weekday: weekday code.
  case wishWeekday = "wish-weekday"
  /// The borrower wants letters, no visits. No arguments.
  case wishLetters = "wish-letters"
  /// The borrower wants no visit at that address. No arguments.
  case wishAddress = "wish-address"
  /// The address cannot be visited: its status.
  case addressStatus = "address-status"
  /// No case of the borrower is open. No arguments.
  case caseClosed = "case-closed"
  /// The rules of the place are missing, so nothing is allowed: key.
  case ruleMissing = "rule-missing"
  /// A member's training or authorisation has run out: staff number, what.
  case unqualified
  /// Too few members: members, needed.
  case tooFewPersons = "too-few-persons"
  /// Limits of the crew's day: minutes.
  case crewLimit = "crew-limit"
}
