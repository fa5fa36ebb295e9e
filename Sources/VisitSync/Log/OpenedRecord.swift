/// A record out of its seal, whose sender is not known yet.
///
/// Opening and checking a signature is what costs, and it needs no other record: many can be made
/// side by side. Whether the sender may write is then asked in the order of the lines.
struct OpenedRecord: Sendable {
  let signed: SignedRecord
  /// The header's `kid`.
  let signer: String?
  /// Whether its signature fits, or how to find out once its key is known.
  private let signature: Signature

  private enum Signature {
    /// It was checked with the key that the record states; what was found.
    case checked(PublicKey, RecordFault?)
    case unchecked(SignedText)
  }

  /// The record of a compact JWS.
  ///
  /// - Parameters:
  ///   - signedText: the compact JWS.
  ///   - proofs: senders that were read before, by their short text.
  /// - Throws: the fault for what is no JWS of the known form or holds no record.
  init(_ signedText: [UInt8], proofs: [String: SenderProof]) throws(RecordFault) {
    let parts = try SignedText(signedText)
    signed = try SignedRecord(signedText, parts, proofs: proofs)
    signer = parts.signer
    guard let key = signed.record.proof?.key else {
      signature = .unchecked(parts)
      return
    }
    do throws(RecordFault) {
      try parts.check(key)
      signature = .checked(key, nil)
    } catch {
      signature = .checked(key, error)
    }
  }

  /// Refuses unless `key` signed it; a record that states its key is signed by no other.
  func check(_ key: PublicKey) throws(RecordFault) {
    switch signature {
    case .checked(let stated, let fault):
      guard stated == key else { throw .wrongSigner }
      if let fault { throw fault }
    case .unchecked(let parts): try parts.check(key)
    }
  }
}
