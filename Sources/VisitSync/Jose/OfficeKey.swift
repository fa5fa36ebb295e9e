/// An office's key pair of pairs: one opens visit logs, one signs packs and receipts.
///
/// It is written as a JSON Web Key Set with one key of use `enc` and one of use `sig`.
public struct OfficeKey: Hashable, Sendable {
  /// Opens what crews seal.
  public let sealing: SealingKey
  /// Signs packs and receipts.
  public let signing: SigningKey

  /// A key of the two given.
  public init(sealing: SealingKey, signing: SigningKey) {
    self.sealing = sealing
    self.signing = signing
  }

  /// A fresh key drawn from `generator`, which must be fit for cryptography.
  public init(using generator: inout some RandomNumberGenerator) {
    self.init(sealing: SealingKey(using: &generator), signing: SigningKey(using: &generator))
  }

  /// The part that may be given away.
  public var publicKey: OfficePublicKey {
    OfficePublicKey(sealing: sealing.publicKey, signing: signing.publicKey)
  }

  /// The key's name: the thumbprint of the key that logs are sealed to.
  public var thumbprint: String { sealing.publicKey.thumbprint }

  /// The key with its secrets as JSON Web Key Set text.
  public var jwkSetText: String {
    JWKSet.text([
      (sealing.publicKey, "enc", sealing.secret), (signing.publicKey, "sig", signing.secret),
    ])
  }

  /// The key that JSON Web Key Set text states.
  public init(jwkSetText: String) throws(RecordFault) {
    let (sealingPoint, sealingSecret) = try JWKSet.secret(jwkSetText, use: "enc")
    let (signingPoint, signingSecret) = try JWKSet.secret(jwkSetText, use: "sig")
    guard let sealing = SealingKey(secret: sealingSecret), sealing.publicKey == sealingPoint,
      let signing = SigningKey(secret: signingSecret), signing.publicKey == signingPoint
    else { throw .malformedRecord(field: "d") }
    self.init(sealing: sealing, signing: signing)
  }
}

/// The public half of an ``OfficeKey``.
public struct OfficePublicKey: Hashable, Sendable {
  /// Crews seal to it.
  public let sealing: PublicKey
  /// Crews check packs and receipts with it.
  public let signing: PublicKey

  /// A key of the two given.
  public init(sealing: PublicKey, signing: PublicKey) {
    self.sealing = sealing
    self.signing = signing
  }

  /// The key's name: the thumbprint of the key that logs are sealed to.
  public var thumbprint: String { sealing.thumbprint }

  /// The key as JSON Web Key Set text.
  public var jwkSetText: String { JWKSet.text([(sealing, "enc", nil), (signing, "sig", nil)]) }

  /// The key that JSON Web Key Set text states.
  public init(jwkSetText: String) throws(RecordFault) {
    self.init(
      sealing: try JWKSet.key(jwkSetText, use: "enc"),
      signing: try JWKSet.key(jwkSetText, use: "sig"))
  }
}
