import Quantities
import Testing

@testable import VisitSync

@Suite("Keys: rotation, backup, recovery")
struct KeyBackupTests {
  private func bytes(_ letters: String) throws -> [UInt8] {
    try #require(Base64URL.decode(letters.utf8))
  }

  @Test("derives and unwraps what RFC 7517 appendix C does")
  func published() throws {
    let key = try KeyWrapping.key(
      passphrase: Array("Thus from my lips, by yours, my sin is purged.".utf8),
      salt: bytes("2WCTcJZ1Rvd_CJuJripQ1w"), rounds: 4096)
    #expect(
      key == [110, 171, 169, 92, 129, 92, 109, 117, 233, 242, 116, 233, 170, 14, 24, 75])
    let wrapped = try bytes("TrqXOwuNUfDV9VPTNbyGvEJ9JMjefAVn-TR1uIxR9p6hsRQh9Tk7BA")
    let content: [UInt8] = [
      111, 27, 25, 52, 66, 29, 20, 78, 92, 176, 56, 240, 65, 208, 82, 112, 161, 131, 36, 55, 202,
      236, 185, 172, 129, 23, 153, 194, 195, 48, 253, 182,
    ]
    #expect(try KeyWrapping.unwrap(wrapped, with: key) == content)
    #expect(try KeyWrapping.wrap(content, with: key) == wrapped)
  }

  @Test("a rotated key seals and signs, and the old one still opens what is on its way")
  func rotation() throws {
    var world = SyncWorld()
    let before = try world.log(["v0"])
    var ring = OfficeKeyRing(world.office)
    let fresh = ring.rotate(using: &world.chance)
    #expect(ring.current == fresh && ring.keys == [world.office, fresh])
    #expect(ring.find(world.office.thumbprint) == world.office)
    world.pack.office = ring.current.publicKey
    let after = try world.log(["v1"])
    var reader = VisitLogReader(officeKeys: ring.keys, trips: [world.pack.knownTrip])
    var records = try reader.read(before + after)
    let (last, report) = reader.finish()
    records += last
    #expect(records.count == 6 && report.quarantine.isEmpty)
    // Without the old key its log waits in quarantine under the key's name.
    var late = VisitLogReader(officeKeys: [fresh], trips: [world.pack.knownTrip])
    #expect(try late.read(before).isEmpty)
    let missing = Set(late.finish().report.quarantine.map(\.fault))
    #expect(missing == [.keyNotHeld(world.office.thumbprint)])
  }

  private func ring(_ chance: inout SeededGenerator) -> OfficeKeyRing {
    var ring = OfficeKeyRing(OfficeKey(using: &chance))
    ring.rotate(using: &chance)
    ring.rotate(using: &chance)
    return ring
  }

  @Test("a backup opens with its passphrase and with the owner's key, and shows no secret")
  func backup() throws {
    var chance = SeededGenerator(seed: 9)
    let ring = ring(&chance)
    let owner = SealingKey(using: &chance)
    let file = try KeyBackup.write(
      ring, passphrase: "七只 green kettles", recovery: owner.publicKey, rounds: 1000,
      using: &chance)
    #expect(try KeyBackup.open(file, passphrase: "七只 green kettles") == ring)
    let kept = try #require(SealingKey(jwkText: owner.jwkText))
    #expect(try KeyBackup.open(file, recovery: kept) == ring)
    let text = String(decoding: file, as: UTF8.self)
    for key in ring.keys {
      #expect(!text.contains(Base64URL.text(key.sealing.secret)))
      #expect(!text.contains(key.thumbprint))
    }
    #expect(SealingKey(jwkText: owner.publicKey.jwkText) == nil)
    let usual = try KeyBackup.write(ring, passphrase: "x", using: &chance)
    #expect(String(decoding: usual, as: UTF8.self).contains("\"p2c\":600000"))
    #expect(try KeyBackup.open(usual, passphrase: "x") == ring)
  }

  @Test("wrong secrets, other recipients and altered backups are told apart")
  func refused() throws {
    var chance = SeededGenerator(seed: 10)
    let ring = ring(&chance)
    let (owner, other) = (SealingKey(using: &chance), SealingKey(using: &chance))
    let file = try KeyBackup.write(
      ring, passphrase: "right", recovery: owner.publicKey, rounds: 1000, using: &chance)
    let plain = try KeyBackup.write(ring, passphrase: "right", rounds: 1000, using: &chance)
    #expect(throws: KeyBackupFault.wrongSecret) { try KeyBackup.open(file, passphrase: "wrong") }
    #expect(throws: KeyBackupFault.notForThisSecret) { try KeyBackup.open(file, recovery: other) }
    #expect(throws: KeyBackupFault.notForThisSecret) { try KeyBackup.open(plain, recovery: owner) }
    #expect(throws: KeyBackupFault.unsupported(field: "passphrase")) {
      try KeyBackup.write(ring, passphrase: "", using: &chance)
    }
    #expect(throws: KeyBackupFault.unsupported(field: "p2c")) {
      try KeyBackup.write(ring, passphrase: "x", rounds: 999, using: &chance)
    }
    let text = String(decoding: file, as: UTF8.self)
    for (old, new, fault) in [
      ("1000", "2000000000", KeyBackupFault.unsupported(field: "p2c")),
      ("1000", "-1", .unsupported(field: "p2c")), ("PBES2-HS256", "PBES2-HS512", .notForThisSecret),
      ("\"iv\"", "\"vi\"", .malformed(field: "iv")), ("{", "", .malformed(field: "")),
      ("\"p2c\":1000", "\"p2c\":1000,\"p2c\":1001", .malformed(field: "")),
    ] {
      let changed = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
      #expect(throws: fault, "\(new)") { try KeyBackup.open(changed, passphrase: "right") }
    }
  }

  @Test("every byte of a backup is guarded: a changed letter never opens another ring")
  func altered() throws {
    var chance = SeededGenerator(seed: 11)
    let ring = ring(&chance)
    let file = try KeyBackup.write(ring, passphrase: "right", rounds: 1000, using: &chance)
    for position in file.indices.dropLast() {
      var changed = file
      changed[position] ^= 1
      let opened = try? KeyBackup.open(changed, passphrase: "right")
      #expect(opened == nil, "byte \(position)")
    }
  }

  @Test("restoring brings back missing keys before the present ones and doubles none")
  func restore() throws {
    var chance = SeededGenerator(seed: 12)
    let old = ring(&chance)
    var present = OfficeKeyRing(old.keys[2])
    let newest = present.rotate(using: &chance)
    #expect(present.restore(old) == Array(old.keys[..<2]))
    #expect(present.keys == old.keys + [newest])
    #expect(present.restore(old).isEmpty && present.current == newest)
    #expect(OfficeKeyRing([]) == nil && OfficeKeyRing([newest, newest]) == nil)
    #expect(try OfficeKeyRing(jwkSetText: present.jwkSetText) == present)
    #expect(try OfficeKeyRing(jwkSetText: newest.jwkSetText) == OfficeKeyRing(newest))
    #expect(throws: RecordFault.self) { try OfficeKeyRing(jwkSetText: #"{"keys":[]}"#) }
    #expect(throws: RecordFault.self) {
      try OfficeKeyRing(jwkSetText: newest.publicKey.jwkSetText)
    }
  }
}
