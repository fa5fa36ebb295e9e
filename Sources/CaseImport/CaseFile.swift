import FieldModel
public import Quantities

/// A lender's spreadsheet of cases, saved as text with commas, semicolons or tabs.
public enum CaseFile {
  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - mapping: how the lender writes.
  ///   - asOf: the day on which the figures were true.
  ///   - offsetMinutes: how far local clocks are ahead of UTC.
  /// - Returns: the cases, with remarks on what was left out or doubted.
  /// - Throws: ``CaseFileError`` when nothing can be read; bad rows are diagnostics instead.
  public static func read(
    _ bytes: [UInt8], mapping: ColumnMapping, asOf: ServiceDate, offsetMinutes: Int16
  ) throws(CaseFileError) -> CaseBatch {
    var reader = CaseFileReader(mapping: mapping, asOf: asOf, offsetMinutes: offsetMinutes)
    try reader.feed(bytes)
    return try reader.finish()
  }
}

/// Reads a case file chunk by chunk: what is held is the cases, never the file.
///
/// ```swift
/// var reader = CaseFileReader(mapping: mapping, asOf: today, offsetMinutes: 480)
/// while let chunk = nextChunk() { try reader.feed(chunk) }
/// let batch = try reader.finish()
/// ```
public struct CaseFileReader: ~Copyable {
  private let mapping: ColumnMapping
  private let asOf: ServiceDate
  private let offsetMinutes: Int16
  private var stream: TextStream
  private var checksum = Checksum()
  /// Text until the first row is whole and the separator known.
  private var beginning: [UInt8] = []
  private var tokenizer: RowTokenizer?
  private var rowReader: RowReader?
  private var assembly = CaseAssembly()
  /// How many rows have been read, the header and empty ones not counted.
  public private(set) var rows = 0

  /// A reader of one file; the parameters are those of ``CaseFile/read(_:mapping:asOf:offsetMinutes:)``.
  public init(mapping: ColumnMapping, asOf: ServiceDate, offsetMinutes: Int16) {
    self.mapping = mapping
    self.asOf = asOf
    self.offsetMinutes = offsetMinutes
    stream = TextStream(encoding: mapping.encoding)
  }

  /// Reads the next bytes of the file; chunks may be cut anywhere.
  ///
  /// - Throws: ``CaseFileError`` when the file cannot be read; the reader is then of no more use.
  public mutating func feed(_ chunk: [UInt8]) throws(CaseFileError) {
    // SAFETY: The buffer is only read, while `chunk` lives.
    unsafe chunk.withUnsafeBytes { unsafe checksum.add($0) }
    var start = 0
    // Small pieces keep what is decoded at a time small, however large the chunk.
    while start < chunk.count {
      let end = min(start + Self.piece, chunk.count)
      try take(try stream.decode(Array(chunk[start..<end])))
      start = end
    }
  }

  /// Ends the file.
  public mutating func finish() throws(CaseFileError) -> CaseBatch {
    try take(try stream.finish())
    if tokenizer == nil { try begin(isLast: true) }
    if var last = tokenizer {
      if last.finish() { try take(last.row) }
      tokenizer = last
    }
    guard var reader = rowReader else { throw .empty }
    if rows == 0 { reader.remarks.add(Diagnostic(.warning, "no-rows", line: 2)) }
    let (cases, incomplete) = assembly.finish(remarks: &reader.remarks)
    var batch = CaseBatch(cases: [])
    batch.cases = cases
    batch.diagnostics = Self.inOrder(reader.remarks.kept)
    batch.diagnosticCounts = reader.remarks.counts
    batch.rows = rows
    batch.rowsLeftOut = assembly.rowsLeftOut
    batch.incompleteCases = incomplete
    batch.encoding = stream.encoding
    batch.separator = Character(Unicode.Scalar(tokenizer?.separator ?? Self.comma))
    batch.checksum = checksum.value
    return batch
  }

  private static let piece = 256 * 1024
  private static let comma = UInt8(ascii: ",")

  private static func inOrder(_ remarks: [Diagnostic]) -> [Diagnostic] {
    remarks.enumerated().sorted {
      ($0.element.line ?? .max, $0.offset) < ($1.element.line ?? .max, $1.offset)
    }.map(\.element)
  }

  private mutating func take(_ text: [UInt8]) throws(CaseFileError) {
    if tokenizer != nil {
      try tokenize(text)
    } else {
      beginning += text
      try begin(isLast: false)
    }
  }

  /// Finds the separator once the first row is whole.
  private mutating func begin(isLast: Bool) throws(CaseFileError) {
    guard let header = FileBeginning(beginning, isLast: isLast) else {
      if beginning.count > CaseFileLimits.headerBytes { throw .headerTooLong }
      return
    }
    let text = Array(beginning[header.start...])
    beginning = []
    tokenizer = RowTokenizer(separator: header.separator, line: header.line)
    try tokenize(text)
  }

  private mutating func tokenize(_ text: [UInt8]) throws(CaseFileError) {
    guard var reading = tokenizer else { return }
    tokenizer = nil  // so that the row is not copied when it grows
    var position = 0
    while reading.next(text, &position) { try take(reading.row) }
    tokenizer = reading
  }

  private mutating func take(_ row: RowTokenizer.Row) throws(CaseFileError) {
    if row.isBlank, row.fault == nil { return }
    guard rowReader != nil else {
      var remarks = Remarks()
      let columns = try CaseColumns(header: row, mapping: mapping, remarks: &remarks)
      rowReader = RowReader(
        columns: columns, mapping: mapping, asOf: asOf, offsetMinutes: offsetMinutes,
        remarks: remarks)
      return
    }
    rows += 1
    guard rows <= CaseFileLimits.rows else { throw .tooManyRows(limit: CaseFileLimits.rows) }
    if let loanCase = rowReader?.read(row) {
      rowReader?.add(loanCase, to: &assembly)
    } else {
      assembly.leaveOut(rowReader?.caseNumber)
    }
  }
}

extension RowReader {
  /// Adds the case of the row just read to `assembly`.
  fileprivate mutating func add(_ loanCase: LoanCase, to assembly: inout CaseAssembly) {
    assembly.add(loanCase, line: line, remarks: &remarks)
  }
}
