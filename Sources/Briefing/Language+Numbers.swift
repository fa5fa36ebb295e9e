public import Quantities

extension Language {
  /// A whole number with its thousands set off: `12,345`.
  public func number(_ value: Int) -> String {
    (value < 0 ? "-" : "") + Self.grouped(String(value.magnitude))
  }

  /// An amount as people write it: `£1,234.50`, `CNY 1,234.50`; `1,234.50元`, `GBP 1,234.50`.
  public func money(_ money: Money) -> String {
    let plain = money.plainAmount
    let magnitude = plain.hasPrefix("-") ? plain.dropFirst() : plain[...]
    let parts = magnitude.split(separator: ".", omittingEmptySubsequences: false)
    var amount = Self.grouped(String(parts[0]))
    if parts.count > 1 { amount += "." + parts[1] }
    let sign = money.minorUnits < 0 ? "-" : ""
    switch (self, money.currency.code) {
    case (.simplifiedChinese, "CNY"): return "\(sign)\(amount)元"
    case (.english, "GBP"): return "\(sign)£\(amount)"
    default: return "\(money.currency.code) \(sign)\(amount)"
    }
  }

  /// A distance rounded to what a driver can use: tens of metres, then tenths of a kilometre.
  public func distance(_ distance: Distance) -> String {
    let metres = Int((distance.metres / 10).rounded()) * 10
    let isEnglish = self == .english
    if metres < 1000 { return isEnglish ? "\(metres) m" : "\(metres)米" }
    let tenths = Int((distance.metres / 100).rounded())
    let whole = Int((distance.metres / 1000).rounded())
    let kilometres = tenths < 1000 ? "\(tenths / 10).\(tenths % 10)" : number(whole)
    return isEnglish ? "\(kilometres) km" : "\(kilometres)公里"
  }

  /// A length of time in hours and minutes: `1 h 05 min`, `1小时5分钟`.
  public func duration(_ time: Seconds) -> String {
    let minutes = abs(time.roundedMinutes)
    let sign = time.roundedMinutes < 0 ? "-" : ""
    let (hours, rest) = (minutes / 60, minutes % 60)
    switch self {
    case .english:
      if hours == 0 { return "\(sign)\(rest) min" }
      return "\(sign)\(hours) h \(rest < 10 ? "0" : "")\(rest) min"
    case .simplifiedChinese:
      if hours == 0 { return "\(sign)\(rest)分钟" }
      return "\(sign)\(hours)小时" + (rest == 0 ? "" : "\(rest)分钟")
    }
  }

  /// A length of time to the second where it is short: `45 s`, `3 min 20 s`, then as ``duration(_:)``.
  public func preciseDuration(_ time: Seconds) -> String {
    guard time >= .zero, time < .minutes(10) else { return duration(time) }
    let (minutes, rest) = (time.value / 60, time.value % 60)
    switch self {
    case .english:
      return minutes == 0 ? "\(rest) s" : "\(minutes) min" + (rest == 0 ? "" : " \(rest) s")
    case .simplifiedChinese:
      return minutes == 0 ? "\(rest)秒" : "\(minutes)分钟" + (rest == 0 ? "" : "\(rest)秒")
    }
  }

  /// Whole percent of `part` in `whole`; `–` when there is nothing to take a part of.
  public func percent(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "–" : "\((part * 200 + whole) / (whole * 2))%"
  }

  /// Several things in one line: `a, b`, `a、b`.
  public func list(_ items: [String]) -> String {
    items.joined(separator: self == .english ? ", " : "、")
  }

  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
