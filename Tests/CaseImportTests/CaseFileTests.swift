import CaseImport
import FieldModel
import Quantities
import Testing

@Suite("Case file")
struct CaseFileTests {
  @Test("a good row becomes a case without remark")
  func goodRow() throws {
    let batch = try read(file("", good))
    #expect(batch.diagnostics.isEmpty)
    let loanCase = try #require(batch.cases.first)
    #expect(loanCase.id == "C1")
    #expect(loanCase.lender == "bank")
    #expect(loanCase.borrower.name == "Ann Example")
    #expect(loanCase.overdue == Money(minorUnits: 12_050, currency: .gbp))
    #expect(loanCase.daysPastDue(on: asOf) == 82)
    #expect(loanCase.addresses.map(\.kind) == [.home])
    #expect(batch.rows == 1 && batch.rowsLeftOut == 0)
  }

  @Test("the same number at two lenders is two borrowers, at one lender one")
  func borrowersByLender() throws {
    let other = ColumnMapping(lender: "harbour", currency: .gbp)
    let second = "C2,B1,Bob Other,9,2026-09-01,6 Quay"
    let bank = try read(file("", good, "C3,B1,Ann Example,8,2026-09-01,5 Mill Street"))
    #expect(bank.cases.map(\.borrower.id) == ["bank/B1", "bank/B1"])
    #expect(try read(file("", second), other).cases.map(\.borrower.id) == ["harbour/B1"])
    let mixed = try read(file("lender", good + ",bank", second + ",harbour"))
    #expect(mixed.cases.map(\.borrower.id) == ["bank/B1", "harbour/B1"])
    #expect(mixed.codes == [], "two people, not one with two names")
    let slashes = try read(file("lender", "C1,c,A,1,2026-09-01,x,a/b", "C2,b/c,B,1,2026-09-01,x,a"))
    #expect(slashes.cases.map(\.borrower.id) == ["a~1b/c", "a/b/c"])
  }

  @Test("all columns of a case are read")
  func allColumns() throws {
    let text = file(
      "lender,borrower_kind,borrower_phone,language,access_needs,loan_number,product,balance,"
        + "arrears_reason,home_latitude,home_longitude,home_datum,home_presence,home_directions,"
        + "home_status,home_verified,work_address,co_borrower_name,co_borrower_phone,"
        + "co_borrower_address,guarantor_name,guarantor_role,guarantor_address,contacts,holds,"
        + "risk_flags,wishes,consents,approvals,skills",
      good
        + ",other-bank,firm,01234,pl,slow stair,L1,Car loan,9000,cash-flow,50.7,-1.3,wgs84,"
        + "18:00-20:00 08:00-09:00,green door,verified,2026-10-01,1 Quay,Bob,09,7 Hill,Cy,joint,"
        + "8 Hill,\"2026-11-03 10:30 call no-answer; 2026-11-05 19:10 sms visit-announced\","
        + "\"dispute 2026-10-01..2026-12-31;hardship 2026-11-01\",dog-loose home 2026-05-01 visit,"
        + "\"18:00-20:00;not-on sun;not-at work\",visit 2026-11-01..2027-05-01 letter-1,"
        + "risk.high 2026-12-31 boss-1 seen at branch,legal; lang:pl")
    let batch = try read(text)
    #expect(batch.codes == [])
    let loanCase = try #require(batch.cases.first)
    #expect(loanCase.lender == "other-bank" && loanCase.borrower.kind == .firm)
    #expect(loanCase.borrower.language == "pl" && loanCase.borrower.accessNeeds == "slow stair")
    #expect(loanCase.loans.first?.balance?.plainAmount == "9000.00")
    #expect(loanCase.reason == .cashFlow)
    #expect(loanCase.addresses.map(\.kind) == [.home, .liableParty, .liableParty, .work])
    let home = try #require(loanCase.addresses.first)
    #expect(home.given == ForeignCoordinate(datum: .wgs84, latitude: 50.7, longitude: -1.3))
    #expect(home.presence.map(\.description) == ["08:00-09:00", "18:00-20:00"])
    #expect(home.status == .verified && home.verified == ServiceDate("2026-10-01"))
    #expect(loanCase.parties.map(\.role) == [.coBorrower, .jointGuarantor])
    #expect(loanCase.contacts.map(\.result) == [.noAnswer, .visitAnnounced])
    #expect(loanCase.contacts.first?.at == Instant("2026-11-03T10:30:00Z"))
    #expect(loanCase.holds.map(\.kind) == [.dispute, .hardship])
    #expect(loanCase.holds.first?.until == ServiceDate("2026-12-31"))
    #expect(loanCase.riskFlags.first?.address == home.id)
    #expect(loanCase.wishes.count == 3)
    #expect(loanCase.wishes.last == .notAt(loanCase.addresses[3].id))
    #expect(loanCase.consents.first?.kind == .visit)
    #expect(loanCase.approvals.first?.rule == "risk.high")
    #expect(loanCase.approvals.first?.reason == "seen at branch")
    #expect(loanCase.skills == ["legal", "lang:pl"])
  }

