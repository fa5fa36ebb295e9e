/// Why nothing could be read from a case file.
///
/// What is wrong with single rows is a `Diagnostic` of the ``CaseBatch`` instead.
public enum CaseFileError: Error, Hashable, Sendable {
  /// There is nothing in the file, or only white space.
  case empty
  /// The file is not text in UTF-8 or GB 18030; `found` names what it looks like.
  case wrongEncoding(found: String)
  /// The first row lacks columns without which no case can be made, by canonical name.
  case missingColumns([String])
  /// Two columns mean the same field.
  case repeatedColumn(field: String, headers: [String])
  /// More columns than ``CaseFileLimits/columns``.
  case tooManyColumns(Int)
  /// More rows than ``CaseFileLimits/rows``.
  case tooManyRows(limit: Int)
  /// The first row is longer than ``CaseFileLimits/headerBytes``.
  case headerTooLong

  /// A stable code for messages and the Errors article.
  public var code: String {
    switch self {
    case .empty: "empty-file"
    case .wrongEncoding: "wrong-encoding"
    case .missingColumns: "missing-columns"
    case .repeatedColumn: "repeated-column"
    case .tooManyColumns: "too-many-columns"
    case .tooManyRows: "too-many-rows"
    case .headerTooLong: "header-too-long"
    }
  }
}

/// What a case file may hold at most.
public enum CaseFileLimits {
  /// Columns of a row.
  public static let columns = 512
  /// Bytes of one field in UTF-8; a longer one leaves its row out.
  public static let fieldBytes = 64 * 1024
  /// Rows of a file, the header not counted.
  public static let rows = 5_000_000
  /// Bytes of the first row.
  public static let headerBytes = 1 << 20
  /// Entries of one compact list such as the contact history.
  public static let listEntries = 500
  /// Remarks that are kept; the rest is counted.
  public static let diagnostics = 10_000
}
