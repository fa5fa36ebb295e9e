public import FieldModel
public import Quantities

extension RuleBook {
  /// What the rules say of visiting a borrower at `address` on `date`.
  ///
  /// - Parameters:
  ///   - cases: all of the borrower's cases, closed ones too, as their contacts and wishes count;
  ///     never empty.
  ///   - address: one of the cases' addresses.
  ///   - date: the day of the visit.
  ///   - context: the present moment and what is already decided.
  /// - Returns: when a visit may begin, and what every rule says.
  public func assess(
    _ cases: [LoanCase], address: Address, on date: ServiceDate, context: VisitContext
  ) -> VisitAssessment {
    precondition(!cases.isEmpty, "An assessment needs at least one case.")
    let place = jurisdiction(of: address)
    let lenders = Set(cases.filter { $0.status == .open }.map(\.lender)).sorted()
    let clauses = clauses(in: place, lenders: lenders)
    var facts = VisitFacts(
      cases: cases, address: address, date: date, context: context, calendarCode: place.text,
      calendars: calendars)
    (facts.risk, facts.riskAfterDark) = Self.risks(facts, clauses)
    let hours = Self.hoursFindings(facts, clauses)
    var findings = facts.wishFindings() + hours
    let countsInCap = clauses.contains { $0.entry.value == .flag(true) }
    findings += clauses.filter { countsInCap || $0.entry.key != .capEffectiveCalls }
      .compactMap { Self.finding(facts, $0) }
    findings += Self.missing(clauses)
    return Self.assessment(facts, clauses, findings)
  }

  /// What the rules say of visiting a borrower at each address on each day.
  ///
  /// - Parameters:
  ///   - cases: all of the borrower's cases.
  ///   - dates: the days, in order.
  ///   - context: its planned visits and offset hold for all days.
  /// - Returns: an assessment for each day and, within it, each address of the open cases.
  public func explain(
    _ cases: [LoanCase], on dates: [ServiceDate], context: VisitContext
  ) -> [VisitAssessment] {
    var seen: Set<Address> = []
    let addresses = cases.filter { $0.status == .open }.flatMap(\.addresses)
      .filter { seen.insert($0).inserted }
    return dates.flatMap { date in
      addresses.map { assess(cases, address: $0, on: date, context: context) }
    }
  }

  private static func assessment(
    _ facts: VisitFacts, _ clauses: [Clause], _ findings: [RuleFinding]
  ) -> VisitAssessment {
    let isForbidden = findings.contains { $0.verdict.outcome == .forbids }
    var windows: [TimeWindow] = isForbidden ? [] : [.allDay]
    var verdicts = findings.map(\.verdict)
    for finding in findings where !windows.isEmpty {
      guard let allowed = finding.windows else { continue }
      let before = windows
      windows = TimeWindow.intersection(windows, allowed)
      if windows.isEmpty {
        verdicts.append(
          RuleVerdict(
            .forbids, .noHoursLeft, by: finding.verdict.citation,
            arguments: [before.map(\.description).joined(separator: " ")],
            nextLawful: finding.verdict.nextLawful))
      }
    }
    return VisitAssessment(
      borrower: facts.cases[0].borrower.id, address: facts.address.id, date: facts.date,
      windows: windows, verdicts: verdicts, risk: facts.risk, riskAfterDark: facts.riskAfterDark,
      maximumStay: longestStay(clauses, tier: facts.risk.tier),
      minimumPersons: leastPersons(clauses), daylight: facts.daylight)
  }

  /// Rules without which nothing is allowed: a pack that lacks them is no pack.
  private static func missing(_ clauses: [Clause]) -> [RuleFinding] {
    let known = Set(clauses.map(\.entry.key))
    let needed: [PolicyKey] = [.windowLegal, .days, .visitCap, .holds, .riskPoints]
    return needed.filter { !known.contains($0) }.map { key in
      RuleFinding(
        RuleVerdict(
          .forbids, .ruleMissing, by: RuleCitation(missing: key), arguments: [key.rawValue]))
    }
  }

  static func longestStay(_ clauses: [Clause], tier: RiskTier) -> Seconds {
    let minutes = clauses.compactMap { clause -> Int? in
      guard case .stay(let low, let medium, let high) = clause.entry.value else { return nil }
      return tier == .low ? low : tier == .medium ? medium : high
    }
    return .minutes(minutes.min() ?? 30)
  }

  static func leastPersons(_ clauses: [Clause]) -> Int {
    clauses.compactMap { clause -> Int? in
      guard clause.entry.key == .teamMinimum, case .count(let persons) = clause.entry.value else {
        return nil
      }
      return persons
    }.max() ?? 2
  }

  /// What one rule says; `nil` for rules that do not bear on a single visit or are asked apart.
  private static func finding(_ facts: VisitFacts, _ clause: Clause) -> RuleFinding? {
    switch clause.entry.key {
    case .days: facts.weekday(clause)
    case .holidays: facts.holiday(clause)
    case .daylightOnly: facts.byDaylight(clause)
    case .visitCap: facts.cap(clause)
    case .capEffectiveCalls: facts.conversations(clause)
    case .workplace: facts.workplace(clause)
    case .promiseRunning: facts.promise(clause)
    case .priorAttempts: facts.attempts(clause)
    case .noticeBeforeVisit: facts.notice(clause)
    case .thirdParty: facts.thirdParty(clause)
    case .holds, .quietBereavement, .quietDisasterOrHospital, .quietComplaintOrDispute:
      facts.hold(clause)
    case .riskMedium, .riskHigh, .riskStop: facts.risk(clause)
    case .heat: facts.heat(clause)
    case .maximumMinutes: facts.stay(clause)
    case .teamMinimum, .entryHome, .evidence, .cash: facts.reminder(clause)
    case .windowLegal, .windowPlan, .lastStartMargin, .riskPoints, .staffQualified, .capCalls,
      .visitCountsInCap, .retention, .maximumDuty, .maximumDriving, .continuousDriving:
      nil
    }
  }
}
