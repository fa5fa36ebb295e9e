/// A length along the ground in whole decimetres.
///
/// Decimetres keep a route of 200,000 km in 32 bits and leave rounding below what a crew can see.
public struct Distance: Hashable, Comparable, Sendable, AdditiveArithmetic {
  /// The number of decimetres.
  public var decimetres: Int32

  /// No length at all.
  public static let zero = Distance(decimetres: 0)
  /// The longest length that can be stated.
  public static let max = Distance(decimetres: .max)

  /// A length of `decimetres` tenths of a metre.
  @inlinable
  public init(decimetres: Int32) { self.decimetres = decimetres }

  /// A length of `metres`, rounded to the nearest decimetre.
  public init(metres: Double) { self.decimetres = Int32((metres * 10).rounded()) }

  /// The length in metres.
  public var metres: Double { Double(decimetres) / 10 }

  /// The length in kilometres.
  public var kilometres: Double { Double(decimetres) / 10_000 }

  /// The length of both, one after the other; it must fit in 32 bits.
  @inlinable
  public static func + (left: Distance, right: Distance) -> Distance {
    Distance(decimetres: left.decimetres + right.decimetres)
  }

  /// How much longer the left one is, negative when shorter.
  @inlinable
  public static func - (left: Distance, right: Distance) -> Distance {
    Distance(decimetres: left.decimetres - right.decimetres)
  }

  /// Whether the left one is shorter.
  @inlinable
  public static func < (left: Distance, right: Distance) -> Bool {
    left.decimetres < right.decimetres
  }
}

extension Distance: CustomStringConvertible {
  /// Decimetres with their unit: `1205 dm`.
  public var description: String { "\(decimetres) dm" }
}
