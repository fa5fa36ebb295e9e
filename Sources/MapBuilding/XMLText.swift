/// XML as it is written: text, numbers and escaped values, in UTF-8.
struct XMLText: Sendable {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ text: String) { bytes += text.utf8 }

  mutating func add(_ number: Int64) { bytes += String(number).utf8 }

  /// Adds a value as an attribute may hold it; what XML 1.0 cannot say at all is left out.
  mutating func addEscaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): add("&amp;")
      case UInt8(ascii: "<"): add("&lt;")
      case UInt8(ascii: ">"): add("&gt;")
      case UInt8(ascii: "\""): add("&quot;")
      case 9, 10, 13: add("&#\(byte);")
      case 0..<32: break
      default: bytes.append(byte)
      }
    }
  }

  /// Adds 1e-7 degrees as degrees, without needless zeros.
  mutating func addDegrees(_ units: Int32) {
    if units < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = units.magnitude
    add(Int64(magnitude / 10_000_000))
    var fraction = magnitude % 10_000_000
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var place: UInt32 = 1_000_000
    while fraction > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(fraction / place))
      fraction %= place
      place /= 10
    }
  }

  /// Hands over what was written so far.
  mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}
