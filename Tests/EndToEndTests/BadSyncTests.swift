import Foundation
import Testing

@Suite("Packs and visit logs that are damaged or foreign")
struct BadSyncTests {
  private func digest(_ office: Office) throws -> String? {
    try office.json("sync status", now: Office.nextEvening)["digest"].text
  }

  private func importing(_ file: String, in office: Office) throws -> Run {
    try office.rounds("sync import \(file) --json", now: Office.nextEvening)
  }

  @Test("a wrong day key, no day key and another crew's day key do not open a pack")
  func wrongKey() throws {
    let office = try Office.visited()
    let key = try String(contentsOf: office["chun.key"], encoding: .utf8)
    let other = try String(contentsOf: office["xia.key"], encoding: .utf8)
    for content in ["", "nonsense\n", String(key.dropLast(3)), other] {
      try office.write(content, to: "chun.key")
      let run = try office.record("chun")
      #expect(run.status == 65, "\(run)")
      #expect(!run.errors.isEmpty && run.output.isEmpty)
    }
  }

  @Test("a damaged pack is named and opens no log", arguments: ["cut", "flip", "empty", "foreign"])
  func damagedPack(damage: String) throws {
    let office = try Office.visited()
    try FileManager.default.removeItem(at: office["chun.visits"])
    var bytes = try Data(contentsOf: office["chun.trip"])
    switch damage {
    case "cut": bytes = bytes.prefix(bytes.count / 2)
    case "flip": bytes[bytes.count / 2] ^= 1
    case "empty": bytes = Data()
    default: bytes = try Data(contentsOf: office["town.osm"]).prefix(3000)
    }
    try bytes.write(to: office["chun.trip"])
    let run = try office.record("chun")
    #expect(run.status == 65 && run.errors.contains("chun.trip"), "\(run)")
    #expect(!FileManager.default.fileExists(atPath: office["chun.visits"].path))
  }

  @Test("a script that cannot be recorded is named with the line")
  func badScript() throws {
    let office = try Office.visited()
    let good = try String(contentsOf: office["chun.jsonl"], encoding: .utf8)
    for line in ["{", "[]", #"{"visit":"V1"}"#] {
      try office.write(good + line + "\n", to: "chun.jsonl")
      let run = try office.record("chun")
      #expect(run.status == 65 && run.errors.contains("chun.jsonl"), "\(run)")
    }
  }

  @Test("a log cut anywhere keeps its whole records, and the whole log mends it")
  func cut() throws {
    let office = try Office.visited()
    let clean = try Office.visited()
    let whole = try Data(contentsOf: office["chun.visits"])
    for share in [0, 1, 40, 70, 99] {
      try whole.prefix(whole.count * share / 100).write(to: office["cut.visits"])
      let run = try importing("cut.visits", in: office)
      #expect(run.signal == nil && [0, 2, 65].contains(run.status ?? -1), "\(share): \(run)")
      if share > 1 { #expect(run.errors.contains("cut.visits"), "\(share): \(run)") }
    }
    // The same visits, so the same state, whichever way they came: copies share the records.
    try FileManager.default.copyItem(at: office["xia.visits"], to: clean["xia-2.visits"])
    try importing("chun.visits", in: office).checked()
    try importing("chun.visits", in: clean).checked()
    #expect(try digest(office) == digest(clean))
  }

  @Test("a flipped byte quarantines its line and no other", arguments: [5, 30, 50, 75, 95])
  func flipped(share: Int) throws {
    let office = try Office.visited()
    let clean = try Office.visited()
    var bytes = try Data(contentsOf: office["chun.visits"])
    let place = bytes.count * share / 100
    bytes[place] ^= 1
    try bytes.write(to: office["flipped.visits"])
    let run = try importing("flipped.visits", in: office)
    #expect(run.status == 2, "\(run)")
    #expect(run.errors.contains("flipped.visits"))
    #expect((try run.json()[0]["new"].number ?? 0) > 0)
    try importing("chun.visits", in: office).checked()
    try importing("chun.visits", in: clean).checked()
    #expect(try digest(office) == digest(clean))
    let status = try office.json("sync status", now: Office.nextEvening)
    #expect((status["quarantined"].number ?? 0) > 0)
  }

  @Test("another office's log, and what is no log, bring nothing")
  func foreign() throws {
    let office = try Office.visited()
    let before = try digest(office)
    let foreign = Office(folder: try Folder())
    let located = try Office.located()
    for name in ["office", "town.osm", "cases.csv"] {
      try FileManager.default.copyItem(at: located[name], to: foreign[name])
    }
    try foreign.rounds(Office.plan).checked()
    let pack = try foreign.json("pack --date 2026-11-23 --output packs")[0]
    let crew = try #require(pack["crew"].text)
    try foreign.write(pack["dayKey"].text ?? "", to: "\(crew).key")
    try FileManager.default.copyItem(
      atPath: try #require(pack["file"].text), toPath: foreign["\(crew).trip"].path)
    try foreign.write("", to: "\(crew).jsonl")
    try foreign.record(crew).checked()
    try FileManager.default.copyItem(
      at: foreign["\(crew).visits"], to: office["foreign.visits"])
    let run = try importing("foreign.visits", in: office)
    #expect(run.status == 2 || run.status == 65, "\(run)")
    #expect(run.errors.contains("foreign.visits"))
    for file in ["cases.csv", "chun.trip", "town.osm"] {
      let run = try importing(file, in: office)
      #expect(run.status == 2 || run.status == 65, "\(run)")
      #expect(run.errors.contains(file))
    }
    #expect(try importing("nowhere.visits", in: office).status == 66)
    #expect(try digest(office) == before)
  }

  @Test("one bad log among several does not keep the good ones away")
  func oneBad() throws {
    let office = try Office.visited()
    try Data(contentsOf: office["chun.visits"]).prefix(100).write(to: office["bad.visits"])
    _ = try importing("bad.visits xia.visits", in: office)
    #expect(try office.json("sync status", now: Office.nextEvening)["visits"].number ?? 0 > 0)
    let known = try importing("xia.visits", in: office).json()[0]
    #expect(known["new"].number == 0 && (known["known"].number ?? 0) > 0)
  }

  @Test("a missing office key is said, not made anew")
  func noKey() throws {
    let office = try Office.visited()
    let keys = office.workspace.appendingPathComponent("keys")
    for name in try FileManager.default.contentsOfDirectory(atPath: keys.path) {
      try FileManager.default.removeItem(at: keys.appendingPathComponent(name))
    }
    let run = try importing("chun.visits", in: office)
    #expect(run.status == 69 && run.errors.contains("rounds pack"), "\(run)")
  }
}
