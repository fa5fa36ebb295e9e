import Quantities
import Testing

@Suite("Checksum")
struct ChecksumTests {
  /// CRC-32C of test vectors in RFC 3720, appendix B.4, and of the usual check string.
  static let vectors: [([UInt8], UInt32)] = [
    ([], 0), (Array("123456789".utf8), 0xE306_9283), (Array(repeating: 0, count: 32), 0x8A91_36AA),
    (Array(repeating: 0xFF, count: 32), 0x62A8_AB43), (Array(0..<32), 0x46DD_794E),
    ((0..<32).reversed(), 0x113F_DB5C),
  ]

  @Test("agrees with the published sums, byte by byte and eight at a time", arguments: vectors)
  func published(bytes: [UInt8], sum: UInt32) {
    #expect(Self.slow(bytes) == sum)
    #expect(Self.fast(bytes) == sum)
  }

  @Test("sums the same in any pieces, from any alignment")
  func pieces() {
    var generator = SeededGenerator(seed: 32)
    let bytes = (0..<1_000).map { _ in UInt8(generator.below(256)) }
    for _ in 0..<200 {
      let cut = generator.below(bytes.count)
      var sum = Checksum()
      sum.add(bytes[..<cut])
      unsafe bytes.withUnsafeBytes {
        unsafe sum.add(UnsafeRawBufferPointer(rebasing: $0[cut...]))
      }
      #expect(sum.value == Self.slow(bytes))
    }
  }

  @Test("notices any single flipped bit")
  func flips() {
    var bytes = Array("rounds".utf8)
    let sound = Self.fast(bytes)
    for bit in 0..<(bytes.count * 8) {
      bytes[bit / 8] ^= 1 << (bit % 8)
      #expect(Self.fast(bytes) != sound)
      bytes[bit / 8] ^= 1 << (bit % 8)
    }
  }

  private static func slow(_ bytes: [UInt8]) -> UInt32 {
    var sum = Checksum()
    sum.add(bytes)
    return sum.value
  }

  private static func fast(_ bytes: [UInt8]) -> UInt32 {
    var sum = Checksum()
    unsafe bytes.withUnsafeBytes { unsafe sum.add($0) }
    return sum.value
  }
}
