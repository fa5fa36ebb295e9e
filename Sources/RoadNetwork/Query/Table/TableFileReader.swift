public import Quantities

/// A table file opened for reading, row by row and without copying the rest.
public struct TableFileReader: Sendable {
  /// What the file says of itself.
  public let file: TableFile
  private let bytes: FileBytes

  /// Opens a table file and verifies its length and checksum.
  ///
  /// - Complexity: linear in the file's size.
  public init(_ bytes: FileBytes) throws(TableFileError) {
    self.bytes = bytes
    let header = bytes.copy(0..<min(bytes.count, TableFile.headerSize))
    guard header.starts(with: TableFile.magic) else { throw .notATableFile }
    guard header.count == TableFile.headerSize else { throw .truncated }
    func number(_ range: Range<Int>) -> UInt64 {
      range.reversed().reduce(0) { $0 << 8 | UInt64(header[$1]) }
    }
    let version = UInt32(number(8..<12))
    guard version == TableFile.version else {
      throw .unsupportedVersion(found: version, supported: TableFile.version)
    }
    let (sources, targets) = (number(16..<24), number(24..<32))
    guard let mode = TravelMode(fileCode: UInt32(number(12..<16))), sources < 1 << 32,
      targets < 1 << 32, number(36..<40) == 0
    else { throw .damaged }
    let (cells, isHuge) = sources.multipliedReportingOverflow(by: targets)
    guard !isHuge, cells < 1 << 58,
      bytes.count == TableFile.headerSize + Int(cells) * 8 + TableFile.trailerSize
    else { throw .truncated }
    file = TableFile(
      sourceCount: Int(sources), targetCount: Int(targets), mapChecksum: UInt32(number(32..<36)),
      mode: mode)
    guard Self.isWhole(bytes) else { throw .damaged }
  }

  /// Seconds and decimetres from one source to every target.
  ///
  /// - Precondition: the file has the row.
  public func row(_ source: Int) -> TravelTable {
    precondition(source >= 0 && source < file.sourceCount)
    let start = TableFile.headerSize + source * file.targetCount * 8
    let middle = start + file.targetCount * 4
    return TravelTable(
      sourceCount: 1, targetCount: file.targetCount, durations: numbers(at: start),
      distances: numbers(at: middle))
  }

  private func numbers(at start: Int) -> [Int32] {
    let raw = bytes.copy(start..<start + file.targetCount * 4)
    return stride(from: 0, to: raw.count, by: 4).map { offset in
      Int32(
        truncatingIfNeeded: (0..<4).reversed().reduce(UInt32(0)) {
          $0 << 8 | UInt32(raw[offset + $1])
        })
    }
  }

  private static func isWhole(_ bytes: FileBytes) -> Bool {
    let end = bytes.count - TableFile.trailerSize
    var checksum = Checksum()
    // SAFETY: The file has at least a header and a trailer, which was checked by its length.
    unsafe checksum.add(UnsafeRawBufferPointer(rebasing: bytes.unsafeBytes[0..<end]))
    return bytes.copy(end..<bytes.count) == TableFile.trailer(checksum)
  }
}