  @Test(
    "separators, line ends and the byte order mark are found out",
    arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"])
  func separators(separator: String, lineEnd: String) throws {
    let row = ["C1", "Ann", "\"1\(lineEnd)2 \"\"A\"\"\(separator)B\"", "5", "2026-09-01"]
    let text =
      "\u{FEFF}"
      + ["case_number", "borrower_name", "home_address", "overdue_amount", "overdue_since"]
      .joined(separator: separator) + lineEnd + row.joined(separator: separator) + lineEnd
      + "C2\(separator)Bo\(separator)x\(separator)6\(separator)2026-02-30" + lineEnd
    let batch = try read(text)
    #expect(batch.separator == Character(separator))
    #expect(batch.cases.first?.addresses.first?.text == "1\(lineEnd)2 \"A\"\(separator)B")
    #expect(batch.diagnostics.last?.code == "absurd-date")
    #expect(batch.diagnostics.last?.line == 4, "the quoted line end counts")
  }

  @Test("GB 18030 is told from UTF-8, and Chinese headers and values are understood")
  func chinese() throws {
    let utf8 =
      "案件编号,借款人姓名,逾期金额,逾期天数,住址,停催事项,担保人姓名,担保人方式,担保人地址,联系记录\n"
      + "甲1,王𬱖,￥1,234天,清溪路5号,争议 2026-10-01至2026-12-31；丧事 2026年11月1日,李四,连带责任保证,"
      + "南街9号,2026-11-03 10:30 电话 未接\n"
    var chinese = ColumnMapping(lender: "银行", currency: .cny)
    let plain = try read(utf8, chinese)
    #expect(plain.codes == ["no-borrower-number"])
    #expect(plain.encoding == .utf8)
    #expect(plain.cases.first?.holds.map(\.kind) == [.dispute, .bereavement])
    #expect(plain.cases.first?.parties.first?.role == .jointGuarantor)
    #expect(plain.cases.first?.contacts.count == 1)
    let bytes = gb18030Sample
    let national = try CaseFile.read(
      bytes, mapping: chinese, asOf: asOf, offsetMinutes: 480)
    #expect(national.encoding == .gb18030)
    #expect(national.cases.first?.borrower.name == "王𬱖")
    #expect(national.cases.first?.addresses.first?.text == "清溪路5号")
    chinese.encoding = .gb18030
    #expect(
      try CaseFile.read(bytes, mapping: chinese, asOf: asOf, offsetMinutes: 480).cases
        == national.cases)
  }

  /// 案件编号,借款人姓名,逾期金额,逾期天数,住址 / 甲1,王𬱖,5,9,清溪路5号 in GB 18030, the name with a
  /// character of four bytes.
  private var gb18030Sample: [UInt8] {
    [
      0xB0, 0xB8, 0xBC, 0xFE, 0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xBD, 0xE8, 0xBF, 0xEE, 0xC8, 0xCB,
      0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xD3, 0xE2, 0xC6, 0xDA, 0xBD, 0xF0, 0xB6, 0xEE, 0x2C, 0xD3,
      0xE2, 0xC6, 0xDA, 0xCC, 0xEC, 0xCA, 0xFD, 0x2C, 0xD7, 0xA1, 0xD6, 0xB7, 0x0A, 0xBC, 0xD7,
      0x31, 0x2C, 0xCD, 0xF5, 0x99, 0x33, 0xC3, 0x36, 0x2C, 0x35, 0x2C, 0x39, 0x2C, 0xC7, 0xE5,
      0xCF, 0xAA, 0xC2, 0xB7, 0x35, 0xBA, 0xC5, 0x0A,
    ]
  }

  @Test("a file cut into chunks anywhere gives the same")
  func chunks() throws {
    let utf8 = Array(
      ("\u{FEFF}" + file("borrower_kind", "\"C1\",B1,\"王\r\n\"\"五\"\"\",1,2026-09-01,x,firm", good))
        .utf8)
    for bytes in [utf8, gb18030Sample] {
      let whole = try CaseFile.read(bytes, mapping: mapping, asOf: asOf, offsetMinutes: 0)
      for cut in 0...bytes.count {
        var reader = CaseFileReader(mapping: mapping, asOf: asOf, offsetMinutes: 0)
        try reader.feed(Array(bytes[..<cut]))
        try reader.feed(Array(bytes[cut...]))
        let batch = try reader.finish()
        #expect(batch == whole)
      }
    }
  }

