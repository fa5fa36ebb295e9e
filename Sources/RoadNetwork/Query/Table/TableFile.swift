public import Quantities

/// A table of travel in a file of our own; the article on the table file has its layout.
///
/// Whoever writes one writes ``header``, the bytes of each row in order, and ``trailer(_:)`` over
/// the checksum of all of them.
public struct TableFile: Sendable {
  /// The version of the format that is written and read.
  public static let version: UInt32 = 1
  static let magic = [UInt8]("RNDSTABL".utf8)
  static let headerSize = 40
  static let trailerSize = 8

  /// How many places the trips start at: the rows.
  public let sourceCount: Int
  /// How many places they end at.
  public let targetCount: Int
  /// The road file's ``RoadNetwork/mapChecksum``.
  public let mapChecksum: UInt32
  /// Who travels.
  public let mode: TravelMode

  /// A table of `sourceCount` rows.
  public init(sourceCount: Int, targetCount: Int, mapChecksum: UInt32, mode: TravelMode) {
    precondition(sourceCount >= 0 && targetCount >= 0)
    self.sourceCount = sourceCount
    self.targetCount = targetCount
    self.mapChecksum = mapChecksum
    self.mode = mode
  }

  /// The first bytes of the file.
  public var header: [UInt8] {
    var bytes = Self.magic
    Self.append(Self.version, to: &bytes)
    Self.append(mode.fileCode, to: &bytes)
    Self.append(UInt64(sourceCount), to: &bytes)
    Self.append(UInt64(targetCount), to: &bytes)
    Self.append(mapChecksum, to: &bytes)
    Self.append(UInt32(0), to: &bytes)
    return bytes
  }

  /// The bytes of some rows.
  ///
  /// - Precondition: the rows have the file's number of targets.
  public func bytes(of rows: TravelTable) -> [UInt8] {
    precondition(rows.targetCount == targetCount)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.sourceCount * targetCount * 8)
    for row in 0..<rows.sourceCount {
      let cells = row * targetCount..<(row + 1) * targetCount
      for duration in rows.durations[cells] { Self.append(duration, to: &bytes) }
      for distance in rows.distances[cells] { Self.append(distance, to: &bytes) }
    }
    return bytes
  }

  /// The last bytes of the file, after bytes that sum up to `checksum`.
  public static func trailer(_ checksum: Checksum) -> [UInt8] {
    var bytes: [UInt8] = [0, 0, 0, 0]
    append(checksum.value, to: &bytes)
    return bytes
  }

  private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for byte in 0..<number.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: number >> (8 * byte)))
    }
  }
}

/// Why a table file cannot be used.
public enum TableFileError: Error, Hashable, Sendable {
  case notATableFile
  case unsupportedVersion(found: UInt32, supported: UInt32)
  case truncated
  case damaged
}
