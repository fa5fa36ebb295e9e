import Briefing
import FieldModel
import Foundation
import Testing

@Suite("Remark codes")
struct RemarkCodeTests {
  @Test("cover every remark that a source file makes by name")
  func coverage() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    let made = /Diagnostic\(\s*\.(?:error|warning|note),\s*"([a-z0-9-]+)"/
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var unknown: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      for match in text.matches(of: made) where RemarkCode(rawValue: String(match.1)) == nil {
        unknown.insert(String(match.1))
      }
    }
    #expect(unknown.sorted() == [])
  }

  @Test("and advice have a meaning of their own in both languages")
  func bothLanguages() {
    let english = Language.english.phrasebook.remarks
    let chinese = Language.simplifiedChinese.phrasebook.remarks
    for code in RemarkCode.allCases {
      #expect(!english.meaning(code).isEmpty && english.meaning(code) != chinese.meaning(code))
      #expect(Chinese.isWellFormed(chinese.meaning(code)), "\(code)")
    }
    for code in AdviceCode.allCases {
      #expect(!english.advice(code).isEmpty && english.advice(code) != chinese.advice(code))
      #expect(Chinese.isWellFormed(chinese.advice(code)), "\(code)")
    }
  }

  @Test("cover the faults of records")
  func recordFaults() throws {
    let source = try SourceTree.text("VisitSync/RecordFault.swift")
    let codes = source.matches(of: /case \.\w+: "([a-z-]+)"/).map { "sync-\($0.1)" }
    #expect(codes.count > 10)
    #expect(codes.filter { RemarkCode(rawValue: $0) == nil } == [])
  }

  @Test("cover every hint of the case import")
  func hints() throws {
    for file in ["AmountText", "DateText", "RowReader+Places", "RowReader+Loan", "CompactList"] {
      let source = try SourceTree.text("CaseImport/\(file).swift")
      let hints = source.matches(of: /(?:hint|advice): "([a-z]+(?:-[a-z0-9]+)*)"/).map {
        String($0.1)
      }
      #expect(hints.filter { AdviceCode(rawValue: $0) == nil } == [])
    }
  }

  @Test("make sentences that say where, what, what was found and what to do")
  func sentences() {
    let amount = Diagnostic(
      .error, "unreadable-amount", line: 42, field: "overdue_amount", found: "12,3O0",
      advice: "letter-o-for-zero")
    #expect(
      Language.english.phrasebook.sentence(for: amount)
        == "error: line 42, field “overdue_amount”: the amount cannot be read: found “12,3O0”: "
        + "maybe the letter O stands for zero")
    #expect(
      Language.simplifiedChinese.phrasebook.sentence(for: amount)
        == "错误：第42行，字段“overdue_amount”：金额无法识别，内容为“12,3O0”；可能字母O误作数字零")
    let speeds = Diagnostic(.warning, "map-speed-not-understood", found: "12")
    #expect(
      Language.english.phrasebook.statement(of: speeds)
        == "speed limits were not understood: 12 times")
    #expect(Language.simplifiedChinese.phrasebook.statement(of: speeds) == "限速无法识别，共12处")
    let word = Diagnostic(.warning, "unknown-value", found: "hom", advice: "home")
    #expect(Language.english.phrasebook.statement(of: word).hasSuffix(": hint “home”"))
  }
}
