import Briefing
import RoutingFiles
import Testing

@Suite("Faults of routing files in words")
struct WordTests {
  @Test("every fault has a sentence in both languages", arguments: Language.allCases)
  func sentences(_ language: Language) {
    for code in RoutingFileError.Code.allCases {
      #expect(language.phrasebook.solving.fileFaults[code.rawValue] != nil, "\(code)")
    }
  }
}
