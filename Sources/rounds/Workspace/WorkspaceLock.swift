import Foundation

/// Keeps two processes from changing one workspace at the same time.
///
/// The lock is the kernel's and goes with the process, so a crash never leaves it behind.
final class WorkspaceLock {
  private let descriptor: Int32

  /// Takes the lock of the workspace in `folder`.
  ///
  /// - Throws: ``CommandFailure`` of code `inUse` when another process holds it.
  init(_ folder: URL, message: String) throws {
    let path = folder.appendingPathComponent(".lock").path
    descriptor = unsafe Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CommandFailure(.cannotWrite, "\(path): cannot be made (\(MappedFile.lastError)).")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw CommandFailure(.inUse, message)
    }
  }

  deinit { close(descriptor) }
}
