import Glibc
public import Quantities
import RoadNetwork

/// Files as the measurements read and write them.
public enum Files {
  /// Maps a file into memory for reading.
  public static func map(_ path: String) throws(BenchmarkFailure) -> FileBytes {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, "cannot be opened") }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_size > 0 else {
      throw BenchmarkFailure("\(path): empty or unreadable")
    }
    let size = Int(status.st_size)
    let mapping = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let mapping = unsafe mapping, unsafe mapping != MAP_FAILED else {
      throw failure(path, "cannot be mapped")
    }
    nonisolated(unsafe) let owned = unsafe mapping
    // SAFETY: The mapping has `size` bytes and is unmapped once, when the last holder lets go.
    return unsafe FileBytes(UnsafeRawBufferPointer(start: owned, count: size)) {
      unsafe munmap(owned, size)
    }
  }

  /// Writes `bytes` as the whole content of a file.
  public static func write(_ bytes: [UInt8], to path: String) throws(BenchmarkFailure) {
    guard let file = unsafe fopen(path, "wb") else { throw failure(path, "cannot be written") }
    let written = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
    guard unsafe fclose(file) == 0, written == bytes.count else {
      throw failure(path, "cannot be written")
    }
  }

  private static func failure(_ path: String, _ what: String) -> BenchmarkFailure {
    BenchmarkFailure("\(path): \(what) (\(unsafe String(cString: strerror(errno))))")
  }
}
