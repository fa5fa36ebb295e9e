import Foundation
import Testing

@Suite("Sync files on a disk without room")
struct FullDiskSyncTests {
  /// Runs the program where no file may grow beyond `blocks` of 512 bytes.
  private func limited(
    _ words: String, blocks: Int, _ office: Office, now: String = Office.nextEvening
  ) throws -> Run {
    let script =
      "trap '' XFSZ; ulimit -f \(blocks); exec \(Program.file.path) \(words) --now \(now)"
    return try Program.run(
      ["-c", script], program: "/bin/sh", in: office.folder.url,
      environment: ["ROUNDS_WORKSPACE": office.workspace.path])
  }

  private func digest(_ office: Office) throws -> String? {
    try office.json("sync status", now: Office.nextEvening)["digest"].text
  }

  @Test(
    "an import says so, leaves the old state, and works when there is room", arguments: [0, 1, 16])
  func importing(blocks: Int) throws {
    let office = try Office.visited()
    let before = try digest(office)
    let run = try limited("sync import chun.visits", blocks: blocks, office)
    #expect(run.status == 73, "\(run)")
    // Where no file may grow at all, not even the message can be kept.
    #expect(blocks == 0 || run.errors.contains(office.database.path), "\(run)")
    #expect(try digest(office) == before)
    let sound = try office.soundness()
    #expect(sound == nil || sound == "ok")
    try office.rounds("sync import chun.visits", now: Office.nextEvening).checked()
    #expect(try digest(office) != before)
  }

  @Test(
    "a receipt, a backup of keys and key files are the old ones or none",
    .enabled(if: SmallDisk.isAllowed, "needs leave to mount a small file system"))
  func files() throws {
    let office = try Office.visited()
    try office.write("four blue kettles\n", to: "pass.txt")
    try office.rounds("sync import chun.visits", now: Office.nextEvening).checked()
    let disk = try #require(try SmallDisk(megabytes: 1))
    let keys = office.workspace.appendingPathComponent("keys")
    try FileManager.default.copyItem(at: keys, to: disk.folder["keys"])
    try FileManager.default.removeItem(at: keys)
    try FileManager.default.createSymbolicLink(at: keys, withDestinationURL: disk.folder["keys"])
    let before = try FileManager.default.contentsOfDirectory(atPath: disk.folder["keys"].path)
    try disk.fill()
    for (words, file) in [
      ("sync receipt \(disk.folder["day.receipt"].path)", "day.receipt"),
      (
        "keys export \(disk.folder["keys.jwe"].path) --backup-passphrase-file pass.txt", "keys.jwe"
      ),
      ("keys recovery \(disk.folder["owner.jwk"].path)", "owner.jwk"),
      ("keys passphrase --new-passphrase-file pass.txt", "office-keys.jwe"),
      ("keys rotate", "office-2026-11-23.jwks"),
    ] {
      let run = try office.rounds(words, now: Office.nextEvening)
      #expect(run.status == 73 && run.errors.contains(file), "\(run)")
    }
    try disk.free()
    let left = try FileManager.default.contentsOfDirectory(atPath: disk.folder.url.path)
    #expect(left == ["keys"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: disk.folder["keys"].path).sorted()
        == before.sorted())
    #expect(try office.json("keys list")["keys"].list.count == 1)
    try office.rounds("keys rotate", now: Office.nextEvening).checked()
  }

  @Test("a recorder says so, and what it sealed before stays whole", arguments: [2, 6, 9])
  func recording(blocks: Int) throws {
    let office = try Office.visited()
    try FileManager.default.removeItem(at: office["chun.visits"])
    let run = try limited(
      "record chun.trip --day-key-file chun.key --script chun.jsonl --log chun.visits",
      blocks: blocks, office)
    #expect(run.status == 73 && run.errors.contains("chun.visits"), "\(run)")
    let found = try office.json2("sync verify chun.visits", now: Office.nextEvening)[0]
    #expect(found["faults"].list.count <= 1)
    #expect(found["faults"].list.allSatisfy { $0["isTornTail"].flag == true })
    try office.record("chun").checked()
    let whole = try office.rounds("sync import chun.visits --json", now: Office.nextEvening)
    // The torn line is named once, and holds nothing up.
    #expect([0, 2].contains(whole.status), "\(whole)")
    let status = try office.json("sync status", now: Office.nextEvening)
    #expect(status["logs"].list.contains { $0["complete"].flag == true })
  }
}
