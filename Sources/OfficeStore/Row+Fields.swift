import FieldModel
import GRDB
import Quantities

/// A stored value that the model cannot read: the database was written by something else.
struct UnreadableField: Error, CustomStringConvertible {
  let column: String

  var description: String { "column \(column) holds an unknown value" }
}

/// Readings of columns; each throws where the column holds something else, never traps.
extension Row {
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ column: String
  ) throws -> Value {
    try decode(forColumn: column)
  }

  func text(_ column: String) throws -> String { try value(column) }

  func findText(_ column: String) throws -> String? { try value(column) }

  func identifier<Subject>(_ column: String) throws -> Identifier<Subject> {
    Identifier(try text(column))
  }

  func findIdentifier<Subject>(_ column: String) throws -> Identifier<Subject>? {
    try findText(column).map { Identifier($0) }
  }

  func code<Value: RawRepresentable>(_ column: String) throws -> Value
  where Value.RawValue == String {
    try read(column) { Value(rawValue: $0) }
  }

  func date(_ column: String) throws -> ServiceDate { try read(column) { ServiceDate($0) } }

  func findDate(_ column: String) throws -> ServiceDate? {
    try findText(column) == nil ? nil : date(column)
  }

  func instant(_ column: String) throws -> Instant { try read(column) { Instant($0) } }

  func findInstant(_ column: String) throws -> Instant? {
    try findText(column) == nil ? nil : instant(column)
  }

  func time(_ column: String) throws -> TimeOfDay {
    TimeOfDay(secondsSinceMidnight: try value(column))
  }

  func seconds(_ column: String) throws -> Seconds { Seconds(try value(column)) }

  func distance(_ column: String) throws -> Distance { Distance(decimetres: try value(column)) }

  func coordinate() throws -> Coordinate {
    Coordinate(latitude: try value("latitude"), longitude: try value("longitude"))
  }

  func precision() throws -> LocationPrecision {
    try read("precision") { LocationPrecision(code: $0) }
  }

  func read<Value>(_ column: String, with parse: (String) -> Value?) throws -> Value {
    guard let value = parse(try text(column)) else { throw UnreadableField(column: column) }
    return value
  }
}

extension Database {
  /// Inserts one row; `fields` are column names and values in one order.
  func insert(
    into table: String, _ fields: KeyValuePairs<String, (any DatabaseValueConvertible)?>
  ) throws {
    let columns = fields.map(\.key).joined(separator: ", ")
    let marks = fields.map { _ in "?" }.joined(separator: ", ")
    try run(
      "INSERT INTO \(table) (\(columns)) VALUES (\(marks))",
      StatementArguments(fields.map(\.value)))
  }

  /// Runs one statement, compiled once for each connection.
  func run(_ sql: String, _ arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
