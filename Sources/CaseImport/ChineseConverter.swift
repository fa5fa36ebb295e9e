import Glibc

/// GB 18030 to UTF-8, chunk by chunk, through the C library's `iconv`.
@safe
final class ChineseConverter {
  private let descriptor: iconv_t
  /// The beginning of a character whose end has not come yet.
  private var rest: [UInt8] = []

  /// A converter; throws where the C library does not know the encoding.
  init() throws(CaseFileError) {
    guard let descriptor = unsafe iconv_open("UTF-8", "GB18030"),
      Int(bitPattern: descriptor) != -1
    else { throw .wrongEncoding(found: "GB 18030, which this system cannot read") }
    unsafe self.descriptor = unsafe descriptor
  }

  deinit { unsafe iconv_close(descriptor) }

  /// The text of `chunk`; what no character begins with becomes U+FFFD.
  func convert(_ chunk: [UInt8], isLast: Bool) throws(CaseFileError) -> [UInt8] {
    var input = rest + chunk
    rest = []
    guard !input.isEmpty else { return [] }
    // No GB 18030 character grows by more than half, and each replacement by two bytes.
    var output = [UInt8](repeating: 0, count: input.count * 3 + 16)
    var taken = 0
    var written = 0
    while taken < input.count {
      let problem = step(&input, &taken, &output, &written)
      if problem == 0 { break }
      if problem == EINVAL, !isLast, input.count - taken < 4 {
        rest = Array(input[taken...])
        break
      }
      output.replaceSubrange(written..<written + 3, with: [0xEF, 0xBF, 0xBD])
      written += 3
      taken += 1
    }
    return Array(output[..<written])
  }

  /// Converts from `taken` on as far as it goes; the error's number, 0 when all was taken.
  private func step(
    _ input: inout [UInt8], _ taken: inout Int, _ output: inout [UInt8], _ written: inout Int
  ) -> Int32 {
    let inputCount = input.count
    let outputCount = output.count
    let (start, begun) = (taken, written)
    var left = inputCount - start
    var room = outputCount - begun
    let result = unsafe input.withUnsafeMutableBytes { source in
      unsafe output.withUnsafeMutableBytes { target in
        // SAFETY: `start` and `begun` lie in their buffers, and `left` and `room` end with them.
        var from = unsafe source.baseAddress?.advanced(by: start)
          .assumingMemoryBound(to: CChar.self)
        var to = unsafe target.baseAddress?.advanced(by: begun)
          .assumingMemoryBound(to: CChar.self)
        return unsafe iconv(descriptor, &from, &left, &to, &room)
      }
    }
    let problem = result == -1 ? errno : 0
    taken = inputCount - left
    written = outputCount - room
    return problem
  }
}
