import COsmium

/// A gzip stream (RFC 1952) without a time stamp, so that the same content gives the same bytes.
@safe
final class GzipStream {
  private let stream: OpaquePointer

  init() {
    guard let stream = unsafe cosmium_gzip_start() else { fatalError("no memory for gzip") }
    unsafe self.stream = unsafe stream
  }

  deinit { unsafe cosmium_gzip_free(stream) }

  /// Compresses `bytes`; gives what has come out so far, perhaps nothing.
  func add(_ bytes: [UInt8]) -> [UInt8] { pass(bytes, finish: false) }

  /// Ends the stream and gives its last bytes.
  func finish() -> [UInt8] { pass([], finish: true) }

  private func pass(_ bytes: [UInt8], finish: Bool) -> [UInt8] {
    var output: UnsafePointer<UInt8>?
    var count = 0
    // SAFETY: The shim only reads the buffer, and its output is good until its next call.
    let code = unsafe bytes.withUnsafeBytes { buffer in
      unsafe cosmium_gzip_add(
        stream, buffer.baseAddress, buffer.count, finish ? 1 : 0, &output, &count)
    }
    precondition(code == Int32(COSMIUM_OK.rawValue), "deflate refused a valid stream")
    return unsafe Array(UnsafeBufferPointer(start: output, count: output == nil ? 0 : count))
  }
}
