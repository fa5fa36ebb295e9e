import CaseImport
import FieldModel
import Quantities
import Testing

@Suite("Mappings, crews and settings")
struct ConfigurationTests {
  private let crews = """
    bases:
      - { code: north, name: North office, address: 1 High Street, latitude: 50.7, longitude: -1.3 }
    crews:
      - code: red
        name: Red crew
        base: north
        mode: e-bike
        plate: AB12
        members:
          - { number: s1, name: Ann, trained_until: 2027-03-01, authorised_until: 2027-03-01 }
          - { number: s2, name: Bob, trained_until: 2027-03-01, authorised_until: 2027-03-01 }
        skills: [legal, "lang:pl"]
        shifts: { mon-fri: "09:00-17:00", sat: "09:00-13:00" }
        breaks: [{ window: "12:00-13:30", minutes: 30 }]
        days_off: [2026-12-24]
        limits: { duty: "7:30", driving: "4:00", stops: 12 }
    """

  @Test("a crew file is read without remark")
  func goodCrews() throws {
    let roster = try CrewFile.read(Array(crews.utf8))
    #expect(roster.diagnostics == [])
    let crew = try #require(roster.crews.first)
    #expect(crew.base == roster.bases.first && crew.base.name == "North office")
    #expect(crew.mode == .eBike && crew.plate == "AB12" && crew.members.count == 2)
    #expect(crew.shift(on: asOf) == nil, "a Sunday")
    #expect(crew.shift(on: asOf.adding(days: 1))?.description == "09:00-17:00")
    #expect(crew.shifts[.saturday]?.description == "09:00-13:00")
    #expect(
      crew.breaks == [
        CrewBreak(window: try #require(TimeWindow("12:00-13:30")), duration: .minutes(30))
      ])
    #expect(crew.maximumDuty == .minutes(450) && crew.maximumDriving == .hours(4))
    #expect(crew.maximumStops == 12 && crew.daysOff.count == 1)
    #expect(crew.skills == ["legal", "lang:pl"])
  }

  @Test(
    "each mistake in a crew file has its remark",
    arguments: [
      ("base: north", "base: nort", "unknown-base", "north"),
      ("mode: e-bike", "mode: e-bik", "unknown-value", "e-bike"),
      (
        "shifts: { mon-fri: \"09:00-17:00\", sat: \"09:00-13:00\" }", "", "crew-without-shift",
        "add-shifts"
      ),
      ("mon-fri", "mon-fry", "unknown-weekday", "mon, mon-fri"),
      ("\"09:00-17:00\"", "\"17:00-09:00\"", "unreadable-time-window", "HH:MM-HH:MM"),
      ("plate: AB12", "plat: AB12", "unknown-key", "plate"),
      ("stops: 12", "stops: 0", "out-of-range", "1-200"),
      ("duty: \"7:30\"", "duty: long", "unreadable-duration", "H:MM"),
      ("2026-12-24", "2026-12-44", "unreadable-date", "YYYY-MM-DD"),
      ("latitude: 50.7", "latitude: 117", "base-without-place", "swap-columns"),
      ("number: s2", "number: s1", "repeated-code", "first-kept"),
      (
        "number: s2, name: Bob, trained_until: 2027-03-01", "number: s2, name: Bob",
        "member-without-papers", "trained_until, authorised_until"
      ),
      ("code: red", "colour: red", "missing-key", "add-key"),
    ])
  func badCrews(good: String, bad: String, code: String, advice: String) throws {
    let roster = try CrewFile.read(Array(crews.replacing(good, with: bad, maxReplacements: 1).utf8))
    let remark = try #require(roster.diagnostics.first { $0.code == code }, "\(roster.diagnostics)")
    #expect(remark.advice == advice)
    #expect((remark.line ?? 0) > 1)
  }

  @Test("a crew of one person is remarked on and kept")
  func crewOfOne() throws {
    let lines = crews.split(separator: "\n").filter { !$0.contains("s2") }
    let roster = try CrewFile.read(Array(lines.joined(separator: "\n").utf8))
    #expect(roster.diagnostics.map(\.code) == ["crew-of-one"])
    #expect(roster.crews.count == 1)
  }

  @Test("a staff number twice in one crew is one person")
  func memberTwiceInCrew() throws {
    let text = crews.replacing("number: s2", with: "number: s1")
    let roster = try CrewFile.read(Array(text.utf8))
    #expect(roster.crews.map { $0.members.map(\.name) } == [["Ann"]])
    #expect(Set(roster.diagnostics.map(\.code)) == ["repeated-code", "crew-of-one"])
    let remark = roster.diagnostics.first { $0.code == "repeated-code" }
    #expect(remark?.severity == .error && remark?.found == "s1")
    #expect(remark?.field.hasSuffix("number") == true)
  }

  /// A second crew of the staff numbers `s2` and `s3`.
  private func secondCrew(code: String, base: String) -> String {
    """

      - code: \(code)
        base: \(base)
        members:
          - { number: s2, name: Bob, trained_until: 2027-03-01, authorised_until: 2027-03-01 }
          - { number: s3, name: Cy, trained_until: 2027-03-01, authorised_until: 2027-03-01 }
        shifts: { mon-fri: "09:00-17:00" }
    """
  }

