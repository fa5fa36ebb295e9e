/// An office's keys through the years: the newest seals and signs, all of them open.
///
/// A key that was replaced is kept, since a phone may still bring home a log that was sealed to it.
public struct OfficeKeyRing: Hashable, Sendable {
  /// The keys, the oldest first.
  public private(set) var keys: [OfficeKey]

  /// A ring whose only key is `first`.
  public init(_ first: OfficeKey) { keys = [first] }

  /// A ring of `keys`, the oldest first; `nil` if there is none or one is there twice.
  public init?(_ keys: [OfficeKey]) {
    guard !keys.isEmpty, Set(keys.map(\.thumbprint)).count == keys.count else { return nil }
    self.keys = keys
  }

  /// The key that new packs name and new receipts are signed with.
  public var current: OfficeKey { keys[keys.count - 1] }

  /// The key of this name, if it is on the ring.
  public func find(_ thumbprint: String) -> OfficeKey? {
    keys.first { $0.thumbprint == thumbprint }
  }

  /// Puts a fresh key on the ring, which then is the ``current`` one.
  ///
  /// - Parameter generator: chance, which must be fit for cryptography.
  /// - Returns: the fresh key.
  @discardableResult
  public mutating func rotate(using generator: inout some RandomNumberGenerator) -> OfficeKey {
    let key = OfficeKey(using: &generator)
    keys.append(key)
    return key
  }

  /// Puts the keys of `other` that are missing before this ring's own, so that ``current`` stays.
  ///
  /// - Returns: the keys that were missing.
  @discardableResult
  public mutating func restore(_ other: OfficeKeyRing) -> [OfficeKey] {
    let missing = other.keys.filter { find($0.thumbprint) == nil }
    keys = missing + keys
    return missing
  }

  /// The ring with its secrets as JSON Web Key Set text: the pairs of keys, the oldest first.
  public var jwkSetText: String {
    JWKSet.text(
      keys.flatMap { key in
        [
          (key.sealing.publicKey, "enc", key.sealing.secret),
          (key.signing.publicKey, "sig", key.signing.secret),
        ]
      })
  }

  /// The ring that JSON Web Key Set text states.
  ///
  /// - Throws: ``RecordFault/malformedRecord(field:)`` unless every key of use `enc` is followed by
  ///   one of use `sig`, secrets fit their public halves and none is there twice.
  public init(jwkSetText: String) throws(RecordFault) {
    let members = try JWKSet.members(jwkSetText)
    guard members.count % 2 == 0 else { throw .malformedRecord(field: "keys") }
    let keys = try readingRecord { () throws(FieldFault) in
      var keys: [OfficeKey] = []
      for start in stride(from: 0, to: members.count, by: 2) {
        keys.append(try Self.pair(members[start], members[start + 1]))
      }
      return keys
    }
    guard let ring = OfficeKeyRing(keys) else { throw .malformedRecord(field: "keys") }
    self = ring
  }

  private static func pair(
    _ first: JSONFields, _ second: JSONFields
  ) throws(FieldFault) -> OfficeKey {
    guard try first.string("use") == "enc", try second.string("use") == "sig" else {
      throw FieldFault(field: "use")
    }
    let (sealingPoint, sealingSecret) = try JWKSet.secret(first)
    let (signingPoint, signingSecret) = try JWKSet.secret(second)
    guard let sealing = SealingKey(secret: sealingSecret), sealing.publicKey == sealingPoint,
      let signing = SigningKey(secret: signingSecret), signing.publicKey == signingPoint
    else { throw FieldFault(field: "d") }
    return OfficeKey(sealing: sealing, signing: signing)
  }
}
