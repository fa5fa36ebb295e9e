import Foundation
import Testing

@Suite("Settling, withdrawing, erasing, rebuilding")
struct SyncReviewTests {
  private func json(_ words: String, _ office: Office) throws -> JSON {
    try office.json(words, now: Office.nextEvening)
  }

  /// `sync` with words that hold spaces.
  private func sync(_ words: [String], _ office: Office) throws -> Run {
    try Program.run(
      ["sync"] + words + ["--by", "M. Hale", "--reason", "asked the crew", "--json"]
        + ["--now", Office.nextEvening], in: office.folder.url,
      environment: ["ROUNDS_WORKSPACE": office.workspace.path])
  }

  /// An office whose first crew recorded its day twice, with other outcomes.
  private func contested() throws -> Office {
    let office = try Office.visited()
    try office.recordAgain("chun", outcome: "O08", as: "chun-2")
    try office.rounds(
      "sync import chun.visits chun-2.visits xia.visits", now: Office.nextEvening
    ).checked()
    return office
  }

  @Test("a contested outcome is settled by a decision that stays, and lifts what it held up")
  func settle() throws {
    let office = try contested()
    let items = try json("sync review list", office).list
    let outcomes = items.filter { $0["kind"].text == "contested-outcome" }
    let item = try #require(outcomes.first { $0["choices"].texts == ["O01", "O08"] })
    let code = try #require(item["code"].text)
    let before = try json("sync status", office)["digest"].text
    let trial = try sync(["review", "settle", code, "--choose", "O01", "--dry-run"], office)
    #expect(trial.succeeded, "\(trial)")
    #expect(try json("sync status", office)["digest"].text == before)
    #expect(try sync(["review", "settle", code, "--choose", "O99"], office).status == 65)
    #expect(try sync(["review", "settle", "0000-0000", "--choose", "O01"], office).status == 65)
    let typed = code.lowercased().replacingOccurrences(of: "-", with: "")
    try sync(["review", "settle", typed, "--choose", "O01"], office).checked()
    let after = try json("sync review list", office).list
    #expect(after.count == items.count - 1)
    let settled = try json("sync review list --settled", office)[0]
    #expect(settled["choice"].text == "O01")
    #expect(settled["decisions"][0]["by"].text == "M. Hale")
    // The follow-ups of the promise come back, once nobody doubts it.
    let tasks = try json("follow-ups", office).list
    #expect(tasks.contains { $0["outcome"].text == "O01" })
    // A later decision replaces it.
    let again = try sync(["review", "settle", code, "--choose", "O08"], office).checked()
    #expect(try again.json()["replaced"].list.count == 1)
    #expect(try json("sync review list --settled", office)[0]["choice"].text == "O08")
    let rebuilt = try json("sync rebuild", office)
    #expect(rebuilt["equal"].flag == true)
  }

