import Crypto

/// The one-step key derivation of NIST SP 800-56A as RFC 7518 §4.6.2 profiles it.
enum ConcatKDF {
  /// A key of at most 32 bytes from an agreed number.
  ///
  /// - Parameters:
  ///   - agreement: the number that both sides computed.
  ///   - method: the name of the content encryption the key is for.
  ///   - bytes: the length of the key, 1 … 32.
  ///   - producer: who made the message, from `apu`.
  ///   - recipient: whom it is for, from `apv`.
  /// - Returns: the key.
  static func key(
    _ agreement: [UInt8], method: String, bytes: Int, producer: [UInt8] = [],
    recipient: [UInt8] = []
  ) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: bigEndian(1))
    hash.update(data: agreement)
    for part in [Array(method.utf8), producer, recipient] {
      hash.update(data: bigEndian(UInt32(part.count)))
      hash.update(data: part)
    }
    hash.update(data: bigEndian(UInt32(bytes * 8)))
    return Array(hash.finalize().prefix(bytes))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
  }
}
