import Quantities

/// Finds the sections of a road file and verifies that they are as they were written.
struct RoadFileReader {
  private struct Entry {
    var elementSize: Int
    var offset: Int
    var count: Int
  }

  /// The bytes, aligned to eight.
  let bytes: FileBytes
  /// The checksum of the header, which carries the checksums of all sections.
  let checksum: UInt32
  private var entries: [UInt32: Entry] = [:]

  /// Reads the header and sums every section.
  init(_ given: FileBytes) throws(RoadFileError) {
    let isAligned = unsafe UInt(bitPattern: given.unsafeBytes.baseAddress) % 8 == 0
    bytes = isAligned ? given : FileBytes(given.copy(0..<given.count))
    guard bytes.count >= 8, bytes.copy(0..<8) == RoadFileFormat.magic else {
      throw .notARoadFile
    }
    guard bytes.count >= RoadFileFormat.headerSize else { throw .truncated }
    let version = Self.number(bytes, at: 8, as: UInt32.self)
    guard version == RoadFileFormat.version else {
      throw .unsupportedVersion(found: version, supported: RoadFileFormat.version)
    }
    guard Self.number(bytes, at: 16, as: UInt64.self) == UInt64(bytes.count) else {
      throw .truncated
    }
    let sections = Int(Self.number(bytes, at: 12, as: UInt32.self))
    let bodyStart = RoadFileFormat.headerSize + sections * RoadFileFormat.entrySize
    let bodyEnd = bytes.count - RoadFileFormat.trailerSize
    guard sections <= RoadFileFormat.mostSections, bodyStart <= bodyEnd else {
      throw .damaged(section: "header")
    }
    checksum = Self.number(bytes, at: bodyEnd + 4, as: UInt32.self)
    guard Self.sum(bytes, 0..<bodyStart) == checksum,
      Self.number(bytes, at: bodyEnd, as: UInt32.self) == 0
    else { throw .damaged(section: "header") }
    try readEntries(sections, bodyStart: bodyStart, bodyEnd: bodyEnd)
  }

  private mutating func readEntries(
    _ sections: Int, bodyStart: Int, bodyEnd: Int
  ) throws(RoadFileError) {
    var end = bodyStart
    for section in 0..<sections {
      let at = RoadFileFormat.headerSize + section * RoadFileFormat.entrySize
      let kind = Self.number(bytes, at: at, as: UInt32.self)
      let size = Int(Self.number(bytes, at: at + 4, as: UInt32.self))
      let start = Self.number(bytes, at: at + 8, as: UInt64.self)
      let count = Self.number(bytes, at: at + 16, as: UInt64.self)
      // Sections follow each other without gaps, or repeat one that came before.
      guard size > 0, size <= 64, start >= UInt64(bodyStart), start <= UInt64(end),
        start % 8 == 0, count <= UInt64(bodyEnd) / UInt64(size), entries[kind] == nil
      else { throw .damaged(section: "header") }
      let length = (Int(count) * size + 7) / 8 * 8
      let isRepeat = start < UInt64(end)
      guard Int(start) + length <= (isRepeat ? end : bodyEnd) else {
        throw .damaged(section: "header")
      }
      guard
        Self.sum(bytes, Int(start)..<Int(start) + length)
          == Self.number(bytes, at: at + 24, as: UInt32.self)
      else { throw .damaged(section: Self.name(of: kind)) }
      entries[kind] = Entry(elementSize: size, offset: Int(start), count: Int(count))
      end = max(end, Int(start) + length)
    }
    guard end == bodyEnd else { throw .damaged(section: "header") }
  }

  /// Whether the file has a section.
  func has(_ kind: UInt32) -> Bool { entries[kind] != nil }

  /// The elements of a section that must exist.
  func array<Element: BitwiseCopyable>(
    _ kind: UInt32, of type: Element.Type
  ) throws(RoadFileError) -> FileArray<Element> {
    guard let entry = entries[kind], entry.elementSize == MemoryLayout<Element>.stride else {
      throw .damaged(section: Self.name(of: kind))
    }
    // SAFETY: `readEntries` checked that the section lies in the file and is aligned to eight.
    let base = unsafe bytes.unsafeBytes.baseAddress.map {
      unsafe ($0 + entry.offset).assumingMemoryBound(to: Element.self)
    }
    return unsafe FileArray(base: base, count: entry.count)
  }

  /// The name of a section for messages.
  static func name(of kind: UInt32) -> String {
    if kind < 256 { return RoadFileFormat.Section(rawValue: kind)?.name ?? "header" }
    let mode = TravelMode(fileCode: kind >> 8 - 1)?.rawValue ?? "header"
    guard let section = RoadFileFormat.ModeSection(rawValue: kind & 255) else { return mode }
    return "\(mode) \(section.name)"
  }

  private static func sum(_ bytes: FileBytes, _ range: Range<Int>) -> UInt32 {
    var checksum = Checksum()
    // SAFETY: callers checked the range against the file's length.
    unsafe checksum.add(UnsafeRawBufferPointer(rebasing: bytes.unsafeBytes[range]))
    return checksum.value
  }

  private static func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: FileBytes, at offset: Int, as type: Number.Type
  ) -> Number {
    // SAFETY: the pointer checks its bounds in debug, and callers checked the file's length.
    Number(littleEndian: unsafe bytes.unsafeBytes.loadUnaligned(fromByteOffset: offset, as: type))
  }
}

extension TravelMode {
  /// What stands for the mode in a road file.
  var fileCode: UInt32 {
    switch self {
    case .car: 0
    case .motorcycle: 1
    case .eBike: 2
    case .bicycle: 3
    case .foot: 4
    }
  }

  /// The mode that `fileCode` stands for.
  init?(fileCode: UInt32) {
    guard let mode = Self.allCases.first(where: { $0.fileCode == fileCode }) else { return nil }
    self = mode
  }

  /// The kind of one of the mode's sections.
  func kind(_ section: RoadFileFormat.ModeSection) -> UInt32 {
    256 * (1 + fileCode) + section.rawValue
  }
}