  @Test("a visit that was withdrawn and made all the same is kept, and looked at once")
  func withdraw() throws {
    let office = try Office.visited()
    let visit = try #require(
      try office.json("plan show")["routes"].list.first { $0["crew"].text == "chun" }?["stops"][0][
        "visit"
      ].text)
    #expect(try sync(["withdraw", "V-NOWHERE"], office).status == 65)
    try sync(["withdraw", visit], office).checked()
    try office.rounds("sync import chun.visits", now: Office.nextEvening).checked()
    let items = try json("sync review list", office).list
    let item = try #require(items.first { $0["kind"].text == "after-withdrawal" })
    #expect(item["subject"].text == visit)
    let code = try #require(item["code"].text)
    try sync(["review", "settle", code, "--choose", "seen"], office).checked()
    #expect(try json("sync review list", office).list.count == items.count - 1)
  }

  @Test("a proposed address and contact wait for the desk, and never apply themselves")
  func proposals() throws {
    let office = try Office.visited()
    let lines = try String(contentsOf: office["chun.jsonl"], encoding: .utf8).split(separator: "\n")
    let news =
      #","new_address":{"value":"2 Mill Lane","source":"neighbour"},"#
      + #""new_contact":{"value":"0139","source":"borrower","consent":true}}"#
    try office.write(lines[0].dropLast() + news + "\n", to: "chun.jsonl")
    try FileManager.default.removeItem(at: office["chun.visits"])
    try office.record("chun").checked()
    try office.rounds("sync import chun.visits", now: Office.nextEvening).checked()
    let items = try json("sync review list", office).list
    #expect(items.map { $0["kind"].text } == ["proposed-address", "proposed-contact"])
    #expect(items.map { $0["proposal"]["consent"].flag } == [false, true])
    #expect(items[0]["proposal"]["value"].text == "2 Mill Lane")
    #expect(items[0]["choices"].texts == ["accepted", "declined"])
    let shown = try office.rounds("sync review", now: Office.nextEvening).output
    #expect(shown.contains("2 Mill Lane") && shown.contains("not agreed"), "\(shown)")
    let code = try #require(items[0]["code"].text)
    try sync(["review", "settle", code, "--choose", "accepted"], office).checked()
    #expect(try json("sync status", office)["proposals"].list.count == 1)
    #expect(
      try json("sync review list --settled", office)[0]["item"]["proposal"]["value"].text
        == "2 Mill Lane")
    for bad in [#""value":"","source":"x""#, #""value":"x","source":"""#] {
      try office.write(
        lines[0].dropLast() + #","new_address":{\#(bad)}}"# + "\n", to: "chun.jsonl")
      #expect(try office.record("chun").status == 65)
    }
  }

  @Test("a case is erased: bytes go, places stay, and the file cannot bring them back")
  func erase() throws {
    let office = try Office.visited()
    try office.rounds("sync import chun.visits xia.visits", now: Office.nextEvening).checked()
    let stop = try #require(
      try office.json("plan show")["routes"].list.first { $0["crew"].text == "chun" }?["stops"][0])
    let loanCase = try #require(stop["cases"].texts.first)
    let before = try json("sync status", office)
    #expect(try sync(["erase", "--case", "E-NONE"], office).status == 65)
    let trial = try sync(["erase", "--case", loanCase, "--dry-run"], office).checked()
    #expect(try trial.json()["records"].list.count == 1)
    #expect(try json("sync status", office)["digest"].text == before["digest"].text)
    try sync(["erase", "--case", loanCase], office).checked()
    let after = try json("sync status", office)
    #expect(after["visits"].number == (before["visits"].number ?? 0) - 1)
    #expect(after["erased"].number == 1)
    #expect(
      after["logs"].list.allSatisfy { $0["gaps"].list.isEmpty && $0["complete"].flag == true })
    let again = try office.json("sync import chun.visits", now: Office.nextEvening)[0]
    #expect(again["new"].number == 0)
    #expect(try json("sync status", office)["digest"].text == after["digest"].text)
    #expect(try json("sync rebuild", office)["equal"].flag == true)
    #expect(try sync(["erase", "--case", loanCase], office).status == 65, "nothing is left")
    try office.rounds("sync receipt day.receipt", now: Office.nextEvening).checked()
  }

  @Test("rebuilding from nothing gives what every import left behind")
  func rebuild() throws {
    let office = try Office.visited()
    #expect(try json("sync rebuild --dry-run", office)["records"].number == 0)
    for file in ["xia.visits", "chun.visits", "xia.visits"] {
      try office.rounds("sync import \(file)", now: Office.nextEvening).checked()
      let rebuilt = try json("sync rebuild --dry-run", office)
      #expect(rebuilt["equal"].flag == true && rebuilt["refused"].list.isEmpty)
      let status = try json("sync status", office)
      #expect(rebuilt["digest"].text == status["digest"].text)
    }
  }

  @Test("an older copy of a log is named, and takes nothing away")
  func rollback() throws {
    let office = try Office.visited()
    let lines = try String(contentsOf: office["chun.visits"], encoding: .utf8)
      .split(separator: "\n").prefix(4)
    try office.write(lines.joined(separator: "\n") + "\n", to: "old.visits")
    try office.rounds("sync import chun.visits", now: Office.nextEvening).checked()
    let digest = try json("sync status", office)["digest"].text
    let run = try office.rounds("sync import old.visits --json", now: Office.nextEvening)
    #expect(try run.checked().json()[0]["rollbacks"].list.count == 1)
    let status = try json("sync status", office)
    #expect(status["digest"].text == digest && status["rollbacks"].list.count == 1)
  }
}
