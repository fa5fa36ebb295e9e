public import Quantities

extension Language {
  /// A day with its weekday: `Mon 23 Nov 2026`, `2026年11月23日 周一`.
  public func date(_ date: ServiceDate) -> String {
    let (year, month, day) = date.components
    switch self {
    case .english: return "\(weekday(date.weekday)) \(day) \(Self.months[month - 1]) \(year)"
    case .simplifiedChinese: return "\(year)年\(month)月\(day)日 \(weekday(date.weekday))"
    }
  }

  /// A weekday, short: `Mon`, `周一`.
  public func weekday(_ day: Weekday) -> String {
    switch self {
    case .english: day.code.prefix(1).uppercased() + day.code.dropFirst()
    case .simplifiedChinese: "周" + ["一", "二", "三", "四", "五", "六", "日"][day.rawValue - 1]
    }
  }

  /// A moment of the day on a 24-hour clock, after midnight with a mark: `09:05`, `00:30 (+1)`.
  public func time(_ time: TimeOfDay) -> String {
    guard time > .endOfDay else { return time.description }
    return "\(TimeOfDay(secondsSinceMidnight: time.secondsSinceMidnight - 86_400)) (+1)"
  }

  /// A span of the day: `09:00–18:00`.
  public func window(_ window: TimeWindow) -> String {
    "\(time(window.start))–\(time(window.end))"
  }

  /// Several spans of the day.
  public func windows(_ windows: [TimeWindow]) -> String { list(windows.map(window)) }

  /// A moment: day and time.
  public func moment(_ instant: Instant) -> String { "\(date(instant.date)) \(time(instant.time))" }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
