import FieldModel
import Quantities

extension RuleBook {
  /// The risk by day and after sunset, by the pack that sees more of it.
  static func risks(
    _ facts: VisitFacts, _ clauses: [Clause]
  ) -> (day: RiskAssessment, dark: RiskAssessment) {
    let day = facts.riskFactors
    let dark = day.union([.afterDark])
    return (risk(of: day, clauses), risk(of: dark, clauses))
  }

  private static func risk(of factors: Set<RiskFactor>, _ clauses: [Clause]) -> RiskAssessment {
    let tables = clauses.compactMap { clause -> [RiskFactor: RiskPoints]? in
      guard case .riskPoints(let table) = clause.entry.value else { return nil }
      return table
    }
    let sums = tables.map { table in
      RiskFactor.allCases.filter(factors.contains).map { factor -> RiskPart in
        switch table[factor] ?? .stop {
        case .points(let points): RiskPart(factor: factor, points: points)
        case .stop: RiskPart(factor: factor, points: 0, isStop: true)
        }
      }
    }.map { RiskAssessment(parts: $0, tier: tier(of: $0, clauses)) }
    let gravest = sums.max { ($0.tier, $0.points) < ($1.tier, $1.points) }
    return gravest ?? RiskAssessment(parts: [], tier: .stop)
  }

  private static func tier(of parts: [RiskPart], _ clauses: [Clause]) -> RiskTier {
    if parts.contains(where: \.isStop) { return .stop }
    let points = parts.reduce(0) { $0 + $1.points }
    func reaches(_ key: PolicyKey) -> Bool {
      clauses.contains { clause in
        guard clause.entry.key == key, case .count(let threshold) = clause.entry.value else {
          return false
        }
        return points >= threshold
      }
    }
    return reaches(.riskStop)
      ? .stop : reaches(.riskHigh) ? .high : reaches(.riskMedium) ? .medium : .low
  }
}

extension VisitFacts {
  /// What makes a visit by day less safe: flags that count on the day, and what the case shows.
  fileprivate var riskFactors: Set<RiskFactor> {
    let flags = cases.flatMap { loanCase in
      loanCase.riskFlags.filter { flag in
        (flag.address == nil || flag.address == address.id)
          && flag.recorded <= date && date <= flag.expires
      }
    }
    var factors = Set(flags.map(\.factor))
    factors.remove(.afterDark)
    if address.isRural, !factors.contains(.noSignal) { factors.insert(.farFromHelp) }
    let wasVisited = contacts.contains { $0.channel == .visit }
    if address.status == .unverified, !wasVisited { factors.insert(.firstVisit) }
    if let degrees = context.highestTemperature, degrees >= 37 { factors.insert(.heat) }
    return factors
  }

  func risk(_ clause: RuleBook.Clause) -> RuleFinding {
    let arguments = [String(risk.points), risk.tier.code]
    switch (clause.entry.key, risk.tier) {
    case (.riskStop, .stop):
      return unmet(clause, .risk, arguments)
    case (.riskHigh, .high):
      var finding = unmet(clause, .risk, arguments)
      if finding.verdict.code == .approved { finding.verdict.code = .highRisk }
      if finding.verdict.code == .highRisk { finding.verdict.arguments = arguments }
      return finding
    case (.riskHigh, .low), (.riskHigh, .medium):
      return riskAfterDark.tier >= .high ? keptToDaylight(clause) : met(clause)
    case (.riskMedium, .medium):
      return state(clause, .risk, arguments)
    default:
      return met(clause)
    }
  }

  private func keptToDaylight(_ clause: RuleBook.Clause) -> RuleFinding {
    guard let daylight else { return unmet(clause, .daylightUnknown) }
    return state(
      clause, .darkTooRisky, [daylight.sunset.description], outcome: .conditions,
      windows: startsByDaylight(daylight))
  }

  func byDaylight(_ clause: RuleBook.Clause) -> RuleFinding {
    guard case .daylight(let need) = clause.entry.value,
      need == .always || (need == .ruralOrHighRisk && (address.isRural || risk.tier >= .high))
    else { return met(clause) }
    guard let daylight else { return unmet(clause, .daylightUnknown) }
    let windows = startsByDaylight(daylight)
    guard case .between(let light) = daylight else {
      return windows.isEmpty ? unmet(clause, .noDaylight) : met(clause)
    }
    return state(
      clause, .daylightOnly, [light.start.description, light.end.description],
      outcome: .conditions, windows: windows)
  }

  /// The moments from which a visit is over before sunset.
  private func startsByDaylight(_ daylight: Daylight) -> [TimeWindow] {
    switch daylight {
    case .between(let light): light.starts(leaving: context.service).map { [$0] } ?? []
    case .allDay: [.allDay]
    case .noSun: []
    }
  }

  func heat(_ clause: RuleBook.Clause) -> RuleFinding {
    guard case .heat(let limits) = clause.entry.value,
      let degrees = context.highestTemperature, degrees >= limits.limited
    else { return met(clause) }
    if degrees >= limits.stop {
      return unmet(clause, .tooHot, [String(degrees)], next: date.adding(days: 1))
    }
    return state(
      clause, .hottestHours, [String(degrees), limits.hottest.description],
      outcome: .conditions, windows: limits.hottest.outside(leaving: context.service))
  }

  func stay(_ clause: RuleBook.Clause) -> RuleFinding {
    let longest = RuleBook.longestStay([clause], tier: risk.tier)
    return state(
      clause, .stay, [String(longest.roundedMinutes)],
      outcome: context.service > longest ? .conditions : .allows)
  }

  /// What the sheet reminds of.
  func reminder(_ clause: RuleBook.Clause) -> RuleFinding {
    switch (clause.entry.key, clause.entry.value) {
    case (.teamMinimum, .count(let persons)): state(clause, .persons, [String(persons)])
    case (.entryHome, .choice(let word)): state(clause, .entry, [word])
    case (.evidence, .choice(let word)): state(clause, .evidence, [word])
    case (.cash, .choice(let word)): state(clause, .cash, [word])
    default: met(clause)
    }
  }
}

extension TimeWindow {
  /// The moments of a day from which something that takes `tail` does not touch this window.
  fileprivate func outside(leaving tail: Seconds) -> [TimeWindow] {
    let before = TimeWindow(start: .midnight, end: start).starts(leaving: tail)
    return (before.map { [$0] } ?? []) + [TimeWindow(start: end, end: .endOfDay)]
  }
}

extension RiskTier {
  /// The tier as files and tables write it.
  var code: String {
    switch self {
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    case .stop: "stop"
    }
  }
}
