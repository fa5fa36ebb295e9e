import Foundation
import Testing

@Suite("Office keys on the command line")
struct KeysCommandTests {
  private static func keyFolder(_ office: Office) -> URL {
    office.workspace.appendingPathComponent("keys")
  }

  private static func keyFiles(_ office: Office) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: keyFolder(office).path)
      .filter { $0.hasPrefix("office-") }.sorted()
  }

  /// The program without a terminal to ask on.
  private static func detached(_ words: String, _ office: Office) throws -> Run {
    try Program.run(
      ["--wait", Program.file.path] + words.split(separator: " ").map(String.init)
        + ["--now", Office.nextEvening], program: "/usr/bin/setsid", in: office.folder.url,
      environment: ["ROUNDS_WORKSPACE": office.workspace.path])
  }

  /// Whether a file of the folder shows a private number, plain.
  private static func showsSecrets(_ office: Office) throws -> Bool {
    try keyFiles(office).contains { name in
      let file = keyFolder(office).appendingPathComponent(name)
      return try String(contentsOf: file, encoding: .utf8).contains("\"d\":")
    }
  }

  @Test("only the owner can read a key file, and rotating twice a day makes two more")
  func rotate() throws {
    let office = try Office.visited()
    let first = try Self.keyFiles(office)
    #expect(first == ["office-2026-11-22.jwks"])
    #expect(try office.json("keys rotate --dry-run")["key"].text == nil)
    #expect(try Self.keyFiles(office) == first)
    let old = try #require(try office.json("keys list")["keys"][0]["key"].text)
    let fresh = try (0..<2).map { _ in
      try #require(try office.json("keys rotate")["key"].text)
    }
    #expect(
      Set(try Self.keyFiles(office)) == [
        "office-2026-11-22.jwks", "office-2026-11-22-2.jwks", "office-2026-11-22-3.jwks",
      ])
    for name in try Self.keyFiles(office) {
      let mode = try FileManager.default.attributesOfItem(
        atPath: Self.keyFolder(office).appendingPathComponent(name).path)[.posixPermissions]
      #expect((mode as? Int) == 0o600)
    }
    let keys = try office.json("keys list")["keys"].list
    #expect(keys.compactMap { $0["key"].text } == [old] + fresh)
    #expect(keys.map { $0["current"].flag } == [false, false, true])
    // The crews who were out sealed to the old key.
    let run = try office.rounds("sync import chun.visits xia.visits", now: Office.nextEvening)
    #expect(run.succeeded, "\(run)")
    // A clock that went back does not make an older key of a newer one.
    try office.rounds("keys rotate", now: "2026-01-01T08:00:00+08:00").checked()
    #expect(try Self.keyFiles(office).contains("office-2026-11-22-4.jwks"))
  }

  @Test("a passphrase seals the keys: without it nothing opens, with it all does")
  func passphrase() throws {
    let office = try Office.visited()
    try office.write("four blue kettles\n", to: "pass.txt")
    try office.write("four green kettles\n", to: "other.txt")
    try office.write("\nsecond line\n", to: "empty.txt")
    #expect(try Self.showsSecrets(office))
    #expect(try office.rounds("keys passphrase --new-passphrase-file empty.txt").status == 65)
    try office.rounds("keys passphrase --new-passphrase-file pass.txt --dry-run").checked()
    #expect(try Self.showsSecrets(office))
    let sealed = try office.json("keys passphrase --new-passphrase-file pass.txt")
    #expect(sealed["sealed"].flag == true && sealed["wasSealed"].flag == false)
    #expect(try Self.keyFiles(office) == ["office-keys.jwe"])
    #expect(try !Self.showsSecrets(office))
    let silent = try Self.detached("sync import chun.visits", office)
    #expect(silent.status == 69 && silent.errors.contains("--passphrase-file"), "\(silent)")
    let wrong = try office.rounds(
      "sync import chun.visits --passphrase-file other.txt", now: Office.nextEvening)
    #expect(wrong.status == 65 && wrong.errors.contains("does not fit"), "\(wrong)")
    #expect(!wrong.errors.contains("kettles"))
    try office.rounds("keys rotate --passphrase-file pass.txt").checked()
    #expect(try Self.keyFiles(office) == ["office-keys.jwe"])
    try office.rounds(
      "sync import chun.visits --passphrase-file pass.txt", now: Office.nextEvening
    ).checked()
    try office.rounds(
      "keys passphrase --passphrase-file pass.txt --new-passphrase-file other.txt"
    ).checked()
    #expect(try office.rounds("keys list --passphrase-file pass.txt").status == 65)
    #expect(
      try office.json("keys list --passphrase-file other.txt")["keys"].list.count == 2)
    try office.rounds("keys passphrase --remove --passphrase-file other.txt").checked()
    #expect(try Self.keyFiles(office).count == 2 && Self.showsSecrets(office))
    #expect(try office.json("keys list")["keys"].list.count == 2)
  }

  @Test("a backup brings lost keys back, by its passphrase and by the owner's recovery key")
  func backup() throws {
    for secret in ["--backup-passphrase-file pass.txt", "--recovery-key owner.jwk"] {
      let office = try Office.visited()
      try office.write("four blue kettles\n", to: "pass.txt")
      try office.rounds("keys recovery owner.jwk").checked()
      #expect(try office.rounds("keys recovery owner-2.jwk").status == 73)
      #expect(try office.rounds("keys recovery owner.jwk --replace").status == 73)
      try office.rounds("keys rotate").checked()
      let export = "keys export keys.jwe --backup-passphrase-file pass.txt"
      try office.rounds("\(export) --dry-run").checked()
      try office.rounds(export).checked()
      #expect(try office.rounds(export).status == 73, "nothing is replaced without --force")
      try office.rounds("\(export) --force").checked()
      let before = try office.json("keys list")["keys"].list.compactMap { $0["key"].text }
      try FileManager.default.removeItem(at: Self.keyFolder(office))
      #expect(
        try office.rounds("sync import chun.visits", now: Office.nextEvening).status == 69)
      try office.rounds("keys restore keys.jwe \(secret) --dry-run").checked()
      #expect(try office.json("keys list")["keys"].list.isEmpty)
      let restored = try office.json("keys restore keys.jwe \(secret)")
      #expect(restored["restored"].texts == before)
      #expect(try office.json("keys restore keys.jwe \(secret)")["restored"].texts.isEmpty)
      #expect(try office.json("keys list")["keys"].list.compactMap { $0["key"].text } == before)
      try office.rounds("sync import chun.visits", now: Office.nextEvening).checked()
    }
  }

  @Test("the owner opens sealed keys whose passphrase is forgotten; a stranger's key does not")
  func recovery() throws {
    let office = try Office.visited()
    try office.write("forgotten\n", to: "old.txt")
    try office.write("remembered\n", to: "new.txt")
    try office.rounds("keys recovery owner.jwk").checked()
    let stranger = try Office.visited()
    try stranger.rounds("keys recovery stranger.jwk").checked()
    try FileManager.default.copyItem(at: stranger["stranger.jwk"], to: office["stranger.jwk"])
    try office.rounds("keys passphrase --new-passphrase-file old.txt").checked()
    let words = "keys passphrase --new-passphrase-file new.txt --recovery-key"
    #expect(try office.rounds("\(words) stranger.jwk").status == 65)
    #expect(try office.rounds("\(words) old.txt").status == 65)
    try office.rounds("\(words) owner.jwk").checked()
    #expect(try office.json("keys list --passphrase-file new.txt")["keys"].list.count == 1)
  }

  @Test("a damaged sealed file and damaged backups are named and change nothing")
  func damaged() throws {
    let office = try Office.visited()
    try office.write("four blue kettles\n", to: "pass.txt")
    try office.rounds("keys export keys.jwe --backup-passphrase-file pass.txt").checked()
    let whole = try Data(contentsOf: office["keys.jwe"])
    for share in [0, 10, 50, 99] {
      try whole.prefix(whole.count * share / 100).write(to: office["bad.jwe"])
      let run = try office.rounds("keys restore bad.jwe --backup-passphrase-file pass.txt")
      #expect(run.status == 65 && run.errors.contains("bad.jwe"), "\(run)")
    }
    #expect(try office.json("keys list")["keys"].list.count == 1)
  }

  @Test("an old key is deleted only once every log under it is here and receipted")
  func retire() throws {
    let office = try Office.visited()
    func words(_ words: String) throws -> Run { try office.rounds(words, now: Office.nextEvening) }
    let old = try #require(try office.json("keys list")["keys"][0]["key"].text)
    #expect(try words("keys retire \(old)").status == 77, "new packs name it")
    try words("keys rotate").checked()
    let needed = try words("keys retire \(old)")
    #expect(needed.status == 77 && needed.errors.contains("sync receipt"), "\(needed)")
    try words("sync import chun.visits").checked()
    try words("sync receipt one.receipt").checked()
    #expect(try words("keys retire \(old)").status == 77, "the other crew's log is not here")
    try words("sync import xia.visits").checked()
    #expect(try words("keys retire \(old)").status == 77, "nor receipted")
    try words("sync receipt two.receipt --dry-run").checked()
    #expect(try words("keys retire \(old)").status == 77)
    try words("sync receipt two.receipt").checked()
    #expect(
      try office.json("keys list", now: Office.nextEvening)["keys"][0]["outstanding"].list.isEmpty)
    try words("keys retire \(old.prefix(8)) --dry-run").checked()
    try words("keys retire \(old.prefix(8))").checked()
    #expect(try Self.keyFiles(office) == ["office-2026-11-23.jwks"])
    #expect(try words("keys retire \(old)").status == 65)
    #expect(try words("sync status").succeeded)
  }
}
