/// Why a text is not the JSON that sync files hold, and at which byte.
public struct JSONFault: Error, Hashable, Sendable {
  /// What was wrong.
  public enum Kind: String, Hashable, Sendable {
    case syntax, tooDeep, tooManyValues, duplicateKey, notAnInteger, badString, trailingText
  }

  /// What was wrong.
  public let kind: Kind
  /// Bytes before the fault.
  public let offset: Int
}

/// Reads RFC 8259 text within bounds: depth, count of values, 64-bit integers only, each key once.
struct JSONReader {
  private let text: [UInt8]
  private var position = 0
  private var depth = 0
  private var valuesLeft = SyncLimits.jsonValues

  private init(_ text: [UInt8]) { self.text = text }

  /// The one value that `text` holds.
  static func value(_ text: [UInt8]) throws(JSONFault) -> JSONValue {
    var reader = JSONReader(text)
    reader.skipSpace()
    let value = try reader.value()
    reader.skipSpace()
    guard reader.position == text.count else { throw reader.fault(.trailingText) }
    return value
  }

  private func fault(_ kind: JSONFault.Kind) -> JSONFault {
    JSONFault(kind: kind, offset: position)
  }

  private var next: UInt8? { position < text.count ? text[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func take(_ letter: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: letter) else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    valuesLeft -= 1
    guard valuesLeft >= 0 else { throw fault(.tooManyValues) }
    switch next {
    case UInt8(ascii: "{"): return try nested { reader throws(JSONFault) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(JSONFault) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try integer()
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(JSONFault) -> JSONValue
  ) throws(JSONFault) -> JSONValue {
    depth += 1
    guard depth <= SyncLimits.jsonDepth else { throw fault(.tooDeep) }
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONFault) -> JSONValue {
    guard text[position...].starts(with: word.utf8) else { throw fault(.syntax) }
    position += word.utf8.count
    return value
  }

  private mutating func object() throws(JSONFault) -> JSONValue {
    let start = position
    position += 1
    var members: [JSONObject.Member] = []
    var keys = UniqueKeys()
    skipSpace()
    if take("}") { return .object(JSONObject(members: [], span: start..<position)) }
    while true {
      skipSpace()
      let key = try string()
      // Keys are compared by code points; Swift's equality would also merge canonical variants,
      // which is stricter and therefore safe.
      guard keys.insert(key, after: members) else { throw fault(.duplicateKey) }
      skipSpace()
      guard take(":") else { throw fault(.syntax) }
      skipSpace()
      members.append(JSONObject.Member(key: key, value: try value()))
      skipSpace()
      if take("}") { return .object(JSONObject(members: members, span: start..<position)) }
      guard take(",") else { throw fault(.syntax) }
    }
  }

  private mutating func array() throws(JSONFault) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return .array([]) }
    while true {
      skipSpace()
      values.append(try value())
      skipSpace()
      if take("]") { return .array(values) }
      guard take(",") else { throw fault(.syntax) }
    }
  }

  private mutating func integer() throws(JSONFault) -> JSONValue {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    let firstDigit = position
    while let byte = next, (48...57).contains(byte) { position += 1 }
    let digits = position - firstDigit
    guard digits > 0 else { throw fault(.syntax) }
    guard digits == 1 || text[firstDigit] != UInt8(ascii: "0") else { throw fault(.syntax) }
    if let byte = next, byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") {
      throw fault(.notAnInteger)
    }
    guard let number = Int64(String(decoding: text[start..<position], as: UTF8.self)) else {
      throw fault(.notAnInteger)
    }
    return .integer(number)
  }

  private mutating func string() throws(JSONFault) -> String {
    guard take("\"") else { throw fault(.syntax) }
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      position += 1
    }
    var bytes = Array(text[start..<position])
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault(.badString) }
      position += 1
      if byte == UInt8(ascii: "\\") { try escape(into: &bytes) } else { bytes.append(byte) }
    }
    guard take("\""), let string = String(validating: bytes, as: UTF8.self) else {
      throw fault(.badString)
    }
    return string
  }

  private mutating func escape(into bytes: inout [UInt8]) throws(JSONFault) {
    guard let letter = next else { throw fault(.badString) }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(letter)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "u"): bytes += Array(String(Character(try escapedScalar())).utf8)
    default: throw fault(.badString)
    }
  }

  private mutating func escapedScalar() throws(JSONFault) -> Unicode.Scalar {
    let unit = try fourHexDigits()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard (0xD800...0xDBFF).contains(unit), take("\\"), take("u") else { throw fault(.badString) }
    let low = try fourHexDigits()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw fault(.badString) }
    return scalar
  }

  private mutating func fourHexDigits() throws(JSONFault) -> UInt32 {
    guard position + 4 <= text.count else { throw fault(.badString) }
    var value: UInt32 = 0
    for byte in text[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw fault(.badString)
      }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }
}

/// Finds a key that an object has twice: by looking through the few that most objects have, by
/// hashing where there are many.
private struct UniqueKeys {
  private static let few = 16
  /// Hashes take half the room of texts; two keys of one hash are compared.
  private var hashes: Set<Int> = []

  /// Whether `key` is not among `members`, which were all asked for before.
  mutating func insert(_ key: String, after members: [JSONObject.Member]) -> Bool {
    if members.count == Self.few { hashes = Set(members.map(\.key.hashValue)) }
    if members.count >= Self.few, hashes.insert(key.hashValue).inserted { return true }
    return !members.contains { $0.key == key }
  }
}
