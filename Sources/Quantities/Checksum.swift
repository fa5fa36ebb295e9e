/// The checksum that ends every file of ours: CRC-32C (Castagnoli, RFC 3720 appendix B.4).
///
/// It finds damage, not forgery; files that must resist forgery are signed.
public struct Checksum: Hashable, Sendable {
  private var register: UInt32 = .max

  /// The checksum of nothing.
  public init() {}

  /// The checksum of the bytes so far.
  public var value: UInt32 { ~register }

  /// Adds `bytes` to what is summed.
  public mutating func add(_ bytes: some Sequence<UInt8>) {
    var sum = register
    for byte in bytes {
      sum = Self.table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8)
    }
    register = sum
  }

  /// Adds the bytes in `buffer` to what is summed, eight at a time.
  public mutating func add(_ buffer: UnsafeRawBufferPointer) {
    var sum = register
    var offset = 0
    let count = buffer.count
    let tables = Self.sliced
    while offset + 8 <= count {
      // SAFETY: `offset + 8 <= count`. Slicing by eight (Kounavis and Berry, 2008).
      let word = UInt64(
        littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let low = UInt32(truncatingIfNeeded: word) ^ sum
      let high = UInt32(truncatingIfNeeded: word >> 32)
      sum =
        tables[7 * 256 + Int(low & 0xFF)] ^ tables[6 * 256 + Int(low >> 8 & 0xFF)]
        ^ tables[5 * 256 + Int(low >> 16 & 0xFF)] ^ tables[4 * 256 + Int(low >> 24)]
        ^ tables[3 * 256 + Int(high & 0xFF)] ^ tables[2 * 256 + Int(high >> 8 & 0xFF)]
        ^ tables[256 + Int(high >> 16 & 0xFF)] ^ tables[Int(high >> 24)]
      offset += 8
    }
    while offset < count {
      sum = Self.table[Int((sum ^ UInt32(unsafe buffer[offset])) & 0xFF)] ^ (sum >> 8)
      offset += 1
    }
    register = sum
  }

  private static let table: [UInt32] = (0..<256).map { entry in
    (0..<8).reduce(UInt32(entry)) { sum, _ in sum & 1 == 1 ? (sum >> 1) ^ 0x82F6_3B78 : sum >> 1 }
  }

  private static let sliced: [UInt32] = {
    var tables = table
    for slice in 1..<8 {
      for entry in 0..<256 {
        let previous = tables[(slice - 1) * 256 + entry]
        tables.append(table[Int(previous & 0xFF)] ^ (previous >> 8))
      }
    }
    return tables
  }()
}
