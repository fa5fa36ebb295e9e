import Quantities

/// The name of a file that holds one office key: `office-2026-11-22.jwks`, with a number from the
/// second key of a day on, or `office-restored-1.jwks`.
///
/// Names are in the order in which their keys were made; keys put back from a backup come first.
struct KeyFileName: Comparable {
  /// When the key was made; `nil` for one that was put back.
  let date: ServiceDate?
  /// From 1, by day.
  let number: Int

  /// The name, as it stands in the folder.
  var text: String {
    let stem = "office-\(date?.description ?? "restored")"
    return stem + (date != nil && number == 1 ? "" : "-\(number)") + ".jwks"
  }

  init(date: ServiceDate?, number: Int) {
    self.date = date
    self.number = number
  }

  /// The name written `text`; `nil` for a file that holds no office key.
  init?(_ text: String) {
    guard text.hasPrefix("office-"), text.hasSuffix(".jwks") else { return nil }
    let middle = text.dropFirst("office-".count).dropLast(".jwks".count)
    let isRestored = middle.hasPrefix("restored")
    let head = middle.prefix(isRestored ? "restored".count : 10)
    let tail = middle.dropFirst(head.count)
    if isRestored {
      date = nil
    } else {
      guard let day = ServiceDate(head) else { return nil }
      date = day
    }
    if tail.isEmpty {
      number = 1
    } else {
      guard tail.first == "-", let count = Int(tail.dropFirst()), (1...99_999).contains(count)
      else { return nil }
      number = count
    }
  }

  /// The name of a key that is made on `date`, behind all of `names`, whatever a clock said then.
  static func next(on date: ServiceDate, after names: [KeyFileName]) -> KeyFileName {
    let day = max(names.compactMap(\.date).max() ?? date, date)
    let last = names.filter { $0.date == day }.map(\.number).max() ?? 0
    return KeyFileName(date: day, number: last + 1)
  }

  /// The names of `count` keys that are put back, behind those that were put back before.
  static func restored(_ count: Int, after names: [KeyFileName]) -> [KeyFileName] {
    let last = names.filter { $0.date == nil }.map(\.number).max() ?? 0
    return (0..<count).map { KeyFileName(date: nil, number: last + 1 + $0) }
  }

  static func < (left: KeyFileName, right: KeyFileName) -> Bool {
    switch (left.date, right.date) {
    case (nil, .some): true
    case (.some, nil): false
    case (let one?, let other?) where one != other: one < other
    default: left.number < right.number
    }
  }
}
