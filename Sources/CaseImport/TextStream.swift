/// Turns the bytes of a file into UTF-8, chunk by chunk, finding out how they are written.
///
/// Text that is valid UTF-8 is taken as that; anything else as GB 18030. While only ASCII has
/// come by, both are still possible and nothing is decided.
struct TextStream: ~Copyable {
  private enum State {
    case undecided
    case utf8
    case gb18030(ChineseConverter)
  }

  private var state = State.undecided
  private let stated: TextEncoding?
  private var isAtStart = true
  /// Bytes from the first that is not ASCII, until there are enough to decide.
  private var held: [UInt8] = []

  private static let sample = 64 * 1024

  /// A stream of text in `encoding`, or to find out.
  init(encoding: TextEncoding?) { stated = encoding }

  /// How the text is written, as far as known.
  var encoding: TextEncoding {
    if case .gb18030 = state { .gb18030 } else { .utf8 }
  }

  /// The text of `chunk` in UTF-8; some may be held back until more has come.
  mutating func decode(_ chunk: [UInt8]) throws(CaseFileError) -> [UInt8] {
    switch state {
    case .utf8: return chunk
    case .gb18030(let converter): return try converter.convert(chunk, isLast: false)
    case .undecided: break
    }
    if isAtStart || !held.isEmpty || chunk.contains(where: { $0 >= 0x80 || $0 == 0 }) {
      held += chunk
      guard held.count >= Self.sample else { return [] }
      return try decide(isLast: false)
    }
    return chunk
  }

  /// The text that was held back.
  mutating func finish() throws(CaseFileError) -> [UInt8] {
    switch state {
    case .utf8: return []
    case .gb18030(let converter): return try converter.convert([], isLast: true)
    case .undecided: return held.isEmpty ? [] : try decide(isLast: true)
    }
  }

  private mutating func decide(isLast: Bool) throws(CaseFileError) -> [UInt8] {
    var bytes = held
    held = []
    if isAtStart {
      isAtStart = false
      try refuseOtherEncodings(bytes)
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        state = .utf8
        return Array(bytes.dropFirst(3))
      }
    }
    if bytes.contains(0) { throw .wrongEncoding(found: "binary data") }
    if stated == nil, bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
    if stated == .utf8 || stated == nil && Self.isUTF8(bytes, mayEndShort: !isLast) {
      state = .utf8
      return bytes
    }
    let converter = try ChineseConverter()
    state = .gb18030(converter)
    if stated == nil, !Self.looksChinese(bytes) {
      throw .wrongEncoding(found: "neither UTF-8 nor GB 18030")
    }
    bytes = try converter.convert(bytes, isLast: isLast)
    return bytes
  }

  private func refuseOtherEncodings(_ bytes: [UInt8]) throws(CaseFileError) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .wrongEncoding(found: "UTF-16")
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw .wrongEncoding(found: "XLSX or ZIP") }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .wrongEncoding(found: "XLS") }
    if bytes.starts(with: [0x25, 0x50, 0x44, 0x46]) { throw .wrongEncoding(found: "PDF") }
    let start = bytes.prefix(64)
    if start.count >= 4, start.count(where: { $0 == 0 }) * 3 >= start.count {
      throw .wrongEncoding(found: "UTF-16")
    }
  }

  private static func isUTF8(_ bytes: [UInt8], mayEndShort: Bool) -> Bool {
    guard mayEndShort else { return String(validating: bytes, as: UTF8.self) != nil }
    return (0...3).contains { cut in
      String(validating: bytes.dropLast(cut), as: UTF8.self) != nil
    }
  }

  /// Whether most double bytes lie in the rows of GB 2312 that hold signs and common
  /// characters: Western text in an eight-bit code pairs its accented letters with ASCII instead.
  static func looksChinese(_ bytes: [UInt8]) -> Bool {
    var common = 0
    var others = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      guard index + 1 < bytes.count else { break }
      if (0xA1...0xF7).contains(bytes[index]), bytes[index + 1] >= 0xA1 {
        common += 1
      } else {
        others += 1
      }
      index += 2
    }
    return common > 0 && common >= others
  }
}
