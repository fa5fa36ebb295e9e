import Foundation

/// Why a command ended without doing its work; the text says what was found and what to do.
struct CommandFailure: Error, CustomStringConvertible {
  /// Exit codes after `sysexits.h`.
  enum Code: Int32 {
    /// Anything else.
    case failure = 1
    /// The input is wrong.
    case badInput = 65
    /// There is no such file.
    case noInput = 66
    /// Something needed is missing, such as a map.
    case unavailable = 69
    /// A mistake of the program itself, found before it could do harm.
    case internalFault = 70
    /// A file could not be written.
    case cannotWrite = 73
    /// Somebody else holds the workspace; try again.
    case inUse = 75
    /// The plan was refused by the checker, or a rule forbids what was asked.
    case refused = 77
  }

  let code: Code
  let description: String

  init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}

extension CommandFailure: LocalizedError {
  var errorDescription: String? { description }
}

extension CommandFailure {
  /// A failure of the file system in one line: the file, and the system's reason.
  init(_ error: CocoaError) {
    let file = error.filePath ?? error.url?.path ?? "–"
    let cause =
      (error.underlying as? POSIXError).map { $0.code.rawValue }
      ?? (error.underlying as? NSError).map { Int32($0.code) }
    let reason = cause.map { unsafe String(cString: strerror($0)) }
    let isReading = (256..<512).contains(error.errorCode)
    self.init(
      isReading ? .noInput : .cannotWrite, "\(file): \(reason ?? error.localizedDescription).")
  }
}
