import Crypto
import FieldModel
import Quantities
import Testing

@testable import VisitSync

/// Row 10 of section 8 of the format: hostile input gets a clear reason and harms nobody.
@Suite("What must hold 10: hostile input")
struct HostileInvariantTests {
  /// Reads `hostile` between two good lines, which must be taken; the reasons of what was not.
  private func reasons(
    _ hostile: [[UInt8]], in world: inout SyncWorld
  ) throws -> [String] {
    let good = lines(try world.log(["v0"]))
    let all = [good[0]] + hostile + [good[1]]
    let file = Array(all.joined(separator: [0x0A])) + [0x0A]
    let (records, report) = try world.read(file)
    #expect(records.count == 2 && report.tornTail == nil)
    #expect(report.quarantine.map(\.number) == Array(2..<hostile.count + 2))
    return report.quarantine.map(\.fault.code)
  }

  /// The opening record of a log, as its device would write it, and the log's key.
  private func opening(
    _ world: inout SyncWorld
  ) throws -> (text: [UInt8], key: SigningKey, record: VisitRecord) {
    let key = SigningKey(using: &world.chance)
    let endorsement = try Endorsement.make(
      trip: world.pack.trip, log: "log", key: key.publicKey, endorsing: world.pack.endorsingKey)
    let event = world.event(
      .logOpened(
        LogOpening(
          key: key.publicKey, endorsement: endorsement, device: "d", app: "a", present: [])), nil,
      after: 0)
    let record = VisitRecord(
      log: "log", sequence: 0, previous: nil, trip: world.pack.trip, plan: "p", events: [event],
      sender: nil)
    return (record.text, key, record)
  }

