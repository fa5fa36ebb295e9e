/// Hours that come round every week, to the minute: when a turn is forbidden or a road closed.
///
/// The week runs from Monday midnight to Sunday midnight by the clocks of the place. Two values are
/// equal exactly if they hold the same minutes.
public struct WeeklyHours: Hashable, Sendable {
  /// How many minutes a week has.
  public static let minutesPerWeek = 10_080
  /// No time at all.
  public static let never = WeeklyHours(sorted: [])
  /// The whole week.
  public static let always = WeeklyHours(sorted: [0..<minutesPerWeek])

  /// Minutes from Monday midnight, in order, apart from each other and inside the week: at most
  /// 5,040 spans.
  public let spans: [Range<Int>]

  /// The hours that any of `spans` holds, in minutes from Monday midnight.
  ///
  /// A span may begin in any week and run past its end; a week or more is ``always``.
  public init(_ spans: some Sequence<Range<Int>>) {
    var pieces: [Range<Int>] = []
    for span in spans where !span.isEmpty {
      guard span.count < Self.minutesPerWeek else {
        pieces = [0..<Self.minutesPerWeek]
        break
      }
      let rest = span.lowerBound % Self.minutesPerWeek
      let start = rest < 0 ? rest + Self.minutesPerWeek : rest
      let end = start + span.count
      pieces.append(start..<min(end, Self.minutesPerWeek))
      if end > Self.minutesPerWeek { pieces.append(0..<end - Self.minutesPerWeek) }
    }
    self.init(sorted: Self.joined(pieces))
  }

  private init(sorted: [Range<Int>]) { spans = sorted }

  /// Sorts spans and makes one of those that meet.
  private static func joined(_ spans: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, span.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        result.append(span)
      }
    }
    return result
  }
}

extension WeeklyHours {
  /// Whether there is no such time.
  public var isNever: Bool { spans.isEmpty }

  /// Whether `minute` of `weekday`, 0 at midnight, is one of the hours.
  ///
  /// A minute beyond the day is one of the days after.
  public func contains(_ weekday: Weekday, minute: Int) -> Bool {
    let sum = ((weekday.rawValue - 1) * 1440 + minute) % Self.minutesPerWeek
    return contains(minuteOfWeek: sum < 0 ? sum + Self.minutesPerWeek : sum)
  }

  /// Whether a minute counted from Monday midnight, below ``minutesPerWeek``, is one of the hours.
  ///
  /// - Complexity: O(log *n*) in the number of spans.
  public func contains(minuteOfWeek minute: Int) -> Bool {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upperBound <= minute { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].contains(minute)
  }

  /// The rest of the week.
  public var complement: WeeklyHours {
    var result: [Range<Int>] = []
    var start = 0
    for span in spans {
      if start < span.lowerBound { result.append(start..<span.lowerBound) }
      start = span.upperBound
    }
    if start < Self.minutesPerWeek { result.append(start..<Self.minutesPerWeek) }
    return WeeklyHours(sorted: result)
  }

  /// What either holds.
  public func union(_ other: WeeklyHours) -> WeeklyHours {
    WeeklyHours(sorted: Self.joined(spans + other.spans))
  }

  /// What both hold.
  public func intersection(_ other: WeeklyHours) -> WeeklyHours {
    complement.union(other.complement).complement
  }

  /// What this one holds and `other` does not.
  public func subtracting(_ other: WeeklyHours) -> WeeklyHours {
    intersection(other.complement)
  }
}
