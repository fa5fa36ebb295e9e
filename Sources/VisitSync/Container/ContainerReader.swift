/// A line of a sync file, and where it stood.
public struct ContainerLine: Hashable, Sendable {
  /// What kind of line it is.
  public enum Kind: Hashable, Sendable {
    case empty, comment, record
    /// Longer than a record may be; its bytes are not kept.
    case tooLong
  }

  /// What kind of line it is.
  public let kind: Kind
  /// The line, from 1.
  public let number: Int
  /// Bytes of the file before the line.
  public let offset: Int64
  /// How many bytes it has, without its line end.
  public let length: Int64
  /// The bytes, without line end; empty where it is too long.
  public let bytes: [UInt8]
  /// Whether a line feed ended it.
  public let isTerminated: Bool
}

/// Cuts the bytes of a sync file into lines, in memory that does not grow with the file.
///
/// A carriage return before the line feed is dropped, since mail programs put it there.
public struct ContainerReader: Sendable {
  private var number = 1
  private var offset: Int64 = 0
  private var length: Int64 = 0
  private var pending: [UInt8] = []

  /// A reader at the start of a file.
  public init() {}

  /// How many bytes were read.
  public var bytesRead: Int64 { offset + length }

  /// The lines that end in `chunk`.
  ///
  /// - Throws: ``SyncFileError/tooLarge`` once the file exceeds ``SyncLimits/file``.
  public mutating func read(_ chunk: [UInt8]) throws(SyncFileError) -> [ContainerLine] {
    guard bytesRead + Int64(chunk.count) <= SyncLimits.file else { throw .tooLarge }
    var lines: [ContainerLine] = []
    var rest = chunk[...]
    while let end = rest.firstIndex(of: 0x0A) {
      keep(rest[..<end])
      lines.append(takeLine(isTerminated: true))
      rest = rest[(end + 1)...]
    }
    keep(rest)
    return lines
  }

  /// The last line, if the file does not end with a line feed.
  public mutating func finish() -> ContainerLine? {
    length > 0 ? takeLine(isTerminated: false) : nil
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    length += Int64(bytes.count)
    let room = SyncLimits.encodedRecord + 2 - pending.count
    pending += bytes.prefix(max(0, room))
  }

  private mutating func takeLine(isTerminated: Bool) -> ContainerLine {
    if isTerminated, length == Int64(pending.count), pending.last == 0x0D { pending.removeLast() }
    let kind: ContainerLine.Kind =
      if pending.isEmpty { .empty } else if pending.first == UInt8(ascii: "#") {
        .comment
      } else if pending.count > SyncLimits.encodedRecord { .tooLong } else { .record }
    // A copy of its own keeps `pending` as it is for the next line, and a line that is kept for
    // long has no room to spare.
    var bytes: [UInt8] = []
    if kind != .tooLong {
      bytes.reserveCapacity(pending.count)
      bytes += pending
    }
    let line = ContainerLine(
      kind: kind, number: number, offset: offset, length: length, bytes: bytes,
      isTerminated: isTerminated)
    number += 1
    offset += length + (isTerminated ? 1 : 0)
    length = 0
    pending.removeAll(keepingCapacity: true)
    return line
  }
}

/// Why a sync file as a whole cannot be used.
public enum SyncFileError: Error, Hashable, Sendable {
  /// It is larger than ``SyncLimits/file``.
  case tooLarge
  /// It holds no record at all.
  case empty
  /// Records of it are missing, for instance because it was cut; how many of how many are there.
  case incomplete(found: Int, of: Int)
  /// A line cannot be used: its number, the bytes before it, and why.
  case line(number: Int, offset: Int64, RecordFault)
  /// It was made for another trip, office or purpose than its neighbours; the field that differs.
  case mixed(field: String)
}
