public import FieldModel
import Quantities

extension ColumnMapping {
  /// Reads a mapping file, `mappings/<lender>.yaml`.
  ///
  /// ```yaml
  /// lender: harbour-bank
  /// currency: GBP
  /// date_order: day-month-year
  /// decimal_mark: point
  /// datum: wgs84
  /// columns:
  ///   "Acct Ref": case_number
  ///   "Lat": { field: home_latitude, datum: wgs84 }
  /// ignore: ["Branch code"]
  /// ```
  ///
  /// - Returns: the mapping and remarks on what was not understood.
  /// - Throws: ``ConfigurationError`` when the file is not a YAML mapping.
  public static func read(_ bytes: [UInt8]) throws(ConfigurationError) -> (
    mapping: ColumnMapping, diagnostics: [Diagnostic]
  ) {
    var table = try YAMLTable(bytes)
    var remarks: [Diagnostic] = []
    var mapping = ColumnMapping()
    mapping.lender = table.text("lender").map { Identifier($0) }
    mapping.currency = currency(&table, &remarks)
    mapping.dateOrder = table.word("date_order", WordList(DateOrder.self, [:]), &remarks)
    mapping.decimalMark = table.word("decimal_mark", WordList(DecimalMark.self, [:]), &remarks)
    mapping.encoding = table.word(
      "encoding", WordList(TextEncoding.self, [.gb18030: ["gbk", "gb2312"]]), &remarks)
    mapping.datum = table.word("datum", Words.datum, &remarks)
    mapping.ignored = Set(table.texts("ignore") ?? [])
    if var columns = table.table("columns") { mapping.readColumns(&columns, &remarks) }
    return (mapping, remarks + table.unknownKeys())
  }

  private static func currency(_ table: inout YAMLTable, _ remarks: inout [Diagnostic])
    -> Currency?
  {
    guard let text = table.text("currency") else { return nil }
    guard let currency = Currency(code: text) else {
      remarks.append(table.remark(.error, "unknown-currency", "currency", found: text))
      return nil
    }
    return currency
  }

  private mutating func readColumns(_ table: inout YAMLTable, _ remarks: inout [Diagnostic]) {
    for header in table.keys {
      var name = table.text(header)
      if name == nil, var details = table.table(header) {
        name = details.text("field")
        datums[header] = details.word("datum", Words.datum, &remarks)
        remarks += details.unknownKeys()
      }
      guard let name, let field = CaseField(name: name) else {
        remarks.append(
          table.remark(
            .error, "unknown-field", header, found: name ?? "",
            advice: HeaderSpellings.nearest(to: name ?? "") ?? ""))
        continue
      }
      if let reason = BlockedColumn.reason(header), HeaderSpellings.find(header) == nil {
        remarks.append(table.remark(.warning, "blocked-column", header, advice: reason))
        continue
      }
      columns[header] = field
    }
  }
}