  @Test("10: unsigned text and signatures made with the public key are refused inside a good seal")
  func algorithmConfusion() throws {
    var world = SyncWorld()
    var attacker = HostileLine(seed: 1)
    let (text, key, _) = try opening(&world)
    let kid = key.publicKey.thumbprint
    var inner: [[UInt8]] = []
    for name in ["none", "None", "NONE", "", "HS256", "ES384", "RS256", "EdDSA"] {
      let header = #"{"alg":"\#(name)","kid":"\#(kid)"}"#
      inner.append(try attacker.signed(text, header: header))
      inner.append(try attacker.signed(text, header: header, key: key))
    }
    let confused = #"{"alg":"HS256","kid":"\#(kid)"}"#
    let covered =
      Base64URL.encode(Array(confused.utf8)) + [UInt8(ascii: ".")] + Base64URL.encode(text)
    let mac = HMAC<SHA256>.authenticationCode(
      for: covered, using: SymmetricKey(data: key.publicKey.coordinates))
    inner.append(try attacker.signed(text, header: confused, signature: Array(mac)))
    let sealing = world.office.sealing.publicKey
    let hostile = try inner.map { try attacker.sealed($0, to: sealing) }
    #expect(
      try reasons(hostile, in: &world) == Array(repeating: "wrong-method", count: hostile.count))
    // The seal's own algorithm likewise.
    let bare = ["none", "RSA-OAEP", "PBES2-HS256+A128KW", "ECDH-1PU"].map { name in
      Base64URL.encode(Array(#"{"alg":"\#(name)","enc":"A256GCM","kid":"\#(kid)"}"#.utf8))
        + Array("..AAAA.AAAA.AAAA".utf8)
    }
    #expect(try reasons(bare, in: &world) == Array(repeating: "wrong-method", count: 4))
  }

  @Test("10: empty, zero, short and long signatures are refused")
  func signatures() throws {
    var world = SyncWorld()
    var attacker = HostileLine(seed: 2)
    let (text, key, _) = try opening(&world)
    let header = #"{"alg":"ES256","kid":"\#(key.publicKey.thumbprint)"}"#
    let forged: [[UInt8]] = [
      [], [UInt8](repeating: 0, count: 64), [UInt8](repeating: 0xFF, count: 64),
      [UInt8](repeating: 1, count: 63), [UInt8](repeating: 1, count: 65),
    ]
    let sealing = world.office.sealing.publicKey
    let hostile = try forged.map { signature in
      try attacker.sealed(
        try attacker.signed(text, header: header, signature: signature), to: sealing)
    }
    #expect(try reasons(hostile, in: &world) == Array(repeating: "bad-signature", count: 5))
  }

  @Test("10: a kid that names another key is refused, in the seal and in the signature")
  func otherKey() throws {
    var world = SyncWorld()
    var attacker = HostileLine(seed: 3)
    let (text, key, _) = try opening(&world)
    let other = SigningKey(using: &world.chance)
    let sealing = world.office.sealing.publicKey
    let stranger = SealingKey(using: &world.chance).publicKey
    let honest = #"{"alg":"ES256","kid":"\#(key.publicKey.thumbprint)"}"#
    let lying = #"{"alg":"ES256","kid":"\#(other.publicKey.thumbprint)"}"#
    let hostile = [
      // Sealed to a stranger, said to be for the office; and the other way round.
      try attacker.sealed(text, to: stranger, kid: sealing.thumbprint),
      try attacker.sealed(text, to: sealing, kid: stranger.thumbprint),
      // Signed by another under the log key's name, under its own, and without a name.
      try attacker.sealed(try attacker.signed(text, header: honest, key: other), to: sealing),
      try attacker.sealed(try attacker.signed(text, header: lying, key: other), to: sealing),
      try attacker.sealed(try attacker.signed(text, header: lying, key: key), to: sealing),
      try attacker.sealed(
        try attacker.signed(text, header: #"{"alg":"ES256"}"#, key: key), to: sealing),
    ]
    #expect(
      try reasons(hostile, in: &world) == [
        "not-decryptable", "key-not-held", "bad-signature", "wrong-signer", "wrong-signer",
        "wrong-signer",
      ])
  }

  @Test("10: keys of another curve, off the curve or at infinity are refused wherever one stands")
  func otherCurve() throws {
    var world = SyncWorld()
    var attacker = HostileLine(seed: 4)
    let (text, key, _) = try opening(&world)
    let large = P384.Signing.PrivateKey().publicKey.rawRepresentation
    let foreign =
      #"{"kty":"EC","crv":"P-384","x":"\#(Base64URL.text(large.prefix(48)))","#
      + #""y":"\#(Base64URL.text(large.suffix(48)))"}"#
    let zero = Base64URL.text([UInt8](repeating: 0, count: 32))
    let infinity = #"{"kty":"EC","crv":"P-256","x":"\#(zero)","y":"\#(zero)"}"#
    let header = #"{"alg":"ES256","kid":"\#(key.publicKey.thumbprint)"}"#
    let own = String(decoding: key.publicKey.jwk.text, as: UTF8.self)
    let plain = String(decoding: text, as: UTF8.self)
    let sealing = world.office.sealing.publicKey
    var hostile: [[UInt8]] = []
    for jwk in [foreign, infinity, foreign.replacing("P-384", with: "P-256")] {
      let changed = Array(plain.replacing(own, with: jwk).utf8)
      #expect(changed != text)
      hostile.append(
        try attacker.sealed(try attacker.signed(changed, header: header, key: key), to: sealing))
    }
    // An opening whose key cannot be read proves nothing of its sender.
    let opened = try reasons(hostile, in: &world)
    #expect(opened.allSatisfy { ["awaiting-opening", "unknown-sender"].contains($0) }, "\(opened)")
    let from = Base64URL.text([2] + [UInt8](repeating: 0xFF, count: 32))
    let short = plain.replacing(#""plan":"p""#, with: #""plan":"p","from":"\#(from).AAAA""#)
    #expect(short != plain)
    let proof = try attacker.sealed(
      try attacker.signed(Array(short.utf8), header: header, key: key), to: sealing)
    #expect(try reasons([proof], in: &world) == ["malformed-record"])
  }

  @Test("10: a key twice in any object is refused: seal, signature, record, event, body")
  func duplicateKeys() throws {
    var world = SyncWorld()
    var attacker = HostileLine(seed: 5)
    let (text, key, _) = try opening(&world)
    let sealing = world.office.sealing.publicKey
    let name = #""kid":"\#(key.publicKey.thumbprint)""#
    let header = #"{"alg":"ES256",\#(name)}"#
    let plain = String(decoding: text, as: UTF8.self)
    var hostile = [
      try attacker.sealed(
        compressed: try Deflate.compress(text), to: sealing, extra: #","kid":"x""#),
      try attacker.sealed(
        try attacker.signed(text, header: #"{"alg":"ES256",\#(name),\#(name)}"#, key: key),
        to: sealing),
    ]
    for (member, twice) in [
      (#""v":1"#, #""v":1,"v":1"#), (#""type":"log.opened""#, #""type":"x","type":"log.opened""#),
      (#""app":"a""#, #""app":"a","\u0061pp":"b""#),
    ] {
      let changed = plain.replacing(member, with: twice)
      #expect(changed != plain)
      hostile.append(
        try attacker.sealed(
          try attacker.signed(Array(changed.utf8), header: header, key: key), to: sealing))
    }
    #expect(
      try reasons(hostile, in: &world) == [
        "malformed-header", "malformed-header", "malformed-json", "malformed-json",
        "malformed-json",
      ])
  }

  @Test("10: inflate bombs stop at the limit, and truncated or padded DEFLATE is refused")
  func bombs() throws {
    var world = SyncWorld()
    var attacker = HostileLine(seed: 6)
    let sealing = world.office.sealing.publicKey
    let bomb = try Deflate.compress([UInt8](repeating: 0x41, count: 256 << 20))
    #expect(bomb.count < 300_000)
    let (text, _, _) = try opening(&world)
    let fair = try Deflate.compress(text)
    let hostile = [
      try attacker.sealed(compressed: bomb, to: sealing),
      try attacker.sealed(
        compressed: try Deflate.compress(
          [UInt8](repeating: 0x41, count: SyncLimits.inflatedRecord + 1)), to: sealing),
      // As much as is allowed inflates, and is then no signature.
      try attacker.sealed([UInt8](repeating: 0x41, count: SyncLimits.inflatedRecord), to: sealing),
      try attacker.sealed(compressed: Array(fair.dropLast(3)), to: sealing),
      try attacker.sealed(compressed: fair + fair, to: sealing),
      try attacker.sealed(compressed: [], to: sealing),
      try attacker.sealed(compressed: [0xFF, 0xFF, 0xFF], to: sealing),
    ]
    #expect(
      try reasons(hostile, in: &world) == [
        "inflates-too-far", "inflates-too-far", "not-compact", "damaged-compression",
        "damaged-compression", "damaged-compression", "damaged-compression",
      ])
  }

  @Test("10: JSON 4,000 deep is refused in seal, signature, record, pack and receipt")
  func deepJSON() throws {
    var world = SyncWorld()
    var attacker = HostileLine(seed: 7)
    let sealing = world.office.sealing.publicKey
    let (_, key, _) = try opening(&world)
    let header = #"{"alg":"ES256","kid":"\#(key.publicKey.thumbprint)"}"#
    let arrays = String(repeating: "[", count: 4000)
    let objects =
      String(repeating: #"{"a":"#, count: 4000) + "1" + String(repeating: "}", count: 4000)
    var hostile = [Base64URL.encode(Array(arrays.utf8)) + Array("..AAAA.AAAA.AAAA".utf8)]
    hostile.append(try attacker.sealed(try attacker.signed([], header: arrays), to: sealing))
    for text in [arrays, objects] {
      hostile.append(
        try attacker.sealed(
          try attacker.signed(Array(text.utf8), header: header, key: key), to: sealing))
    }
    #expect(
      try reasons(hostile, in: &world) == [
        "malformed-header", "malformed-header", "malformed-json", "malformed-json",
      ])
    let signed = try SignedText.compact(
      Array(objects.utf8), type: TripPackFile.type, key: world.office.signing)
    let pack = try SealedText.compact(signed, with: world.dayKey, using: &world.chance)
    let packFault = #expect(throws: SyncFileError.self) {
      try TripPackFile.read(pack + [0x0A], dayKey: world.dayKey)
    }
    guard case .line(_, _, .malformedJSON(let fault))? = packFault else {
      Issue.record("\(String(describing: packFault))")
      return
    }
    #expect(fault.kind == .tooDeep)
    let receipt = try SignedText.compact(
      Array(arrays.utf8), type: "rounds-receipt", key: world.office.signing)
    #expect(throws: SyncFileError.self) {
      try ReceiptFile.read(receipt + [0x0A], office: world.office.publicKey)
    }
  }

  @Test("10: random bytes, random letters and spliced good lines never crash and are all reported")
  func noise() throws {
    var world = SyncWorld()
    let good = lines(try world.log(["v0", "v1"]))
    let letters = Array("ABCXYZabcxyz0189-_..".utf8)
    for seed: UInt64 in 0..<300 {
      var decisions = SeededGenerator(seed: seed)
      let (one, other) = (decisions.pick(good), decisions.pick(good))
      let parts = one.split(separator: 0x2E, omittingEmptySubsequences: false)
      let spliced = other.split(separator: 0x2E, omittingEmptySubsequences: false)
      let place = decisions.below(5)
      let mixed = parts.enumerated().map { $0 == place ? spliced[$0] : $1 }
      let line: [UInt8] =
        switch decisions.below(3) {
        case 0: (0..<decisions.below(500)).map { _ in UInt8(decisions.below(256)) }
        case 1: (0..<decisions.below(500)).map { _ in decisions.pick(letters) }
        default: Array(mixed.joined(separator: [0x2E]))
        }
      let pieces = line.split(separator: 0x0A).filter {
        !($0.isEmpty || $0 == [0x0D] || $0.first == UInt8(ascii: "#"))
      }
      let intact = pieces.filter { good.contains(Array($0)) }.count
      let (records, report) = try world.read(line + [0x0A])
      #expect(records.count == intact, "seed \(seed)")
      #expect(report.quarantine.count == pieces.count - intact, "seed \(seed)")
    }
  }
}
