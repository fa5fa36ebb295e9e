/// JSON as a value to write; keys stay in order.
enum JSONText {
  case null
  case flag(Bool)
  case whole(Int)
  /// A number with at most this many decimals.
  case decimal(Double, digits: Int)
  case text(String)
  case list([JSONText])
  case object([(key: String, value: JSONText)])
  /// Text that is JSON already.
  case raw([UInt8])

  /// The text.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .whole(let number): bytes += String(number).utf8
    case .decimal(let number, let digits): Self.write(number, digits: digits, to: &bytes)
    case .text(let text): Self.write(text, to: &bytes)
    case .raw(let raw): bytes += raw
    case .list(let list):
      bytes.append(UInt8(ascii: "["))
      for (position, value) in list.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (position, member) in members.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Writes a number rounded to some decimals, without zeros at the end.
  static func write(_ number: Double, digits: Int, to bytes: inout [UInt8]) {
    guard number.isFinite else {
      bytes += "null".utf8
      return
    }
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let units = Int64(max(-9e15, min(9e15, (number * Double(scale)).rounded())))
    if units < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, part) = units.magnitude.quotientAndRemainder(dividingBy: UInt64(scale))
    bytes += String(whole).utf8
    guard part > 0 else { return }
    let plain = String(part)
    var fraction = Array((String(repeating: "0", count: digits - plain.count) + plain).utf8)
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    bytes.append(UInt8(ascii: "."))
    bytes += fraction
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        bytes += "\\u00".utf8
        bytes += [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
