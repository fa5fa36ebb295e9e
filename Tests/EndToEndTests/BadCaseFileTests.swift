import Foundation
import Testing

@Suite("Case files that are not as they should be")
struct BadCaseFileTests {
  private func importing(_ file: String, in office: Office) throws -> Run {
    try office.rounds("import cases \(file) --lender bank --json")
  }

  /// Nothing was taken over: the cases are those of the first import.
  private func expectUntouched(_ office: Office) throws {
    #expect(try importing("cases.csv", in: office).json()["unchanged"].number == 24)
  }

  @Test(
    "a file that cannot be read at all is named with what to do, and changes nothing",
    arguments: [
      ("", "empty"), ("\u{FEFF}\n", "empty"), ("PK\u{3}\u{4}\u{0}\u{0}", "UTF-8"),
      ("case_number,borrower_name\nE-1,x\n", "overdue_amount"),
    ])
  func unreadable(content: String, word: String) throws {
    let office = try Office.located()
    try office.write(content, to: "bad.csv")
    let run = try importing("bad.csv", in: office)
    #expect(run.status == 65, "\(run)")
    #expect(run.errors.contains("bad.csv") && run.errors.contains(word), "\(run)")
    try expectUntouched(office)
  }

  @Test("UTF-16 is refused by name, and GB 18030 is read")
  func encodings() throws {
    let office = try Office.located()
    let text = try String(contentsOf: office["cases.csv"], encoding: .utf8)
    try #require(text.data(using: .utf16)).write(to: office["wide.csv"])
    let wide = try importing("wide.csv", in: office)
    #expect(wide.status == 65 && wide.errors.contains("UTF-16"), "\(wide)")
    let made = try Program.run(
      ["-f", "utf-8", "-t", "gb18030", "-o", "gb.csv", "cases.csv"], program: "/usr/bin/iconv",
      in: office.folder.url)
    #expect(made.succeeded)
    let chinese = try importing("gb.csv", in: office)
    #expect(try chinese.checked().json()["unchanged"].number == 24)
  }

  @Test("a file that is not there, or is a folder, is named")
  func missing() throws {
    let office = try Office.located()
    let run = try importing("nowhere.csv", in: office)
    #expect(run.status == 66 && run.errors.contains("nowhere.csv"), "\(run)")
    let folder = try importing("office", in: office)
    #expect(folder.status == 66 && folder.errors.contains("office"), "\(folder)")
    #expect(!folder.errors.contains("Domain"), "\(folder)")
  }

  @Test(
    "a bad row is named by line and column, and the good rows are kept",
    arguments: [
      ("overdue_amount", "12,3O0"), ("overdue_amount", "-5"), ("overdue_amount", "9999999999999"),
      ("overdue_since", "2026-02-30"), ("overdue_since", "1850-01-01"),
      ("overdue_since", "2199-01-01"), ("borrower_name", ""), ("case_number", ""),
    ])
  func badRow(column: String, cell: String) throws {
    let office = try Office.located()
    var sheet = CaseSheet(rows: (40..<43).map { Borrower($0).row })
    sheet.rows[1][column] = cell
    try office.write(sheet.text, to: "mixed.csv")
    let run = try importing("mixed.csv", in: office)
    #expect(run.status == 2, "\(run)")
    #expect(run.errors.contains("mixed.csv") && run.errors.contains(column), "\(run)")
    let result = try run.json()
    #expect(result["rowsLeftOut"].number == 1)
    #expect(Set(result["new"].texts).isSuperset(of: ["E-0040", "E-0042"]))
    #expect(result["remarks"].list.contains { $0["line"].number == 3 })
    #expect(try office.rounds("case show E-0042").succeeded)
  }

  @Test("a case number that stands for two borrowers is told, and the first is kept")
  func duplicates() throws {
    let office = try Office.located()
    var sheet = CaseSheet(rows: (40..<43).map { Borrower($0).row })
    sheet.rows[2]["case_number"] = "E-0040"
    try office.write(sheet.text, to: "twice.csv")
    let run = try importing("twice.csv", in: office)
    #expect(run.signal == nil)
    #expect(run.errors.contains("twice.csv"), "\(run)")
    #expect(try Set(run.json()["new"].texts).isSuperset(of: ["E-0040", "E-0041"]))
  }

  @Test("coordinates off the map, swapped or nowhere put an address on the work list")
  func coordinates() throws {
    let office = try Office.located()
    let door = try #require(
      Door.list(in: String(contentsOf: office["town.osm"], encoding: .utf8)).first)
    let places = [("10.5", "20.5"), (door.longitude, door.latitude), ("", "")]
    var sheet = CaseSheet(rows: (40..<43).map { Borrower($0).row })
    for (position, place) in places.enumerated() {
      sheet.rows[position]["home_latitude_wgs84"] = place.0
      sheet.rows[position]["home_longitude_wgs84"] = place.1
    }
    try office.write(sheet.text, to: "lost.csv")
    let run = try importing("lost.csv", in: office)
    #expect(run.signal == nil && run.errors.contains("lost.csv"), "\(run)")
    _ = try office.json("locate")
    let plan = try office.json("plan --from 2026-11-23 --days 1 --iterations 50")
    let planned = plan["routes"].list.flatMap { $0["stops"].list }.flatMap { $0["cases"].texts }
    #expect(Set(planned).isDisjoint(with: ["E-0040", "E-0041", "E-0042"]))
  }

  @Test("who somebody is never shows in an error or a file name")
  func privacy() throws {
    let office = try Office.planned()
    var sheet = CaseSheet(rows: (0..<24).map { Borrower($0).row })
    let numbers = ["case_number", "borrower_number", "loan_number"]
    let columns = CaseSheet.columns.filter { !numbers.contains($0) }
    let database = try Data(contentsOf: office.database)
    #expect(database.range(of: Data("11010119900307".utf8)) == nil, "identity number stored")
    for position in sheet.rows.indices {
      let borrower = Borrower(position)
      let column = columns[position % columns.count]
      sheet.rows[position][column] =
        [borrower.name, borrower.phone, borrower.identity][position % 3]
    }
    try office.write(sheet.text, to: "mixed-up.csv")
    var said = try importing("mixed-up.csv", in: office).errors
    let ragged = sheet.text.replacingOccurrences(of: "\"loan\",", with: "")
    try office.write(ragged, to: "ragged.csv")
    said += try office.rounds("import cases ragged.csv --lender bank").errors
    for words in [
      "locate", "print --date 2026-11-23", "pack --date 2026-11-23 --again", Office.plan,
      "territories export t.geojson", "sync import chun.trip",
    ] {
      said += try office.rounds(words).errors
    }
    let names = try #require(FileManager.default.enumerator(atPath: office.folder.url.path))
      .compactMap { $0 as? String }
    #expect(names.count > 20 && !said.isEmpty)
    for text in names + [said] {
      for number in 0..<24 {
        let borrower = Borrower(number)
        for secret in [borrower.name, borrower.phone, borrower.identity] {
          #expect(!text.contains(secret), "\(secret) in \(text.prefix(300))")
        }
      }
    }
  }
}
