import Foundation
import Testing

@Suite("The whole chain, with the built program")
struct ChainTests {
  @Test("a new workspace holds rules, checklists, crews and settings, and is made once")
  func initialisation() throws {
    let office = Office(folder: try Folder())
    let dry = try office.rounds("init office --jurisdiction CN --dry-run --json", now: nil)
    #expect(try dry.json()["dryRun"].flag == true)
    #expect(!FileManager.default.fileExists(atPath: office.workspace.path))
    #expect(try office.rounds("init office --jurisdiction CN", now: nil).succeeded)
    for file in [
      "rounds.sqlite", "crews.yaml", "settings.yaml", "rules/CN.yaml", "checklists/checklist.yaml",
      "out", "keys", "mappings",
    ] {
      let path = office.workspace.appendingPathComponent(file).path
      #expect(FileManager.default.fileExists(atPath: path), "\(file)")
    }
    let again = try office.rounds("init office --jurisdiction CN", now: nil)
    #expect(again.status == 73, "\(again)")
    #expect(again.errors.contains("office"))
  }

  @Test("the map says what it holds and whose data it is; the same seed gives the same town")
  func map() throws {
    let office = try Office.located()
    let info = try office.json("map info")
    #expect((info["junctions"].number ?? 0) >= 150)
    #expect((info["houses"].number ?? 0) > 300)
    #expect(info["licence"].text == "Invented map: no real place")
    #expect(info["bounds"].list.count == 2)
    #expect(
      info["modes"].list.compactMap { $0["mode"].text } == ["car", "motorcycle", "e-bike", "foot"])
    try office.rounds("map invent --seed 3 --size 200 --output again.osm", now: nil).checked()
    #expect(try Data(contentsOf: office["again.osm"]) == Data(contentsOf: office["town.osm"]))
    let refused = try office.rounds("map invent --seed 3 --size 200 --output town.osm", now: nil)
    #expect(refused.status == 73 && refused.errors.contains("--force"), "\(refused)")
  }

  @Test("a dry run writes nothing, an import writes once, a changed file shows what changed")
  func imports() throws {
    let office = try Office.located()
    let again = try office.json("import cases cases.csv --lender bank")
    #expect(again["unchanged"].number == 24)
    #expect(again["new"].list.isEmpty && again["changed"].list.isEmpty)
    let text = try String(contentsOf: office["cases.csv"], encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.contains(Borrower(5).loanCase) }
    let changed = lines.joined(separator: "\n").replacingOccurrences(of: "1111.50", with: "999.00")
    try office.write(changed + "\n", to: "next.csv")
    for words in [
      "import cases next.csv --lender bank --dry-run", "import cases next.csv --lender bank",
    ] {
      let shown = try office.json(words)
      #expect(shown["changed"].texts == ["E-0003"], "\(words)")
      #expect(shown["gone"].texts == ["E-0005"], "\(words)")
      #expect(shown["new"].list.isEmpty)
    }
    #expect(try office.json("import cases next.csv --lender bank")["changed"].list.isEmpty)
  }

  @Test("addresses are found or stand on the work list, and a pin is never overwritten")
  func locating() throws {
    let office = try Office.located()
    let first = try office.json("locate")
    #expect((first["located"].number ?? 0) >= 12)
    let doubtful = try #require(first["workList"].list.first { !$0["candidates"].list.isEmpty })
    let loanCase = try #require(doubtful["caseNumber"].text)
    let address = try #require(doubtful["address"].text)
    let position = try #require(doubtful["candidates"][0]["position"].text)
    try office.rounds("locate pin \(loanCase) \(address) \(position)").checked()
    let second = try office.json("locate")
    #expect(second["located"].number == first["located"].number.map { $0 + 1 })
    let shown = try office.json("case show \(loanCase)")
    #expect(shown["addresses"][0]["position"].text == position)
    let away = try office.rounds("locate pin \(loanCase) \(address) 10,10")
    #expect(away.status == 65, "\(away)")
    let tried = try office.json("locate try 清溪环城南路22号")
    #expect(tried[0]["label"].text?.contains("环城南路22号") == true)
  }

  @Test("rules explain names the entry and its source, and a hold forbids")
  func rules() throws {
    let office = try Office.located()
    let held = try office.json("rules explain E-0020 --from 2026-11-23 --days 1")
    #expect(held[0]["allowed"].flag == false)
    let verdict = try #require(held[0]["verdicts"].list.first { $0["outcome"].text == "forbids" })
    #expect(verdict["pack"].text?.isEmpty == false && verdict["source"].text?.isEmpty == false)
    let free = try office.json("rules explain E-0000 --from 2026-11-23 --days 3 --all")
    #expect(free.list.count == 3)
    #expect(free[0]["allowed"].flag == true)
    try office.rounds("case hold E-0000 --kind bereavement --until 2026-12-31").checked()
    #expect(
      try office.json("rules explain E-0000 --from 2026-11-23 --days 1")[0]["allowed"].flag == false
    )
    #expect((try office.json("rules list").list.count) >= 2)
  }

  @Test("a hold that is lifted no longer forbids, and stays on the case with who and why")
  func lifting() throws {
    let office = try Office.located()
    let explain = "rules explain E-0000 --from 2026-11-23 --days 1"
    let lift = "case lift E-0000 --kind dispute --by Hale --reason answered"
    let none = try office.rounds(lift)
    #expect(none.status == 65 && none.errors.contains("E-0000"), "\(none)")
    try office.rounds("case hold E-0000 --kind dispute").checked()
    #expect(try office.json(explain)[0]["allowed"].flag == false)
    let dry = try office.json("\(lift) --dry-run")
    #expect(dry["lifted"].list.count == 1 && dry["dryRun"].flag == true)
    #expect(try office.json(explain)[0]["allowed"].flag == false, "a dry run lifts nothing")
    let lifted = try office.rounds("\(lift) --language zh-Hans").checked().output
    #expect(lifted.contains("已解除 1 个停访标记"))
    #expect(try office.json(explain)[0]["allowed"].flag == true)
    let shown = try office.json("case show E-0000")
    #expect(shown["holds"].list.isEmpty)
    #expect(shown["liftedHolds"][0]["by"].text == "Hale")
    #expect(shown["liftedHolds"][0]["reason"].text == "answered")
    #expect(shown["liftedHolds"][0]["free"].text == "2026-11-22")
    #expect(try office.rounds("case show E-0000").output.contains("Hale: answered"))
    let lender = try #require(try office.json("case show E-0020")["holds"].texts.first)
    let refused = try office.rounds("case lift E-0020 --kind \(lender) --by Hale --reason r")
    #expect(refused.status == 65 && refused.errors.contains("lender"), "\(refused)")
  }

  @Test("territories are cut, assigned, drawn, taken back and locked; the same seed, the same cut")
  func territories() throws {
    let office = try Office.located()
    let built = try office.rounds("territories build --count 2 --seed 4 --json").checked().output
    #expect(try office.rounds("territories build --count 2 --seed 4 --json").output == built)
    try office.rounds("territories assign").checked()
    try office.rounds("territories assign T01 xia").checked()
    try office.rounds("territories export drawn.geojson").checked()
    #expect(try office.rounds("territories export drawn.geojson").status == 73)
    let drawn = try JSON(
      JSONSerialization.jsonObject(with: Data(contentsOf: office["drawn.geojson"])))
    #expect(drawn["type"].text == "FeatureCollection")
    #expect(drawn["features"].list.count == 2)
    try office.rounds("territories import drawn.geojson").checked()
    try office.rounds("territories lock T01").checked()
    let before = try office.json("territories list")["territories"].list
    let rebuilt = try office.json("territories build --count 3")["territories"].list
    #expect(rebuilt.compactMap { $0["territory"].text } == ["T01", "T02", "T03"])
    #expect(Set(rebuilt.compactMap { $0["name"].text }).count == 3, "no name twice")
    #expect(rebuilt[0]["borrowers"].number == before[0]["borrowers"].number)
    #expect(rebuilt[0]["crew"].text == "xia" && rebuilt[0]["locked"].flag == true)
    let listed = try office.rounds("territories list").checked().output
    #expect(listed.contains("T01") && listed.contains("xia") && listed.contains("T02"))
    let unknown = try office.rounds("territories assign T77 xia")
    #expect(unknown.status == 65 && unknown.errors.contains("T77"), "\(unknown)")
  }

  @Test("a plan is repeated exactly, and says of every case where it is or why not")
  func planning() throws {
    let office = try Office.planned()
    let shown = try office.json("plan show")
    let again = try office.json("\(Office.plan) --dry-run")
    #expect(again["code"].text == shown["code"].text)
    #expect((shown["visits"].number ?? 0) >= 12)
    let stops = shown["routes"].list.flatMap { $0["stops"].list }
    let planned = stops.flatMap { $0["cases"].texts }
    let left = shown["unplanned"].list.compactMap { $0["caseNumber"].text }
    #expect(Set(planned).isDisjoint(with: left))
    #expect(Set(planned + left) == Set((0..<24).map { Borrower($0).loanCase }))
    #expect(left.contains("E-0020") && left.contains("E-0021"))
    for loanCase in [planned[0], "E-0020"] {
      let why = try office.json("plan why \(loanCase)")
      #expect(why["planned"].text == (loanCase == "E-0020" ? "false" : "true"))
    }
    let code = try #require(shown["code"].text)
    #expect(try office.json("plan show \(code)")["code"].text == code)
  }

  @Test("a plan that a new hold made unlawful is neither packed nor printed")
  func stalePlan() throws {
    let office = try Office.planned()
    let stop = try office.json("plan show")["routes"][0]["stops"][0]
    let loanCase = try #require(stop["cases"][0].text)
    try office.rounds("case hold \(loanCase) --kind complaint").checked()
    for command in ["print", "pack --again"] {
      let refused = try office.rounds("\(command) --date 2026-11-23")
      #expect(refused.status == 77, "\(refused)")
    }
  }

  @Test("sheets, tracks and maps are written in both languages", arguments: ["en", "zh-Hans"])
  func printing(language: String) throws {
    let office = try Office.planned()
    let sheets = try office.json("print --date 2026-11-23 --output sheets --language \(language)")
    #expect(sheets.list.compactMap { $0["crew"].text } == Office.crews)
    for sheet in sheets.list {
      let file = URL(fileURLWithPath: try #require(sheet["file"].text))
      #expect(try Data(contentsOf: file).starts(with: Data("%PDF".utf8)))
      for other in ["gpx", "geojson", "png"] {
        let size = try Data(contentsOf: file.deletingPathExtension().appendingPathExtension(other))
        #expect(size.count > 100)
      }
      guard let text = try Self.text(of: file, in: office) else { continue }
      #expect(text.contains("Crew \(try #require(sheet["crew"].text))"))
      let token = text.range(of: "[0-9A-Z]{4}-[0-9A-Z]{4}", options: .regularExpression)
      #expect(token != nil, "no case token on the sheet")
      for number in 0..<24 {
        let borrower = Borrower(number)
        let isSecret = !text.contains(borrower.identity) && !text.contains(borrower.phone)
        #expect(isSecret, "who borrower \(number) is")
      }
    }
    #expect(try office.rounds("print --date 2027-01-04").status == 65)
  }

  @Test("at the highest privacy no name is on paper")
  func privacy() throws {
    let office = try Office.planned()
    for sheet in try office.json("print --date 2026-11-23 --privacy 3 --output sheets").list {
      let file = URL(fileURLWithPath: try #require(sheet["file"].text))
      guard let text = try Self.text(of: file, in: office) else { continue }
      #expect(!text.contains("柏"))
    }
  }

  /// The text of a PDF; `nil` where poppler is not installed.
  private static func text(of file: URL, in office: Office) throws -> String? {
    let tool = "/usr/bin/pdftotext"
    guard FileManager.default.isExecutableFile(atPath: tool) else { return nil }
    return try Program.run(["-layout", file.path, "-"], program: tool, in: office.folder.url)
      .checked().output
  }

  @Test("a crew's next sheet says what came home of its last day, with the head code")
  func receiptOnPaper() throws {
    let office = try Office.visited()
    try office.rounds("sync import chun.visits xia.visits", now: Office.nextEvening).checked()
    let codes = try office.json("sync receipt day.receipt", now: Office.nextEvening).list
      .compactMap { $0["headCode"].text }
    try office.rounds(
      "plan --from 2026-11-24 --days 2 --iterations 200", now: Office.nextEvening
    ).checked()
    let sheets = ["2026-11-24", "2026-11-25"].flatMap { day in
      (try? office.json("print --date \(day) --output sheets", now: Office.nextEvening).list) ?? []
    }
    for sheet in sheets {
      let file = URL(fileURLWithPath: try #require(sheet["file"].text))
      guard let text = try Self.text(of: file, in: office) else { continue }
      #expect(text.contains("Received from you"))
      #expect(codes.contains { text.contains($0) }, "\(codes)")
    }
    #expect(codes.count == 2)
  }

  @Test("a day key opens a pack, never lies in it, and a second pack is asked for")
  func packing() throws {
    let office = try Office.planned()
    for crew in Office.crews {
      let key = try String(contentsOf: office["\(crew).key"], encoding: .utf8)
      let pack = try Data(contentsOf: office["\(crew).trip"])
      #expect(pack.range(of: Data(key.trimmingCharacters(in: .whitespacesAndNewlines).utf8)) == nil)
    }
    #expect(try office.json("pack --date 2026-11-23").list.isEmpty)
    #expect(try office.json("pack --date 2026-11-23 --again").list.count == 2)
  }

  @Test("visits come home: twice or in another order makes no difference")
  func sync() throws {
    let one = try Office.visited()
    let other = try Office.visited()
    let first = try one.json("sync import chun.visits xia.visits", now: Office.nextEvening)
    #expect(first.list.allSatisfy { ($0["new"].number ?? 0) > 0 && $0["quarantined"].number == 0 })
    let digest = try one.json("sync status", now: Office.nextEvening)["digest"].text
    let second = try one.json("sync import xia.visits chun.visits", now: Office.nextEvening)
    #expect(second.list.allSatisfy { $0["new"].number == 0 && ($0["known"].number ?? 0) > 0 })
    try other.rounds("sync import xia.visits", now: Office.nextEvening).checked()
    try other.rounds("sync import chun.visits", now: Office.nextEvening).checked()
    for office in [one, other] {
      #expect(try office.json("sync status", now: Office.nextEvening)["digest"].text == digest)
    }
    #expect(try one.json("sync rebuild", now: Office.nextEvening)["digest"].text == digest)
  }

  @Test("outcomes become follow-ups, figures and receipts")
  func outcomes() throws {
    let office = try Office.visited()
    try office.rounds("sync import chun.visits xia.visits", now: Office.nextEvening).checked()
    let tasks = try office.json("follow-ups", now: Office.nextEvening).list
    #expect(tasks.contains { $0["outcome"].text == "O01" && $0["due"].text != nil })
    #expect(tasks.allSatisfy { $0["caseNumber"].text?.hasPrefix("E-") == true })
    let until = try office.json("follow-ups --until 2026-11-24", now: Office.nextEvening).list
    #expect(until.count < tasks.count)
    let report = try office.json("report", now: Office.nextEvening)
    let status = try office.json("sync status", now: Office.nextEvening)
    #expect(report["total"]["made"].number == status["visits"].number)
    #expect((report["total"]["promised"].number ?? 0) == 2)
    #expect(report["crews"].list.count == 2)
    let receipts = try office.json("sync receipt day.receipt", now: Office.nextEvening)
    #expect(receipts.list.count == 2)
    #expect(try Data(contentsOf: office["day.receipt"]).count > 100)
    let later = try office.rounds(
      "plan --from 2026-11-24 --days 1 --iterations 200", now: Office.nextEvening)
    #expect(later.succeeded, "\(later)")
  }
}
