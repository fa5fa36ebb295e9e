public import FieldModel
public import Quantities

/// A place in a list of places, with the name its row gives it.
public struct NamedPoint: Hashable, Sendable {
  /// The row's `id` or `name`; its number from 1 where it has neither.
  public let name: String
  /// The place, in WGS-84.
  public let coordinate: Coordinate
  /// The line of the file on which the row begins, from 1; 0 for a place that is in no file.
  public let line: Int

  /// A place of a name.
  public init(name: String, coordinate: Coordinate, line: Int = 0) {
    self.name = name
    self.coordinate = coordinate
    self.line = line
  }
}

/// A table of places: a first row with `latitude` and `longitude`, and perhaps `id` or `name`; other
/// columns are passed over.
public enum PointTable {
  private enum Column: CaseIterable {
    case latitude, longitude, id, name

    var spellings: [String] {
      switch self {
      case .latitude: ["latitude", "lat", "y", "纬度"]
      case .longitude: ["longitude", "lon", "lng", "long", "x", "经度"]
      case .id: ["id", "code", "number", "编号"]
      case .name: ["name", "label", "名称"]
      }
    }
  }

  /// The most rows that a table may have.
  public static let mostRows = 1_000_000

  /// Reads a table in UTF-8 or GB 18030, with commas, semicolons, tabs or bars.
  ///
  /// - Returns: the places in order of the file, and remarks on rows that were left out.
  /// - Throws: ``CaseFileError`` when it has no rows to read or lacks a coordinate's column.
  public static func read(_ bytes: [UInt8]) throws(CaseFileError) -> (
    points: [NamedPoint], diagnostics: [Diagnostic]
  ) {
    var stream = TextStream(encoding: nil)
    var text = try stream.decode(bytes)
    text += try stream.finish()
    guard let beginning = FileBeginning(text, isLast: true) else { throw .empty }
    var tokenizer = RowTokenizer(separator: beginning.separator, line: beginning.line)
    var position = beginning.start
    var reader: Reader?
    while true {
      guard tokenizer.next(text, &position) || tokenizer.finish() else { break }
      let row = tokenizer.row
      if row.isBlank, row.fault == nil { continue }
      if reader == nil {
        reader = try Reader(header: row)
      } else {
        try reader?.read(row)
      }
    }
    guard let reader else { throw .empty }
    return (reader.points, reader.remarks)
  }

  /// Reads rows under a header.
  private struct Reader {
    private let columns: [Column: Int]
    private let width: Int
    private(set) var points: [NamedPoint] = []
    private(set) var remarks: [Diagnostic] = []
    private var rows = 0
    private static let mostRemarks = 1000

    init(header: RowTokenizer.Row) throws(CaseFileError) {
      guard header.count <= CaseFileLimits.columns else { throw .tooManyColumns(header.count) }
      var columns: [Column: Int] = [:]
      for index in 0..<header.count {
        guard let text = header.text(index)?.lowercased(),
          let column = Column.allCases.first(where: { $0.spellings.contains(text) })
        else { continue }
        if let first = columns[column] {
          throw .repeatedColumn(
            field: column.spellings[0], headers: [header.text(first) ?? "", text])
        }
        columns[column] = index
      }
      let missing = [Column.latitude, .longitude].filter { columns[$0] == nil }
      guard missing.isEmpty else { throw .missingColumns(missing.map { $0.spellings[0] }) }
      self.columns = columns
      width = header.count
    }

    mutating func read(_ row: RowTokenizer.Row) throws(CaseFileError) {
      rows += 1
      guard rows <= PointTable.mostRows else { throw .tooManyRows(limit: PointTable.mostRows) }
      if let fault = row.fault { return remark(row, fault, advice: "left-out") }
      guard row.count == width else {
        return remark(row, "wrong-column-count", found: "\(row.count)", advice: "\(width)")
      }
      guard let latitude = degrees(row, .latitude), let longitude = degrees(row, .longitude) else {
        return
      }
      guard let place = Coordinate(degreesLatitude: latitude, longitude: longitude) else {
        let isSwapped = abs(latitude) <= 180 && abs(longitude) <= 90
        return remark(
          row, isSwapped ? "swapped-coordinates" : "absurd-coordinate", field: "latitude",
          advice: isSwapped ? "swap-columns" : "left-out")
      }
      points.append(NamedPoint(name: name(row), coordinate: place, line: row.line))
    }

    private mutating func degrees(_ row: RowTokenizer.Row, _ column: Column) -> Double? {
      guard let index = columns[column], let text = row.text(index), let value = Double(text),
        value.isFinite
      else {
        remark(row, "unreadable-coordinate", field: column.spellings[0], advice: "decimal-degrees")
        return nil
      }
      return value
    }

    private func name(_ row: RowTokenizer.Row) -> String {
      for column in [Column.id, .name] {
        if let index = columns[column], let text = row.text(index), !text.isEmpty {
          return String(text.prefix(200))
        }
      }
      return String(rows)
    }

    private mutating func remark(
      _ row: RowTokenizer.Row, _ code: String, field: String = "", found: String = "",
      advice: String = ""
    ) {
      guard remarks.count < Self.mostRemarks else { return }
      remarks.append(
        Diagnostic(.error, code, line: row.line, field: field, found: found, advice: advice))
    }
  }
}
