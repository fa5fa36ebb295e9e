import Briefing
import FieldModel
import Quantities
import Testing

@Suite("Rules and faults in words")
struct RulePhrasesTests {
  static func rule(_ key: String) -> RuleCitation {
    RuleCitation(pack: "GENERIC-STRICT", key: key, effect: .block, source: "")
  }

  @Test("cover every key of a policy pack")
  func keys() throws {
    let source = try SourceTree.text("VisitRules/PolicyKey.swift")
    let keys = source.matches(of: /case \w+ = "([a-z0-9._]+)"/).map { String($0.1) }
    #expect(keys.count > 30)
    #expect(keys.filter { RuleName(rawValue: $0) == nil } == [])
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
    for name in RuleName.allCases {
      for phrase in [\RulePhrases.instruction, \RulePhrases.reason] {
        let words = (english.rules[keyPath: phrase](name), chinese.rules[keyPath: phrase](name))
        #expect(!words.0.isEmpty && words.0 != words.1)
        #expect(Chinese.isWellFormed(words.1), "\(name)")
      }
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
    for name in RuleName.allCases {
      let text = phrases.sentence(for: Self.rule(name.rawValue), atRisk: .high)
      #expect(!text.contains(name.rawValue) && !text.contains("GENERIC"))
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
    let missing = RuleCitation(pack: "CASE", key: "visit.cap", effect: .block, source: "")
    #expect(
      Language.english.phrasebook.sentence(for: .forbidden(missing, from: nil))
        == "The policy packs lack a rule (visit.cap, CASE), throughout the plan.")
  }
}
