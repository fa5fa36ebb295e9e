public import Quantities

/// How long a crossing takes.
public enum FerryRule {
  /// The duration in `tags`: `90`, `1:30`, `01:30:00` or `PT1H30M`; `nil` without a sensible one.
  public static func duration(_ tags: Tags) -> Seconds? {
    guard let text = tags[.duration]?.trimmed else { return nil }
    let seconds = text.hasPrefix("P") ? period(text) : clock(text)
    guard let seconds, seconds > 0, seconds <= 7 * 86_400 else { return nil }
    return Seconds(Int32(seconds))
  }

  /// Minutes, hours and minutes, or hours, minutes and seconds.
  private static func clock(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.prefix(4).compactMap { $0.utf8.count <= 6 ? Int($0) : nil }
    guard numbers.count == parts.count, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    switch numbers.count {
    case 1: return numbers[0] * 60
    case 2: return numbers[0] * 3600 + numbers[1] * 60
    case 3: return numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
    default: return nil
    }
  }

  /// An ISO 8601 period of days, hours, minutes and seconds.
  private static func period(_ text: String) -> Int? {
    var total = 0
    var number: Int?
    var isTime = false
    for character in text.dropFirst().prefix(24) {
      if let digit = character.wholeNumberValue, character.isASCII {
        number = min((number ?? 0) * 10 + digit, 1_000_000)
        continue
      }
      switch (character, isTime, number) {
      case ("T", false, nil): isTime = true
      case ("D", false, let days?): total += days * 86_400
      case ("H", true, let hours?): total += hours * 3600
      case ("M", true, let minutes?): total += minutes * 60
      case ("S", true, let seconds?): total += seconds
      default: return nil
      }
      number = nil
    }
    return number == nil ? total : nil
  }
}
