import Foundation

/// A file that only ever grows; every append is on the disk before the call returns.
final class AppendingFile {
  private let descriptor: Int32
  private let path: String

  /// Opens the file for appending, making it if it is not there.
  init(_ url: URL) throws {
    path = url.path
    descriptor = unsafe Foundation.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CommandFailure(.cannotWrite, "\(path): cannot be opened (\(MappedFile.lastError)).")
    }
    AtomicFile.syncFolder(of: url)
  }

  deinit { close(descriptor) }

  /// Appends `bytes` and brings them to the disk.
  ///
  /// - Throws: ``CommandFailure`` when the disk is full; what was appended before stays whole, and
  ///   the next append begins on a line of its own.
  func append(_ bytes: [UInt8]) throws {
    var offset = 0
    while offset < bytes.count {
      // SAFETY: `offset` stays within the bytes, and the pointer is used within the closure only.
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        throw CommandFailure(.cannotWrite, "\(path): cannot be written (\(MappedFile.lastError)).")
      }
      offset += written
    }
    guard fsync(descriptor) == 0 else {
      throw CommandFailure(
        .cannotWrite, "\(path): cannot be brought to the disk (\(MappedFile.lastError)).")
    }
  }
}
