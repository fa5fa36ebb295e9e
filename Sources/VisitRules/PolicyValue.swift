public import FieldModel
public import Quantities

/// What a rule asks for, in the shape that its key has.
public enum PolicyValue: Hashable, Sendable {
  /// A span of the day by the clock of the address.
  case window(TimeWindow)
  /// The weekdays that are allowed, and those of them that call for a second thought.
  case weekdays(allowed: Set<Weekday>, warned: Set<Weekday>)
  /// The holidays of a calendar; `nil` for the calendar of the address's jurisdiction.
  case calendar(String?)
  /// When daylight is required.
  case daylight(DaylightNeed)
  /// How often a borrower may be visited.
  case cap(VisitCap)
  /// A number in the unit of the key: persons, tries, minutes, days, years or points.
  case count(Int)
  /// Yes or no.
  case flag(Bool)
  /// Softer attempts that a visit needs, and over how many days, first and last included.
  case attempts(count: Int, overDays: Int)
  /// How many hours ahead a visit is announced, and whether consent must be had as well.
  case notice(hours: Int, needsConsent: Bool)
  /// How often a person who is not liable may be contacted, and whether only with consent.
  case thirdParty(maximum: Int, needsConsent: Bool)
  /// One of the key's own words, such as `off`.
  case choice(String)
  /// The longest stay in minutes, by tier of risk.
  case stay(low: Int, medium: Int, high: Int)
  /// What each kind of hold does; a kind that is missing blocks.
  case holds([HoldKind: RuleEffect])
  /// What each factor of risk counts; a factor that is missing stops the visit.
  case riskPoints([RiskFactor: RiskPoints])
  /// How long somebody may be at the wheel without a pause, and how long the pause is.
  case driving(limit: Seconds, rest: Seconds)
  /// What heat does to outdoor work.
  case heat(HeatLimits)
}

/// When a visit must be made by daylight.
public enum DaylightNeed: String, Hashable, Sendable, CaseIterable {
  case never
  /// Where the address is rural or the risk is high.
  case ruralOrHighRisk = "rural-or-high-risk"
  case always
}

/// How often one borrower may be visited, by all crews and agencies together.
public struct VisitCap: Hashable, Sendable {
  /// Visits on one day.
  public var perDay: Int
  /// Full days without a visit between two visits.
  public var clearDays: Int
  /// Visits in any 7 days in a row.
  public var per7Days: Int
  /// Visits in any 30 days in a row.
  public var per30Days: Int

  /// A cap per day, per 7 and per 30 days, with clear days between.
  public init(perDay: Int, clearDays: Int, per7Days: Int, per30Days: Int) {
    self.perDay = perDay
    self.clearDays = clearDays
    self.per7Days = per7Days
    self.per30Days = per30Days
  }

  /// Whether a visit on `date` beside `visits` keeps the cap.
  ///
  /// Every run of 7 and of 30 days that contains `date` is looked at, those that lie ahead too.
  ///
  /// - Parameters:
  ///   - date: the day of the visit.
  ///   - visits: the days of all other visits.
  ///   - approaches: those that the clear days and the 7 days count, where an agreed visit has
  ///     made one of two; all of them unless told otherwise.
  /// - Returns: whether no limit is passed.
  public func allows(
    _ date: ServiceDate, beside visits: [ServiceDate], approaches: [ServiceDate]? = nil
  ) -> Bool {
    let approaches = approaches ?? visits
    let gaps = approaches.map { abs($0.days(until: date)) }
    guard visits.count(where: { $0 == date }) < perDay,
      !gaps.contains(where: { $0 > 0 && $0 <= clearDays })
    else { return false }
    return Self.keeps(per7Days, inAny: 7, date, approaches)
      && Self.keeps(per30Days, inAny: 30, date, visits)
  }

  private static func keeps(
    _ limit: Int, inAny length: Int, _ date: ServiceDate, _ visits: [ServiceDate]
  ) -> Bool {
    (0..<length).allSatisfy { back in
      let first = date.adding(days: -back)
      let others = visits.count(where: { (0..<length).contains(first.days(until: $0)) })
      return others + 1 <= limit
    }
  }
}

/// What a factor of risk counts.
public enum RiskPoints: Hashable, Sendable {
  case points(Int)
  /// No visit, whatever else is known.
  case stop
}

/// Temperatures in degrees Celsius from which heat limits work outdoors.
public struct HeatLimits: Hashable, Sendable {
  /// From here on the hottest hours are kept free.
  public var limited: Int
  /// From here on nobody works outdoors.
  public var stop: Int
  /// The hottest hours.
  public var hottest: TimeWindow

  /// Limits by temperature, and the hours to keep free.
  public init(limited: Int, stop: Int, hottest: TimeWindow) {
    self.limited = limited
    self.stop = stop
    self.hottest = hottest
  }
}
