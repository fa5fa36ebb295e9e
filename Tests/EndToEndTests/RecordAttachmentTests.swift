import Foundation
import Testing

@Suite("Attachments and stops left out")
struct RecordAttachmentTests {
  private struct Day {
    let office: Office
    let visits: [String]
    let photo: [UInt8]
  }

  /// A day of which one door has a photograph of three parts, and two doors were left out.
  private func day() throws -> (Day, JSON) {
    let office = try Office.visited()
    try FileManager.default.removeItem(at: office["chun.visits"])
    let route = try office.json("plan show")["routes"].list.first {
      $0["crew"].text == "chun" && $0["date"].text == "2026-11-23"
    }
    let visits = route?["stops"].list.compactMap { $0["visit"].text } ?? []
    try #require(visits.count >= 4)
    var state: UInt64 = 9
    let photo = (0..<1_200_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    try Data(photo).write(to: office["door of Mr Lin.jpg"])
    try Data("signed".utf8).write(to: office["slip.txt"])
    try office.write(
      """
      {"visit":"\(visits[0])","outcome":"O20","met":"nobody","address":"unknown","attach":["door of Mr Lin.jpg","slip.txt"]}
      {"visit":"\(visits[1])","unvisited":"no-time"}
      {"visit":"\(visits[2])","unvisited":"unsafe"}

      """, to: "chun.jsonl")
    let run = try Program.run(
      [
        "record", "chun.trip", "--day-key-file", "chun.key", "--script", "chun.jsonl", "--log",
        "chun.visits", "--now", Office.nextEvening, "--json",
      ], in: office.folder.url
    ).checked()
    return (Day(office: office, visits: visits, photo: photo), try run.json())
  }

  @Test("come home whole, in numbered parts, without their names; reasons are told at the end")
  func whole() throws {
    let (day, answer) = try day()
    let office = day.office
    #expect(answer["attachments"].number == 2 && answer["parts"].number == 4)
    let reasons = Dictionary(
      uniqueKeysWithValues: answer["unvisited"].list.map { ($0["visit"].text, $0["reason"].text) })
    #expect(reasons[day.visits[1]] == "no-time" && reasons[day.visits[2]] == "unsafe")
    #expect(reasons[day.visits[3]] == "not-reached" && reasons[day.visits[0]] == nil)
    let log = try Data(contentsOf: office["chun.visits"])
    #expect(log.range(of: Data("Mr Lin".utf8)) == nil)
    try office.rounds("sync import chun.visits", now: Office.nextEvening).checked()
    let status = try office.json("sync status", now: Office.nextEvening)
    #expect(status["attachments"].list.map { $0["status"].text } == ["received", "received"])
    #expect(status["want"].list.isEmpty && status["reviews"].list.isEmpty)
    let receipt = try office.json("sync receipt a.receipt", now: Office.nextEvening)[0]
    #expect(receipt["held"].list.count == 2 && receipt["want"].list.isEmpty)
    // Opening, visit, four parts, closing.
    #expect(receipt["contiguous"].number == 6 && receipt["headCode"].text?.count == 9)
  }

  @Test("parts that did not come are on the want-list, and come with the whole file")
  func partial() throws {
    let (day, _) = try day()
    let office = day.office
    let lines = try String(contentsOf: office["chun.visits"], encoding: .utf8)
      .split(separator: "\n").map(String.init)
    // Comment, opening, visit, the first of three parts.
    try office.write(lines.prefix(4).joined(separator: "\n") + "\n", to: "part.visits")
    try office.rounds("sync import part.visits", now: Office.nextEvening).checked()
    let status = try office.json("sync status", now: Office.nextEvening)
    #expect(status["visits"].number == 1, "the visit does not wait for its photograph")
    let photo = try #require(status["attachments"].list.first { !$0["missingParts"].list.isEmpty })
    #expect(photo["status"].text == "expected")
    #expect(photo["missingParts"].list.compactMap(\.number) == [1, 2])
    #expect(status["want"].list.count == 2)
    let receipt = try office.json("sync receipt a.receipt", now: Office.nextEvening)[0]
    #expect(receipt["held"].list.isEmpty && receipt["want"].list.count == 2)
    #expect(receipt["contiguous"].number == 2)
    try office.rounds("sync import chun.visits", now: Office.nextEvening).checked()
    #expect(try office.json("sync status", now: Office.nextEvening)["want"].list.isEmpty)
  }

  @Test("a file that cannot be attached seals nothing of its visit, and is named")
  func missing() throws {
    let office = try Office.visited()
    try FileManager.default.removeItem(at: office["chun.visits"])
    let visit = try String(contentsOf: office["chun.jsonl"], encoding: .utf8)
      .split(separator: "\"")[3]
    for (name, extra) in [
      ("nowhere.jpg", #""attach":["nowhere.jpg"]"#), ("empty.jpg", #""attach":["empty.jpg"]"#),
    ] {
      try office.write("", to: "empty.jpg")
      try office.write(
        #"{"visit":"\#(visit)","outcome":"O20","met":"nobody","address":"unknown",\#(extra)}"#,
        to: "chun.jsonl")
      let run = try office.record("chun")
      #expect(run.status == 66 && run.errors.contains(name), "\(run)")
    }
    for line in [
      #"{"visit":"\#(visit)","unvisited":"bored"}"#, #"{"visit":"\#(visit)","outcome":"O20"}"#,
      #"{"visit":"\#(visit)","unvisited":"unsafe","outcome":"O20","met":"nobody","address":"unknown"}"#,
    ] {
      try office.write(line, to: "chun.jsonl")
      let run = try office.record("chun")
      #expect(run.status == 65 && run.errors.contains("chun.jsonl"), "\(run)")
    }
    try office.rounds("sync import chun.visits", now: Office.nextEvening).checked()
    #expect(try office.json("sync status", now: Office.nextEvening)["visits"].number == 0)
  }

  @Test("at the prompt, files are asked for after the note, and reasons at the end")
  func prompt() throws {
    let office = try Office.planned()
    try Data("picture".utf8).write(to: office["door.png"])
    let answers = [
      "1", "O20", "6", "5", "", "", "", "", "nowhere.png", "door.png", "", "2", "9", "3", "",
    ]
    try office.write(answers.map { $0 + "\n" }.joined(), to: "answers.txt")
    let run = try Program.run(
      [
        "record", "chun.trip", "--day-key-file", "chun.key", "--log", "chun.visits", "--language",
        "en",
      ], in: office.folder.url, input: office["answers.txt"]
    ).checked()
    #expect(run.errors.contains("nowhere.png"), "\(run)")
    #expect(run.errors.contains("Not understood: 9"), "\(run)")
    #expect(run.output.contains("1 attachments in 1 parts"), "\(run)")
    #expect(run.output.contains("1 stops not visited: no time left"), "\(run)")
    #expect(run.output.contains("1 stops not visited: not safe"), "\(run)")
    try office.rounds("sync import chun.visits", now: Office.nextEvening).checked()
    let status = try office.json("sync status", now: Office.nextEvening)
    #expect(status["attachments"][0]["status"].text == "received")
  }
}
