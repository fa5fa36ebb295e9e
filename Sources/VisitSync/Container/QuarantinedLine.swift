/// A line that was not taken, kept byte for byte, and why.
public struct QuarantinedLine: Hashable, Sendable {
  /// The line, from 1.
  public let number: Int
  /// Bytes of the file before the line.
  public let offset: Int64
  /// How many bytes it has.
  public let length: Int64
  /// The bytes; empty where they are too many to keep.
  public let bytes: [UInt8]
  /// Why it was not taken.
  public let fault: RecordFault
}
