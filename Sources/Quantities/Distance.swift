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

  @inlinable
  public static func + (left: Distance, right: Distance) -> Distance {
    Distance(decimetres: left.decimetres + right.decimetres)
  }

  @inlinable
  public static func - (left: Distance, right: Distance) -> Distance {
    Distance(decimetres: left.decimetres - right.decimetres)
  }

  @inlinable
  public static func < (left: Distance, right: Distance) -> Bool {
    left.decimetres < right.decimetres
  }
}

extension Distance: CustomStringConvertible {
  public var description: String { "\(decimetres) dm" }
}
