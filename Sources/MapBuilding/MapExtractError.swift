/// Why an extract could not be read at all.
public struct MapExtractError: Error, Hashable, Sendable {
  /// What kind of failure it was.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The file is not there, or may not be read.
    case cannotOpen = "map-extract-cannot-open"
    /// The name's ending is none that is known (`.osm.pbf`, `.osm`, `.osm.gz`, `.osm.bz2`).
    case unknownFormat = "map-extract-unknown-format"
    /// The file is cut short or its content is broken.
    case damaged = "map-extract-damaged"
    /// It holds more than the limits allow, or more than fits in memory.
    case tooLarge = "map-extract-too-large"
    /// There is nothing in it.
    case empty = "map-extract-empty"
  }

  /// What kind of failure it was.
  public var code: Code
  /// The file's name, without its folder.
  public var file: String
  /// What the reader found, in its own words.
  public var found: String

  /// A failure to read `file`.
  public init(_ code: Code, file: String, found: String) {
    self.code = code
    self.file = file
    self.found = found
  }

  /// What to do about it.
  public var advice: String {
    switch code {
    case .cannotOpen: "Check the path and that the file may be read."
    case .unknownFormat: "Give a file that ends in .osm.pbf, .osm, .osm.gz or .osm.bz2."
    case .damaged:
      "Maybe the download was cut short: fetch the file again and compare its checksum."
    case .tooLarge: "Cut a smaller area out of it, such as one city or province."
    case .empty: "Check that the extract covers your area and holds roads."
    }
  }
}

extension MapExtractError: CustomStringConvertible {
  /// File, code, finding and advice on one line, for logs.
  public var description: String { "\(file): \(code.rawValue): \(found). \(advice)" }
}
