import Foundation
import Testing

@Suite("A large case file, with the built program")
struct LargeFileTests {
  #if DEBUG
    private static let rows = 20_000
  #else
    private static let rows = 200_000
  #endif
  /// Bytes of peak memory a row: a case as it is held, and its place in what would change.
  private static let bytesPerRow = 1400

  @Test("of 200,000 rows (20,000 in a debug build) is read whole in bounded memory for each row")
  func large() throws {
    let office = Office(folder: try Folder())
    try office.rounds("init office --jurisdiction CN --currency CNY", now: nil).checked()
    let planted = stride(from: 777, to: Self.rows, by: Self.rows / 40).map { $0 }
    try write(1000, faults: [], to: office["small.csv"])
    try write(Self.rows, faults: Set(planted), to: office["large.csv"])
    let small = try office.rounds("import cases small.csv --lender bank --dry-run").checked()
    let run = try office.rounds("import cases large.csv --lender bank --dry-run --json")
    #expect(run.status == 2, "rows were left out: \(run)")
    let result = try run.json()
    #expect(result["rows"].number == Self.rows)
    #expect(result["rowsLeftOut"].number == planted.count)
    #expect(result["new"].list.count == Self.rows - planted.count)
    let errors = result["remarks"].list.filter { $0["severity"].text == "error" }
    // The header is line 1, row 0 is line 2.
    #expect(errors.compactMap { $0["line"].number } == planted.map { $0 + 2 })
    #expect(errors.allSatisfy { $0["field"].text == "overdue_amount" })
    let grown = (run.peakKilobytes - small.peakKilobytes) * 1024 / Self.rows
    #expect(grown < Self.bytesPerRow, "\(grown) bytes a row")
  }

  /// Writes rows piece by piece; those in `faults` have no readable amount.
  private func write(_ count: Int, faults: Set<Int>, to file: URL) throws {
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    var text = "case_number,borrower_number,borrower_name,loan_number,product,overdue_amount,"
    text += "overdue_since,home_address\n"
    for row in 0..<count {
      let amount = faults.contains(row) ? "12,3O0" : "\(1000 + row % 9000).50"
      text += "L-\(row),B-\(row),Person \(row),L-\(row)-1,loan,\"\(amount)\",2026-09-01,"
      text += "\(row % 300) Mill Lane Newport\n"
      if text.utf8.count > 1 << 20 || row == count - 1 {
        try handle.write(contentsOf: Data(text.utf8))
        text = ""
      }
    }
  }
}
