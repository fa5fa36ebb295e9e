import Quantities

/// Lines as text: differences in base 64, five bits a character (Google's encoded polylines).
enum Polyline {
  /// The line, rounded to `10⁻ᵈ` degree for `digits` d of 5 or 6.
  static func encode(_ line: [Coordinate], digits: Int) -> String {
    let unit: Int32 = digits == 6 ? 10 : 100
    var text: [UInt8] = []
    var last: (latitude: Int32, longitude: Int32) = (0, 0)
    for place in line {
      let next = (
        latitude: rounded(place.latitude, unit), longitude: rounded(place.longitude, unit)
      )
      append(next.latitude - last.latitude, to: &text)
      append(next.longitude - last.longitude, to: &text)
      last = next
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The line of a text; `nil` if it is none, lies off the earth or has over `limit` points.
  static func decode(_ text: String, digits: Int, limit: Int) -> [Coordinate]? {
    let unit: Int64 = digits == 6 ? 10 : 100
    var bytes = text.utf8.makeIterator()
    var (latitude, longitude) = (Int64(0), Int64(0))
    var line: [Coordinate] = []
    while let first = bytes.next() {
      guard line.count < limit, let north = number(first, &bytes), let second = bytes.next(),
        let east = number(second, &bytes)
      else { return nil }
      latitude += north
      longitude += east
      guard abs(latitude) <= 900_000_000 / unit, abs(longitude) <= 1_800_000_000 / unit else {
        return nil
      }
      line.append(
        Coordinate(latitude: Int32(latitude * unit), longitude: Int32(longitude * unit)))
    }
    return line
  }

  /// Whole units, halves rounded away from zero.
  private static func rounded(_ value: Int32, _ unit: Int32) -> Int32 {
    (value + (value < 0 ? -unit / 2 : unit / 2)) / unit
  }

  private static func append(_ difference: Int32, to text: inout [UInt8]) {
    var rest = UInt32(bitPattern: difference << 1)
    if difference < 0 { rest = ~rest }
    while rest >= 0x20 {
      text.append(UInt8(0x20 | rest & 0x1F) + 63)
      rest >>= 5
    }
    text.append(UInt8(rest) + 63)
  }

  private static func number(
    _ first: UInt8, _ bytes: inout String.UTF8View.Iterator
  ) -> Int64? {
    var (result, shift) = (Int64(0), Int64(0))
    var byte: UInt8? = first
    while let given = byte, (63...126).contains(given), shift <= 30 {
      let chunk = Int64(given) - 63
      result |= (chunk & 0x1F) << shift
      if chunk < 0x20 { return result & 1 == 1 ? ~(result >> 1) : result >> 1 }
      shift += 5
      byte = bytes.next()
    }
    return nil
  }
}
