/// A file of keywords and sections: the common frame of TSPLIB and VRPLIB.
///
/// A line is `KEYWORD : value`, the head `NAME_SECTION` of a section, or a row of numbers in it.
struct KeywordFile {
  struct Header {
    let value: String
    let line: Int

    var place: RoutingFileError.Place { .line(line) }
  }

  private(set) var headers: [String: Header] = [:]
  private(set) var sections: [String: [TextRow]] = [:]
  /// The names of the sections in the order of the file.
  private(set) var order: [(name: String, line: Int)] = []

  init(_ bytes: [UInt8]) throws(RoutingFileError) {
    var current: String?
    for row in try TextRows.rows(of: bytes) {
      let text = row.words.joined(separator: " ")
      if text == "EOF" { break }
      let bare = text.hasSuffix(":") ? text.dropLast().trimmed : text[...]
      if bare.hasSuffix("_SECTION"), !bare.contains(":") {
        let name = String(bare.dropLast("_SECTION".count))
        guard sections.updateValue([], forKey: name) == nil else {
          throw RoutingFileError(.repeated, row.place, field: String(bare))
        }
        order.append((name, row.line))
        current = name
      } else if let section = current, row.isNumeric {
        sections[section]?.append(row)
      } else if let colon = text.firstIndex(of: ":") {
        try addHeader(text[..<colon].trimmed, text[text.index(after: colon)...].trimmed, row)
        current = nil
      } else {
        throw RoutingFileError(.wrongKind, row.place, found: text)
      }
    }
  }

  private mutating func addHeader(
    _ key: Substring, _ value: Substring, _ row: TextRow
  ) throws(RoutingFileError) {
    let bare =
      value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 1
      ? value.dropFirst().dropLast() : value
    let header = Header(value: String(bare.trimmed), line: row.line)
    if headers.updateValue(header, forKey: String(key)) != nil, key != "COMMENT" {
      throw RoutingFileError(.repeated, row.place, field: String(key))
    }
  }

  /// The value of a keyword that must be there.
  func header(_ key: String) throws(RoutingFileError) -> Header {
    guard let header = headers[key] else { throw RoutingFileError(.missing, field: key) }
    return header
  }

  /// The number that a keyword has, if it is there.
  func number(_ key: String) throws(RoutingFileError) -> Double? {
    guard let header = headers[key] else { return nil }
    return try TextRow.number(header.value[...], header.place, key)
  }

  /// The whole number that a keyword has, if it is there.
  func integer(_ key: String, _ range: ClosedRange<Int>) throws(RoutingFileError) -> Int? {
    guard let number = try number(key), let header = headers[key] else { return nil }
    guard let whole = Int(exactly: number), range.contains(whole) else {
      throw RoutingFileError(.outOfRange, header.place, field: key, found: header.value)
    }
    return whole
  }

  /// The rows of a section that must be there.
  func rows(_ section: String) throws(RoutingFileError) -> [TextRow] {
    guard let rows = sections[section] else {
      throw RoutingFileError(.missing, field: section + "_SECTION")
    }
    return rows
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without blanks at both ends.
  var trimmed: Substring {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let rest = self[start...]
    guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return rest[...last]
  }
}
