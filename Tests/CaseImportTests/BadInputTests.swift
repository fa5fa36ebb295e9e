import CaseImport
import FieldModel
import Quantities
import Testing

@Suite("Bad case files")
struct BadInputTests {
  @Test(
    "files that cannot be read say why",
    arguments: [
      ("", CaseFileError.empty), ("  \n\r\n", .empty), ("\u{FEFF}", .empty),
      ("case_number\nC1\n", .missingColumns(["borrower_name", "overdue_amount", "overdue_since"])),
      ("PK\u{3}\u{4}xxxx", .wrongEncoding(found: "XLSX or ZIP")),
      ("a,b\0\u{1},c\n", .wrongEncoding(found: "binary data")),
      (
        "case_number,案号,borrower_name,overdue_amount,dpd\n",
        .repeatedColumn(field: "case_number", headers: ["case_number", "案号"])
      ),
      (
        (0..<600).map { "h\($0)" }.joined(separator: ",") + "\n", .tooManyColumns(513)
      ),
      (String(repeating: "x", count: 1 << 21), .headerTooLong),
    ])
  func unreadable(text: String, error: CaseFileError) {
    #expect(throws: error) { try read(text) }
  }

  @Test("UTF-16 and eight-bit Western text are refused by name")
  func encodings() {
    let sixteen: [UInt8] = [0xFF, 0xFE] + file("", good).utf8.flatMap { [$0, 0] }
    let eight: [UInt8] = Array("case_number,borrower_name\nC1,Ren".utf8) + [0xE9, 0x65, 0x0A]
    #expect(throws: CaseFileError.wrongEncoding(found: "UTF-16")) {
      try CaseFile.read(sixteen, mapping: mapping, asOf: asOf, offsetMinutes: 0)
    }
    #expect(throws: CaseFileError.wrongEncoding(found: "UTF-16")) {
      try CaseFile.read(
        Array(sixteen.dropFirst(2)), mapping: mapping, asOf: asOf, offsetMinutes: 0)
    }
    #expect(throws: CaseFileError.wrongEncoding(found: "neither UTF-8 nor GB 18030")) {
      try CaseFile.read(eight, mapping: mapping, asOf: asOf, offsetMinutes: 0)
    }
  }

  @Test("without a lender anywhere, the lender is missing")
  func noLender() {
    #expect(throws: CaseFileError.missingColumns(["lender"])) {
      try read(file("", good), ColumnMapping(currency: .gbp))
    }
  }

  @Test(
    "a bad row is left out by line, column and advice, and the good ones are kept",
    arguments: [
      (",B1,A,1,2026-09-01,x", "missing-value", "case_number", ""),
      ("C9,B1,,1,2026-09-01,x", "missing-value", "borrower_name", ""),
      ("C9,B1,A,,2026-09-01,x", "missing-value", "overdue_amount", ""),
      ("C9,B1,A,1,,x", "missing-value", "overdue_since", ""),
      (
        "C9,B1,A,\"12,3O0\",2026-09-01,x", "unreadable-amount", "overdue_amount",
        "letter-o-for-zero"
      ),
      ("C9,B1,A,l2,2026-09-01,x", "unreadable-amount", "overdue_amount", "letter-for-one"),
      ("C9,B1,A,\"1,23,4\",2026-09-01,x", "unreadable-amount", "overdue_amount", "groups-of-three"),
      ("C9,B1,A,1.234,2026-09-01,x", "too-many-decimals", "overdue_amount", "say-decimal-mark"),
      ("C9,B1,A,-5,2026-09-01,x", "absurd-amount", "overdue_amount", "negative"),
      ("C9,B1,A,999999999999,2026-09-01,x", "absurd-amount", "overdue_amount", "too-large"),
      ("C9,B1,A,99999999999999999999,2026-09-01,x", "absurd-amount", "overdue_amount", ""),
      ("C9,B1,A,€5,2026-09-01,x", "currency-mismatch", "overdue_amount", "check-currency"),
      ("C9,B1,A,5,2026-02-30,x", "absurd-date", "overdue_since", "no-such-day"),
      ("C9,B1,A,5,1850-01-01,x", "absurd-date", "overdue_since", "year-out-of-range"),
      ("C9,B1,A,5,2026-12-24,x", "absurd-date", "overdue_since", "after-file-date"),
      ("C9,B1,A,5,03/04/2026,x", "ambiguous-date", "overdue_since", "say-date-order"),
      ("C9,B1,A,5,3/4/26,x", "unreadable-date", "overdue_since", "year-with-four-digits"),
      ("C9,B1,A,5,2O26-11-01,x", "unreadable-date", "overdue_since", "letter-o-for-zero"),
      ("C9,B1,A,5,2026-09-01", "wrong-column-count", "", "6"),
      ("C9,B1,A,5,2026-09-01,x,y", "wrong-column-count", "", "6"),
      ("C9,B1,A,5,2026-09-01,\"x\"y", "stray-quote", "", "check-quotes"),
      (
        "1.23457E+15,B1,A,5,2026-09-01,x", "unreadable-number", "case_number",
        "spreadsheet-rounded-number"
      ),
      (
        "C2,B9,Other,5,2026-09-01,x", "case-of-two-borrowers", "borrower_number",
        "check-case-number"
      ),
      ("C2,B2,Bo,6,2026-09-01,x", "duplicate-loan", "loan_number", "first-kept"),
    ])
  func badRow(row: String, code: String, field: String, advice: String) throws {
    let batch = try read(file("", good, "C2,B2,Bo,5,2026-09-01,y", row, "C3,B3,Cy,5,2026-09-01,z"))
    #expect(batch.cases.map(\.id) == ["C1", "C2", "C3"])
    let remark = try #require(batch.diagnostics.first { $0.severity == .error })
    #expect((remark.code, remark.field, remark.advice) == (code, field, advice))
    #expect(remark.line == 4)
    #expect(batch.rowsLeftOut == 1)
    #expect(batch.diagnosticCounts[.error] == 1)
  }

  @Test("an unclosed quote and a field beyond the limit cost their own row only")
  func brokenEnds() throws {
    let open = try read(file("", good, "C2,B2,\"Bo,5,2026-09-01,y\nC3,B3,Cy,5,2026-09-01,z"))
    #expect(open.cases.map(\.id) == ["C1"])
    #expect(open.codes == ["unclosed-quote"])
    #expect(open.diagnostics[0].line == 3)
    let huge = String(repeating: "x", count: 70_000)
    let long = try read(file("", "C2,B2,\(huge),5,2026-09-01,y", good))
    #expect(long.cases.map(\.id) == ["C1"])
    #expect(long.codes == ["field-too-long"])
  }

  @Test("the same row twice is said once and changes nothing")
  func repeatedRow() throws {
    let batch = try read(file("", good, good))
    #expect(batch.codes == ["duplicate-row"])
    #expect(batch.cases == (try read(file("", good))).cases)
  }

  @Test("words that are nearly right are answered with the right ones")
  func nearWords() throws {
    let batch = try read(
      file(
        "contacts,holds,risk_flags",
        good + ",2026-11-03 10:30 call no-anwser,dispte 2026-10-01,"
          + "dog-lose home 2026-05-01 visit"))
    #expect(batch.codes == ["unreadable-entry", "unreadable-entry", "unreadable-entry"])
    #expect(batch.diagnostics.map(\.advice) == ["no-answer", "dispute", "dog-loose"])
    #expect(
      batch.diagnostics.map(\.found)
        == ["entry 1: no-anwser", "entry 1: dispte", "entry 1: dog-lose"])
  }

  @Test("a stop flag that cannot be read stops the case")
  func unreadableHold() throws {
    let batch = try read(file("holds", good + ",do not go there!!"))
    #expect(batch.cases[0].holds == [Hold(kind: .stopContact, from: asOf)])
  }

  @Test("no remark repeats a name, an address or a telephone")
  func noPersonalData() throws {
    let secrets = ["Zhang San", "Mill Street", "13812345678", "5 Hill Rise"]
    let batch = try read(
      file(
        "borrower_kind,contacts,holds,risk_flags,wishes,home_latitude,home_longitude,home_presence",
        "C1,B1,Zhang San,Zhang San,2026-09-01,5 Mill Street,,,,,,,,",
        "C2,B2,Zhang San,13812345678.123,2026-09-01,5 Mill Street,,,,,,,,",
        "C3,B3,Zhang San,5,Zhang San,5 Mill Street,,,,,,,,",
        "C4,B4,Zhang San,5,2026-09-01,5 Mill Street,Zhang San,call Zhang San 13812345678,"
          + "Zhang San,Zhang San,Zhang San at 5 Hill Rise,Zhang San,13812345678,13812345678"))
    #expect(batch.rowsLeftOut == 3)
    #expect(batch.diagnostics.count == 10)
    for remark in batch.diagnostics {
      for secret in secrets {
        #expect(!remark.found.contains(secret), "\(remark)")
        #expect(!remark.advice.contains(secret), "\(remark)")
      }
    }
  }

  @Test(
    "columns that nobody may keep are never read",
    arguments: [
      "phone_book", "Call log", "通讯录", "通话记录", "子女姓名", "child_school", "学校", "班主任",
      "relative who could pay instead", "代偿亲属", "性格", "ID number", "身份证号", "紧急联系人电话",
      "blacklist",
    ])
  func blocked(header: String) throws {
    let batch = try read(file(header, good + ",secret"))
    #expect(batch.codes == ["blocked-column"])
    #expect(batch.diagnostics[0].field == header && batch.diagnostics[0].found.isEmpty)
    var mapped = mapping
    mapped.columns[header] = .plain(.contacts)
    #expect(try read(file(header, good + ",secret"), mapped).codes == ["blocked-column"])
  }

  @Test("an unknown column is passed over, with the nearest name that is known")
  func unknownColumn() throws {
    let batch = try read(file("borower_phone,shoe size", good + ",1,2"))
    #expect(batch.codes == ["unknown-column", "unknown-column"])
    #expect(batch.diagnostics.map(\.advice) == ["borrower_phone", "add-to-mapping"])
  }

  @Test("people who are not liable are neither kept nor stops")
  func notLiable() throws {
    let batch = try read(
      file(
        "relative_name,relative_address,relative_phone,guarantor_name,guarantor_role,"
          + "guarantor_address,spouse_name,spouse_role,spouse_address,relative_consented",
        good + ",Al,1 Hill,5,Cy,relative,2 Hill,Di,spouse-signed,3 Hill,yes",
        "C2,B2,Bo,1,2026-09-01,x,Al,1 Hill,5,Cy,cousin-in-law,2 Hill,Di,,3 Hill,"))
    #expect(
      batch.codes == [
        "party-not-liable", "address-of-party-not-liable", "unknown-value", "party-not-liable",
        "party-not-liable", "party-not-liable",
      ])
    #expect(batch.cases[0].parties.map(\.role) == [.relative, .spouseSigned])
    #expect(batch.cases[0].addresses.map(\.text) == ["5 Mill Street", "3 Hill"])
    #expect(batch.cases[1].parties == [])
    #expect(batch.cases[1].addresses.map(\.kind) == [.home])
  }

  @Test(
    "coordinates that cannot be are left out with a remark",
    arguments: [
      ("117.2", "31.8", "swapped-coordinates"), ("0", "0", "absurd-coordinate"),
      ("500", "31", "absurd-coordinate"), ("31", "", "half-a-coordinate"),
      ("north", "31", "unreadable-coordinate"),
    ])
  func coordinates(latitude: String, longitude: String, code: String) throws {
    let batch = try read(
      file("home_latitude_gcj02,home_longitude_gcj02", good + ",\(latitude),\(longitude)"))
    #expect(batch.codes == [code])
    #expect(batch.cases[0].addresses[0].given == nil)
  }

  @Test("a coordinate without a datum is not trusted; header, mapping and cell can state it")
  func datums() throws {
    #expect(try read(file("home_lat,home_lon", good + ",31,117")).codes == ["datum-not-stated"])
    let header = try read(file("住址纬度（百度）,住址经度", good + ",31,117"))
    #expect(header.cases[0].addresses[0].given?.datum == .bd09)
    var stated = mapping
    stated.datum = .gcj02
    let mapped = try read(file("home_lat,home_lon", good + ",31,117"), stated)
    #expect(mapped.cases[0].addresses[0].given?.datum == .gcj02)
    let cell = try read(file("home_lat,home_lon,home_datum", good + ",31,117,WGS-84"), stated)
    #expect(cell.cases[0].addresses[0].given?.datum == .wgs84)
  }

  @Test("one number for two names is remarked on, since their cases would meet at one door")
  func twoNames() throws {
    let batch = try read(file("", good, "C2,B1,Bo Other,5,2026-09-01,y"))
    #expect(batch.codes == ["borrower-with-two-names"])
  }

  @Test("a case with no address is kept and remarked on")
  func noAddress() throws {
    let batch = try read(file("", "C1,B1,Ann,5,2026-09-01,"))
    #expect(batch.codes == ["case-without-address"])
    #expect(batch.cases[0].addresses.isEmpty)
  }

  @Test("remarks are bounded, and all are counted")
  func manyRemarks() throws {
    let rows = Array(repeating: "C1,B1,A,x,2026-09-01,y", count: 12_000).joined(separator: "\n")
    let batch = try read(file("", rows))
    #expect(batch.diagnostics.count == 10_000)
    #expect(batch.diagnosticCounts[.error] == 12_000)
    #expect(batch.rowsLeftOut == 12_000)
    #expect(batch.incompleteCases == ["C1"])
  }

  @Test("a name with a numeral in it that slipped into a date is not repeated")
  func nameAmongFigures() throws {
    let batch = try read(file("", "C1,B1,Ann,5,王五,1 High St\nC2,B2,Bob,2三0,2026-09-01,2 High St"))
    #expect(batch.diagnostics.map(\.found) == ["(2 characters)", "2三0"])
  }

  @Test("no bytes crash the reader", arguments: 0..<200)
  func noise(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let base = Array(file("contacts,holds", good + ",2026-11-03 10:30 call reached,dispute").utf8)
    let spice: [UInt8] = [0, 0x22, 0x2C, 0x0A, 0x0D, 0x3B, 0x81, 0xFF, 0xE4, 0x30, 0x2D]
    var bytes = base
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[place] = spice.randomElement(using: &generator) ?? 0
    }
    let batch = try? CaseFile.read(bytes, mapping: mapping, asOf: asOf, offsetMinutes: 0)
    #expect((batch?.cases.count ?? 0) <= 20)
  }
}
