import Crypto

/// A private P-256 key that opens what was sealed to its public key.
public struct SealingKey: Hashable, Sendable {
  private let key: P256.KeyAgreement.PrivateKey
  /// The key to seal to.
  public let publicKey: PublicKey

  /// The key whose secret number is `secret`, 32 bytes; `nil` unless it is in the curve's range.
  public init?(secret: [UInt8]) {
    guard let key = try? P256.KeyAgreement.PrivateKey(rawRepresentation: secret) else { return nil }
    self.key = key
    self.publicKey = PublicKey(key.publicKey)
  }

  /// A fresh key drawn from `generator`, which must be fit for cryptography.
  public init(using generator: inout some RandomNumberGenerator) {
    while true {
      if let key = SealingKey(secret: randomBytes(32, using: &generator)) {
        self = key
        return
      }
    }
  }

  /// The secret number, 32 bytes.
  var secret: [UInt8] { Array(key.rawRepresentation) }

  /// The key with its secret as JSON Web Key text (RFC 7517).
  public var jwkText: String {
    String(decoding: JWKSet.jwk(publicKey, use: "enc", secret: secret).text, as: UTF8.self)
  }

  /// The key that JSON Web Key text states; `nil` for anything else, a mere public key included.
  public init?(jwkText: String) {
    guard case .object(let object)? = try? JSONReader.value(Array(jwkText.utf8)),
      let (point, secret) = try? JWKSet.secret(JSONFields(object)),
      let key = SealingKey(secret: secret), key.publicKey == point
    else { return nil }
    self = key
  }

  /// The number that this key and the holder of `other` both can compute, 32 bytes.
  func agreement(with other: PublicKey) throws(RecordFault) -> [UInt8] {
    guard let other = try? P256.KeyAgreement.PublicKey(rawRepresentation: other.coordinates),
      let shared = try? key.sharedSecretFromKeyAgreement(with: other)
    else { throw .notDecryptable }
    // SAFETY: the bytes are copied before the closure ends.
    return unsafe shared.withUnsafeBytes { bytes in unsafe Array(bytes) }
  }

  /// Keys are the same when their public halves are.
  public static func == (left: SealingKey, right: SealingKey) -> Bool {
    left.publicKey == right.publicKey
  }

  /// Hashes the public half alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(publicKey) }
}
