public import Quantities

/// A record as it was received, byte for byte; kept for ever.
public struct StoredRecord: Hashable, Sendable {
  /// The record's identity.
  public var identity: String
  /// The log it belongs to.
  public var log: String
  /// Its place in the log.
  public var seq: Int
  /// The identity of the record before it; `nil` for the first.
  public var previous: String?
  /// The trip it was written on.
  public var trip: String
  /// The signed bytes; `nil` after an erasure.
  public var body: [UInt8]?
  /// When it was first imported.
  public var importedAt: Instant

  /// A record as received.
  public init(
    identity: String, log: String, seq: Int, previous: String?, trip: String, body: [UInt8]?,
    importedAt: Instant
  ) {
    self.identity = identity
    self.log = log
    self.seq = seq
    self.previous = previous
    self.trip = trip
    self.body = body
    self.importedAt = importedAt
  }
}
