/// A moment of a day at the place it is used, in seconds from midnight.
///
/// Values beyond 24 h are allowed where a shift runs past midnight.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Seconds since midnight.
  public var secondsSinceMidnight: Int32

  /// Midnight at the start of the day.
  public static let midnight = TimeOfDay(secondsSinceMidnight: 0)
  /// Midnight at the end of the day.
  public static let endOfDay = TimeOfDay(secondsSinceMidnight: 86_400)

  /// The moment `secondsSinceMidnight` seconds after midnight.
  @inlinable
  public init(secondsSinceMidnight: Int32) { self.secondsSinceMidnight = secondsSinceMidnight }

  /// The moment at `hour` and `minute`.
  public init(hour: Int, minute: Int = 0) {
    self.secondsSinceMidnight = Int32(hour * 3600 + minute * 60)
  }

  /// The moment written `HH:MM` or `H:MM`, 0:00 … 24:00; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...24).contains(hour),
      (0...59).contains(minute), hour < 24 || minute == 0
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// Hour and minute on a clock that runs past 24.
  public var clock: (hour: Int, minute: Int) {
    (Int(secondsSinceMidnight) / 3600, Int(secondsSinceMidnight) / 60 % 60)
  }

  /// The moment `time` later.
  @inlinable
  public static func + (moment: TimeOfDay, time: Seconds) -> TimeOfDay {
    TimeOfDay(secondsSinceMidnight: moment.secondsSinceMidnight + time.value)
  }

  /// The moment `time` earlier.
  @inlinable
  public static func - (moment: TimeOfDay, time: Seconds) -> TimeOfDay {
    TimeOfDay(secondsSinceMidnight: moment.secondsSinceMidnight - time.value)
  }

  /// The time from `right` until `left`.
  @inlinable
  public static func - (left: TimeOfDay, right: TimeOfDay) -> Seconds {
    Seconds(left.secondsSinceMidnight - right.secondsSinceMidnight)
  }

  /// Whether the left moment comes first.
  @inlinable
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.secondsSinceMidnight < right.secondsSinceMidnight
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// `HH:MM`, seconds dropped.
  public var description: String {
    let (hour, minute) = clock
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}

/// A span of one day, both ends included.
public struct TimeWindow: Hashable, Sendable {
  /// The first moment.
  public var start: TimeOfDay
  /// The last moment.
  public var end: TimeOfDay

  /// The whole day.
  public static let allDay = TimeWindow(start: .midnight, end: .endOfDay)

  /// The span from `start` to `end`.
  ///
  /// - Precondition: `start <= end`.
  public init(start: TimeOfDay, end: TimeOfDay) {
    precondition(start <= end)
    self.start = start
    self.end = end
  }

  /// The span written `HH:MM-HH:MM`; `nil` for anything else or an end before its start.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = TimeOfDay(parts[0]), let end = TimeOfDay(parts[1]),
      start <= end
    else { return nil }
    self.init(start: start, end: end)
  }

  /// How long the span is.
  public var length: Seconds { end - start }

  /// Whether `moment` lies in the span.
  public func contains(_ moment: TimeOfDay) -> Bool { start <= moment && moment <= end }

  /// What both spans share; `nil` when they do not meet.
  public func intersection(_ other: TimeWindow) -> TimeWindow? {
    let latestStart = max(start, other.start)
    let earliestEnd = min(end, other.end)
    return latestStart <= earliestEnd ? TimeWindow(start: latestStart, end: earliestEnd) : nil
  }
}

extension TimeWindow {
  /// What two lists of windows share, in order of start.
  ///
  /// Each list must be sorted and free of overlaps.
  public static func intersection(_ left: [TimeWindow], _ right: [TimeWindow]) -> [TimeWindow] {
    var shared: [TimeWindow] = []
    for one in left {
      for other in right {
        if let both = one.intersection(other) { shared.append(both) }
      }
    }
    return shared.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }
}

extension TimeWindow: CustomStringConvertible {
  /// `HH:MM-HH:MM`.
  public var description: String { "\(start)-\(end)" }
}
