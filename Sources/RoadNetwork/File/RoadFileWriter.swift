import Quantities

/// Puts sections together into the bytes of a road file.
struct RoadFileWriter {
  private struct Entry {
    var kind: UInt32
    var elementSize: Int
    var offset: Int
    var count: Int
    var checksum: UInt32
  }

  private var entries: [Entry] = []
  private var body: [UInt8] = []

  /// Adds a section.
  mutating func add<Element: BitwiseCopyable>(_ kind: UInt32, _ elements: [Element]) {
    let start = body.count
    unsafe elements.withUnsafeBytes { unsafe body.append(contentsOf: $0) }
    while body.count % 8 != 0 { body.append(0) }
    var checksum = Checksum()
    unsafe body.withUnsafeBytes { bytes in
      // SAFETY: `start` was the count before something was added.
      unsafe checksum.add(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    }
    entries.append(
      Entry(
        kind: kind, elementSize: MemoryLayout<Element>.stride, offset: start,
        count: elements.count, checksum: checksum.value))
  }

  /// Adds a section that has the content of one already there.
  mutating func alias(_ kind: UInt32, of original: UInt32) {
    guard var entry = entries.first(where: { $0.kind == original }) else { return }
    entry.kind = kind
    entries.append(entry)
  }

  /// The whole file.
  func finish() -> [UInt8] {
    let bodyStart = RoadFileFormat.headerSize + entries.count * RoadFileFormat.entrySize
    let total = bodyStart + body.count + RoadFileFormat.trailerSize
    var bytes: [UInt8] = []
    bytes.reserveCapacity(total)
    bytes += RoadFileFormat.magic
    Self.append(RoadFileFormat.version, to: &bytes)
    Self.append(UInt32(entries.count), to: &bytes)
    Self.append(UInt64(total), to: &bytes)
    for entry in entries {
      Self.append(entry.kind, to: &bytes)
      Self.append(UInt32(entry.elementSize), to: &bytes)
      Self.append(UInt64(bodyStart + entry.offset), to: &bytes)
      Self.append(UInt64(entry.count), to: &bytes)
      Self.append(entry.checksum, to: &bytes)
      Self.append(UInt32(0), to: &bytes)
    }
    var checksum = Checksum()
    checksum.add(bytes)
    bytes += body
    Self.append(UInt32(0), to: &bytes)
    Self.append(checksum.value, to: &bytes)
    return bytes
  }

  private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }
}
