import Foundation
import Testing

@Suite("Looking into sync files")
struct SyncVerifyTests {
  private func verdict(
    _ files: String, _ office: Office
  ) throws -> (run: Run, first: JSON) {
    let run = try office.rounds("sync verify \(files) --json", now: Office.nextEvening)
    return (run, try run.json()[0])
  }

  @Test("says what is in a pack, a log and a receipt, and changes nothing")
  func sound() throws {
    let office = try Office.visited()
    try office.rounds("sync import xia.visits", now: Office.nextEvening).checked()
    try office.rounds("sync receipt day.receipt", now: Office.nextEvening).checked()
    let before = try office.rounds("sync status --json", now: Office.nextEvening).output
    let run = try office.rounds(
      "sync verify chun.trip chun.visits day.receipt --json", now: Office.nextEvening
    ).checked()
    let verdicts = try run.json()
    #expect(verdicts.list.map { $0["kind"].text } == ["trip", "visits", "receipt"])
    #expect(verdicts.list.allSatisfy { $0["isSound"].flag == true && $0["isOpened"].flag == true })
    #expect(verdicts[0]["pack"]["crew"].text == "chun")
    let stops = try #require(verdicts[0]["pack"]["stops"].number)
    #expect(verdicts[1]["records"].number == stops + 2)
    #expect(verdicts[1]["logs"][0]["isClosed"].flag == true)
    #expect(verdicts[1]["logs"][0]["headCodes"].list.count == 1)
    #expect(verdicts[2]["confirmations"][0]["headCode"].text?.count == 9)
    #expect(try office.rounds("sync status --json", now: Office.nextEvening).output == before)
    let cut = try office.rounds("sync verify xia.visits cases.csv", now: Office.nextEvening)
    #expect(cut.status == 2)
    #expect(try office.rounds("sync status --json", now: Office.nextEvening).output == before)
  }

  @Test("names damage by line, byte, what was found and what to do", arguments: [10, 40, 80])
  func flipped(share: Int) throws {
    let office = try Office.visited()
    var bytes = try Data(contentsOf: office["chun.visits"])
    // A byte in the middle of a record, not of a comment or line end.
    var place = bytes.count * share / 100
    while bytes[place] == 10 || bytes[place] == UInt8(ascii: "#") { place += 1 }
    bytes[place] ^= 1
    try bytes.write(to: office["bad.visits"])
    let (run, found) = try verdict("bad.visits", office)
    #expect(run.status == 2 && found["isSound"].flag == false, "\(run)")
    let line = bytes[..<place].count { $0 == 10 } + 1
    let start = bytes[..<place].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let fault = found["faults"][0]
    #expect(fault["line"].number == line, "\(run)")
    #expect(fault["byteOffset"].number == start)
    #expect(fault["code"].text?.isEmpty == false)
    #expect(fault["statement"].text?.isEmpty == false)
    #expect(found["faults"].list.count == 1)
  }

  @Test("a torn tail is told from damage, and everything before it counts")
  func torn() throws {
    let office = try Office.visited()
    let bytes = try Data(contentsOf: office["chun.visits"])
    try bytes.dropLast(40).write(to: office["cut.visits"])
    let (run, found) = try verdict("cut.visits", office)
    #expect(run.status == 2)
    #expect(found["faults"].list.count == 1 && found["faults"][0]["isTornTail"].flag == true)
    #expect(found["logs"][0]["isClosed"].flag == false)
    #expect((found["records"].number ?? 0) > 2)
  }

  @Test("names gaps and forks")
  func shapes() throws {
    let office = try Office.visited()
    var lines = try String(contentsOf: office["chun.visits"], encoding: .utf8)
      .split(separator: "\n").map(String.init)
    lines.remove(at: 3)
    try office.write(lines.joined(separator: "\n") + "\n", to: "gap.visits")
    let (run, found) = try verdict("gap.visits", office)
    #expect(run.status == 2 && found["faults"].list.isEmpty)
    #expect(found["logs"][0]["gaps"].list.count == 1, "\(run)")
  }

  @Test("without keys the outside alone is looked at, and what is no sync file is said to be none")
  func outside() throws {
    let office = try Office.visited()
    for file in ["chun.visits", "chun.trip"] {
      let run = try Program.run(["sync", "verify", file, "--json"], in: office.folder.url)
      #expect(run.succeeded, "\(run)")
      #expect(try run.json()[0]["isOpened"].flag == false)
      #expect((try run.json()[0]["records"].number ?? 0) > 0)
    }
    let key = try Program.run(
      ["sync", "verify", "chun.trip", "--day-key-file", "chun.key", "--json"],
      in: office.folder.url
    ).checked()
    #expect(try key.json()[0]["pack"]["crew"].text == "chun")
    for file in ["cases.csv", "town.osm"] {
      let (run, found) = try verdict(file, office)
      #expect(run.status == 2 && found["kind"].text == nil, "\(run)")
    }
    #expect(try office.rounds("sync verify nowhere.trip").status == 66)
    let (cut, pack) = try verdict("cut.trip", try cutPack(office))
    #expect(cut.status == 2 && pack["faults"][0]["code"].text == "sync-file-incomplete", "\(cut)")
  }

  private func cutPack(_ office: Office) throws -> Office {
    let text = try String(contentsOf: office["chun.trip"], encoding: .utf8)
    let lines = text.split(separator: "\n").dropLast()
    try office.write(lines.joined(separator: "\n") + "\n", to: "cut.trip")
    return office
  }

  @Test("a receipt that was changed or signed by another office is not sound")
  func receipts() throws {
    let office = try Office.visited()
    try office.rounds("sync import chun.visits", now: Office.nextEvening).checked()
    try office.rounds("sync receipt day.receipt", now: Office.nextEvening).checked()
    var bytes = try Data(contentsOf: office["day.receipt"])
    bytes[bytes.count - 10] ^= 1
    try bytes.write(to: office["bad.receipt"])
    #expect(try verdict("bad.receipt", office).run.status == 2)
    try office.rounds("keys rotate", now: Office.nextEvening).checked()
    #expect(try verdict("day.receipt", office).run.succeeded, "an old key of the office signed it")
  }
}
