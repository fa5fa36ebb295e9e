import Crypto
import Quantities

@testable import VisitSync

/// Makes lines that an honest writer never would, each layer as the attacker likes.
struct HostileLine {
  var chance: SeededGenerator

  init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

  /// A JWE to `key` around `compressed`, whatever that is, whose header names the key `kid`.
  mutating func sealed(
    compressed: [UInt8], to key: PublicKey, kid: String? = nil, extra: String = ""
  ) throws -> [UInt8] {
    let ephemeral = SealingKey(using: &chance)
    let content = ConcatKDF.key(
      try ephemeral.agreement(with: key), method: "A256GCM", bytes: 32)
    let epk = String(decoding: ephemeral.publicKey.jwk.text, as: UTF8.self)
    let header =
      #"{"alg":"ECDH-ES","enc":"A256GCM","zip":"DEF","cty":"rounds-record","#
      + #""kid":"\#(kid ?? key.thumbprint)","epk":\#(epk)\#(extra)}"#
    let protected = Base64URL.encode(Array(header.utf8))
    let box = try AES.GCM.seal(
      compressed, using: SymmetricKey(data: content),
      nonce: try AES.GCM.Nonce(data: randomBytes(12, using: &chance)), authenticating: protected)
    let dot = [UInt8(ascii: ".")]
    return protected + dot + dot + Base64URL.encode(Array(box.nonce)) + dot
      + Base64URL.encode(Array(box.ciphertext)) + dot + Base64URL.encode(Array(box.tag))
  }

  /// A JWE to `key` around `text`.
  mutating func sealed(
    _ text: [UInt8], to key: PublicKey, kid: String? = nil
  ) throws -> [UInt8] {
    try sealed(compressed: try Deflate.compress(text), to: key, kid: kid)
  }

  /// A compact JWS with any header, signed with ES256 by `key` or with `signature`.
  func signed(
    _ payload: [UInt8], header: String, key: SigningKey? = nil, signature: [UInt8] = []
  ) throws -> [UInt8] {
    let dot = [UInt8(ascii: ".")]
    let text = Base64URL.encode(Array(header.utf8)) + dot + Base64URL.encode(payload)
    let signature = try key?.signature(for: text) ?? signature
    return text + dot + Base64URL.encode(signature)
  }
}
