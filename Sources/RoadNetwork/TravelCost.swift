/// What a way costs: its duration first and, between equally quick ways, its length.
///
/// Both are packed into one whole number below 2⁵³, so that comparing and adding are one operation
/// each, exact as an integer and as a `Double`: hundredths of a second above, decimetres in the low
/// 26 bits. The quickest way therefore has one cost and no ties, and a table and a route agree to
/// the last digit.
///
/// One trip may be 15 days and 6,700 km long.
struct TravelCost: Comparable, Hashable, BitwiseCopyable, Sendable {
  var packed: UInt64

  static let distanceBits: UInt64 = 26
  static let zero = TravelCost(packed: 0)
  /// The cost of what cannot be reached; every real cost is smaller.
  static let unreachable = TravelCost(packed: 1 << 53)
  /// The longest duration of one road or turn: seven days and three quarters.
  static let longestDuration: UInt32 = 1 << 26

  @inline(__always)
  init(packed: UInt64) { self.packed = packed }

  /// A cost of hundredths of a second and decimetres.
  @inline(__always)
  init(duration: UInt32, distance: UInt32) {
    packed = UInt64(duration) << Self.distanceBits + UInt64(distance)
  }

  /// Hundredths of a second.
  var duration: Int64 { Int64(packed >> Self.distanceBits) }
  /// Decimetres.
  var distance: Int64 { Int64(packed & (1 << Self.distanceBits - 1)) }
  /// Whole seconds, rounded half up.
  var roundedSeconds: Int32 { Int32((duration + 50) / 100) }

  @inline(__always)
  static func + (left: TravelCost, right: TravelCost) -> TravelCost {
    // No overflow: costs are at most `unreachable`, which opening a file checks.
    TravelCost(packed: left.packed &+ right.packed)
  }

  @inline(__always)
  static func < (left: TravelCost, right: TravelCost) -> Bool { left.packed < right.packed }
}
