public import Quantities

/// Days off and make-up workdays of a country, as announced.
public struct HolidayCalendar: Hashable, Sendable {
  /// One day off.
  public struct DayOff: Hashable, Sendable {
    /// The day.
    public var date: ServiceDate
    /// What it is called.
    public var name: BilingualText

    /// A day off with its name.
    public init(date: ServiceDate, name: BilingualText) {
      self.date = date
      self.name = name
    }
  }

  /// The calendar's code, that of the jurisdiction it serves.
  public var code: String
  /// The years it covers, in order.
  public var years: [Int]
  /// Who announced it.
  public var source: String
  /// How well that was read.
  public var confidence: PolicyConfidence
  /// When somebody last looked.
  public var checkedOn: ServiceDate
  /// The days off, in order.
  public var daysOff: [DayOff]
  /// Weekend days that are workdays in exchange, in order.
  public var makeUpWorkdays: [ServiceDate]

  /// A calendar of some years.
  public init(
    code: String, years: [Int], source: String, confidence: PolicyConfidence,
    checkedOn: ServiceDate, daysOff: [DayOff], makeUpWorkdays: [ServiceDate]
  ) {
    self.code = code
    self.years = years
    self.source = source
    self.confidence = confidence
    self.checkedOn = checkedOn
    self.daysOff = daysOff.sorted { $0.date < $1.date }
    self.makeUpWorkdays = makeUpWorkdays.sorted()
  }

  /// Whether it speaks of `date` at all.
  public func covers(_ date: ServiceDate) -> Bool { years.contains(date.components.year) }

  /// The day off on `date`, if it is one.
  public func findDayOff(_ date: ServiceDate) -> DayOff? { daysOff.first { $0.date == date } }

  /// The first day from `date` on that is not a day off.
  public func firstWorkingDate(from date: ServiceDate) -> ServiceDate {
    var day = date
    while findDayOff(day) != nil { day = day.adding(days: 1) }
    return day
  }

  /// This calendar with the years of `other` that it lacks.
  func merging(_ other: HolidayCalendar) -> HolidayCalendar {
    let added = other.years.filter { !years.contains($0) }
    var merged = self
    merged.years = (years + added).sorted()
    merged.daysOff += other.daysOff.filter { added.contains($0.date.components.year) }
    merged.makeUpWorkdays += other.makeUpWorkdays.filter { added.contains($0.components.year) }
    return merged
  }
}
