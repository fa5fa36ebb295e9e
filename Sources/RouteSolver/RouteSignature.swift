/// Numbers that tell one order of stops from another, for the vehicle that drives it.
///
/// A route's signature is the sum of the numbers of its legs, so that a change of a few legs changes
/// it in O(1) and a route that comes back as it was has its old signature again (Zobrist 1970).
enum RouteSignature {
  /// Of a route without stops.
  static let empty: UInt64 = 1

  /// The number of a leg between two nodes: SplitMix64's finaliser, which scatters all bits.
  @inline(__always)
  static func leg(from: Int, to: Int) -> UInt64 {
    var bits = UInt64(truncatingIfNeeded: from) << 32 | UInt64(truncatingIfNeeded: to)
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}
