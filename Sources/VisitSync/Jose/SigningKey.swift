import Crypto

/// A private P-256 key that signs with ES256.
public struct SigningKey: Hashable, Sendable {
  private let key: P256.Signing.PrivateKey
  /// The key that checks its signatures.
  public let publicKey: PublicKey

  /// The key whose secret number is `secret`, 32 bytes; `nil` unless it is in the curve's range.
  public init?(secret: [UInt8]) {
    guard let key = try? P256.Signing.PrivateKey(rawRepresentation: secret) else { return nil }
    self.key = key
    self.publicKey = PublicKey(key.publicKey)
  }

  /// A fresh key drawn from `generator`, which must be fit for cryptography.
  public init(using generator: inout some RandomNumberGenerator) {
    while true {
      if let key = SigningKey(secret: randomBytes(32, using: &generator)) {
        self = key
        return
      }
    }
  }

  /// The secret number, 32 bytes.
  var secret: [UInt8] { Array(key.rawRepresentation) }

  /// The ES256 signature of `text`, 64 bytes.
  func signature(for text: [UInt8]) throws(RecordFault) -> [UInt8] {
    guard let signature = try? key.signature(for: text) else { throw .badSignature }
    return Array(signature.rawRepresentation)
  }

  /// Keys are the same when their public halves are.
  public static func == (left: SigningKey, right: SigningKey) -> Bool {
    left.publicKey == right.publicKey
  }

  /// Hashes the public half alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(publicKey) }
}
