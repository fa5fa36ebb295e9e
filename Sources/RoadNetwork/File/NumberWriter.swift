/// Packs whole numbers into bytes, small ones into few: seven bits a byte, the lowest first, and the
/// eighth bit set on all bytes but the last (LEB128).
struct NumberWriter {
  private(set) var bytes: [UInt8] = []

  /// Adds a number.
  mutating func add(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Adds a number that is not negative.
  mutating func add(_ number: some BinaryInteger) { add(UInt64(number)) }

  /// Adds a number with its sign in the lowest bit: 0, −1, 1, −2 become 0, 1, 2, 3.
  mutating func addSigned(_ number: Int) { add(Self.folded(number)) }

  /// The number that stands for one with a sign.
  static func folded(_ number: Int) -> UInt64 {
    UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
  }
}
