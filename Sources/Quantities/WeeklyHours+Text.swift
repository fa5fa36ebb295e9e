/// The part of OpenStreetMap's opening hours that repeats every week: `Mo-Fr 07:00-09:00,17:00-19:00;
/// Sa,Su 22:00-06:00`.
///
/// Source: OpenStreetMap wiki, "Key:opening hours/specification".
extension WeeklyHours {
  /// The longest text that is read, in bytes, as long as a tag of OpenStreetMap can be.
  static let longestText = 1024

  /// The hours that `text` states.
  ///
  /// Weekdays are lists and ranges of `Mo` … `Su`, times are spans of `HH:MM`, also over midnight
  /// (`22:00-06:00`, `22:00-30:00`). A rule after `;` replaces what earlier rules said of its days,
  /// one after `,` adds to it; `off` takes days out; `24/7` is always.
  ///
  /// Anything else gives `nil`: holidays (`PH`, `SH`), seasons, weeks, sunrise, open ends.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count <= Self.longestText else { return nil }
    var days = [[Range<Int>]](repeating: [], count: 7)
    let rules = text.split(separator: ";")
    guard !rules.isEmpty else { return nil }
    for rule in rules {
      guard let parts = Self.additions(in: Self.tokens(rule)) else { return nil }
      for (position, part) in parts.enumerated() {
        for day in part.days {
          if position == 0 { days[day] = [] }
          days[day] += part.times
        }
      }
    }
    self.init(
      days.enumerated().flatMap { day, times in
        times.map { day * 1440 + $0.lowerBound..<day * 1440 + $0.upperBound }
      })
  }

  /// One weekday selector with its times.
  private struct Part {
    var days: [Int]
    var times: [Range<Int>]
  }

  /// Words between blanks, commas standing for themselves.
  private static func tokens(_ rule: some StringProtocol) -> [String] {
    var tokens: [String] = []
    var word = ""
    func end() {
      if !word.isEmpty { tokens.append(word) }
      word = ""
    }
    for character in rule {
      switch character {
      case " ", "\t", "\u{3000}": end()
      case ",", "，":
        end()
        tokens.append(",")
      case "–", "—": word += "-"
      default: word += character.lowercased()
      }
    }
    end()
    return tokens
  }

  /// The parts of one rule; those after the first add to what holds.
  private static func additions(in tokens: [String]) -> [Part]? {
    var parts: [Part] = []
    var days: [Int]?
    var times: [Range<Int>]?
    func end() -> Bool {
      guard days != nil || times != nil else { return false }
      parts.append(Part(days: days ?? Array(0..<7), times: times ?? [0..<1440]))
      (days, times) = (nil, nil)
      return true
    }
    var isAfterComma = true
    for token in tokens {
      if token == "," {
        guard !isAfterComma else { return nil }
        isAfterComma = true
        continue
      }
      if let named = weekdays(token) {
        // After times a weekday begins a new part; after weekdays it belongs to their list.
        if times != nil {
          guard isAfterComma, end() else { return nil }
        } else if days != nil, !isAfterComma {
          return nil
        }
        days = (days ?? []) + named
      } else if token == "off" || token == "closed" {
        guard times == nil else { return nil }
        times = []
      } else if token == "24/7" {
        guard days == nil, times == nil else { return nil }
        times = [0..<1440]
      } else if let span = span(token) {
        if let known = times, known.isEmpty || !isAfterComma { return nil }
        times = (times ?? []) + [span]
      } else {
        return nil
      }
      isAfterComma = false
    }
    guard !isAfterComma, end() else { return nil }
    return parts
  }

  private static let dayNames = ["mo", "tu", "we", "th", "fr", "sa", "su"]

  /// `mo` or `mo-fr`, round the end of the week too.
  private static func weekdays(_ word: String) -> [Int]? {
    let ends = word.split(separator: "-", omittingEmptySubsequences: false).map {
      dayNames.firstIndex(of: String($0))
    }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else {
      return nil
    }
    return first <= last ? Array(first...last) : Array(first..<7) + Array(0...last)
  }

  /// `07:00-09:00` in minutes of its day, with the end beyond 24 h where it runs past midnight.
  private static func span(_ word: String) -> Range<Int>? {
    let ends = word.split(separator: "-", omittingEmptySubsequences: false).map(minute)
    guard ends.count == 2, let start = ends[0], let end = ends[1], start < 1440, start != end,
      end - start <= 1440
    else { return nil }
    return start < end ? start..<end : start..<end + 1440
  }

  /// `H:MM` or `HH:MM`, up to 48:00.
  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 2880
    else { return nil }
    return hour * 60 + minute
  }
}

extension WeeklyHours: CustomStringConvertible {
  /// The hours as ``init(_:)-(StringProtocol)`` reads them, days with the same times together:
  /// `Mo-Fr 07:00-09:00,17:00-19:00; Sa 22:00-06:00`; `24/7` for always, `off` for never.
  public var description: String {
    if isNever { return "off" }
    if self == .always { return "24/7" }
    let days = timesByDay()
    var texts: [String] = []
    var isWritten = [Bool](repeating: false, count: 7)
    for day in 0..<7 where !isWritten[day] && !days[day].isEmpty {
      let alike = (day..<7).filter { days[$0] == days[day] }
      for other in alike { isWritten[other] = true }
      let times = days[day].map { "\(Self.clock($0.lowerBound))-\(Self.clock($0.upperBound))" }
      let isEveryDay = alike.count == 7
      texts.append((isEveryDay ? "" : Self.names(alike) + " ") + times.joined(separator: ","))
    }
    return texts.joined(separator: "; ")
  }

  /// Spans by the day they begin on.
  ///
  /// A night of less than a day stays whole; longer ones are cut at midnight.
  private func timesByDay() -> [[Range<Int>]] {
    var joined = spans
    if let first = joined.first, let last = joined.last, first.lowerBound == 0,
      last.upperBound == Self.minutesPerWeek
    {
      joined.removeFirst()
      joined[joined.count - 1] = last.lowerBound..<Self.minutesPerWeek + first.upperBound
    }
    var days = [[Range<Int>]](repeating: [], count: 7)
    for span in joined {
      var start = span.lowerBound
      while start < span.upperBound {
        let midnight = (start / 1440 + 1) * 1440
        let isNight = span.count < 1440
        let end = isNight ? span.upperBound : min(span.upperBound, midnight)
        let day = start / 1440
        days[day % 7].append(start - day * 1440..<end - day * 1440)
        start = end
      }
    }
    return days.map { $0.sorted { $0.lowerBound < $1.lowerBound } }
  }

  private static func names(_ days: [Int]) -> String {
    var texts: [String] = []
    var rest = days[...]
    while let first = rest.first {
      var last = first
      while rest.contains(last + 1) { last += 1 }
      rest = rest.drop { $0 <= last }
      func name(_ day: Int) -> String {
        dayNames[day].prefix(1).uppercased() + dayNames[day].dropFirst()
      }
      texts.append(first == last ? name(first) : name(first) + "-" + name(last))
    }
    return texts.joined(separator: ",")
  }

  /// `HH:MM`; an end past midnight by the clock of the next day.
  private static func clock(_ minute: Int) -> String {
    let shown = minute > 1440 ? minute - 1440 : minute
    return TimeOfDay(hour: shown / 60, minute: shown % 60).description
  }
}
