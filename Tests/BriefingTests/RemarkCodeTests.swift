import Briefing
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
}
