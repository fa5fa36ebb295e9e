import Quantities

/// Reads an amount of money as people and programs write it, without floating point.
///
/// `1,234.50`, `￥1,234.5`, `1.234,50`, `1 234.5 EUR`, `1234元`, `1.2万元`.
enum AmountText {
  /// Why an amount cannot be read, with a hint where one is at hand.
  struct Problem: Error {
    var code: String
    var hint = ""
  }

  /// Signs with the currencies that they can stand for, the likeliest first; none for any.
  private static let symbols: KeyValuePairs<String, [String]> = [
    "人民币": ["CNY"], "rmb": ["CNY"], "元": ["CNY", "HKD", "TWD"], "圆": ["CNY"], "块": ["CNY"],
    "￥": ["CNY", "JPY"], "¥": ["CNY", "JPY"], "円": ["JPY"], "£": ["GBP"], "€": ["EUR"],
    "hk$": ["HKD"], "us$": ["USD"], "$": [],
  ]

  /// The amount that `text` states, in `currency` where it names none.
  static func read(_ text: String, currency: Currency?, mark: DecimalMark?)
    throws(Problem) -> Money
  {
    var rest = Spelling.halfWidth(text).lowercased()
    var named = currency
    var scale = 0
    var sign: Int64 = 1
    if !rest.utf8.allSatisfy({ isDigit($0) || $0 == point || $0 == comma }) {
      rest.unicodeScalars.removeAll { Spelling.isBlank($0) || $0 == "'" || $0 == "’" }
      named = try takeCurrency(&rest, stated: currency)
      scale = takeScale(&rest)
      sign = takeSign(&rest)
    }
    guard let currency = named else { throw Problem(code: "currency-not-stated") }
    let (whole, fraction) = try split(Array(rest.utf8), mark: mark)
    let minor = try minorUnits(whole, fraction, decimals: currency.decimals + scale)
    return Money(minorUnits: sign * minor, currency: currency)
  }

  /// Takes the currency off, which must not contradict the one stated elsewhere.
  private static func takeCurrency(_ text: inout String, stated: Currency?) throws(Problem)
    -> Currency?
  {
    let named = takeCodes(&text)
    guard let stated else { return named.first.flatMap { Currency(code: $0) } }
    guard named.isEmpty || named.contains(stated.code) else {
      throw Problem(code: "currency-mismatch", hint: "check-currency")
    }
    return stated
  }

  private static func takeCodes(_ text: inout String) -> [String] {
    for (symbol, codes) in symbols {
      if text.hasPrefix(symbol) {
        text.removeFirst(symbol.count)
      } else if text.hasSuffix(symbol) {
        text.removeLast(symbol.count)
      } else {
        continue
      }
      return codes
    }
    let letters = text.prefix { $0.isASCII && $0.isLetter }
    if letters.count == 3, let currency = Currency(code: String(letters)) {
      text.removeFirst(3)
      return [currency.code]
    }
    let ending = String(text.reversed().prefix { $0.isASCII && $0.isLetter }.reversed())
    if ending.count == 3, let currency = Currency(code: ending) {
      text.removeLast(3)
      return [currency.code]
    }
    return []
  }

  /// Takes the ten-thousands sign off; four places when it was there.
  private static func takeScale(_ text: inout String) -> Int {
    guard text.hasSuffix("万") else { return 0 }
    text.removeLast()
    return 4
  }

  private static func takeSign(_ text: inout String) -> Int64 {
    if text.hasPrefix("("), text.hasSuffix(")"), text.count > 2 {
      text = String(text.dropFirst().dropLast())
      return -1
    }
    if text.hasPrefix("-") || text.hasPrefix("−") {
      text.removeFirst()
      return -1
    }
    if text.hasPrefix("+") { text.removeFirst() }
    return 1
  }

  /// Digits before and after the decimal mark; groups must be of three digits.
  private static func split(_ bytes: [UInt8], mark: DecimalMark?)
    throws(Problem) -> (whole: [UInt8], fraction: [UInt8])
  {
    guard bytes.contains(where: isDigit) else { throw Problem(code: "unreadable-amount") }
    for byte in bytes where !isDigit(byte) && byte != point && byte != comma {
      throw Problem(code: "unreadable-amount", hint: hint(byte))
    }
    let decimal = decimalMark(bytes, mark)
    let parts = bytes.split(separator: decimal ?? 0, omittingEmptySubsequences: false)
    guard parts.count <= 2 else { throw Problem(code: "unreadable-amount", hint: "two-marks") }
    let fraction = parts.count == 2 ? Array(parts[1]) : []
    guard fraction.allSatisfy(isDigit) else {
      throw Problem(code: "unreadable-amount", hint: "mark-after-decimals")
    }
    let groups = parts[0].split(
      separator: decimal == comma ? point : comma, omittingEmptySubsequences: false)
    guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.count == 1 || (1...3).contains(groups[0].count)
    else { throw Problem(code: "unreadable-amount", hint: "groups-of-three") }
    let whole = Array(groups.joined())
    guard whole.allSatisfy(isDigit) else {
      throw Problem(code: "unreadable-amount", hint: "two-marks")
    }
    return (whole, fraction)
  }

  /// Which mark stands before decimals: the one stated, the last of two kinds, or a lone one that
  /// does not stand before three digits.
  private static func decimalMark(_ bytes: [UInt8], _ stated: DecimalMark?) -> UInt8? {
    if let stated { return stated == .comma ? comma : point }
    let points = bytes.count { $0 == point }
    let commas = bytes.count { $0 == comma }
    if points > 0, commas > 0 { return bytes.last { $0 == point || $0 == comma } }
    if commas == 1, let place = bytes.firstIndex(of: comma), bytes.count - place - 1 != 3 {
      return comma
    }
    return points == 1 || commas > 0 ? point : commas == 0 && points > 1 ? comma : point
  }

  private static func minorUnits(_ whole: [UInt8], _ fraction: [UInt8], decimals: Int)
    throws(Problem) -> Int64
  {
    var digits = whole + fraction.prefix(decimals)
    guard fraction.dropFirst(decimals).allSatisfy({ $0 == 0x30 }) else {
      throw Problem(code: "too-many-decimals", hint: "say-decimal-mark")
    }
    digits += [UInt8](repeating: 0x30, count: max(0, decimals - fraction.count))
    let figures = digits.drop { $0 == 0x30 }
    guard figures.count <= 18 else { throw Problem(code: "absurd-amount") }
    return figures.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
  }

  private static func hint(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "o"): "letter-o-for-zero"
    case UInt8(ascii: "l"), UInt8(ascii: "i"): "letter-for-one"
    default: ""
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static let point = UInt8(ascii: ".")
  private static let comma = UInt8(ascii: ",")
}
