import Crypto

/// Why a backup of keys cannot be used.
public enum KeyBackupFault: Error, Hashable, Sendable {
  /// It is not a backup, or a part of it is not in the known form; the field.
  case malformed(field: String)
  /// It asks for another method, or for fewer or more rounds than are allowed; the field.
  case unsupported(field: String)
  /// It was not locked for this kind of secret, or for another recovery key.
  case notForThisSecret
  /// The passphrase or key does not fit, or the locked key is damaged.
  case wrongSecret
  /// The secret fits, but the content was altered.
  case damaged
}

/// An office's private keys, locked with a passphrase and, if wished, for the owner's recovery key.
///
/// It is a JWE in JSON serialization (RFC 7516 §7.2) with one or two recipients, of whom each can
/// open it alone; the content is a JSON Web Key Set. What is lost with both is lost for good.
public enum KeyBackup {
  /// How many rounds of PBKDF2 slow a guesser down: what OWASP advises for HMAC-SHA-256 (2023).
  public static let usualRounds = 600_000
  /// How many rounds a reader runs at most, so that a hostile file cannot stop it.
  static let allowedRounds = 1000...10_000_000
  static let encryption = "A256GCM"
  private static let contentType = "jwk-set+json"

  /// The backup of `ring`.
  ///
  /// - Parameters:
  ///   - ring: the keys.
  ///   - passphrase: the bytes as typed, in UTF-8.
  ///   - recovery: the owner's public key, who can then open the backup without the passphrase.
  ///   - rounds: of PBKDF2.
  ///   - generator: chance, which must be fit for cryptography.
  /// - Returns: the text, in UTF-8.
  /// - Throws: ``KeyBackupFault/unsupported(field:)`` for an empty passphrase or too few rounds.
  public static func write(
    _ ring: OfficeKeyRing, passphrase: String, recovery: PublicKey? = nil,
    rounds: Int = usualRounds, using generator: inout some RandomNumberGenerator
  ) throws(KeyBackupFault) -> [UInt8] {
    guard !passphrase.isEmpty else { throw .unsupported(field: "passphrase") }
    guard allowedRounds.contains(rounds) else { throw .unsupported(field: "p2c") }
    let content = randomBytes(32, using: &generator)
    var recipients = [
      try recipient(content, passphrase: passphrase, rounds: rounds, using: &generator)
    ]
    if let recovery { recipients.append(try recipient(content, recovery, using: &generator)) }
    let header = JSONValue.members([("enc", .string(encryption)), ("cty", .string(contentType))])
    let protected = Base64URL.encode(header.text)
    guard let nonce = try? AES.GCM.Nonce(data: randomBytes(12, using: &generator)),
      let box = try? AES.GCM.seal(
        Array(ring.jwkSetText.utf8), using: SymmetricKey(data: content), nonce: nonce,
        authenticating: protected)
    else { throw .damaged }
    return JSONValue.members([
      ("protected", .string(String(decoding: protected, as: UTF8.self))),
      ("recipients", .array(recipients)), ("iv", .string(Base64URL.text(Array(nonce)))),
      ("ciphertext", .string(Base64URL.text(Array(box.ciphertext)))),
      ("tag", .string(Base64URL.text(Array(box.tag)))),
    ]).text + [0x0A]
  }

  private static func recipient(
    _ content: [UInt8], passphrase: String, rounds: Int,
    using generator: inout some RandomNumberGenerator
  ) throws(KeyBackupFault) -> JSONValue {
    let salt = randomBytes(16, using: &generator)
    let key = try KeyWrapping.key(
      passphrase: Array(passphrase.utf8), salt: salt, rounds: rounds)
    let header = JSONValue.members([
      ("alg", .string(KeyWrapping.passphrase)), ("p2s", .string(Base64URL.text(salt))),
      ("p2c", .integer(Int64(rounds))),
    ])
    return .members([
      ("header", header),
      ("encrypted_key", .string(Base64URL.text(try KeyWrapping.wrap(content, with: key)))),
    ])
  }

  private static func recipient(
    _ content: [UInt8], _ recovery: PublicKey, using generator: inout some RandomNumberGenerator
  ) throws(KeyBackupFault) -> JSONValue {
    let ephemeral = SealingKey(using: &generator)
    guard let number = try? ephemeral.agreement(with: recovery) else {
      throw .unsupported(field: "epk")
    }
    let key = KeyWrapping.key(agreement: number)
    let header = JSONValue.members([
      ("alg", .string(KeyWrapping.agreement)), ("kid", .string(recovery.thumbprint)),
      ("epk", ephemeral.publicKey.jwk),
    ])
    return .members([
      ("header", header),
      ("encrypted_key", .string(Base64URL.text(try KeyWrapping.wrap(content, with: key)))),
    ])
  }
}
