import Quantities
import RoadNetwork

/// What a later request may say of a place instead of having it looked up again: base64 (RFC 4648
/// §5) of a position, opaque to clients, worthless on another map.
struct OSRMHint: Hashable {
  var mapChecksum: UInt32
  var mode: TravelMode
  var road: Index<Road>
  var along: Distance
  var requested: Coordinate

  init(_ position: RoadPosition, mapChecksum: UInt32, mode: TravelMode) {
    self.mapChecksum = mapChecksum
    self.mode = mode
    road = position.road
    along = position.along
    requested = position.requested
  }

  /// The hint of a text; `nil` for anything else, such as a hint of another program.
  init?(_ text: String) {
    guard let bytes = Self.bytes(text), bytes.count == 24 else { return nil }
    let words = stride(from: 0, to: 24, by: 4).map { offset in
      (0..<4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[offset + $1]) }
    }
    guard words[1] < UInt32(TravelMode.allCases.count) else { return nil }
    mapChecksum = words[0]
    mode = TravelMode.allCases[Int(words[1])]
    road = Index(words[2])
    along = Distance(decimetres: Int32(bitPattern: words[3]))
    requested = Coordinate(
      latitude: Int32(bitPattern: words[4]), longitude: Int32(bitPattern: words[5]))
  }

  /// The text.
  var text: String {
    let words = [
      mapChecksum, UInt32(TravelMode.allCases.firstIndex(of: mode) ?? 0), road.raw,
      UInt32(bitPattern: along.decimetres), UInt32(bitPattern: requested.latitude),
      UInt32(bitPattern: requested.longitude),
    ]
    let bytes = words.flatMap { word in (0..<4).map { UInt8(word >> (8 * UInt32($0)) & 255) } }
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<start + 3].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      for shift in [18, 12, 6, 0] { text.append(Self.letters[Int(group >> UInt32(shift) & 63)]) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  private static func bytes(_ text: String) -> [UInt8]? {
    guard text.utf8.count == 32 else { return nil }
    var bytes: [UInt8] = []
    var group: UInt32 = 0
    for (position, byte) in text.utf8.enumerated() {
      guard let value = letters.firstIndex(of: byte) else { return nil }
      group = group << 6 | UInt32(value)
      if position % 4 == 3 {
        bytes += [UInt8(group >> 16 & 255), UInt8(group >> 8 & 255), UInt8(group & 255)]
        group = 0
      }
    }
    return bytes
  }
}
