extension OfficeStore {
  /// A line of a sync file that could not be merged; kept byte for byte and shown.
  public struct QuarantinedLine: Hashable, Sendable {
    /// The SHA-256 of the line, in hexadecimal.
    public var digest: String
    /// The SHA-256 of the file, in hexadecimal.
    public var fileDigest: String
    /// The line, from 1.
    public var line: Int
    /// The offset of its first byte.
    public var byteOffset: Int
    /// Why, a stable code.
    public var reason: String
    /// The line itself.
    public var body: [UInt8]

    /// A line that could not be merged.
    public init(
      digest: String, fileDigest: String, line: Int, byteOffset: Int, reason: String, body: [UInt8]
    ) {
      self.digest = digest
      self.fileDigest = fileDigest
      self.line = line
      self.byteOffset = byteOffset
      self.reason = reason
      self.body = body
    }
  }
}
