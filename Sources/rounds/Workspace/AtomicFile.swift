import Foundation

/// Files that are either the old or the new one, never half of one.
enum AtomicFile {
  /// Writes `bytes` beside `url`, brings them to the disk, and puts the file in place.
  ///
  /// - Parameters:
  ///   - bytes: the whole content.
  ///   - url: where the file belongs; what is there is replaced.
  ///   - permissions: of the new file.
  /// - Throws: ``CommandFailure`` when the disk is full or the folder cannot be written; the old
  ///   file is then still there.
  static func write(_ bytes: [UInt8], to url: URL, permissions: mode_t = 0o644) throws {
    try write([(bytes, url)], permissions: permissions)
  }

  /// Writes several files that belong together: none is put in place before all are on the disk.
  ///
  /// - Throws: ``CommandFailure`` as above; the old files are then still there.
  static func write(_ files: [(bytes: [UInt8], url: URL)], permissions: mode_t = 0o644) throws {
    let temporaries = files.map { file in
      file.url.deletingLastPathComponent()
        .appendingPathComponent(".\(file.url.lastPathComponent).\(getpid()).part")
    }
    defer { for temporary in temporaries { unsafe unlink(temporary.path) } }
    for (file, temporary) in zip(files, temporaries) {
      try writeAndSync(file.bytes, to: temporary, permissions, named: file.url.path)
    }
    for (file, temporary) in zip(files, temporaries) {
      guard unsafe rename(temporary.path, file.url.path) == 0 else {
        let reason = MappedFile.lastError
        throw CommandFailure(.cannotWrite, "\(file.url.path): cannot be put in place (\(reason)).")
      }
      syncFolder(of: file.url)
    }
  }

  private static func writeAndSync(
    _ bytes: [UInt8], to url: URL, _ permissions: mode_t, named name: String
  ) throws {
    let descriptor = unsafe Foundation.open(
      url.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, permissions)
    guard descriptor >= 0 else {
      throw CommandFailure(.cannotWrite, "\(name): cannot be made (\(MappedFile.lastError)).")
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
          .cannotWrite, "\(name): cannot be written (\(MappedFile.lastError)).")
      }
      offset += written
    }
    guard fsync(descriptor) == 0 else {
      throw CommandFailure(
        .cannotWrite, "\(name): cannot be brought to the disk (\(MappedFile.lastError)).")
    }
  }

  /// Brings the name of a new file to the disk.
  static func syncFolder(of url: URL) {
    let descriptor = unsafe Foundation.open(
      url.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
