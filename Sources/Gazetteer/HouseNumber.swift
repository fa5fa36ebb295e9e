/// A house or building number taken apart, so that `12A`, `12a`, `十二A` and `3栋`, `3号楼` agree.
struct HouseNumber: Hashable, Comparable, Sendable {
  /// The leading number; ``named`` for houses that have a name only.
  var base: UInt32
  /// What follows the number, folded (`a`, `-1`), or the folded name of a named house.
  var suffix: String

  static let named: UInt32 = .max

  /// Words that make another number of one (`20 bis`).
  static let repeats: Set<String> = ["bis", "ter", "quater"]

  static func < (left: HouseNumber, right: HouseNumber) -> Bool {
    left.base != right.base ? left.base < right.base : left.suffix < right.suffix
  }

  /// The number that a map writes as `text`.
  init(mapText text: String) {
    let tokens = NameToken.tokens(of: text).filter {
      $0.kind != .word || !Vocabulary.buildingWords.contains($0.canonical)
    }
    if let first = tokens.firstIndex(where: { $0.kind == .number }), first <= 1 {
      self.init(numberToken: tokens[first].text)
      let next = first + 1
      if next < tokens.count, Self.repeats.contains(tokens[next].text) {
        suffix += tokens[next].text
      }
    } else if let (value, count) = Self.chineseNumeral(in: tokens, at: 0), count > 0 {
      self.init(base: value, suffix: "")
    } else if tokens.count >= 2, tokens[0].kind == .word, tokens[0].text.count == 1,
      tokens[1].kind == .ideograph
    {
      self.init(base: Self.named, suffix: tokens[0].text)
    } else {
      self.init(base: Self.named, suffix: tokens.map(\.canonical).joined())
    }
  }

  /// A number from a token such as `12a`, `128-1` or `14-16`.
  init(numberToken text: String) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    base = UInt32(digits.prefix(9)) ?? 0
    suffix = String(text.dropFirst(digits.count))
  }

  init(base: UInt32, suffix: String) {
    self.base = base
    self.suffix = suffix
  }

  /// The last number of a range such as `14-18`; `nil` unless it is one.
  var rangeEnd: UInt32? {
    guard suffix.first == "-", base != Self.named else { return nil }
    let end = UInt32(suffix.dropFirst().prefix(9).prefix { $0.isNumber }) ?? 0
    return end > base && end - base <= 100 ? end : nil
  }

  /// The value of the Chinese numeral that begins at `start` (十二, 一百零三, 二〇八) and how many
  /// characters it has; `nil` if there is none.
  static func chineseNumeral(in tokens: [NameToken], at start: Int) -> (UInt32, Int)? {
    var total: UInt32 = 0
    var digits: UInt32 = 0
    var count = 0
    while start + count < tokens.count, count < 8 {
      let text = tokens[start + count].text
      if let digit = digitValues[text] {
        digits = digits * 10 + digit
      } else if let unit = unitValues[text] {
        total += max(digits, 1) * unit
        digits = 0
      } else {
        break
      }
      count += 1
    }
    return count == 0 ? nil : (total + digits, count)
  }

  private static let digitValues: [String: UInt32] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
  ]
  private static let unitValues: [String: UInt32] = ["十": 10, "百": 100, "千": 1000]
}
