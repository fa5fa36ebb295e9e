public import Quantities

/// A stretch of time on the horizon's axis, both ends included.
///
/// The axis counts seconds from midnight at the start of day 0, through all days without a break.
public struct HorizonSpan: Hashable, Sendable {
  /// The first moment.
  public var start: Seconds
  /// The last moment.
  public var end: Seconds

  /// The stretch from `start` to `end`.
  public init(_ start: Seconds, _ end: Seconds) {
    self.start = start
    self.end = end
  }

  /// The stretch between two times of `day`, counted from 0.
  public init(day: Int, from: TimeOfDay, until: TimeOfDay) {
    self.init(Self.moment(day: day, from), Self.moment(day: day, until))
  }

  /// The moment on the axis when clocks show `time` on `day`.
  public static func moment(day: Int, _ time: TimeOfDay) -> Seconds {
    Seconds(Int32(clamping: day * 86_400 + Int(time.secondsSinceMidnight)))
  }
}

extension Seconds {
  /// Day and time of day of a moment on the horizon's axis.
  public var onHorizon: (day: Int, time: TimeOfDay) {
    let day = Int((Double(value) / 86_400).rounded(.down))
    return (day, TimeOfDay(secondsSinceMidnight: value - Int32(day * 86_400)))
  }
}
