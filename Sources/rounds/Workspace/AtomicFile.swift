import Foundation

/// Files that are either the old or the new one, never half of one.
enum AtomicFile {
  /// Writes `bytes` beside `url`, brings them to the disk, and puts the file in place.
  ///
  /// - Throws: ``CommandFailure`` when the disk is full or the folder cannot be written; the old
  ///   file is then still there.
  ///
  /// - Parameter permissions: of the new file.
  static func write(_ bytes: [UInt8], to url: URL, permissions: mode_t = 0o644) throws {
    let temporary = url.deletingLastPathComponent()
      .appendingPathComponent(".\(url.lastPathComponent).\(getpid()).part")
    do {
      try writeAndSync(bytes, to: temporary, permissions)
    } catch {
      unsafe unlink(temporary.path)
      throw error
    }
    guard unsafe rename(temporary.path, url.path) == 0 else {
      let reason = MappedFile.lastError
      unsafe unlink(temporary.path)
      throw CommandFailure(.cannotWrite, "\(url.path): cannot be put in place (\(reason)).")
    }
    syncFolder(of: url)
  }

  private static func writeAndSync(
    _ bytes: [UInt8], to url: URL, _ permissions: mode_t
  ) throws {
    let descriptor = unsafe Foundation.open(url.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, permissions)
    guard descriptor >= 0 else {
      throw CommandFailure(.cannotWrite, "\(url.path): cannot be made (\(MappedFile.lastError)).")
    }
    defer { close(descriptor) }
    var offset = 0
    while offset < bytes.count {
      // SAFETY: `offset` stays within the bytes, and the pointer is used within the closure only.
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Foundation.write(
          descriptor, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        throw CommandFailure(
          .cannotWrite, "\(url.path): cannot be written (\(MappedFile.lastError)).")
      }
      offset += written
    }
    guard fsync(descriptor) == 0 else {
      throw CommandFailure(
        .cannotWrite, "\(url.path): cannot be brought to the disk (\(MappedFile.lastError)).")
    }
  }

  private static func syncFolder(of url: URL) {
    let descriptor = unsafe Foundation.open(
      url.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
