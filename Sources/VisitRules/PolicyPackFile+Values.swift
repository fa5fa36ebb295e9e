import FieldModel
import Quantities
import YamlFiles
import Yams

extension PolicyPackFile {
  /// The value of an entry in the shape of its key; `nil` with a remark when it has another.
  static func value(
    _ key: PolicyKey, _ entry: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> PolicyValue? {
    switch key {
    case .windowLegal, .windowPlan:
      reader.window(entry, "value").map { .window($0) }
    case .days: weekdays(entry, &reader)
    case .holidays: calendar(entry, &reader)
    case .daylightOnly:
      (reader.word(entry, "value") as DaylightNeed?).map { .daylight($0) }
    case .visitCap: cap(entry, &reader)
    case .visitCountsInCap: reader.flag(entry, "value").map { .flag($0) }
    case .promiseRunning: choice(["no-visit-before-due", "free"], entry, &reader)
    case .workplace: choice(["by-leave", "free"], entry, &reader)
    case .staffQualified: count(entry, 1...120, &reader)
    case .priorAttempts: attempts(entry, &reader)
    case .noticeBeforeVisit: notice(entry, &reader)
    case .thirdParty: thirdParty(entry, &reader)
    case .entryHome: choice(["invited-only", "doorstep-only"], entry, &reader)
    case .evidence: choice(["outside-with-notice", "log-only-unless-consent"], entry, &reader)
    case .cash: choice(["off", "receipt-and-approval"], entry, &reader)
    case .quietComplaintOrDispute:
      choice(["until-closed-in-writing", "until-closed"], entry, &reader)
    case .maximumMinutes: stay(entry, &reader)
    case .holds: holds(entry, &reader)
    case .riskPoints: riskPoints(entry, &reader)
    case .continuousDriving: driving(entry, &reader)
    case .heat: heat(entry, &reader)
    case .lastStartMargin, .maximumDuty, .maximumDriving: count(entry, 0...1440, &reader)
    case .teamMinimum: count(entry, 1...20, &reader)
    case .capCalls, .capEffectiveCalls: count(entry, 0...100, &reader)
    case .retention: count(entry, 0...100, &reader)
    case .quietBereavement, .quietDisasterOrHospital: count(entry, 0...3660, &reader)
    case .riskMedium, .riskHigh, .riskStop: count(entry, 0...1000, &reader)
    }
  }

  private static func count(
    _ entry: StrictYaml.Table, _ range: ClosedRange<Int>, _ reader: inout StrictYaml
  ) -> PolicyValue? {
    reader.number(entry, "value", in: range).map { .count($0) }
  }

  private static func choice(
    _ words: [String], _ entry: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> PolicyValue? {
    guard let word = reader.text(entry, "value") else { return nil }
    guard words.contains(word) else {
      reader.remark(
        "unknown-value", entry.find("value"), entry.path("value"), found: word,
        advice: words.joined(separator: " "))
      return nil
    }
    return .choice(word)
  }

  /// The numbers of a value that is a mapping, in the order of `keys`; `nil` unless all are there.
  private static func numbers(
    _ keys: [String], _ entry: StrictYaml.Table, _ reader: inout StrictYaml,
    others: [String] = []
  ) -> [Int]? {
    guard let table = reader.table(entry, "value") else { return nil }
    reader.expectOnly(keys + others, in: table)
    let numbers = keys.compactMap { reader.number(table, $0, in: 0...1440) }
    return numbers.count == keys.count ? numbers : nil
  }

  private static func cap(
    _ entry: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> PolicyValue? {
    numbers(["per_day", "clear_days", "per_7_days", "per_30_days"], entry, &reader).map {
      .cap(VisitCap(perDay: $0[0], clearDays: $0[1], per7Days: $0[2], per30Days: $0[3]))
    }
  }

  private static func attempts(
    _ entry: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> PolicyValue? {
    numbers(["count", "over_days"], entry, &reader).map {
      .attempts(count: $0[0], overDays: $0[1])
    }
  }

  private static func stay(
    _ entry: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> PolicyValue? {
    numbers(["low", "medium", "high"], entry, &reader).map {
      .stay(low: $0[0], medium: $0[1], high: $0[2])
    }
  }

  private static func driving(
    _ entry: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> PolicyValue? {
    numbers(["limit_minutes", "rest_minutes"], entry, &reader).map {
      .driving(limit: .minutes($0[0]), rest: .minutes($0[1]))
    }
  }

  private static func notice(
    _ entry: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> PolicyValue? {
    withConsent("hours", entry, &reader).map { .notice(hours: $0, needsConsent: $1) }
  }

  private static func thirdParty(
    _ entry: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> PolicyValue? {
    withConsent("max", entry, &reader).map { .thirdParty(maximum: $0, needsConsent: $1) }
  }

  private static func withConsent(
    _ key: String, _ entry: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> (Int, Bool)? {
    guard let numbers = numbers([key], entry, &reader, others: ["consent"]),
      let table = reader.table(entry, "value"), let consent = reader.flag(table, "consent")
    else { return nil }
    return (numbers[0], consent)
  }

  private static func heat(
    _ entry: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> PolicyValue? {
    guard let degrees = numbers(["limited", "stop"], entry, &reader, others: ["hottest"]),
      let table = reader.table(entry, "value"), let hottest = reader.window(table, "hottest")
    else { return nil }
    return .heat(HeatLimits(limited: degrees[0], stop: degrees[1], hottest: hottest))
  }

  private static func calendar(
    _ entry: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> PolicyValue? {
    reader.text(entry, "value", atMost: 64).map { .calendar($0 == "jurisdiction" ? nil : $0) }
  }

  private static func weekdays(
    _ entry: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> PolicyValue? {
    guard let table = reader.table(entry, "value") else { return nil }
    reader.expectOnly(["allowed", "warned"], in: table)
    guard let allowed = days(table, "allowed", &reader),
      let warned = table.find("warned") == nil ? [] : days(table, "warned", &reader)
    else { return nil }
    return .weekdays(allowed: allowed, warned: warned)
  }

  private static func days(
    _ table: StrictYaml.Table, _ key: String, _ reader: inout StrictYaml
  ) -> Set<Weekday>? {
    let nodes = reader.list(table, key, atMost: 7)
    let days = nodes.compactMap { $0.scalar.flatMap { Weekday(code: $0.string) } }
    guard days.count == nodes.count else {
      reader.remark(
        "unknown-value", table.find(key), table.path(key),
        advice: Weekday.allCases.map(\.code).joined(separator: " "))
      return nil
    }
    return Set(days)
  }

  private static func holds(
    _ entry: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> PolicyValue? {
    guard let table = reader.table(entry, "value") else { return nil }
    reader.expectOnly(HoldKind.allCases.map(\.rawValue), in: table)
    var effects: [HoldKind: RuleEffect] = [:]
    for kind in HoldKind.allCases where table.find(kind.rawValue) != nil {
      guard let effect: RuleEffect = reader.word(table, kind.rawValue) else { return nil }
      effects[kind] = effect
    }
    return .holds(effects)
  }

  private static func riskPoints(
    _ entry: StrictYaml.Table, _ reader: inout StrictYaml
  ) -> PolicyValue? {
    guard let table = reader.table(entry, "value") else { return nil }
    reader.expectOnly(RiskFactor.allCases.map(\.rawValue), in: table)
    var points: [RiskFactor: RiskPoints] = [:]
    for factor in RiskFactor.allCases where table.find(factor.rawValue) != nil {
      if table.find(factor.rawValue)?.scalar?.string == "stop" {
        points[factor] = .stop
      } else if let number = reader.number(table, factor.rawValue, in: 0...1000) {
        points[factor] = .points(number)
      } else {
        return nil
      }
    }
    return .riskPoints(points)
  }
}
