import GRDB

/// Why the office database could not be opened, read or written.
public enum OfficeStoreError: Error, Hashable, Sendable {
  /// The file is not an office database, or what it holds cannot be read; with a short reason that
  /// names no person.
  case damaged(String)
  /// Another process holds it.
  case inUse
  /// The disk is full; the transaction was rolled back.
  case diskFull
  /// It was written by a newer version of the program.
  case newerVersion
  /// There is no database at the path.
  case missing
  /// Anything else that SQLite refuses, by its own message, which never quotes a value.
  case refused(String)

  init(_ error: any Error) {
    switch error {
    case let error as OfficeStoreError: self = error
    case let error as DatabaseError: self.init(sqlite: error)
    case let error as UnreadableField: self = .damaged(error.description)
    // Its own description quotes the row, which may name people.
    case is RowDecodingError: self = .damaged("a row holds a value of the wrong type")
    default: self = .refused(String(describing: type(of: error)))
    }
  }

  /// Whether an error comes from the database, not from the work that used it.
  static func isOfStore(_ error: any Error) -> Bool {
    error is OfficeStoreError || error is DatabaseError || error is UnreadableField
      || error is RowDecodingError
  }

  private init(sqlite error: DatabaseError) {
    let message = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(message)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .inUse
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_IOERR: self = Self.isOutOfSpace(error) ? .diskFull : .damaged(message)
    case .SQLITE_CANTOPEN: self = .missing
    default: self = .refused(message)
    }
  }

  /// Whether the write-ahead log or its index could not grow.
  private static func isOutOfSpace(_ error: DatabaseError) -> Bool {
    switch error.extendedResultCode {
    case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_TRUNCATE:
      true
    default: false
    }
  }
}
