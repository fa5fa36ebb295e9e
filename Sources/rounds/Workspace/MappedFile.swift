import Foundation
import Quantities

/// Files mapped into memory.
enum MappedFile {
  /// Maps the file at `url` for reading.
  ///
  /// - Throws: ``CommandFailure`` when there is no such file or it cannot be read.
  static func open(_ url: URL) throws -> FileBytes {
    let descriptor = unsafe Foundation.open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure(.noInput, "\(url.path): cannot be opened (\(Self.lastError)).")
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_size >= 0 else {
      throw CommandFailure(.noInput, "\(url.path): cannot be read (\(Self.lastError)).")
    }
    let size = Int(status.st_size)
    guard size > 0 else { return FileBytes([]) }
    let mapping = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let mapping = unsafe mapping, unsafe mapping != MAP_FAILED else {
      throw CommandFailure(.noInput, "\(url.path): cannot be mapped (\(Self.lastError)).")
    }
    nonisolated(unsafe) let owned = unsafe mapping
    // SAFETY: The mapping has `size` bytes and is unmapped once, when the last holder lets go.
    return unsafe FileBytes(UnsafeRawBufferPointer(start: owned, count: size)) {
      unsafe munmap(owned, size)
    }
  }

  static var lastError: String { unsafe String(cString: strerror(errno)) }
}