  @Test("rows of one case merge: loans, addresses and parties, one each")
  func merging() throws {
    let batch = try read(
      file(
        "loan_number,work_address,guarantor_name,guarantor_address",
        good + ",L2,,Cy,8 Hill", "C1,B1,Ann Example,10,2026-10-01,\"5, mill street\",L1,1 Quay,,",
        good + ",L2,,Di,9 Hill"))
    #expect(batch.codes == [])
    let loanCase = try #require(batch.cases.first)
    #expect(batch.cases.count == 1)
    #expect(loanCase.loans.map(\.id) == ["L1", "L2"])
    #expect(loanCase.addresses.count == 4)
    #expect(loanCase.parties.count == 2)
    #expect(loanCase.overdue?.minorUnits == 13_050)
  }

  @Test("a guarantor of several rows is one, and a second telephone is remarked on")
  func onePerson() throws {
    let rows = ["L1,Cy,joint,077,", "L2,\" CY \",joint,,", "L3,Cy,joint,066,yes"]
    let batch = try read(
      file(
        "loan_number,guarantor_name,guarantor_role,guarantor_phone,guarantor_consented",
        rows.map { "\(good),\($0)" }.joined(separator: "\n")))
    #expect(batch.codes == ["conflicting-value"])
    let party = try #require(batch.cases.first?.parties.first)
    #expect(batch.cases[0].parties.count == 1)
    #expect(party.name == "CY" && party.phone == "066" && party.hasConsented)
  }

  @Test("the order of rows never shows", arguments: 0..<8)
  func shuffled(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var rows = (1...60).map { number in
      let person = number % 20
      return
        "C\(person),B\(person),Name \(person),\(number).50,2026-09-01,\(person) Mill Street,L\(number),"
        + "\(number % 7) Quay,G\(number % 3),\(number % 4) Hill,2026-11-0\(number % 9 + 1) 10:00 call reached"
    }
    let header = "loan_number,work_address,guarantor_name,guarantor_address,contacts"
    let straight = try read(file(header, rows.joined(separator: "\n")))
    rows.shuffle(using: &generator)
    let mixed = try read(file(header, rows.joined(separator: "\n")))
    #expect(straight.cases.count == 20)
    #expect(mixed.cases == straight.cases)
    #expect(mixed.codes == [] && straight.codes == [])
  }

  @Test("numbers of addresses and people stay from one file to the next")
  func stableNumbers() throws {
    let one = try read(file("guarantor_name", good + ",Cy"))
    let two = try read(
      file("guarantor_name", "C1,B1,Ann Example,99,2026-09-01,\" ５ MILL  street. \",Cy"))
    #expect(one.cases[0].addresses.map(\.id) == two.cases[0].addresses.map(\.id))
    #expect(one.cases[0].parties.map(\.id) == two.cases[0].parties.map(\.id))
  }

  @Test("an overdue amount of nothing means cured, as the word for paid does")
  func cured() throws {
    let batch = try read(
      file(
        "case_status", "C1,B1,A,0,,x,", "C2,B2,B,5,2026-09-01,x,paid", "C3,B3,C,5,2026-09-01,x,已撤案")
    )
    #expect(batch.codes == [])
    #expect(batch.cases.map(\.status) == [.cured, .cured, .gone])
  }
}

@Suite("Long files")
struct LongFileTests {
  @Test("no row is lost where chunks part a character", arguments: [TextEncoding.utf8, .gb18030])
  func longFile(encoding: TextEncoding) throws {
    // 王 and 五 in either encoding, so that half of all cuts part a character.
    let name: [UInt8] =
      encoding == .utf8 ? [0xE7, 0x8E, 0x8B, 0xE4, 0xBA, 0x94] : [0xCD, 0xF5, 0xCE, 0xE5]
    var bytes = Array("case_number,borrower_name,overdue_amount,dpd,home_address\n".utf8)
    for number in 0..<6_000 {
      bytes += Array("C\(number),".utf8) + name + Array(",5,3,".utf8)
      bytes += Array(repeatElement(name, count: number % 9 + 1).joined()) + [0x0A]
    }
    for size in [997, 65_537] {
      var reader = CaseFileReader(mapping: mapping, asOf: asOf, offsetMinutes: 0)
      var start = 0
      while start < bytes.count {
        let end = min(start + size, bytes.count)
        try reader.feed(Array(bytes[start..<end]))
        start = end
      }
      let batch = try reader.finish()
      #expect(batch.encoding == encoding)
      #expect(batch.cases.count == 6_000 && batch.rowsLeftOut == 0)
      #expect(batch.cases.allSatisfy { $0.borrower.name == "王五" })
    }
  }
}
