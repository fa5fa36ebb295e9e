public import FieldModel
import Quantities

/// Bases and crews as `crews.yaml` states them.
public struct CrewRoster: Hashable, Sendable {
  /// Where crews start and end their day, in order of code.
  public var bases: [CrewBase] = []
  /// The crews, in order of code.
  public var crews: [Crew] = []
  /// Remarks in order of line.
  public var diagnostics: [Diagnostic] = []

  /// No crews yet.
  public init() {}
}

/// Reads `crews.yaml`.
public enum CrewFile {
  /// The bases and crews that a file states; crews that cannot go out are left out with a remark.
  ///
  /// ```yaml
  /// bases:
  ///   - { code: north, name: North office, address: "1 High Street", latitude: 50.7, longitude: -1.3 }
  /// crews:
  ///   - code: red
  ///     name: Red crew
  ///     base: north
  ///     mode: car
  ///     plate: AB12 CDE
  ///     members:
  ///       - { number: s01, name: A. Person, trained_until: 2027-03-01, authorised_until: 2027-03-01 }
  ///       - { number: s02, name: B. Person, trained_until: 2027-03-01, authorised_until: 2027-03-01 }
  ///     skills: [legal, "lang:pl"]
  ///     shifts: { mon-fri: 09:00-17:00, sat: 09:00-13:00 }
  ///     breaks: [{ window: 12:00-13:30, minutes: 30 }]
  ///     days_off: [2026-12-24]
  ///     limits: { duty: "8:00", driving: "5:00", stops: 20 }
  /// ```
  ///
  /// Coordinates are WGS-84 unless a base states a `datum`.
  /// - Throws: ``ConfigurationError`` when the file is not a YAML mapping.
  public static func read(_ bytes: [UInt8]) throws(ConfigurationError) -> CrewRoster {
    var table = try YAMLTable(bytes)
    var reader = CrewReader()
    for var entry in table.tables("bases") { reader.readBase(&entry) }
    for var entry in table.tables("crews") { reader.readCrew(&entry) }
    reader.remarkOnWhole(&table)
    reader.roster.diagnostics += table.unknownKeys()
    return reader.finished
  }
}
