/// Names in Chinese with their pinyin, put together from common syllables, so that none is taken
/// from a real town on purpose.
struct TownNames: Sendable {
  /// A name in characters, its pinyin, and how it is said in English.
  struct Name: Hashable, Sendable {
    var chinese: String
    var pinyin: String
    var english: String

    /// The tags that carry it.
    var tags: [(String, String)] {
      [
        ("name", chinese), ("name:en", english), ("name:zh", chinese), ("name:zh_pinyin", pinyin),
      ]
    }
  }

  typealias Part = (chinese: String, pinyin: String)

  /// The road that is `index`-th in its direction; roads beyond the stock of names are numbered, as
  /// planned quarters of Chinese towns are (经三路, 纬五路).
  static func road(_ index: Int, _ suffix: Part, isNorthSouth: Bool) -> Name {
    let english = suffix.pinyin == "Jie" ? "Street" : "Road"
    let stock = isNorthSouth ? northSouth : eastWest
    if index < stock.count {
      return joined(stock[index], suffix, english: english)
    }
    let number = numeral(index - stock.count + 1)
    let kind: Part = isNorthSouth ? ("经", "Jing") : ("纬", "Wei")
    let part: Part = (
      kind.chinese + number.chinese, kind.pinyin + number.pinyin.lowercased()
    )
    return joined(part, suffix, english: english)
  }

  /// The compound that is `index`-th; later ones are building phases of the same names (二期).
  static func compound(_ index: Int) -> Name {
    let first = compoundWords[index % compoundWords.count]
    let kinds = compoundKinds
    let second = kinds[index / compoundWords.count % kinds.count]
    let phase = index / (compoundWords.count * kinds.count)
    let (name, english) = ((first.chinese + second.part.chinese), second.english)
    guard phase > 0 else {
      return Name(
        chinese: name, pinyin: "\(first.pinyin) \(second.part.pinyin)",
        english: "\(first.pinyin) \(english)")
    }
    let number = numeral(phase + 1)
    return Name(
      chinese: name + number.chinese + "期",
      pinyin: "\(first.pinyin) \(second.part.pinyin) \(number.pinyin) Qi",
      english: "\(first.pinyin) \(english) Phase \(phase + 1)")
  }

  /// The village that is `index`-th; after some thousand the names come round again.
  static func village(_ index: Int) -> Name {
    let surname = surnames[index % surnames.count]
    let kind = villageKinds[index / surnames.count % villageKinds.count]
    let side = villageSides[index / (surnames.count * villageKinds.count) % villageSides.count]
    let chinese = side.chinese + surname.chinese + "家" + kind.chinese
    let pinyin =
      side.pinyin.isEmpty
      ? surname.pinyin + "jia" + kind.pinyin
      : side.pinyin + surname.pinyin.lowercased() + "jia" + kind.pinyin
    return Name(chinese: chinese, pinyin: pinyin, english: pinyin)
  }

  /// A name of two parts, such as 文昌 and 路.
  static func joined(_ first: Part, _ second: Part, english: String) -> Name {
    Name(
      chinese: first.chinese + second.chinese, pinyin: "\(first.pinyin) \(second.pinyin)",
      english: "\(first.pinyin) \(english)")
  }

  /// A whole number below ten thousand in Chinese characters and pinyin.
  static func numeral(_ number: Int) -> Part {
    guard number > 0, number < 10_000 else { return (String(number), String(number)) }
    let digits = String(number).compactMap(\.wholeNumberValue)
    var chinese = ""
    var pinyin = ""
    for (index, digit) in digits.enumerated() {
      let unit = digits.count - 1 - index
      if digit == 0 {
        let restIsZero = digits[index...].allSatisfy { $0 == 0 }
        if !restIsZero, !chinese.hasSuffix("零") {
          (chinese, pinyin) = (chinese + "零", pinyin + "ling")
        }
        continue
      }
      let isPlainTen = digit == 1 && unit == 1 && index == 0
      chinese += (isPlainTen ? "" : numerals[digit].chinese) + units[unit].chinese
      pinyin += (isPlainTen ? "" : numerals[digit].pinyin) + units[unit].pinyin
    }
    return (chinese, pinyin.prefix(1).uppercased() + pinyin.dropFirst())
  }
}
