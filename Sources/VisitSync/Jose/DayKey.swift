/// The 128-bit key that opens a trip pack: printed on the crew's paper, never stored with the pack.
public struct DayKey: Hashable, Sendable {
  /// The key, 16 bytes.
  let bytes: [UInt8]

  /// The key of 16 bytes; `nil` for another length.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// A fresh key drawn from `generator`, which must be fit for cryptography.
  public init(using generator: inout some RandomNumberGenerator) {
    bytes = randomBytes(16, using: &generator)
  }

  /// The key's name: SHA-256 of its required members, base64url (RFC 7638 §3.2).
  public var thumbprint: String {
    let members = JSONValue.members([
      ("k", .string(Base64URL.text(bytes))), ("kty", .string("oct")),
    ])
    return Fingerprint.text(members.text)
  }

  /// The key as people type it: 26 digits of Crockford's base 32, a check digit, in fours.
  ///
  /// The digits are the number in base 32; the check digit is the number modulo 37.
  public var code: String {
    var number = bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
    let check = Crockford.alphabet[Int(number % 37)]
    var digits: [UInt8] = []
    for _ in 0..<26 {
      digits.append(Crockford.alphabet[Int(number & 31)])
      number >>= 5
    }
    return Crockford.grouped(digits.reversed() + [check])
  }

  /// The key that someone typed; `nil` unless 27 digits are there and the check digit fits.
  ///
  /// Case, spaces and hyphens do not matter; `O` is read as 0, `I` and `L` as 1.
  public init?(code: String) {
    let values = code.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
      .map(Crockford.value(of:))
    guard values.count == 27, let check = values[26], let first = values[0], first < 8 else {
      return nil
    }
    var number: UInt128 = 0
    for value in values[..<26] {
      guard let value, value < 32 else { return nil }
      number = number << 5 | UInt128(value)
    }
    guard Int(number % 37) == check else { return nil }
    bytes = (0..<16).map { UInt8(truncatingIfNeeded: number >> UInt128(120 - 8 * $0)) }
  }
}
