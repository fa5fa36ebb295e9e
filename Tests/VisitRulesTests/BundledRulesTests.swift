import FieldModel
import Quantities
import Testing
import VisitRules

@Suite struct BundledRulesTests {
  private func pack(_ name: String) throws -> PolicyPack {
    let file = try #require(BundledRules.files.first { $0.path == "rules/\(name).yaml" })
    let (pack, diagnostics) = PolicyPackFile.read(file.bytes)
    #expect(diagnostics == [])
    return try #require(pack)
  }

  @Test(
    "both packs state every rule with source, date and notice",
    arguments: [
      "CN", "GENERIC-STRICT",
    ])
  func complete(name: String) throws {
    let pack = try pack(name)
    #expect(pack.code == name)
    #expect(
      pack.entries.map(\.key).sorted { $0.rawValue < $1.rawValue }
        == PolicyKey.allCases.sorted { $0.rawValue < $1.rawValue })
    #expect(pack.notice.english.contains("local counsel"))
    #expect(pack.notice.chinese.contains("律师"))
    for entry in pack.entries {
      #expect(!entry.source.isEmpty)
      #expect(entry.checkedOn == date("2026-08-31"))
    }
  }

  @Test("CN carries the values of the design page")
  func chineseValues() throws {
    let pack = try pack("CN")
    #expect(pack.findEntry(.windowLegal)?.value == .window(window("08:00-22:00")))
    #expect(pack.findEntry(.windowPlan)?.value == .window(window("09:00-20:00")))
    #expect(
      pack.findEntry(.days)?.value
        == .weekdays(allowed: Set(Weekday.allCases), warned: [.sunday]))
    #expect(
      pack.findEntry(.visitCap)?.value
        == .cap(VisitCap(perDay: 1, clearDays: 2, per7Days: 2, per30Days: 4)))
    #expect(pack.findEntry(.capCalls)?.value == .count(6))
    #expect(pack.findEntry(.capEffectiveCalls)?.value == .count(3))
    #expect(pack.findEntry(.priorAttempts)?.value == .attempts(count: 3, overDays: 2))
    #expect(pack.findEntry(.noticeBeforeVisit)?.value == .notice(hours: 24, needsConsent: false))
    #expect(pack.findEntry(.teamMinimum)?.value == .count(2))
    #expect(pack.findEntry(.retention)?.value == .count(5))
    #expect(pack.findEntry(.quietBereavement)?.value == .count(30))
    #expect(pack.findEntry(.quietDisasterOrHospital)?.value == .count(90))
    let legal = try #require(pack.findEntry(.windowLegal))
    #expect(legal.confidence == .secondary)
    #expect(legal.status == .selfRegulatory)
    #expect(
      legal.override
        == PolicyOverride(by: .debtorConsent, needsEvidence: true, expiresAfterDays: 30))
  }

  @Test("the strict pack carries the tightest values")
  func strictValues() throws {
    let pack = try pack("GENERIC-STRICT")
    #expect(pack.findEntry(.windowLegal)?.value == .window(window("09:00-18:00")))
    #expect(
      pack.findEntry(.days)?.value
        == .weekdays(allowed: Set(Weekday.allCases).subtracting([.sunday]), warned: []))
    #expect(pack.findEntry(.daylightOnly)?.value == .daylight(.always))
    #expect(pack.findEntry(.noticeBeforeVisit)?.value == .notice(hours: 72, needsConsent: true))
    #expect(pack.findEntry(.thirdParty)?.value == .thirdParty(maximum: 0, needsConsent: true))
    #expect(BundledRules.strictPack == pack)
  }

  @Test("the calendar of China has the days off and make-up workdays of 2026")
  func chineseCalendar() throws {
    let file = try #require(
      BundledRules.files.first { $0.path == "rules/holidays-CN-2026.yaml" })
    let calendar = try #require(HolidayCalendarFile.read(file.bytes).calendar)
    let spans = [
      ("2026-01-01", 3), ("2026-02-15", 9), ("2026-04-04", 3), ("2026-05-01", 5),
      ("2026-06-19", 3), ("2026-09-25", 3), ("2026-10-01", 7),
    ]
    let expected = spans.flatMap { first, count in
      (0..<count).map { date(first).adding(days: $0) }
    }
    #expect(calendar.daysOff.map(\.date) == expected)
    #expect(
      calendar.makeUpWorkdays
        == ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]
        .map(date))
    #expect(calendar.covers(date("2026-12-31")))
    #expect(!calendar.covers(date("2027-01-01")))
  }

  @Test("the calendar of England has its eight bank holidays, all on weekdays")
  func englishCalendar() throws {
    let file = try #require(
      BundledRules.files.first { $0.path == "rules/holidays-GB-2026.yaml" })
    let calendar = try #require(HolidayCalendarFile.read(file.bytes).calendar)
    #expect(calendar.daysOff.count == 8)
    #expect(calendar.daysOff.allSatisfy { $0.date.weekday < .saturday })
    #expect(calendar.findDayOff(date("2026-12-28"))?.name.english.contains("Boxing") == true)
  }
}
