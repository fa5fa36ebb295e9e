import CaseImport
import FieldModel
import Quantities

/// The day of the files in these tests, a Sunday.
let asOf = ServiceDate(daysSinceEpoch: 20_779)

/// A small file in English with the columns that every case needs, and more.
func file(_ header: String = "", _ rows: String...) -> String {
  let extra = header.isEmpty ? "" : ",\(header)"
  return "case_number,borrower_number,borrower_name,overdue_amount,overdue_since,home_address"
    + extra + "\n" + rows.joined(separator: "\n") + "\n"
}

/// The first cells of a good row.
let good = "C1,B1,Ann Example,120.50,2026-09-01,5 Mill Street"

/// A lender's mapping for these tests.
var mapping: ColumnMapping { ColumnMapping(lender: "bank", currency: .gbp) }

/// Reads `text` as of the day of these tests.
func read(_ text: String, _ mapping: ColumnMapping = mapping) throws(CaseFileError) -> CaseBatch {
  try CaseFile.read(Array(text.utf8), mapping: mapping, asOf: asOf, offsetMinutes: 0)
}

extension CaseBatch {
  /// The codes of all remarks, in order.
  var codes: [String] { diagnostics.map(\.code) }
}
