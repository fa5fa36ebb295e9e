import FieldModel
import Quantities
import Testing
import VisitRules

@Suite struct RuleFilesTests {
  @Test("files say by their format what they are, and remarks name the file")
  func mixed() {
    let files = BundledRules.files.filter { $0.path.hasPrefix("rules/") }
      .map { (name: $0.path, bytes: $0.bytes) }
    let read = RuleFiles(files + [("rules/own.yaml", Array("pack: X".utf8))], home: "CN")
    #expect(read.book.packs.keys.sorted() == ["CN", "GENERIC-STRICT"])
    #expect(read.book.calendars.keys.sorted() == ["CN", "GB"])
    #expect(read.remarks.map(\.file) == ["rules/own.yaml"])
    #expect(read.remarks[0].diagnostics.map(\.code) == ["wrong-format"])
  }

  @Test("without any file the strict rules hold")
  func none() {
    var world = RuleWorld()
    world.book = RuleFiles([], home: "CN").book
    #expect(world.assess().refusalCodes == [.consentMissing])
  }

  @Test("the explanation covers each address on each day")
  func explain() {
    var world = RuleWorld()
    var second = world.address
    second.id = "A2"
    second.status = .wrong
    world.loanCase.addresses = [world.address, second]
    let dates = (0..<3).map { RuleWorld.tuesday.adding(days: $0) }
    let explained = world.book.explain([world.loanCase], on: dates, context: world.context)
    #expect(explained.map(\.date) == dates.flatMap { [$0, $0] })
    #expect(explained.map(\.isAllowed) == [true, false, true, false, true, false])
  }
}
