/// What a remark may repeat of a cell: never who somebody is, where they live or their telephone.
enum Masking {
  /// `text` of a column that tells who somebody is.
  static func personal(_ text: String) -> String { "(\(text.count) characters)" }

  /// `text` of a column of figures or dates: repeated when short and made of figures, with long
  /// runs of digits shortened; otherwise only its length.
  static func figures(_ text: String) -> String {
    let digits = text.unicodeScalars.count { $0.properties.numericType != nil }
    guard text.count <= 32, digits > 0, digits * 2 >= text.count - 4,
      text.unicodeScalars.allSatisfy({ !$0.properties.isIdeographic || figureWords.contains($0) })
    else { return personal(text) }
    return shorteningDigits(text)
  }

  /// The Chinese characters that figures and dates are made of; a name with a numeral in it, such
  /// as 张三, has another.
  private static let figureWords = Set(
    "年月日号元圆角分整万千百十亿零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖拾佰仟".unicodeScalars)

  /// `text` of a column of known words: repeated when it looks like a slip of one of `known`.
  static func word(_ text: String, known: [String]) -> String {
    let key = Spelling.comparable(text)
    return Spelling.nearest(to: key, among: known) == nil ? personal(text) : text
  }

  /// `text` with digits beyond the third of a run of nine or more put out.
  static func shorteningDigits(_ text: String) -> String {
    var result = ""
    var run = ""
    func flush() {
      result += run.count < 9 ? run : run.prefix(3) + String(repeating: "*", count: run.count - 3)
      run = ""
    }
    for character in text {
      if character.isNumber {
        run.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }
}
