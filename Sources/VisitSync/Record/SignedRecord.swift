import FieldModel
public import Quantities

/// A record that was verified, with the bytes that were signed.
public struct SignedRecord: Hashable, Sendable {
  /// Its name.
  public let identity: RecordIdentity
  /// The compact JWS, byte for byte as the log's writer made it.
  public let signedText: [UInt8]
  /// What it says.
  public let record: VisitRecord

  /// The record of a compact JWS that was verified when it was taken into the store.
  ///
  /// The signature is not checked again; see ``VisitLogReader`` for that.
  public init(storedText: [UInt8]) throws(RecordFault) {
    try self.init(storedText, SignedText(storedText))
  }

  init(
    _ signedText: [UInt8], _ parts: SignedText, proofs: [String: SenderProof] = [:]
  ) throws(RecordFault) {
    record = try VisitRecord(text: parts.payload, proofs: proofs)
    identity = RecordIdentity(of: signedText)
    self.signedText = signedText
  }

  /// What stays when the record's text is erased.
  public var stub: RecordStub {
    RecordStub(
      identity: identity, log: record.log, sequence: record.sequence, previous: record.previous,
      trip: record.trip)
  }

  /// Records are the same when their signed bytes are.
  public static func == (left: SignedRecord, right: SignedRecord) -> Bool {
    left.identity == right.identity
  }

  /// Hashes the identity alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(identity) }
}

/// The place of a record in its chain, which outlives its text when that is erased.
public struct RecordStub: Hashable, Sendable {
  /// Its name.
  public let identity: RecordIdentity
  /// The log it belongs to.
  public let log: Identifier<VisitLog>
  /// Its place in the log.
  public let sequence: Int64
  /// The record before it.
  public let previous: RecordIdentity?
  /// The trip.
  public let trip: Identifier<Trip>

  /// The place of a record whose text is gone.
  public init(
    identity: RecordIdentity, log: Identifier<VisitLog>, sequence: Int64,
    previous: RecordIdentity?, trip: Identifier<Trip>
  ) {
    self.identity = identity
    self.log = log
    self.sequence = sequence
    self.previous = previous
    self.trip = trip
  }
}
