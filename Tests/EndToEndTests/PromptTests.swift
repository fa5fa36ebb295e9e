import Foundation
import Testing

@Suite("Recording at the prompt, with the built program")
struct PromptTests {
  private func record(
    _ office: Office, _ answers: [String], language: String = "en"
  ) throws -> Run {
    try office.write(answers.map { $0 + "\n" }.joined(), to: "answers.txt")
    return try Program.run(
      [
        "record", "chun.trip", "--day-key-file", "chun.key", "--log", "chun.visits",
        "--language", language,
      ], in: office.folder.url, input: office["answers.txt"]
    ).checked()
  }

  private func events(_ office: Office) throws -> Int? {
    try office.rounds("sync import chun.visits", now: Office.nextEvening).checked()
    return try office.json("sync status", now: Office.nextEvening)["events"].number
  }

  /// What every log holds beside visits: its opening and its end.
  private let frame = 2

  @Test("asks for promise, payments and the stop's checklist, and seals what was answered")
  func everything() throws {
    let office = try Office.planned()
    let run = try record(
      office,
      [
        "1", "O01", "1", "1", "250.00 CNY 2026-12-01 transfer", "250.00 CNY app R-1 7", "",
        "1-3", "4", "5", "door was open", "rang twice", "", "",
      ])
    for asked in ["Paid on the spot", "Another payment", "Done, as", "why not", "Note"] {
      #expect(run.errors.contains(asked), "\(asked): \(run)")
    }
    #expect(run.errors.contains("items stay unanswered"))
    // Arrival, promise, payment, five answers, note, end.
    #expect(try events(office) == frame + 10)
    let report = try office.json("report", now: "2026-12-03T09:00:00+08:00")
    #expect(report["total"]["promised"].number == 1)
    #expect(report["total"]["kept"].number == 1, "what was paid covers what was promised")
  }

  @Test("an empty line skips payment and checklist, and nothing is put in their place")
  func skipped() throws {
    let office = try Office.planned()
    _ = try record(office, ["1", "O08", "1", "1", "", "", "", "", "", ""])
    #expect(try events(office) == frame + 2, "arrival and end")
  }

  @Test("a visit that met nobody is not asked for payments, and one question may end it")
  func nobody() throws {
    let office = try Office.planned()
    let run = try record(office, ["1", "O20", "6", "5", "", "", "", "", "", "2", "O01", "", ""])
    #expect(!run.errors.contains("Paid on the spot"))
    #expect(try events(office) == frame + 2, "the second visit was left unrecorded")
  }

  @Test("what is no answer is said to be none and asked for again, in both languages")
  func misread() throws {
    let office = try Office.planned()
    let run = try record(
      office,
      [
        "1", "O05", "1", "1", "-5 CNY app R", "5.001 CNY app R", "5 ¥ app R", "5 CNY app",
        "5.10 cny 手机银行 R1", "", "0", "900", "2-1", "1，2、3", "3", "", "", "", "",
      ], language: "zh-Hans")
    for answer in [
      "-5 CNY app R", "5.001 CNY app R", "5 ¥ app R", "5 CNY app", "0", "900", "2-1", "3",
    ] {
      #expect(run.errors.contains("无法识别：\(answer)\n"), "\(answer)")
    }
    #expect(run.errors.contains("当场付款") && run.errors.contains("未作答"))
    // Arrival, payment, three answers, end.
    #expect(try events(office) == frame + 6)
  }

  @Test("an item that was not done needs a reason, or stays unanswered")
  func reasons() throws {
    let office = try Office.planned()
    _ = try record(office, ["1", "O20", "6", "5", "", "", "1,2", "", "no bell", "", ""])
    #expect(try events(office) == frame + 3)
  }
}
