import Quantities
import Testing

@testable import VisitSync

private func decoded(_ letters: String) throws -> [UInt8] {
  try #require(Base64URL.decode(letters.utf8))
}

@Suite("JOSE envelopes")
struct JoseTests {
  @Test("derives the key of RFC 7518 appendix C")
  func concatKDF() throws {
    let alice = try #require(
      SealingKey(secret: decoded("0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo")))
    let bob = try #require(
      SealingKey(secret: decoded("VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw")))
    #expect(
      alice.publicKey.coordinates
        == (try decoded("gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0")
          + decoded("SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps")))
    for agreement in [
      try alice.agreement(with: bob.publicKey), try bob.agreement(with: alice.publicKey),
    ] {
      let key = ConcatKDF.key(
        agreement, method: "A128GCM", bytes: 16, producer: Array("Alice".utf8),
        recipient: Array("Bob".utf8))
      #expect(Base64URL.text(key) == "VqqN6vgjbSBcIijNcacQGg")
    }
  }

  @Test("accepts the ES256 signature of RFC 7515 appendix A.3 and no altered text")
  func signature() throws {
    let key = try #require(
      PublicKey(
        coordinates: decoded("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")
          + decoded("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")))
    let text = Array(
      ("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
        + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ").utf8)
    let signature = try decoded(
      "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q")
    #expect(key.isValid(signature, for: text[...]))
    #expect(!key.isValid(signature, for: (text + [0x41])[...]))
    #expect(!key.isValid(signature + [0], for: text[...]))
  }

  @Test("inflates the DEFLATE text of RFC 1951 type, and refuses damage, rests and bombs")
  func deflate() throws {
    let plain = Array("visits visits visits".utf8)
    let small = try Deflate.compress(plain)
    #expect(try Deflate.expand(small, limit: 100) == plain)
    #expect(try Deflate.expand(small, limit: plain.count) == plain)
    #expect(throws: RecordFault.inflatesTooFar) { try Deflate.expand(small, limit: 19) }
    #expect(throws: RecordFault.damagedCompression) {
      try Deflate.expand(Array(small.dropLast()), limit: 100)
    }
    #expect(throws: RecordFault.damagedCompression) {
      try Deflate.expand(small + [0], limit: 100)
    }
    let bomb = try Deflate.compress([UInt8](repeating: 0, count: SyncLimits.inflatedRecord + 1))
    #expect(bomb.count < 10_000)
    #expect(throws: RecordFault.inflatesTooFar) {
      try Deflate.expand(bomb, limit: SyncLimits.inflatedRecord)
    }
    #expect(try Deflate.expand(try Deflate.compress([]), limit: 10) == [])
  }

  @Test("opens what was sealed to a key, and nothing with another")
  func sealed() throws {
    var chance = SeededGenerator(seed: 2)
    let key = SealingKey(using: &chance)
    let other = SealingKey(using: &chance)
    let line = try SealedText.compact(Array("field note".utf8), to: key.publicKey, using: &chance)
    #expect(try SealedText(line).recipient == key.publicKey.thumbprint)
    #expect(try SealedText(line).open(key) == Array("field note".utf8))
    #expect(throws: RecordFault.notDecryptable) { try SealedText(line).open(other) }
    let dayKey = DayKey(using: &chance)
    let direct = try SealedText.compact(Array("pack".utf8), with: dayKey, using: &chance)
    #expect(try SealedText(direct).open(dayKey) == Array("pack".utf8))
    #expect(throws: RecordFault.wrongMethod(field: "alg")) { try SealedText(direct).open(key) }
    #expect(throws: RecordFault.wrongMethod(field: "alg")) { try SealedText(line).open(dayKey) }
  }

  @Test(
    "refuses headers that ask for anything else",
    arguments: [
      (
        #"{"alg":"none","enc":"A256GCM","zip":"DEF","cty":"rounds-record","kid":"k"}"#,
        "wrong-method"
      ),
      (
        #"{"alg":"ECDH-ES","enc":"A128GCM","zip":"DEF","cty":"rounds-record","kid":"k"}"#,
        "wrong-method"
      ),
      (
        #"{"alg":"dir","enc":"A256GCM","zip":"DEF","cty":"rounds-record","kid":"k"}"#,
        "wrong-method"
      ),
      (
        #"{"alg":"ECDH-ES+A256KW","enc":"A256GCM","zip":"DEF","cty":"rounds-record","kid":"k"}"#,
        "wrong-method"
      ),
      (#"{"alg":"ECDH-ES","enc":"A256GCM","cty":"rounds-record","kid":"k"}"#, "wrong-method"),
      (#"{"alg":"ECDH-ES","enc":"A256GCM","zip":"DEF","cty":"JWT","kid":"k"}"#, "wrong-method"),
      (#"{"alg":"ECDH-ES","enc":"A256GCM","zip":"DEF","cty":"rounds-record"}"#, "malformed-header"),
      (
        #"{"alg":"ECDH-ES","enc":"A256GCM","zip":"DEF","cty":"rounds-record","kid":"k","crit":["x"]}"#,
        "critical-header"
      ),
      (#"{"alg":"ECDH-ES","alg":"dir"}"#, "malformed-header"), ("[]", "malformed-header"),
      ("{", "malformed-header"),
    ])
  func sealHeaders(header: String, code: String) {
    let line = Base64URL.encode(Array(header.utf8)) + Array("..AAAA.AAAA.AAAA".utf8)
    let fault = #expect(throws: RecordFault.self) { try SealedText(line) }
    #expect(fault?.code == code)
  }

  @Test("refuses an ephemeral key of another curve or off the curve")
  func wrongCurve() throws {
    var chance = SeededGenerator(seed: 2)
    let key = SealingKey(using: &chance)
    let zero = Base64URL.text([UInt8](repeating: 0, count: 31) + [1])
    for epk in [
      #"{"kty":"EC","crv":"P-384","x":"\#(zero)","y":"\#(zero)"}"#,
      #"{"kty":"EC","crv":"P-256","x":"\#(zero)","y":"\#(zero)"}"#,
      #"{"kty":"OKP","crv":"X25519","x":"\#(zero)"}"#, #"{"kty":"EC","crv":"P-256"}"#, "7",
    ] {
      let header =
        #"{"alg":"ECDH-ES","enc":"A256GCM","zip":"DEF","cty":"rounds-record","kid":"k","epk":\#(epk)}"#
      let line = Base64URL.encode(Array(header.utf8)) + Array("..AAAA.AAAA.AAAA".utf8)
      let fault = #expect(throws: RecordFault.self) { try SealedText(line).open(key) }
      #expect(fault?.code == "malformed-header", "\(epk)")
    }
  }

  @Test("refuses unsigned text, other algorithms and another key")
  func signedText() throws {
    var chance = SeededGenerator(seed: 3)
    let key = SigningKey(using: &chance)
    let other = SigningKey(using: &chance)
    let compact = try SignedText.compact(Array("{}".utf8), key: key)
    try SignedText(compact).check(key.publicKey)
    #expect(throws: RecordFault.wrongSigner) { try SignedText(compact).check(other.publicKey) }
    for algorithm in ["none", "HS256", "ES384"] {
      let header = Base64URL.encode(Array(#"{"alg":"\#(algorithm)","kid":"k"}"#.utf8))
      #expect(throws: RecordFault.wrongMethod(field: "alg")) {
        try SignedText(header + Array(".e30.".utf8))
      }
    }
    // A header that names the key but was signed by another.
    let forged = try SignedText.compact(Array("{}".utf8), key: other)
    let parts = forged.split(separator: UInt8(ascii: "."))
    let dot = [UInt8(ascii: ".")]
    let header = try #require(compact.split(separator: UInt8(ascii: ".")).first)
    let mixed = Array(header) + dot + Array(parts[1]) + dot + Array(parts[2])
    #expect(throws: RecordFault.badSignature) { try SignedText(mixed).check(key.publicKey) }
  }

  @Test("writes an office key as a key set and reads it back")
  func officeKey() throws {
    var chance = SeededGenerator(seed: 5)
    let key = OfficeKey(using: &chance)
    let other = OfficeKey(using: &chance)
    #expect(try OfficeKey(jwkSetText: key.jwkSetText) == key)
    #expect(try OfficePublicKey(jwkSetText: key.jwkSetText) == key.publicKey)
    #expect(try OfficePublicKey(jwkSetText: key.publicKey.jwkSetText) == key.publicKey)
    #expect(!key.publicKey.jwkSetText.contains("\"d\""))
    #expect(throws: RecordFault.self) { try OfficeKey(jwkSetText: key.publicKey.jwkSetText) }
    #expect(throws: RecordFault.self) { try OfficeKey(jwkSetText: "{\"keys\":[]}") }
    let mixed = key.jwkSetText.replacing(
      Base64URL.text(key.signing.secret), with: Base64URL.text(other.signing.secret))
    #expect(throws: RecordFault.malformedRecord(field: "d")) { try OfficeKey(jwkSetText: mixed) }
    #expect(PublicKey(jwkText: key.signing.publicKey.jwkText) == key.signing.publicKey)
  }
}
