import Crypto
package import Quantities

/// The layers of a sync file one by one, for what must reach behind the seals: a fuzzer that only
/// changed files would only ever test the authentication tag.
package enum SyncLayers {
  /// The DEFLATE of `bytes`.
  package static func deflated(_ bytes: [UInt8]) throws(RecordFault) -> [UInt8] {
    try Deflate.compress(bytes)
  }

  /// What an opened seal inflates to, within the limits of a record.
  package static func inflated(_ bytes: [UInt8]) throws(RecordFault) -> [UInt8] {
    try Deflate.expand(bytes, limit: SyncLimits.inflatedRecord)
  }

  /// A compact JWS of `payload` whose header is any bytes, truly signed by `key`.
  package static func signed(
    _ payload: [UInt8], header: [UInt8], key: SigningKey
  ) throws(RecordFault) -> [UInt8] {
    let dot = [UInt8(ascii: ".")]
    let text = Base64URL.encode(header) + dot + Base64URL.encode(payload)
    return text + dot + Base64URL.encode(try key.signature(for: text))
  }

  /// A compact JWE around bytes that were deflated already, whose header is any bytes, truly
  /// authenticated with `contentKey`.
  package static func sealed(
    deflated: [UInt8], header: [UInt8], contentKey: [UInt8], nonce: [UInt8]
  ) throws(RecordFault) -> [UInt8] {
    let protected = Base64URL.encode(header)
    guard let number = try? AES.GCM.Nonce(data: nonce),
      let box = try? AES.GCM.seal(
        deflated, using: SymmetricKey(data: contentKey), nonce: number, authenticating: protected)
    else { throw .notDecryptable }
    let dot = [UInt8(ascii: ".")]
    return protected + dot + dot + Base64URL.encode(nonce) + dot + Base64URL.encode(box.ciphertext)
      + dot + Base64URL.encode(box.tag)
  }

  /// The content key that the holder of `ephemeral` and the office of `key` share.
  package static func contentKey(
    _ ephemeral: SealingKey, _ key: PublicKey
  ) throws(RecordFault) -> [UInt8] {
    ConcatKDF.key(try ephemeral.agreement(with: key), method: "A256GCM", bytes: 32)
  }

  /// The content key that a day key is: its 16 bytes.
  package static func contentKey(_ key: DayKey) -> [UInt8] { key.bytes }

  /// The trip's word for the key of a log.
  package static func endorsement(
    trip: Identifier<Trip>, log: Identifier<VisitLog>, key: PublicKey, endorsing: SigningKey
  ) throws(RecordFault) -> String {
    try Endorsement.make(trip: trip, log: log, key: key, endorsing: endorsing)
  }

  /// The text of a record that was read, written anew.
  package static func text(_ record: VisitRecord) -> [UInt8] { record.text }

  /// The record that the text inside a signature states.
  package static func record(_ text: [UInt8]) throws(RecordFault) -> VisitRecord {
    try VisitRecord(text: text)
  }
}
