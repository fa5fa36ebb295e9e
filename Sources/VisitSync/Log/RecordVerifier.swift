import FieldModel
import Quantities

/// Opens and verifies single lines of visit logs, and remembers whose logs it has come to know.
public struct RecordVerifier: Sendable {
  private let keys: [String: SealingKey]
  private let trips: [Identifier<Trip>: [PublicKey]]
  private var known: [Identifier<VisitLog>: [Knowledge]] = [:]
  /// The senders in ``known`` by their short text.
  private var proofs: [String: SenderProof] = [:]

  private struct Knowledge: Sendable {
    let trip: Identifier<Trip>
    let sender: SenderProof
    let thumbprint: String
  }

  /// A verifier that opens with `officeKeys` and knows `trips`.
  public init(officeKeys: [OfficeKey], trips: [KnownTrip]) {
    keys = Dictionary(
      officeKeys.map { ($0.thumbprint, $0.sealing) }, uniquingKeysWith: { first, _ in first })
    self.trips = Dictionary(grouping: trips, by: \.trip).mapValues { $0.map(\.endorsing) }
  }

  /// The record on a line.
  ///
  /// - Throws: ``RecordFault/awaitingOpening`` for a record that neither carries its sender's proof
  ///   nor belongs to a log whose opening was verified before.
  public mutating func verify(_ line: [UInt8]) throws(RecordFault) -> SignedRecord {
    try accept(try open(line))
  }

  /// The record of a compact JWS, its signature and sender checked.
  public mutating func verify(signedText: [UInt8]) throws(RecordFault) -> SignedRecord {
    try accept(try OpenedRecord(signedText, proofs: proofs))
  }

  /// What can be done with a line without knowing other lines: opened, read and, where it states
  /// the key it was signed with, its signature checked.
  func open(_ line: [UInt8]) throws(RecordFault) -> OpenedRecord {
    guard line.count <= SyncLimits.encodedRecord else { throw .tooLong }
    let sealed = try SealedText(line)
    guard sealed.method == .agreement else { throw .wrongMethod(field: "alg") }
    guard let key = keys[sealed.recipient] else { throw .keyNotHeld(sealed.recipient) }
    return try OpenedRecord(try sealed.open(key), proofs: proofs)
  }

  /// The record, once its sender is known to be one of this office's.
  mutating func accept(_ opened: OpenedRecord) throws(RecordFault) -> SignedRecord {
    try opened.check(try signingKey(of: opened.signed.record, signer: opened.signer))
    return opened.signed
  }

  /// Spares the next records of the same sender the square root that its short text takes; whether
  /// the sender may write is not asked here.
  mutating func recall(_ opened: OpenedRecord) {
    guard let sender = opened.signed.record.sender else { return }
    let text = sender.shortText
    if proofs[text] == nil { proofs[text] = sender }
  }

  private mutating func signingKey(
    of record: VisitRecord, signer: String?
  ) throws(RecordFault) -> PublicKey {
    let seen = (known[record.log] ?? []).filter { $0.trip == record.trip }
    guard let proof = record.proof else {
      guard let match = seen.first(where: { $0.thumbprint == signer }) else {
        if trips[record.trip] == nil { throw .unknownSender }
        throw .awaitingOpening
      }
      return match.sender.key
    }
    if seen.contains(where: { $0.sender == proof }) { return proof.key }
    var fault = RecordFault.unknownSender
    for endorsing in trips[record.trip] ?? [] {
      do throws(RecordFault) {
        try Endorsement.check(
          proof.endorsement, trip: record.trip, log: record.log, key: proof.key,
          endorsing: endorsing)
        proofs[proof.shortText] = proof
        known[record.log, default: []].append(
          Knowledge(trip: record.trip, sender: proof, thumbprint: proof.key.thumbprint))
        return proof.key
      } catch {
        fault = error
      }
    }
    throw fault
  }
}
