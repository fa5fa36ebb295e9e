import Foundation

/// A file too large for memory, written piece by piece, that is the old or the new one, never half
/// of one.
///
/// It is written beside its place; ``finish()`` brings it to the disk and puts it there. Without
/// that it goes, and what was there stays.
final class StreamedFile {
  private let url: URL
  private let temporary: URL
  private var descriptor: Int32

  /// Opens a file that is to stand at `url`.
  ///
  /// - Throws: ``CommandFailure`` when its folder cannot be written.
  init(_ url: URL, permissions: mode_t = 0o644) throws {
    self.url = url
    temporary = url.deletingLastPathComponent()
      .appendingPathComponent(".\(url.lastPathComponent).\(getpid()).part")
    descriptor = unsafe Foundation.open(
      temporary.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, permissions)
    guard descriptor >= 0 else { throw failure("cannot be made") }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unsafe unlink(temporary.path)
  }

  /// Adds bytes at the end.
  ///
  /// - Throws: ``CommandFailure`` when the disk is full.
  func write(_ bytes: [UInt8]) throws {
    precondition(descriptor >= 0, "the file is finished")
    var offset = 0
    while offset < bytes.count {
      // SAFETY: `offset` stays within the bytes, and the pointer is used within the closure only.
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Foundation.write(
          descriptor, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw failure("cannot be written") }
      offset += written
    }
  }

  /// Brings the file to the disk and puts it in place.
  ///
  /// - Throws: ``CommandFailure`` when that fails; the old file is then still there.
  func finish() throws {
    guard fsync(descriptor) == 0 else { throw failure("cannot be brought to the disk") }
    guard unsafe rename(temporary.path, url.path) == 0 else {
      throw failure("cannot be put in place")
    }
    close(descriptor)
    descriptor = -1
    AtomicFile.syncFolder(of: url)
  }

  private func failure(_ what: String) -> CommandFailure {
    CommandFailure(.cannotWrite, "\(url.path): \(what) (\(MappedFile.lastError)).")
  }
}
