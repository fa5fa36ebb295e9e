import FieldModel
import Quantities

/// Turns one row of a case file into a case with one loan.
struct RowReader {
  /// The columns of the file.
  let columns: CaseColumns
  /// How the lender writes.
  let mapping: ColumnMapping
  /// The day of the file.
  let asOf: ServiceDate
  /// How compact columns are read.
  let lists: CompactList
  /// Remarks so far.
  var remarks: Remarks
  /// The line of the row being read.
  private(set) var line = 0
  /// The case number of the row being read, where it could be read.
  private(set) var caseNumber: String?

  init(
    columns: CaseColumns, mapping: ColumnMapping, asOf: ServiceDate, offsetMinutes: Int16,
    remarks: Remarks
  ) {
    self.columns = columns
    self.mapping = mapping
    self.asOf = asOf
    self.remarks = remarks
    lists = CompactList(order: mapping.dateOrder, offsetMinutes: offsetMinutes, asOf: asOf)
  }

  /// The case of `row`; `nil` when it must be left out, with the reason among the remarks.
  mutating func read(_ row: RowTokenizer.Row) -> LoanCase? {
    line = row.line
    caseNumber = nil
    guard let cells = cells(row) else { return nil }
    guard let number = identifier(cells, .caseNumber), let loan = loan(cells, number) else {
      return nil
    }
    guard let lender = identifier(cells, .lender) ?? mapping.lender?.text else {
      return refuse("missing-value", .plain(.lender))
    }
    let name = cells[.plain(.borrowerName)] ?? ""
    guard !name.isEmpty else { return refuse("missing-value", .plain(.borrowerName)) }
    let borrower = borrower(cells, number, name, lender: lender)
    var result = LoanCase(
      id: Identifier(number), lender: Identifier(lender), borrower: borrower, loans: [loan])
    addParties(cells, to: &result)
    addPlaces(cells, to: &result)
    addLists(cells, to: &result)
    result.reason = word(cells, .plain(.arrearsReason), Words.reason) ?? .unknown
    let status = word(cells, .plain(.caseStatus), Words.caseStatus) ?? .open
    result.status = status
    return result
  }

  /// Cells by field, empty ones left out; `nil` for a row that cannot be trusted.
  private mutating func cells(_ row: RowTokenizer.Row) -> Cells? {
    if let fault = row.fault {
      remarks.add(Diagnostic(.error, fault, line: line, advice: "check-quotes"))
      return nil
    }
    let hasRoom =
      row.count <= columns.count
      || (columns.count..<row.count).allSatisfy {
        row.range($0).isEmpty
      }
    guard row.count >= columns.count, hasRoom else {
      remarks.add(
        Diagnostic(
          .error, "wrong-column-count", line: line, found: "\(row.count)",
          advice: "\(columns.count)"))
      return nil
    }
    var cells = Cells()
    for column in columns.columns {
      guard let text = row.text(column.index) else {
        remarks.add(
          Diagnostic(
            .error, "wrong-encoding", line: line, field: column.field.name, advice: "save-as-utf-8")
        )
        return nil
      }
      if text.isEmpty { continue }
      cells.values[column.field] = text
      if let datum = column.datum { cells.datums[column.field] = datum }
    }
    if let number = cells[.plain(.caseNumber)], number.utf8.count <= Self.longestNumber {
      caseNumber = number
    }
    return cells
  }

  /// The cells of one row.
  struct Cells {
    var values: [CaseField: String] = [:]
    var datums: [CaseField: Datum] = [:]

    subscript(field: CaseField) -> String? { values[field] }
  }

  private static let longestNumber = 64

  /// Notes that the row is left out because of `field`.
  mutating func refuse<Nothing>(
    _ code: String, _ field: CaseField, found: String = "", advice: String = ""
  ) -> Nothing? {
    remarks.add(
      Diagnostic(.error, code, line: line, field: field.name, found: found, advice: advice))
    return nil
  }

  /// Notes that something in `field` is left out, but not the row.
  mutating func warn(
    _ code: String, _ field: CaseField, found: String = "", advice: String = ""
  ) {
    remarks.add(
      Diagnostic(.warning, code, line: line, field: field.name, found: found, advice: advice))
  }

  /// A number or code: short, without control characters.
  mutating func identifier(_ cells: Cells, _ field: PlainField) -> String? {
    guard let text = cells[.plain(field)] else {
      return field == .caseNumber ? refuse("missing-value", .plain(field)) : nil
    }
    let narrow = Spelling.halfWidth(text)
    guard narrow.utf8.count <= Self.longestNumber, narrow.utf8.allSatisfy({ $0 >= 0x20 }) else {
      return refuse("unreadable-number", .plain(field), found: "\(narrow.count) characters")
    }
    if Self.isRoundedNumber(narrow) {
      return refuse(
        "unreadable-number", .plain(field), found: narrow, advice: "spreadsheet-rounded-number")
    }
    return narrow
  }

  /// Whether a spreadsheet has turned a long number into powers of ten, as in `1.23457E+15`.
  private static func isRoundedNumber(_ text: String) -> Bool {
    guard let power = text.lowercased().firstRange(of: "e+") else { return false }
    let head = text[..<power.lowerBound]
    let tail = text[power.upperBound...]
    return !tail.isEmpty && tail.utf8.allSatisfy { (0x30...0x39).contains($0) }
      && head.utf8.contains(UInt8(ascii: "."))
      && head.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }

  mutating func word<Value>(
    _ cells: Cells, _ field: CaseField, _ list: WordList<Value>
  ) -> Value? {
    guard let text = cells[field] else { return nil }
    if let value = list.find(text) { return value }
    warn(
      "unknown-value", field, found: Masking.word(text, known: list.known),
      advice: list.nearest(to: text))
    return nil
  }

  mutating func date(_ cells: Cells, _ field: CaseField) -> ServiceDate?? {
    guard let text = cells[field] else { return .some(nil) }
    do throws(DateText.Problem) {
      let reading = try DateText.read(text, order: mapping.dateOrder)
      if reading.isSerial {
        remarks.addOnce(
          Diagnostic(
            .note, "spreadsheet-date", line: line, field: field.name, found: text,
            advice: reading.date.description))
      }
      return reading.date
    } catch {
      remarks.add(
        Diagnostic(
          .error, error.code, line: line, field: field.name, found: Masking.figures(text),
          advice: error.hint))
      return nil
    }
  }

  mutating func money(_ cells: Cells, _ field: PlainField, _ currency: Currency?)
    -> Money??
  {
    guard let text = cells[.plain(field)] else { return .some(nil) }
    do throws(AmountText.Problem) {
      return try AmountText.read(text, currency: currency, mark: mapping.decimalMark)
    } catch {
      remarks.add(
        Diagnostic(
          .error, error.code, line: line, field: field.rawValue, found: Masking.figures(text),
          advice: error.hint))
      return nil
    }
  }
}
