/// The alphabet of RFC 4648 §5 without padding, as JOSE uses it.
enum Base64URL {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  /// The letters that stand for `bytes`.
  static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let alphabet = alphabet
    var letters: [UInt8] = []
    letters.reserveCapacity((bytes.count * 4 + 2) / 3)
    var pending: UInt32 = 0
    var bits = 0
    for byte in bytes {
      pending = pending << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        letters.append(alphabet[Int(pending >> UInt32(bits) & 63)])
      }
    }
    if bits > 0 { letters.append(alphabet[Int(pending << UInt32(6 - bits) & 63)]) }
    return letters
  }

  /// The letters that stand for `bytes`, as text.
  static func text(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: encode(bytes), as: UTF8.self)
  }

  /// The bytes that `letters` stand for; `nil` unless they are the one way to write them.
  static func decode(_ letters: some Collection<UInt8>) -> [UInt8]? {
    guard letters.count % 4 != 1 else { return nil }
    let values = values
    var bytes: [UInt8] = []
    bytes.reserveCapacity(letters.count * 3 / 4)
    var pending: UInt32 = 0
    var bits = 0
    for letter in letters {
      let value = values[Int(letter)]
      guard value < 64 else { return nil }
      pending = pending << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(bits)))
      }
    }
    return pending & ((1 << UInt32(bits)) - 1) == 0 ? bytes : nil
  }
}
