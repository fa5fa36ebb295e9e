import Briefing
import FieldModel
import Quantities
import Testing

@Suite("Rules and faults in words")
struct RulePhrasesTests {
  static func rule(_ key: String) -> RuleCitation {
    RuleCitation(pack: "GENERIC-STRICT", key: key, effect: .block, source: "")
  }

  @Test("cover every fault of a plan")
  func faultCodes() throws {
    let source = try SourceTree.text("Planning/Checking/PlanFault.swift")
    let codes = source.matches(of: /case \.\w+: "([a-z-]+)"/).map { String($0.1) }
    #expect(codes.count > 40)
    #expect(codes.filter { FaultCode(rawValue: $0) == nil } == [])
  }

  @Test("have words of their own in both languages")
  func bothLanguages() {
    let english = Language.english.phrasebook
    let chinese = Language.simplifiedChinese.phrasebook
    func words(_ rules: RulePhrases) -> [String] {
      PolicyKey.allCases.flatMap { [rules.instruction($0), rules.reason($0)] }
        + CaseFileRule.allCases.flatMap { [rules.caseInstruction($0), rules.caseReason($0)] }
    }
    for (one, other) in zip(words(english.rules), words(chinese.rules)) {
      #expect(!one.isEmpty && one != other)
      #expect(Chinese.isWellFormed(other), "\(one)")
    }
    for code in FaultCode.allCases {
      let words = (english.faults.meaning(code), chinese.faults.meaning(code))
      #expect(!words.0.isEmpty && words.0 != words.1)
      #expect(Chinese.isWellFormed(words.1), "\(code)")
    }
    #expect(Set(FaultCode.allCases.map(english.faults.meaning)).count == FaultCode.allCases.count)
    #expect(english.sentence(forFault: "brand-new") == "brand-new")
  }

  @Test("tell the crew what to do, without key and pack", arguments: Language.allCases)
  func instructions(language: Language) {
    let phrases = language.phrasebook
    for key in PolicyKey.allCases.map(\.rawValue) + CaseFileRule.allCases.map(\.rawValue) {
      let text = phrases.sentence(for: Self.rule(key), atRisk: .high)
      #expect(!text.contains(key) && !text.contains("GENERIC"))
    }
    let high = phrases.sentence(for: Self.rule("risk.high"), atRisk: .high)
    #expect(phrases.sentence(for: Self.rule("risk.high"), atRisk: .low) != high)
    #expect(phrases.sentence(for: Self.rule("brand.new"), atRisk: .low) == "brand.new")
  }

  @Test("say what a rule is where it keeps a case out of the plan")
  func reasons() {
    let day = ServiceDate(daysSinceEpoch: 20_781)
    let cap = UnplannedReason.forbidden(Self.rule("visit.cap"), from: day)
    #expect(
      Language.english.phrasebook.sentence(for: cap)
        == "The visit cap is used up (visit.cap, GENERIC-STRICT), lawful again from Tue 24 Nov 2026."
    )
    #expect(
      Language.simplifiedChinese.phrasebook.sentence(for: cap)
        == "走访次数已满（visit.cap，GENERIC-STRICT），2026年11月24日 周二起可走访。")
    #expect(
      Language.english.phrasebook.sentence(
        for: .forbidden(RuleCitation(.wishAppointment), from: day))
        == "The borrower asked to be visited at another time (wish.appointment, CASE), "
        + "lawful again from Tue 24 Nov 2026.")
    let missing = RuleCitation(pack: "CASE", key: "visit.cap", effect: .block, source: "")
    #expect(
      Language.english.phrasebook.sentence(for: .forbidden(missing, from: nil))
        == "The policy packs lack a rule (visit.cap, CASE), throughout the plan.")
  }
}
