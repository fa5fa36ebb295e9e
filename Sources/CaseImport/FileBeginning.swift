/// Where the first row of a file begins and what stands between its cells.
struct FileBeginning {
  /// Where the first row begins.
  var start: Int
  /// The line it begins on, from 1.
  var line: Int
  /// What stands between cells.
  var separator: UInt8

  /// Looks at `text`; `nil` while its first row with anything in it is not whole.
  ///
  /// A line `sep=;`, as some spreadsheets write it, goes before any counting.
  init?(_ text: [UInt8], isLast: Bool) {
    var line = 1
    var start = 0
    while start < text.count, text[start] <= 0x20, text[start] != 0x09 {
      if text[start] == 0x0A { line += 1 }
      start += 1
    }
    guard
      let end = Self.rowEnd(text, from: start) ?? (isLast && start < text.count ? text.count : nil)
    else { return nil }
    let row = text[start..<end]
    if row.count == 5, row.starts(with: Array("sep=".utf8)), let stated = row.last,
      Self.separators.contains(stated)
    {
      var next = end
      while next < text.count, text[next] == 0x0D || text[next] == 0x0A { next += 1 }
      self.init(start: next, line: line + 1, separator: stated)
      return
    }
    var isQuoted = false
    var counts: [UInt8: Int] = [:]
    for byte in row {
      if byte == 0x22 { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    var best = Self.separators[0]
    for separator in Self.separators where counts[separator, default: 0] > counts[best, default: 0]
    {
      best = separator
    }
    self.init(start: start, line: line, separator: best)
  }

  private init(start: Int, line: Int, separator: UInt8) {
    self.start = start
    self.line = line
    self.separator = separator
  }

  private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]

  private static func rowEnd(_ text: [UInt8], from start: Int) -> Int? {
    var isQuoted = false
    for index in start..<text.count {
      if text[index] == 0x22 { isQuoted.toggle() }
      if !isQuoted, text[index] == 0x0A || text[index] == 0x0D { return index }
    }
    return nil
  }
}
