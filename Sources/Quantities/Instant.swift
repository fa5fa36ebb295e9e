/// A moment in history, with the clock that the people present read.
public struct Instant: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var secondsSinceEpoch: Int64
  /// How far local clocks were ahead of UTC, in minutes.
  public var offsetMinutes: Int16

  /// A moment and the offset of local clocks from UTC.
  public init(secondsSinceEpoch: Int64, offsetMinutes: Int16 = 0) {
    self.secondsSinceEpoch = secondsSinceEpoch
    self.offsetMinutes = offsetMinutes
  }

  /// The moment when local clocks showed `time` on `date`.
  public init(date: ServiceDate, time: TimeOfDay, offsetMinutes: Int16) {
    self.init(
      secondsSinceEpoch: Int64(date.daysSinceEpoch) * 86_400 + Int64(time.secondsSinceMidnight)
        - Int64(offsetMinutes) * 60,
      offsetMinutes: offsetMinutes)
  }

  /// The moment written in RFC 3339 with whole seconds, `2026-11-22T10:31:05+08:00`; `nil` for
  /// anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 25, bytes[10] == UInt8(ascii: "T"),
      let date = ServiceDate(String(decoding: bytes[0..<10], as: UTF8.self)),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = Self.twoDigits(bytes, at: 11), let minute = Self.twoDigits(bytes, at: 14),
      let second = Self.twoDigits(bytes, at: 17), hour < 24, minute < 60, second < 60
    else { return nil }
    var offset = 0
    if bytes.count == 25 {
      let sign = bytes[19]
      guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), bytes[22] == UInt8(ascii: ":"),
        let hours = Self.twoDigits(bytes, at: 20), let minutes = Self.twoDigits(bytes, at: 23),
        hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
    } else if bytes[19] != UInt8(ascii: "Z") {
      return nil
    }
    let time = TimeOfDay(secondsSinceMidnight: Int32(hour * 3600 + minute * 60 + second))
    self.init(date: date, time: time, offsetMinutes: Int16(offset))
  }

  private static func twoDigits(_ bytes: [UInt8], at start: Int) -> Int? {
    let tens = Int(bytes[start]) - 48
    let ones = Int(bytes[start + 1]) - 48
    guard (0...9).contains(tens), (0...9).contains(ones) else { return nil }
    return tens * 10 + ones
  }

  private var localSeconds: Int64 { secondsSinceEpoch + Int64(offsetMinutes) * 60 }

  /// The day that local calendars showed.
  public var date: ServiceDate {
    ServiceDate(daysSinceEpoch: Int32(localSeconds.flooredQuotient(by: 86_400)))
  }

  /// The time that local clocks showed.
  public var time: TimeOfDay {
    let day = localSeconds.flooredQuotient(by: 86_400)
    return TimeOfDay(secondsSinceMidnight: Int32(localSeconds - day * 86_400))
  }
}

extension Instant: Comparable {
  /// Whether `left` came first; where both are the same moment, the smaller offset is first.
  public static func < (left: Instant, right: Instant) -> Bool {
    (left.secondsSinceEpoch, left.offsetMinutes) < (right.secondsSinceEpoch, right.offsetMinutes)
  }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 with whole seconds and the local offset.
  public var description: String {
    let second = Int(time.secondsSinceMidnight) % 60
    let ahead = abs(Int(offsetMinutes))
    let offset = TimeOfDay(hour: ahead / 60, minute: ahead % 60)
    return "\(date)T\(time):\(second < 10 ? "0" : "")\(second)"
      + "\(offsetMinutes < 0 ? "-" : "+")\(offset)"
  }
}

extension Int64 {
  fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}
