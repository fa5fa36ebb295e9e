import GRDB

/// Why the office database could not be opened, read or written.
public enum OfficeStoreError: Error, Hashable, Sendable {
  /// The file is not a SQLite database, or its pages are damaged.
  case damaged(String)
  /// Another process holds it.
  case inUse
  /// The disk is full; the transaction was rolled back.
  case diskFull
  /// It was written by a newer version of the program.
  case newerVersion
  /// There is no database at the path.
  case missing
  /// Anything else that SQLite refuses, by its own message.
  case refused(String)

  init(_ error: any Error) {
    guard let error = error as? DatabaseError else {
      self = (error as? OfficeStoreError) ?? .refused(String(describing: error))
      return
    }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(error.message ?? "")
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .inUse
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_IOERR: self = .diskFull
    case .SQLITE_CANTOPEN: self = .missing
    default: self = .refused(error.message ?? "SQLite \(error.resultCode.rawValue)")
    }
  }
}
