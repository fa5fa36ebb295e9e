import Crypto
import CryptoExtras

/// The two ways in which a backup's content key is locked, each with AES Key Wrap (RFC 3394).
enum KeyWrapping {
  /// A passphrase: PBKDF2 with HMAC-SHA-256 (RFC 7518 §4.8).
  static let passphrase = "PBES2-HS256+A128KW"
  /// A P-256 key: ephemeral agreement (RFC 7518 §4.6).
  static let agreement = "ECDH-ES+A256KW"

  /// The key that locks, from a passphrase.
  ///
  /// - Parameters:
  ///   - passphrase: its bytes, as typed.
  ///   - salt: the header's `p2s`; the algorithm's name is put before it, as the RFC says.
  ///   - rounds: the header's `p2c`.
  /// - Returns: the key, 16 bytes.
  /// - Throws: ``KeyBackupFault/unsupported(field:)`` if the library refuses the rounds.
  static func key(
    passphrase: [UInt8], salt: [UInt8], rounds: Int
  ) throws(KeyBackupFault) -> [UInt8] {
    let salt = Array(Self.passphrase.utf8) + [0] + salt
    guard
      let key = try? KDF.Insecure.PBKDF2.deriveKey(
        from: passphrase, salt: salt, using: .sha256, outputByteCount: 16,
        unsafeUncheckedRounds: rounds)
    else { throw .unsupported(field: "p2c") }
    return bytes(of: key)
  }

  /// The key that locks, from the number that both sides of an agreement computed.
  static func key(agreement number: [UInt8]) -> [UInt8] {
    ConcatKDF.key(number, method: agreement, bytes: 32)
  }

  /// `content`, a key, locked with `key`.
  static func wrap(_ content: [UInt8], with key: [UInt8]) throws(KeyBackupFault) -> [UInt8] {
    guard
      let wrapped = try? AES.KeyWrap.wrap(
        SymmetricKey(data: content), using: SymmetricKey(data: key))
    else { throw .wrongSecret }
    return Array(wrapped)
  }

  /// The key that was locked with `key`; its own check tells a wrong one.
  static func unwrap(_ wrapped: [UInt8], with key: [UInt8]) throws(KeyBackupFault) -> [UInt8] {
    guard let content = try? AES.KeyWrap.unwrap(wrapped, using: SymmetricKey(data: key)) else {
      throw .wrongSecret
    }
    return bytes(of: content)
  }

  private static func bytes(of key: SymmetricKey) -> [UInt8] {
    // SAFETY: the bytes are copied before the closure ends.
    unsafe key.withUnsafeBytes { bytes in unsafe Array(bytes) }
  }
}
