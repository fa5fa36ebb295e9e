import FuzzTargets
import Quantities
import RoadNetwork
import Testing

@Suite("What the fuzzers feed to the engine")
struct ReplayTests {
  @Test("a road file without changes is opened and answers", arguments: [UInt8(0), 1, 2])
  func sound(_ seed: UInt8) throws {
    guard case .opened(let answers) = RoadFileTrial.run([seed]) else {
      Issue.record("refused: \(RoadFileTrial.run([seed]))")
      return
    }
    #expect(answers > 30)
  }

  @Test("changed files pass the checksums and are refused by the checks behind them")
  func behindTheChecksums() {
    var sections: Set<String> = []
    for section in UInt8(0)..<40 {
      let change: [UInt8] = [0, section, 0, 0, 1, 0, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF]
      if case .refused(.damaged(let name)) = RoadFileTrial.run([2] + change) {
        sections.insert(name)
      }
    }
    // A wrong checksum is said of the section as well; that the names differ shows that each check
    // was reached with the sections before it found sound.
    #expect(sections.count > 12 && !sections.contains("header"))
  }

  @Test("of files changed at random some are refused and some still answer")
  func bothEnds() {
    var chance = SeededGenerator(seed: 5)
    var (refused, opened) = (0, 0)
    for _ in 0..<300 {
      let input = (0..<13).map { _ in UInt8(chance.below(256)) }
      switch RoadFileTrial.run(input) {
      case .refused: refused += 1
      case .opened: opened += 1
      }
    }
    #expect(refused > 50 && opened > 30, "\(refused) refused, \(opened) opened")
  }

  @Test("every crasher of the road file's fuzzer is refused or answered")
  func roadFiles() {
    for input in Crashers.inputs("road-file") { RoadFileTrial.run(input.bytes) }
  }

  @Test(
    "every crasher of the extract reader's fuzzers is refused or built",
    arguments: [("extract-pbf", "a.osm.pbf"), ("extract-xml", "a.osm")])
  func extracts(_ folder: String, _ name: String) {
    for input in Crashers.inputs(folder) {
      #expect(ExtractTrial.run(input.bytes, name: name) != .cannotBeOpened, "\(input.name)")
    }
  }
}
