import Quantities

/// A road file taken apart into its sections, to be changed and sealed again.
///
/// Written from the format's description (`Formats/RoadFile`) and not with the engine's own writer:
/// what it seals may be nonsense, yet every checksum is right, so that only the checks behind the
/// checksums can refuse it.
struct RoadFileImage {
  struct Section {
    var kind: UInt32
    var elementSize: UInt32
    var bytes: [UInt8]
    /// The section whose place this one repeats, if it does.
    var twin: Int?
  }

  var version: UInt32
  var sections: [Section] = []

  private static let headerSize = 24
  private static let entrySize = 32

  /// Takes a sound road file apart; `nil` when it is none.
  init?(_ file: [UInt8]) {
    guard file.count > Self.headerSize, Array(file[..<8]) == Array("RNDSROAD".utf8) else {
      return nil
    }
    version = Self.word(file, at: 8)
    var places: [Int: Int] = [:]
    for index in 0..<Int(Self.word(file, at: 12)) {
      let entry = Self.headerSize + index * Self.entrySize
      guard entry + Self.entrySize <= file.count else { return nil }
      let elementSize = Self.word(file, at: entry + 4)
      let offset = Int(Self.word(file, at: entry + 8))
      let length = Int(elementSize) * Int(Self.word(file, at: entry + 16))
      guard offset + length <= file.count else { return nil }
      sections.append(
        Section(
          kind: Self.word(file, at: entry), elementSize: elementSize,
          bytes: Array(file[offset..<offset + length]), twin: length > 0 ? places[offset] : nil))
      if length > 0, places[offset] == nil { places[offset] = index }
    }
  }

  /// The file, its table and checksums right; `touch` may change a word of the header or table
  /// before they are summed.
  func sealed(touch: [(word: Int, value: UInt32)] = []) -> [UInt8] {
    let bodyStart = Self.headerSize + sections.count * Self.entrySize
    var table: [UInt8] = []
    var body: [UInt8] = []
    var offsets: [Int] = []
    for section in sections {
      let offset = section.twin.map { offsets[$0] } ?? bodyStart + body.count
      offsets.append(offset)
      let padded = section.bytes + Array(repeating: 0, count: (8 - section.bytes.count % 8) % 8)
      if section.twin == nil { body += padded }
      Self.append([section.kind, section.elementSize, UInt32(offset), 0], to: &table)
      let count = section.bytes.count / Int(max(1, section.elementSize))
      Self.append([UInt32(count), 0, Self.sum(padded), 0], to: &table)
    }
    var file = Array("RNDSROAD".utf8)
    let length = bodyStart + body.count + 8
    Self.append([version, UInt32(sections.count), UInt32(length), 0], to: &file)
    file += table
    for change in touch {
      let offset = change.word % (file.count / 4) * 4
      for byte in 0..<4 {
        file[offset + byte] = UInt8(truncatingIfNeeded: change.value >> UInt32(byte * 8))
      }
    }
    let checksum = Self.sum(file)
    file += body
    Self.append([0, checksum], to: &file)
    return file
  }

  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    var checksum = Checksum()
    unsafe bytes.withUnsafeBytes { unsafe checksum.add($0) }
    return checksum.value
  }

  static func word(_ bytes: [UInt8], at offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32($1 * 8) }
  }

  private static func append(_ words: [UInt32], to bytes: inout [UInt8]) {
    for word in words {
      for byte in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(byte * 8))) }
    }
  }
}
