/// The lengths of legs that stand in a file one by one: `EDGE_WEIGHT_TYPE : EXPLICIT`.
struct EdgeWeights {
  let file: KeywordFile
  let count: Int
  /// Turns a written number into the integer that is counted with.
  let scaled: (Double) -> Double

  /// The whole table, row by row, zero on its diagonal.
  func table() throws(RoutingFileError) -> [Int32] {
    let format = try file.header("EDGE_WEIGHT_FORMAT")
    guard let cells = Self.cells(format.value.uppercased(), count) else {
      throw RoutingFileError(
        .unknownValue, format.place, field: "EDGE_WEIGHT_FORMAT", found: format.value)
    }
    let isFull = format.value.uppercased() == "FULL_MATRIX"
    var table = [Int32](repeating: 0, count: count * count)
    let iterator = cells.makeIterator()
    let rows = try file.rows("EDGE_WEIGHT")
    for row in rows {
      for word in row.words {
        guard let cell = iterator.next() else {
          throw RoutingFileError(.wrongCount, row.place, field: "EDGE_WEIGHT_SECTION")
        }
        guard cell.from != cell.to else { continue }
        let value = scaled(try TextRow.number(word, row.place, "EDGE_WEIGHT_SECTION"))
        guard (0...Double(RoutingFileLimits.duration)).contains(value) else {
          throw RoutingFileError(
            .outOfRange, row.place, field: "EDGE_WEIGHT_SECTION", found: String(word))
        }
        table[cell.from * count + cell.to] = Int32(value)
        if !isFull { table[cell.to * count + cell.from] = Int32(value) }
      }
    }
    guard iterator.next() == nil else {
      throw RoutingFileError(
        .wrongCount, rows.last?.place ?? .file, field: "EDGE_WEIGHT_SECTION")
    }
    return table
  }

  /// The cells in the order in which a format lists them; a column of one half is a row of the
  /// other.
  private static func cells(_ format: String, _ count: Int) -> AnySequence<(from: Int, to: Int)>? {
    func rows(_ columns: @escaping (Int) -> Range<Int>) -> AnySequence<(from: Int, to: Int)> {
      AnySequence(
        (0..<count).lazy.flatMap { row in columns(row).lazy.map { (from: row, to: $0) } })
    }
    switch format {
    case "FULL_MATRIX": return rows { _ in 0..<count }
    case "UPPER_ROW", "LOWER_COL": return rows { ($0 + 1)..<max(count, $0 + 1) }
    case "LOWER_ROW", "UPPER_COL": return rows { 0..<$0 }
    case "UPPER_DIAG_ROW", "LOWER_DIAG_COL": return rows { $0..<count }
    case "LOWER_DIAG_ROW", "UPPER_DIAG_COL": return rows { 0..<($0 + 1) }
    default: return nil
    }
  }
}
