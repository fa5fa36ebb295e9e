/// A line of text that is not empty, cut into words.
struct TextRow {
  /// The line, from 1.
  let line: Int
  /// The words between blanks.
  let words: [Substring]

  var place: RoutingFileError.Place { .line(line) }

  /// Whether the line begins with a number.
  var isNumeric: Bool {
    guard let first = words.first?.utf8.first else { return false }
    return (48...57).contains(first) || [43, 45, 46].contains(first)
  }

  /// The word at `position` as a number that can be counted with.
  func number(_ position: Int, _ field: String) throws(RoutingFileError) -> Double {
    guard position < words.count else {
      throw RoutingFileError(.wrongCount, place, field: field, found: "\(words.count)")
    }
    return try Self.number(words[position], place, field)
  }

  /// The word at `position` as a whole number; a fraction is cut off.
  func integer(_ position: Int, _ field: String) throws(RoutingFileError) -> Int {
    Int(try number(position, field))
  }

  /// The word at `position`, a number counted from 1, as a position below `count`.
  func position(
    _ position: Int, below count: Int, _ field: String
  ) throws(RoutingFileError) -> Int {
    let value = try integer(position, field)
    guard (1...max(1, count)).contains(value), count > 0 else {
      throw RoutingFileError(.unknownPosition, place, field: field, found: "\(value)")
    }
    return value - 1
  }

  static func number(
    _ word: Substring, _ place: RoutingFileError.Place, _ field: String
  ) throws(RoutingFileError) -> Double {
    guard let value = Double(word), value.isFinite else {
      throw RoutingFileError(.wrongKind, place, field: field, found: String(word))
    }
    guard value.magnitude < 1e12 else {
      throw RoutingFileError(.outOfRange, place, field: field, found: String(word))
    }
    return value
  }
}

/// Text cut into lines and words.
enum TextRows {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  /// The lines of `bytes` that hold a word, at most `limit` of them.
  static func lines(_ bytes: [UInt8], limit: Int = .max) -> [TextRow] {
    var rows: [TextRow] = []
    var number = 0
    let lines = bytes.split(
      separator: UInt8(ascii: "\n"), maxSplits: limit == .max ? .max : 4 * limit,
      omittingEmptySubsequences: false)
    for line in lines {
      number += 1
      guard rows.count < limit else { break }
      let words = line.split(whereSeparator: isSpace)
      guard !words.isEmpty else { continue }
      rows.append(
        TextRow(
          line: number,
          words: words.map { Substring(String(decoding: $0.prefix(400), as: UTF8.self)) }))
    }
    return rows
  }

  /// The lines of a whole file, which must be text.
  static func rows(of bytes: [UInt8]) throws(RoutingFileError) -> [TextRow] {
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      throw RoutingFileError(.notText)
    }
    let rows = lines(bytes)
    guard !rows.isEmpty else { throw RoutingFileError(.notText) }
    return rows
  }
}
