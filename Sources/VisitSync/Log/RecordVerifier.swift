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
    guard line.count <= SyncLimits.encodedRecord else { throw .tooLong }
    let sealed = try SealedText(line)
    guard sealed.method == .agreement else { throw .wrongMethod(field: "alg") }
    guard let key = keys[sealed.recipient] else { throw .keyNotHeld(sealed.recipient) }
    return try verify(signedText: try sealed.open(key))
  }

  /// The record of a compact JWS, its signature and sender checked.
  public mutating func verify(signedText: [UInt8]) throws(RecordFault) -> SignedRecord {
    let parts = try SignedText(signedText)
    let signed = try SignedRecord(signedText, parts, proofs: proofs)
    try parts.check(try signingKey(of: signed.record, signer: parts.signer))
    return signed
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
