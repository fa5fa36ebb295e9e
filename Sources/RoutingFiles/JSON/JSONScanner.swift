/// Reads RFC 8259 text within bounds of depth and size, each key of an object once.
struct JSONScanner {
  private let text: [UInt8]
  private var position = 0
  private var depth = 0
  private var valuesLeft = RoutingFileLimits.values

  private init(_ text: [UInt8]) { self.text = text }

  /// The value that `bytes` hold, as a field without a path.
  static func field(_ bytes: [UInt8]) throws(RoutingFileError) -> JSONField {
    var scanner = JSONScanner(bytes)
    let value = try scanner.value()
    scanner.skipSpace()
    guard scanner.position == bytes.count else { throw scanner.fault() }
    return JSONField(path: "", value: value)
  }

  /// The fault here: the line, and some of what stands there.
  private func fault(_ code: RoutingFileError.Code = .badJSON) -> RoutingFileError {
    let line = 1 + text.prefix(position).count { $0 == UInt8(ascii: "\n") }
    let found = String(decoding: text.dropFirst(position).prefix(20), as: UTF8.self)
    return RoutingFileError(
      code, .line(line), found: found.filter { !$0.isNewline && $0 != "\0" })
  }

  private var next: UInt8? { position < text.count ? text[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(RoutingFileError) -> JSONValue {
    skipSpace()
    valuesLeft -= 1
    guard valuesLeft >= 0, depth < RoutingFileLimits.depth else { throw fault(.tooLarge) }
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func word(
    _ word: String, _ value: JSONValue
  ) throws(RoutingFileError) -> JSONValue {
    guard text[position...].starts(with: word.utf8) else { throw fault() }
    position += word.utf8.count
    return value
  }

  private mutating func object() throws(RoutingFileError) -> JSONValue {
    position += 1
    depth += 1
    defer { depth -= 1 }
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipSpace()
      let start = position
      let key = try string()
      guard keys.insert(key).inserted else {
        position = start
        throw fault(.repeated)
      }
      guard keys.count <= RoutingFileLimits.members else { throw fault(.tooLarge) }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw fault() }
      members.append(JSONValue.Member(key: key, value: try value()))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw fault() }
    }
  }

  private mutating func array() throws(RoutingFileError) -> JSONValue {
    position += 1
    depth += 1
    defer { depth -= 1 }
    var numbers: [Double] = []
    var values: [JSONValue]?
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      let value = try value()
      if values == nil, case .number(let number) = value {
        numbers.append(number)
      } else {
        values = values ?? numbers.map { .number($0) }
        values?.append(value)
      }
      skipSpace()
      if take(UInt8(ascii: "]")) { return values.map { .array($0) } ?? .numbers(numbers) }
      guard take(UInt8(ascii: ",")) else { throw fault() }
    }
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = next, (48...57).contains(byte) { position += 1 }
    return position - start
  }

  private mutating func number() throws(RoutingFileError) -> Double {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let isZero = next == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, whole == 1 || !isZero else { throw fault() }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      guard digits() > 0 else { throw fault() }
    }
    if let byte = next, byte | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      position += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard digits() > 0 else { throw fault() }
    }
    if isWhole, whole <= 15 {
      var value = 0
      for byte in text[start..<position] where byte >= 48 { value = 10 * value + Int(byte) - 48 }
      return Double(text[start] == UInt8(ascii: "-") ? -value : value)
    }
    guard let value = Double(String(decoding: text[start..<position], as: UTF8.self)),
      value.isFinite
    else {
      position = start
      throw fault(.outOfRange)
    }
    return value
  }
}

/// Strings.
extension JSONScanner {
  private mutating func string() throws(RoutingFileError) -> String {
    guard take(UInt8(ascii: "\"")) else { throw fault() }
    var bytes: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault() }
      position += 1
      if byte == UInt8(ascii: "\\") { try escape(into: &bytes) } else { bytes.append(byte) }
    }
    guard take(UInt8(ascii: "\"")), let text = String(validating: bytes, as: UTF8.self) else {
      throw fault()
    }
    return text
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
    UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
    UInt8(ascii: "t"): 9,
  ]

  private mutating func escape(into bytes: inout [UInt8]) throws(RoutingFileError) {
    guard let letter = next else { throw fault() }
    position += 1
    if let byte = Self.escapes[letter] {
      bytes.append(byte)
      return
    }
    guard letter == UInt8(ascii: "u") else { throw fault() }
    let unit = try hexDigits()
    if let scalar = Unicode.Scalar(unit) {
      bytes += Array(String(Character(scalar)).utf8)
      return
    }
    guard (0xD800...0xDBFF).contains(unit), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw fault()
    }
    let low = try hexDigits()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw fault() }
    bytes += Array(String(Character(scalar)).utf8)
  }

  private mutating func hexDigits() throws(RoutingFileError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, byte < 0x80,
        let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      else { throw fault() }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
