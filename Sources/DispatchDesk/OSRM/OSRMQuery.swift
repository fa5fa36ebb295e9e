/// The options of a request, read one by one; what nobody asked for remains.
struct OSRMQuery {
  private var values: [String: String] = [:]
  /// The names in order of the query.
  private var names: [String] = []
  private static let mostOptions = 50

  /// The options of a query such as `a=1&b=2`.
  init(_ query: Substring) throws(OSRMError) {
    for part in query.split(separator: "&", omittingEmptySubsequences: true) {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, let name = PercentText.decode(halves[0]),
        let value = PercentText.decode(halves[1]), values[name] == nil,
        names.count < Self.mostOptions
      else { throw OSRMError(.invalidQuery, "Query string malformed.") }
      names.append(name)
      values[name] = value
    }
  }

  /// An option that was not read.
  var unread: String? { names.first { values[$0] != nil } }

  /// The value of an option.
  mutating func text(_ name: String) -> String? { values.removeValue(forKey: name) }

  /// One of some words.
  mutating func word(_ name: String, _ words: [String]) throws(OSRMError) -> String? {
    guard let text = text(name) else { return nil }
    guard words.contains(text) else {
      throw OSRMError(.invalidValue, "\(name) is one of \(words.joined(separator: ", ")).")
    }
    return text
  }

  /// `true` or `false`.
  mutating func flag(_ name: String) throws(OSRMError) -> Bool? {
    try word(name, ["true", "false"]).map { $0 == "true" }
  }

  /// A number above zero.
  mutating func positive(_ name: String) throws(OSRMError) -> Double? {
    guard let text = text(name) else { return nil }
    guard let number = Double(text), number > 0, number <= 1e9 else {
      throw OSRMError(.invalidValue, "\(name) is a number above 0.")
    }
    return number
  }

  /// One part for each coordinate, separated by semicolons; none without the option.
  mutating func list(_ name: String, count: Int) throws(OSRMError) -> [Substring] {
    guard let text = text(name), !text.isEmpty else { return [] }
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count == count else {
      throw OSRMError(.invalidOptions, "Number of \(name) does not match number of coordinates")
    }
    return parts
  }

  /// Positions of coordinates; `nil` for all of them.
  mutating func positions(_ name: String, count: Int) throws(OSRMError) -> [Int]? {
    guard let text = text(name), text != "all" else { return nil }
    var positions: [Int] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      guard let position = Int(part), (0..<count).contains(position), positions.count < count
      else {
        throw OSRMError(.invalidOptions, "\(name) are positions of coordinates, from 0.")
      }
      positions.append(position)
    }
    return positions
  }
}

/// Text in a URL (RFC 3986).
enum PercentText {
  /// The text with `%XX` undone; `nil` where that is cut short or not UTF-8.
  static func decode(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
