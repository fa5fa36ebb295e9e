/// Douglas Crockford's base 32: digits that people can read out and type.
enum Crockford {
  /// 32 digits, then the five that only a check digit can be.
  static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U".utf8)

  /// The value of a typed digit: case does not matter, `O` is 0, `I` and `L` are 1.
  static func value(of letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "o"), UInt8(ascii: "O"): return 0
    case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "L"): return 1
    case 97...122: return alphabet.firstIndex(of: letter - 32)
    default: return alphabet.firstIndex(of: letter)
    }
  }

  /// `count` digits for the first `count × 5` bits of `bytes`.
  static func leadingDigits(_ bytes: [UInt8], count: Int) -> [UInt8] {
    (0..<count).map { digit in
      let value = (0..<5).reduce(0) { value, bit in
        let position = digit * 5 + bit
        let byte = position / 8 < bytes.count ? bytes[position / 8] : 0
        return value << 1 | Int(byte >> UInt8(7 - position % 8) & 1)
      }
      return alphabet[value]
    }
  }

  /// `digits` in groups of four with hyphens between.
  static func grouped(_ digits: [UInt8]) -> String {
    var text: [UInt8] = []
    for (position, digit) in digits.enumerated() {
      if position > 0, position % 4 == 0 { text.append(UInt8(ascii: "-")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
