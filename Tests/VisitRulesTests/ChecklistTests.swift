import FieldModel
import Quantities
import Testing
import VisitRules

@Suite struct ChecklistTests {
  private func checklist() throws -> Checklist {
    let file = try #require(
      BundledRules.files.first { $0.path == "checklists/checklist.yaml" })
    let (checklist, diagnostics) = ChecklistFile.read(file.bytes)
    #expect(diagnostics == [])
    return try #require(checklist)
  }

  @Test("the bundled checklist has every line from P01 to X07 in both languages")
  func complete() throws {
    let items = try checklist().items
    let counts = [("P", 16), ("D", 12), ("V", 9), ("A", 15), ("T", 11), ("E", 9), ("X", 7)]
    let expected = counts.flatMap { letter, count in
      (1...count).map { "\(letter)\($0 < 10 ? "0" : "")\($0)" }
    }
    #expect(items.map(\.id.text) == expected)
    #expect(items.allSatisfy { !$0.english.isEmpty && !$0.chinese.isEmpty })
    #expect(items.first { $0.id == "P10" }?.trigger == .riskHigh)
    #expect(items.first { $0.id == "D06" }?.isMandatory == false)
    #expect(items.first { $0.id == "V07" }?.trigger == .storm)
    #expect(items.first { $0.id == "T04" }?.chinese == "不说\"冷静点\",不争输赢,不开玩笑")
  }

  @Test("a line appears when its trigger holds")
  func triggered() throws {
    let checklist = try checklist()
    let plain = checklist.items(in: .beforeLeaving, for: [.always]).map(\.id.text)
    #expect(!plain.contains("D10"))
    let night = checklist.items(in: .beforeLeaving, for: [.always, .night]).map(\.id.text)
    #expect(night.contains("D10"))
  }

  @Test("triggers follow from risk, time, place and flags")
  func triggers() {
    var world = RuleWorld()
    let noon = TimeOfDay(hour: 12)
    func triggers(_ risk: RiskTier, at time: TimeOfDay) -> Set<ChecklistTrigger> {
      ChecklistTriggers.of(
        [world.loanCase], address: world.address, risk: risk, on: RuleWorld.tuesday, at: time,
        daylight: .between(window("06:10-17:55")))
    }
    #expect(triggers(.low, at: noon) == [.always, .third])
    #expect(triggers(.medium, at: noon) == [.always, .third, .riskMedium])
    #expect(triggers(.high, at: noon).isSuperset(of: [.riskMedium, .riskHigh]))
    #expect(triggers(.low, at: TimeOfDay(hour: 17, minute: 56)).contains(.night))
    #expect(triggers(.low, at: TimeOfDay(hour: 18)).contains(.night))
    world.loanCase.riskFlags = [
      RiskFlag(factor: .dogLoose, source: "visit", recorded: date("2026-01-01")),
      RiskFlag(factor: .noSignal, source: "visit", recorded: date("2026-01-01")),
    ]
    world.loanCase.borrower.kind = .firm
    world.address.status = .unverified
    #expect(triggers(.low, at: noon) == [.always, .third, .dog, .rural, .firm, .first])
  }

  @Test("check-ins grow denser with the risk")
  func checkIns() throws {
    let file = try #require(
      BundledRules.files.first { $0.path == "checklists/check-in.yaml" })
    let table = try #require(CheckInRules.read(file.bytes).table)
    let low = try #require(table.plan(for: .low))
    #expect(low.points == [.leaveBase, .exit, .end])
    #expect(low.grace == .minutes(30) && low.sendHelp == .minutes(30))
    let high = try #require(table.plan(for: .high))
    #expect(high.pulse == .minutes(15) && high.grace == .minutes(5) && high.sendHelp == .zero)
    #expect(table.plan(for: .medium)?.stay == .minutes(20))
    #expect(table.plan(for: .low, persons: 1)?.tellSupervisor == .minutes(5))
    #expect(table.plan(for: .stop) == high)
  }
}
