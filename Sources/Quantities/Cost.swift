/// What an optimiser minimises: a whole number without a unit of its own.
public struct Cost: Hashable, Comparable, Sendable, AdditiveArithmetic {
  /// The number.
  public var value: Int64

  /// Costs nothing.
  public static let zero = Cost(0)
  /// The highest cost that can be stated.
  public static let max = Cost(.max)

  /// A cost of `value`.
  @inlinable
  public init(_ value: Int64) { self.value = value }

  /// The cost of `time` at `rate` a second.
  @inlinable
  public init(_ time: Seconds, rate: Int64 = 1) { self.value = Int64(time.value) * rate }

  /// The sum; it must fit in 64 bits.
  @inlinable
  public static func + (left: Cost, right: Cost) -> Cost { Cost(left.value + right.value) }

  /// The difference, which may be negative.
  @inlinable
  public static func - (left: Cost, right: Cost) -> Cost { Cost(left.value - right.value) }

  /// Whether the left one is lower.
  @inlinable
  public static func < (left: Cost, right: Cost) -> Bool { left.value < right.value }
}

extension Cost: CustomStringConvertible {
  /// The number in decimal.
  public var description: String { "\(value)" }
}
