/// Cuts UTF-8 text into rows and cells by RFC 4180, chunk by chunk.
///
/// Rows end with LF, CR LF or CR; quoted cells may hold separators, line ends and doubled quotes.
/// A quote inside an unquoted cell is an ordinary character.
struct RowTokenizer {
  /// A row of the file.
  struct Row {
    /// The line on which it begins, from 1.
    var line = 1
    /// The bytes of all cells, quotes undone.
    var bytes: [UInt8] = []
    /// Where each cell ends in ``bytes``.
    var ends: [Int] = []
    /// What is wrong with it, as a diagnostic code; `nil` when nothing is.
    var fault: String?

    /// How many cells it has.
    var count: Int { ends.count }

    /// The range of cell `index`.
    func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    /// Cell `index` without white space around it; `nil` where it is not text.
    func text(_ index: Int) -> String? {
      var range = range(index)
      while let first = range.first, bytes[first] <= 0x20 { range.removeFirst() }
      while let last = range.last, bytes[last] <= 0x20 { range.removeLast() }
      guard !range.isEmpty else { return "" }
      guard let text = String(validating: bytes[range], as: UTF8.self),
        !range.contains(where: isReplacement)
      else { return nil }
      let isWideEdged = bytes[range.lowerBound] >= 0xC2 || bytes[range.upperBound - 1] >= 0x80
      return isWideEdged ? String(Spelling.trimmed(text[...])) : text
    }

    /// Whether U+FFFD, the mark of something unreadable, begins at `index`.
    private func isReplacement(_ index: Int) -> Bool {
      bytes[index] == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xBF
        && bytes[index + 2] == 0xBD
    }

    /// Whether no cell holds anything but white space.
    var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }
  }

  private enum State {
    case cellStart, plain, quoted, quoteInQuoted
  }

  /// What stands between cells.
  let separator: UInt8
  /// The row being read, whole when ``next(_:_:)`` returned true.
  private(set) var row = Row()
  private var state = State.cellStart
  private var line: Int
  private var cellStart = 0
  private var wasReturn = false
  private var hasBegun = false
  private var isRowDone = false

  /// A tokenizer that begins on `line` of the file.
  init(separator: UInt8, line: Int = 1) {
    self.separator = separator
    self.line = line
    row.line = line
  }

  /// Reads `input` from `position` until a row ends; false when the input ends first.
  mutating func next(_ input: [UInt8], _ position: inout Int) -> Bool {
    if isRowDone { beginRow() }
    while position < input.count {
      let byte = input[position]
      position += 1
      if wasReturn {
        wasReturn = false
        if byte == 0x0A { continue }
      }
      if take(byte) {
        isRowDone = true
        return true
      }
    }
    return false
  }

  /// Ends the last row; false when there is none.
  mutating func finish() -> Bool {
    if isRowDone { beginRow() }
    guard hasBegun else { return false }
    if state == .quoted { row.fault = "unclosed-quote" }
    endCell()
    isRowDone = true
    return true
  }

  private mutating func beginRow() {
    row.bytes.removeAll(keepingCapacity: true)
    row.ends.removeAll(keepingCapacity: true)
    row.fault = nil
    row.line = line
    cellStart = 0
    hasBegun = false
    isRowDone = false
    state = .cellStart
  }

  /// Takes one byte; true when it ended the row.
  private mutating func take(_ byte: UInt8) -> Bool {
    hasBegun = true
    switch state {
    case .quoted:
      if byte == 0x22 {
        state = .quoteInQuoted
      } else {
        countLine(byte)
        append(byte)
      }
      return false
    case .cellStart where byte == 0x22:
      state = .quoted
      return false
    case .quoteInQuoted where byte == 0x22:
      append(byte)
      state = .quoted
      return false
    default: break
    }
    if byte == separator {
      endCell()
      state = .cellStart
      return false
    }
    if byte == 0x0A || byte == 0x0D {
      countLine(byte)
      endCell()
      return true
    }
    if state == .quoteInQuoted { row.fault = "stray-quote" }
    state = .plain
    append(byte)
    return false
  }

  /// Counts the ends of lines; LF after CR belongs to it.
  private mutating func countLine(_ byte: UInt8) {
    if byte == 0x0D {
      line += 1
      if state != .quoted { wasReturn = true }
    } else if byte == 0x0A, row.bytes.last != 0x0D || state != .quoted {
      line += 1
    }
  }

  private mutating func append(_ byte: UInt8) {
    if row.bytes.count - cellStart < CaseFileLimits.fieldBytes {
      row.bytes.append(byte)
    } else {
      row.fault = "field-too-long"
    }
  }

  private mutating func endCell() {
    guard row.ends.count < CaseFileLimits.columns + 1 else { return }
    row.ends.append(row.bytes.count)
    cellStart = row.bytes.count
  }
}
