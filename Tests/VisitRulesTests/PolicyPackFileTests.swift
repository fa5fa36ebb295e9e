import FieldModel
import Quantities
import Testing
import VisitRules

@Suite struct PolicyPackFileTests {
  private let head = """
    format: rounds-policy-pack
    version: 1
    pack: X
    name: {en: X, zh: 某}
    notice: {en: ask counsel, zh: 请咨询}
    entries:

    """

  private func entry(_ key: String, _ value: String, more: String = "") -> String {
    """
      - key: \(key)
        value: \(value)
        effect: BLOCK
        source: somewhere
        status: law
        confidence: V
        checked_on: 2026-01-01
    \(more)

    """
  }

  private func read(_ text: String) -> (pack: PolicyPack?, diagnostics: [Diagnostic]) {
    PolicyPackFile.read(Array(text.utf8))
  }

  private func errors(_ text: String) -> [Diagnostic] {
    read(text).diagnostics.filter { $0.severity == .error }
  }

  @Test("a good entry is read, and what is missing is remarked on")
  func good() throws {
    let (pack, diagnostics) = read(head + entry("team.min_persons", "3"))
    #expect(pack?.findEntry(.teamMinimum)?.value == .count(3))
    #expect(diagnostics.allSatisfy { $0.severity == .warning && $0.code == "missing-entry" })
    #expect(diagnostics.count == PolicyKey.allCases.count - 1)
  }

  @Test("an unknown rule names the key, where it stands and what is known")
  func unknownRule() throws {
    let remark = try #require(errors(head + entry("visit.windows", "1")).first)
    #expect(remark.code == "unknown-value")
    #expect(remark.found == "visit.windows")
    #expect(remark.line == 7)
    #expect(remark.advice.contains("visit.window_legal"))
  }

  @Test("an unknown field leaves the entry out")
  func unknownField() throws {
    let text = head + entry("team.min_persons", "3", more: "    effects: WARN")
    let remark = try #require(errors(text).first)
    #expect(remark.code == "unknown-key")
    #expect(remark.field == "team.min_persons.effects")
    #expect(read(text).pack?.findEntry(.teamMinimum) == nil)
  }

  @Test(
    "a value of the wrong shape is refused with advice",
    arguments: [
      ("visit.window_legal", "\"22:00-08:00\"", "not-a-window"),
      ("visit.window_legal", "nine", "not-a-window"),
      ("team.min_persons", "0", "not-a-number"),
      ("team.min_persons", "two", "not-a-number"),
      ("team.min_persons", "[2]", "not-a-text"),
      ("visit.cap", "{per_day: 1}", "missing-key"),
      (
        "visit.cap", "{per_day: 1, clear_days: 2, per_7_days: 2, per_30_days: 4, per_year: 9}",
        "unknown-key"
      ),
      ("visit.days", "{allowed: [mon, funday]}", "unknown-value"),
      ("visit.daylight_only", "sometimes", "unknown-value"),
      ("entry.home", "let-yourself-in", "unknown-value"),
      ("notice.before_visit", "{hours: 24, consent: maybe}", "not-a-flag"),
      ("risk.points", "{ethnicity: 5}", "unknown-key"),
      ("case.holds", "{dispute: SHRUG}", "unknown-value"),
      ("weather.heat", "{limited: 37, stop: 40, hottest: noon}", "not-a-window"),
    ])
  func wrongShape(key: String, value: String, code: String) {
    #expect(errors(head + entry(key, value)).map(\.code).contains(code))
    #expect(read(head + entry(key, value)).pack?.entries == [])
  }

  @Test("a rule stated twice counts once and is remarked on")
  func duplicate() {
    let text = head + entry("team.min_persons", "3") + entry("team.min_persons", "2")
    #expect(errors(text).map(\.code) == ["duplicate-entry"])
    #expect(read(text).pack?.findEntry(.teamMinimum)?.value == .count(3))
  }

  @Test(
    "what is no pack is refused as a whole",
    arguments: [
      ("", "not-a-mapping"), ("- 1", "not-a-mapping"), ("a: [", "not-yaml"),
      ("format: rounds-holidays\nversion: 1", "wrong-format"),
      ("format: rounds-policy-pack\nversion: 2", "unknown-version"),
      ("a: 1\na: 2", "not-yaml"),
      (String(repeating: "[", count: 5000), "nested-too-deeply"),
      (String(repeating: "- ", count: 5000), "nested-too-deeply"),
      (String(repeating: " ", count: 1 << 20) + "a", "file-too-large"),
    ])
  func refused(text: String, code: String) {
    let (pack, diagnostics) = read(text)
    #expect(pack == nil)
    #expect(diagnostics.map(\.code).last == code)
  }

  @Test("bytes that are not UTF-8 are refused")
  func notText() {
    #expect(PolicyPackFile.read([0xFF, 0xFE, 0x00]).diagnostics.map(\.code) == ["not-utf-8"])
  }

  @Test(
    "a thousand damaged packs are read or remarked on, never a crash",
    arguments: [
      "rules/CN.yaml", "rules/holidays-CN-2026.yaml", "checklists/checklist.yaml",
      "checklists/check-in.yaml",
    ])
  func damaged(path: String) throws {
    let bytes = try #require(BundledRules.files.first { $0.path == path }).bytes
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<40 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...20, using: &generator) {
        let place = Int.random(in: 0..<damaged.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: damaged[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: damaged.remove(at: place)
        default:
          damaged.insert(
            Array("[]{}:-,\"&*!|\n ".utf8).randomElement(using: &generator) ?? 0, at: place)
        }
      }
      _ = PolicyPackFile.read(damaged)
      _ = HolidayCalendarFile.read(damaged)
      _ = ChecklistFile.read(damaged)
      _ = CheckInRules.read(damaged)
    }
  }
}
