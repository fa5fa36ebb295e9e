import FieldModel
import Quantities

/// Spans of the day as text: `start..end` in seconds from midnight, so that no second is lost.
enum StoredWindow {
  static func text(_ window: TimeWindow) -> String {
    "\(window.start.secondsSinceMidnight)..\(window.end.secondsSinceMidnight)"
  }

  static func text(_ windows: [TimeWindow]) -> String {
    windows.map { text($0) }.joined(separator: " ")
  }

  static func window(_ text: some StringProtocol) -> TimeWindow? {
    let ends = text.split(separator: ".").compactMap { Int32($0) }
    guard ends.count == 2, ends[0] <= ends[1] else { return nil }
    return TimeWindow(
      start: TimeOfDay(secondsSinceMidnight: ends[0]),
      end: TimeOfDay(secondsSinceMidnight: ends[1]))
  }

  static func windows(_ text: String) -> [TimeWindow]? {
    let parts = text.split(separator: " ")
    let windows = parts.compactMap { window($0) }
    return windows.count == parts.count ? windows : nil
  }
}

/// Names of skills as text, one a line, in order.
enum StoredSkills {
  static func text(_ skills: Set<Identifier<Skill>>) -> String {
    skills.map(\.text).sorted().joined(separator: "\n")
  }

  static func skills(_ text: String) -> Set<Identifier<Skill>> {
    Set(text.split(separator: "\n").map { Identifier(String($0)) })
  }
}

/// A contact wish as two columns.
enum StoredWish {
  static func fields(of wish: ContactWish) -> (kind: String, value: String) {
    switch wish {
    case .onlyBetween(let window): ("only-between", StoredWindow.text(window))
    case .notOn(let day): ("not-on", day.code)
    case .lettersOnly: ("letters-only", "")
    case .notAt(let address): ("not-at", address.text)
    }
  }

  static func wish(kind: String, value: String) -> ContactWish? {
    switch kind {
    case "only-between": StoredWindow.window(value).map(ContactWish.onlyBetween)
    case "not-on": Weekday(code: value).map(ContactWish.notOn)
    case "letters-only": .lettersOnly
    case "not-at": .notAt(Identifier(value))
    default: nil
    }
  }
}

/// Rings of coordinates as text: `lat lon,lat lon;…` in 1e-7 degree.
enum StoredOutline {
  static func text(_ rings: [[Coordinate]]) -> String {
    rings.map { ring in
      ring.map { "\($0.latitude) \($0.longitude)" }.joined(separator: ",")
    }.joined(separator: ";")
  }

  static func rings(_ text: String) -> [[Coordinate]]? {
    var rings: [[Coordinate]] = []
    for ring in text.split(separator: ";") {
      var corners: [Coordinate] = []
      for corner in ring.split(separator: ",") {
        let numbers = corner.split(separator: " ").compactMap { Int32($0) }
        guard numbers.count == 2 else { return nil }
        corners.append(Coordinate(latitude: numbers[0], longitude: numbers[1]))
      }
      rings.append(corners)
    }
    return rings
  }
}
