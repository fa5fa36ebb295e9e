import Crypto

/// SHA-256, the one hash of sync files.
public enum Fingerprint {
  /// SHA-256 of `bytes`, 32 bytes.
  public static func bytes(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  /// SHA-256 of `bytes` in base64url, 43 letters.
  public static func text(_ bytes: [UInt8]) -> String { Base64URL.text(Self.bytes(bytes)) }
}
