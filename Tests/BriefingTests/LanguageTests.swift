import Briefing
import FieldModel
import Quantities
import Testing

@Suite("Languages")
struct LanguageTests {
  @Test("write numbers and money as people do")
  func money() throws {
    let yuan = Money(minorUnits: -123_456_789, currency: .cny)
    #expect(Language.english.money(yuan) == "CNY -1,234,567.89")
    #expect(Language.simplifiedChinese.money(yuan) == "-1,234,567.89元")
    let pounds = Money(minorUnits: 5, currency: .gbp)
    #expect(Language.english.money(pounds) == "£0.05")
    #expect(Language.simplifiedChinese.money(pounds) == "GBP 0.05")
    let yen = Money(minorUnits: 1000, currency: try #require(Currency(code: "JPY")))
    #expect(Language.english.money(yen) == "JPY 1,000")
  }

  @Test("write distances and times as a driver uses them")
  func measures() {
    #expect(Language.english.distance(Distance(metres: 994)) == "990 m")
    #expect(Language.english.distance(Distance(metres: 996)) == "1.0 km")
    #expect(Language.simplifiedChinese.distance(Distance(metres: 123_456)) == "123公里")
    #expect(Language.english.duration(.minutes(65)) == "1 h 05 min")
    #expect(Language.simplifiedChinese.duration(.minutes(120)) == "2小时")
    #expect(Language.english.time(TimeOfDay(hour: 24, minute: 30)) == "00:30 (+1)")
    #expect(Language.english.date(ServiceDate(daysSinceEpoch: 20_781)) == "Tue 24 Nov 2026")
    #expect(
      Language.simplifiedChinese.date(ServiceDate(daysSinceEpoch: 20_781)) == "2026年11月24日 周二")
  }

  @Test("are found by tag", arguments: ["zh_CN.UTF-8", "zh", "zh-Hans-CN", "ZH"])
  func tags(tag: String) {
    #expect(Language(tag: tag) == .simplifiedChinese)
    #expect(Language(tag: "en_GB.UTF-8") == .english)
    #expect(Language(tag: "de") == nil)
  }

  @Test("say why a case is left out", arguments: Language.allCases)
  func reasons(language: Language) {
    let rule = RuleCitation(pack: "CN", key: "visit.cap", effect: .block, source: "")
    let all: [UnplannedReason] = [
      .forbidden(rule, from: ServiceDate(daysSinceEpoch: 20_781)), .forbidden(rule, from: nil),
      .needsApproval(rule), .onHold(.dispute, until: nil), .closed,
      .promiseRunning(until: ServiceDate(daysSinceEpoch: 20_781)), .notLocated, .locationDoubtful,
      .noVisitableAddress, .unreachable, .noCrew, .missingSkill("legal"),
      .windowTooTight(slack: .minutes(12)), .daysFull, .notWorthTheWay,
    ]
    let sentences = all.map(language.phrasebook.sentence(for:))
    #expect(Set(sentences).count == all.count)
    #expect(sentences[0].contains("visit.cap") && sentences[0].contains("2026"))
    #expect(sentences[12].contains("12"))
  }

  @Test("turn remarks into sentences, known code or not", arguments: Language.allCases)
  func remarks(language: Language) {
    let known = Diagnostic(.error, RemarkCode.missingGlyph.rawValue, line: 42, found: "U+20164")
    let sentence = language.phrasebook.sentence(for: known)
    #expect(sentence.contains("42") && sentence.contains("U+20164"))
    #expect(!sentence.contains(RemarkCode.missingGlyph.rawValue))
    #expect(language.phrasebook.sentence(for: Diagnostic(.note, "brand-new")).contains("brand-new"))
  }

  @Test("have words of their own for every code")
  func words() {
    let english = Language.english.phrasebook.words
    let chinese = Language.simplifiedChinese.phrasebook.words
    #expect(Set(OutcomeCode.allCases.map(english.outcome)).count == OutcomeCode.allCases.count)
    #expect(Set(OutcomeCode.allCases.map(chinese.outcome)).count == OutcomeCode.allCases.count)
    for kind in FollowUpKind.allCases { #expect(english.followUp(kind) != chinese.followUp(kind)) }
    for kind in HoldKind.allCases { #expect(english.hold(kind) != chinese.hold(kind)) }
  }
}
