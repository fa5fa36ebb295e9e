import FieldModel
import Quantities

/// The columns of one file, as its first row and the lender's mapping name them.
struct CaseColumns {
  /// A column that is read.
  struct Column {
    /// Where it stands in a row.
    var index: Int
    /// What it holds.
    var field: CaseField
    /// The header as written.
    var header: String
    /// The datum that the header or the mapping states for it.
    var datum: Datum?
  }

  /// The columns that are read, in order.
  private(set) var columns: [Column] = []
  /// How many columns the file has.
  let count: Int

  /// Resolves the first row of a file.
  init(header row: RowTokenizer.Row, mapping: ColumnMapping, remarks: inout Remarks)
    throws(CaseFileError)
  {
    guard row.count <= CaseFileLimits.columns else { throw .tooManyColumns(row.count) }
    count = row.count
    let mapped = Dictionary(
      mapping.columns.map { (HeaderSpellings.plain($0.key), $0.value) },
      uniquingKeysWith: { first, _ in first })
    let datums = Dictionary(
      mapping.datums.map { (HeaderSpellings.plain($0.key), $0.value) },
      uniquingKeysWith: { first, _ in first })
    let ignored = Set(mapping.ignored.map(HeaderSpellings.plain))
    for index in 0..<row.count {
      guard let header = row.text(index) else {
        throw .wrongEncoding(found: "a header that is not text")
      }
      let key = HeaderSpellings.plain(header)
      if key.isEmpty || ignored.contains(key) { continue }
      let known = HeaderSpellings.find(header)
      let isBlocked = known == nil && BlockedColumn.reason(header) != nil
      guard let field = mapped[key] ?? known?.field, !isBlocked else {
        Self.remark(on: header, line: row.line, &remarks)
        continue
      }
      columns.append(
        Column(index: index, field: field, header: header, datum: datums[key] ?? known?.datum))
    }
    try refuseRepeats()
    try refuseGaps(mapping)
    if columns.allSatisfy({ !$0.field.isAddress }) {
      remarks.add(Diagnostic(.warning, "no-address-column", line: row.line, advice: "add-address"))
    }
  }

  private static func remark(on header: String, line: Int, _ remarks: inout Remarks) {
    if let reason = BlockedColumn.reason(header) {
      remarks.add(
        Diagnostic(.warning, "blocked-column", line: line, field: header, advice: reason))
    } else {
      remarks.add(
        Diagnostic(
          .note, "unknown-column", line: line, field: header,
          advice: HeaderSpellings.nearest(to: header) ?? "add-to-mapping"))
    }
  }

  private func refuseRepeats() throws(CaseFileError) {
    var headers: [CaseField: String] = [:]
    for column in columns {
      if let other = headers[column.field] {
        throw .repeatedColumn(field: column.field.name, headers: [other, column.header])
      }
      headers[column.field] = column.header
    }
  }

  private func refuseGaps(_ mapping: ColumnMapping) throws(CaseFileError) {
    let present = Set(columns.map(\.field))
    var missing: [String] = []
    for field in [PlainField.caseNumber, .borrowerName, .overdueAmount]
    where !present.contains(.plain(field)) {
      missing.append(field.rawValue)
    }
    if !present.contains(.plain(.overdueSince)), !present.contains(.plain(.daysPastDue)) {
      missing.append(PlainField.overdueSince.rawValue)
    }
    if !present.contains(.plain(.lender)), mapping.lender == nil {
      missing.append(PlainField.lender.rawValue)
    }
    if !missing.isEmpty { throw .missingColumns(missing) }
  }
}

extension CaseField {
  /// Whether the column holds an address as text.
  fileprivate var isAddress: Bool {
    if case .place(_, .address) = self { true } else { false }
  }
}
