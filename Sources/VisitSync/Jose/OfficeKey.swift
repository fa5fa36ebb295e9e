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

/// Reading and writing the JSON Web Key Set (RFC 7517 §5) that holds an office key.
private enum JWKSet {
  static func text(_ keys: [(key: PublicKey, use: String, secret: [UInt8]?)]) -> String {
    let keys = keys.map { key, use, secret -> JSONValue in
      guard case .object(var jwk) = key.jwk else { return .null }
      jwk["use"] = .string(use)
      jwk["kid"] = .string(key.thumbprint)
      jwk["d"] = secret.map { .string(Base64URL.text($0)) }
      return .object(jwk)
    }
    return String(decoding: JSONValue.members([("keys", .array(keys))]).text, as: UTF8.self)
  }

  static func key(_ text: String, use: String) throws(RecordFault) -> PublicKey {
    let jwk = try member(text, use: use)
    return try readingRecord { () throws(FieldFault) in try PublicKey(jwk: jwk) }
  }

  static func secret(
    _ text: String, use: String
  ) throws(RecordFault) -> (key: PublicKey, secret: [UInt8]) {
    let jwk = try member(text, use: use)
    return try readingRecord { () throws(FieldFault) in
      guard let secret = Base64URL.decode(try jwk.string("d").utf8) else {
        throw FieldFault(field: "d")
      }
      return (try PublicKey(jwk: jwk), secret)
    }
  }

  private static func member(_ text: String, use: String) throws(RecordFault) -> JSONFields {
    let set = try readingObject(Array(text.utf8))
    let keys = try readingRecord { () throws(FieldFault) in try JSONFields(set).objects("keys") }
    guard let jwk = keys.first(where: { $0.object["use"] == .string(use) }) else {
      throw .malformedRecord(field: "use")
    }
    return jwk
  }
}
