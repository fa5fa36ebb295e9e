import CZlib

/// Raw DEFLATE (RFC 1951) through zlib, bounded when inflating.
enum Deflate {
  /// The compressed form of `bytes`.
  static func compress(_ bytes: [UInt8]) throws(RecordFault) -> [UInt8] {
    var stream = unsafe z_stream()
    let started = unsafe deflateInit2_(
      &stream, Z_BEST_COMPRESSION, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard started == Z_OK else { throw .damagedCompression }
    defer { unsafe deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(unsafe deflateBound(&stream, UInt(bytes.count))))
    let (status, written) = unsafe run(&stream, bytes, into: &output) { stream in
      unsafe deflate(stream, Z_FINISH)
    }
    guard status == Z_STREAM_END else { throw .damagedCompression }
    output.removeSubrange(written...)
    return output
  }

  /// The bytes that `bytes` inflate to, never more than `limit`.
  ///
  /// Memory grows with what was really there, not with what a header claims.
  static func expand(_ bytes: [UInt8], limit: Int) throws(RecordFault) -> [UInt8] {
    var stream = unsafe z_stream()
    let started = unsafe inflateInit2_(
      &stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard started == Z_OK else { throw .damagedCompression }
    defer { unsafe inflateEnd(&stream) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(limit + 1, max(4096, bytes.count * 4)))
    var consumed = 0
    while true {
      let rest = consumed == 0 ? bytes : Array(bytes[consumed...])
      let (status, written) = unsafe run(&stream, rest, into: &chunk) { stream in
        unsafe inflate(stream, Z_NO_FLUSH)
      }
      consumed = bytes.count - Int(unsafe stream.avail_in)
      guard result.count + written <= limit else { throw .inflatesTooFar }
      if status == Z_STREAM_END {
        guard consumed == bytes.count else { throw .damagedCompression }
        // A copy is the tighter; the buffer itself is worth keeping where it is nearly full.
        guard result.isEmpty, written > chunk.count / 2 else { return result + chunk[..<written] }
        chunk.removeSubrange(written...)
        return chunk
      }
      result += chunk[..<written]
      switch status {
      case Z_OK where written == chunk.count: continue
      default: throw .damagedCompression
      }
    }
  }

  /// One call of zlib from `input` into `output`: its status and how many bytes it wrote.
  private static func run(
    _ stream: inout z_stream, _ input: [UInt8], into output: inout [UInt8],
    _ step: (UnsafeMutablePointer<z_stream>) -> Int32
  ) -> (status: Int32, written: Int) {
    let capacity = output.count
    var status = Z_STREAM_ERROR
    // SAFETY: zlib reads `avail_in` and writes `avail_out` bytes, both the true sizes, and only
    // during the call; zlib never writes through `next_in`.
    unsafe input.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        status = unsafe step(&stream)
      }
    }
    return (status, capacity - Int(unsafe stream.avail_out))
  }
}