  @Test("a staff number in two crews counts in the first only")
  func memberInTwoCrews() throws {
    let text = crews + secondCrew(code: "blue", base: "north")
    let roster = try CrewFile.read(Array(text.utf8))
    #expect(roster.crews.map(\.id) == ["blue", "red"])
    #expect(roster.crews.map { $0.members.map(\.id) } == [["s3"], ["s1", "s2"]])
    #expect(Set(roster.diagnostics.map(\.code)) == ["member-in-two-crews", "crew-of-one"])
    let remark = roster.diagnostics.first { $0.code == "member-in-two-crews" }
    #expect(remark?.severity == .error && remark?.advice == "red")
  }

  @Test("the members of a crew that is left out count where they come next")
  func membersOfCrewLeftOut() throws {
    let text =
      crews.replacing("base: north", with: "base: nort")
      + secondCrew(code: "blue", base: "north")
    let roster = try CrewFile.read(Array(text.utf8))
    #expect(roster.crews.map { $0.members.map(\.id) } == [["s2", "s3"]])
    #expect(roster.diagnostics.first?.code == "unknown-base")
    #expect(!roster.diagnostics.contains { $0.code == "member-in-two-crews" })
  }

  @Test(
    "what is no YAML mapping is refused",
    arguments: [
      ("", ConfigurationError.notAMapping), ("- a\n- b", .notAMapping),
      ("just words", .notAMapping),
      (String(repeating: "[", count: 5_000), .tooLarge),
      (String(repeating: "- ", count: 5_000), .tooLarge),
      (String(repeating: "x", count: 2 << 20), .tooLarge),
    ])
  func noMapping(text: String, error: ConfigurationError) {
    #expect(throws: error) { try CrewFile.read(Array(text.utf8)) }
  }

  @Test("broken YAML is refused with its line")
  func brokenYAML() {
    #expect { try CrewFile.read(Array("bases:\n  - { code: \"x\n".utf8)) } throws: { error in
      guard case ConfigurationError.notYAML(let line, _) = error else { return false }
      return line >= 2
    }
  }

  @Test("settings are read, with remarks on what is not understood")
  func settings() throws {
    let (settings, remarks) = try SettingsFile.read(
      Array(
        """
        name: 清溪
        language: zh-Hans
        time_zone: "+08:00"
        jurisdiction: CN
        currency: CNY
        amount_tiers: { medium: 10000, large: 5万 }
        value_weights: { amount: 40, stage: 2000 }
        navigation_app: amapp
        colour: red
        """.utf8))
    #expect(settings.language == .simplifiedChinese && settings.offsetMinutes == 480)
    #expect(settings.tier(of: Money(minorUnits: 999_999, currency: .cny)) == .small)
    #expect(settings.tier(of: Money(minorUnits: 1_000_000, currency: .cny)) == .medium)
    #expect(settings.tier(of: Money(minorUnits: 5_000_000, currency: .cny)) == .large)
    #expect(settings.tier(of: Money(minorUnits: 1, currency: .gbp)) == nil)
    #expect(settings.valueWeights == ["amount": 40])
    #expect(remarks.map(\.code) == ["unknown-value", "out-of-range", "unknown-key"])
    #expect(remarks.first?.advice == "amap")
  }

  @Test(
    "settings without a name, rules or currency mean nothing",
    arguments: ["name", "jurisdiction", "currency"])
  func missingSettings(key: String) {
    let lines = ["name: A", "jurisdiction: CN", "currency: CNY"].filter { !$0.hasPrefix(key) }
    #expect {
      try SettingsFile.read(Array(lines.joined(separator: "\n").utf8))
    } throws: { error in
      guard case ConfigurationError.missing(let remark) = error else { return false }
      return remark.field == key
    }
  }

  @Test("a lender's mapping names its headers, datum, currency and date order")
  func lenderMapping() throws {
    let (mapping, remarks) = try ColumnMapping.read(
      Array(
        """
        lender: harbour
        currency: GBP
        date_order: day-month-year
        decimal_mark: point
        datum: WGS-84
        columns:
          Acct Ref: case_number
          Who: borrower_name
          Late: overdue_amount
          Since: overdue_since
          North: { field: home_latitude, datum: bd09 }
          East: { field: home_longitude, datum: bd09 }
          Door: home_addres
          School: contacts
        ignore: [Branch]
        """.utf8))
    #expect(remarks.map(\.code) == ["unknown-field", "blocked-column"])
    #expect(remarks.first?.advice == "home_address")
    let batch = try read(
      "ACCT_REF;who;Late;Since;North;East;Branch;address\n7;Ann;1,234.5;03/04/2026;1;2;x;Here\n",
      mapping)
    #expect(batch.codes == ["no-borrower-number"])
    #expect(batch.cases.first?.lender == "harbour")
    #expect(batch.cases.first?.loans.first?.overdueSince == ServiceDate("2026-04-03"))
    #expect(batch.cases.first?.addresses.first?.given?.datum == .bd09)
  }
}
