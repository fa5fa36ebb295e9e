import FieldModel
import GRDB
import Quantities

/// A stored value that the model cannot read: the database was written by something else.
struct UnreadableField: Error, CustomStringConvertible {
  let column: String
  let found: String

  var description: String { "column \(column) holds an unknown value" }
}

extension Row {
  func text(_ column: String) -> String { self[column] }

  func identifier<Subject>(_ column: String) -> Identifier<Subject> { Identifier(text(column)) }

  func findIdentifier<Subject>(_ column: String) -> Identifier<Subject>? {
    (self[column] as String?).map { Identifier($0) }
  }

  func code<Value: RawRepresentable>(_ column: String) throws -> Value
  where Value.RawValue == String {
    try read(column) { Value(rawValue: $0) }
  }

  func date(_ column: String) throws -> ServiceDate { try read(column) { ServiceDate($0) } }

  func findDate(_ column: String) throws -> ServiceDate? {
    self[column] == nil ? nil : try date(column)
  }

  func instant(_ column: String) throws -> Instant { try read(column) { Instant($0) } }

  func time(_ column: String) -> TimeOfDay { TimeOfDay(secondsSinceMidnight: self[column]) }

  func seconds(_ column: String) -> Seconds { Seconds(self[column]) }

  func distance(_ column: String) -> Distance { Distance(decimetres: self[column]) }

  var coordinate: Coordinate {
    Coordinate(latitude: self["latitude"], longitude: self["longitude"])
  }

  func precision() throws -> LocationPrecision {
    try read("precision") { LocationPrecision(code: $0) }
  }

  func read<Value>(_ column: String, with parse: (String) -> Value?) throws -> Value {
    let found = text(column)
    guard let value = parse(found) else { throw UnreadableField(column: column, found: found) }
    return value
  }
}

extension Database {
  /// Inserts one row; `fields` are column names and values in one order.
  func insert(
    into table: String, orReplace: Bool = false,
    _ fields: KeyValuePairs<String, (any DatabaseValueConvertible)?>
  ) throws {
    let columns = fields.map(\.key).joined(separator: ", ")
    let marks = fields.map { _ in "?" }.joined(separator: ", ")
    let verb = orReplace ? "INSERT OR REPLACE" : "INSERT"
    let statement = try cachedStatement(
      sql: "\(verb) INTO \(table) (\(columns)) VALUES (\(marks))")
    try statement.execute(arguments: StatementArguments(fields.map(\.value)))
  }
}
