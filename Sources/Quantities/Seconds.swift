/// A length of time in whole seconds.
///
/// Travel times, service times and slacks are all `Seconds`; a moment of the day is a
/// ``TimeOfDay`` and a moment in history an ``Instant``.
public struct Seconds: Hashable, Comparable, Sendable, AdditiveArithmetic {
  /// The number of seconds; may be negative.
  public var value: Int32

  /// No time at all.
  public static let zero = Seconds(0)
  /// The longest length of time that can be stated.
  public static let max = Seconds(.max)

  /// A length of `value` seconds.
  @inlinable
  public init(_ value: Int32) { self.value = value }

  /// A length of `count` whole minutes.
  public static func minutes(_ count: Int) -> Seconds { Seconds(Int32(count * 60)) }

  /// A length of `count` whole hours.
  public static func hours(_ count: Int) -> Seconds { Seconds(Int32(count * 3600)) }

  /// Whole minutes, rounded half away from zero.
  public var roundedMinutes: Int { (Int(value) + (value < 0 ? -30 : 30)) / 60 }

  /// Both lengths together; they must fit in 32 bits.
  @inlinable
  public static func + (left: Seconds, right: Seconds) -> Seconds {
    Seconds(left.value + right.value)
  }

  /// How much longer the left one is, negative when shorter.
  @inlinable
  public static func - (left: Seconds, right: Seconds) -> Seconds {
    Seconds(left.value - right.value)
  }

  /// Whether the left one is shorter.
  @inlinable
  public static func < (left: Seconds, right: Seconds) -> Bool { left.value < right.value }
}

extension Seconds: CustomStringConvertible {
  /// The number with its unit: `90 s`.
  public var description: String { "\(value) s" }
}
