import CaseImport
import FieldModel
import Foundation
import Quantities
import Testing

@Suite("Sample worlds")
struct SampleWorldTests {
  /// One of the two worlds.
  struct World: Sendable, CustomStringConvertible {
    var folder: String
    var mapping: String
    var encoding: TextEncoding
    var offset: Int16
    var description: String { folder }
  }

  static let worlds = [
    World(folder: "wight", mapping: "solent-credit", encoding: .utf8, offset: 0),
    World(folder: "qingxi", mapping: "qingxi-rural-bank", encoding: .gb18030, offset: 480),
  ]

  private func bytes(_ world: World, _ path: String) throws -> [UInt8] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("samples/\(world.folder)/\(path)")
    return [UInt8](try Data(contentsOf: file))
  }

  private func batch(_ world: World, _ file: String) throws -> CaseBatch {
    let (mapping, remarks) = try ColumnMapping.read(
      bytes(world, "mappings/\(world.mapping).yaml"))
    #expect(remarks == [])
    let asOf = try #require(ServiceDate("2026-11-22"))
    return try CaseFile.read(
      bytes(world, file), mapping: mapping, asOf: asOf, offsetMinutes: world.offset)
  }

  @Test("both import with exactly the remarks that they are made for", arguments: worlds)
  func importing(world: World) throws {
    let batch = try batch(world, "cases.csv")
    #expect(batch.encoding == world.encoding)
    #expect(batch.rows == 186 && batch.rowsLeftOut == 0)
    #expect(batch.cases.count == 156)
    #expect(Set(batch.cases.map(\.borrower.id)).count == 120)
    let counts = Dictionary(grouping: batch.codes) { $0 }.mapValues(\.count)
    #expect(counts == ["party-not-liable": 4, "case-without-address": 1])
    let again = CaseChanges.between(old: batch.cases, new: batch)
    #expect(again.isEmpty)
  }

  @Test("both have all that rules and reasons need somebody for", arguments: worlds)
  func variety(world: World) throws {
    let cases = try batch(world, "cases.csv").cases
    // Only visit records that disagree bring `unsettled`; no lender's file does.
    let stated = Set(HoldKind.allCases).subtracting([.unsettled])
    #expect(Set(cases.flatMap(\.holds).map(\.kind)) == stated)
    #expect(Set(cases.flatMap(\.riskFlags).map(\.factor)).count >= 12)
    #expect(Set(cases.flatMap(\.parties).map(\.role)).count == 4)
    #expect(cases.count { $0.status == .cured } == 2)
    #expect(cases.count { $0.loans.count > 1 } >= 20)
    let several = Dictionary(grouping: cases, by: \.borrower.id).count { entry in
      Set(entry.value.flatMap(\.addresses).filter { $0.party == nil }.map(\.id)).count > 1
    }
    #expect(several >= 40)
    let datums = Set(cases.flatMap(\.addresses).compactMap(\.given?.datum))
    #expect(datums == (world.folder == "wight" ? [.wgs84] : [.gcj02, .bd09]))
    let stages = cases.flatMap(\.loans).map { loan in
      OverdueStage(daysPastDue: loan.overdueSince.days(until: asOf))
    }
    #expect(Set(stages).count == 4)
  }

  @Test("the bad file is answered row by row", arguments: worlds)
  func mistakes(world: World) throws {
    let batch = try batch(world, "cases-with-mistakes.csv")
    #expect(
      batch.diagnostics.filter { $0.line != nil }.map(\.code) == [
        "unreadable-amount", "absurd-amount", "absurd-date", "absurd-date", "missing-value",
        "missing-value", "unreadable-entry", "unreadable-entry", "duplicate-row",
        "wrong-column-count",
      ])
    #expect(batch.diagnostics.filter { $0.line == nil }.map(\.code) == ["case-without-address"])
    #expect(batch.rows == 12 && batch.rowsLeftOut == 7)
    #expect(batch.diagnostics.first?.advice == "letter-o-for-zero")
  }

  @Test("crews and settings are read without remark", arguments: worlds)
  func office(world: World) throws {
    let roster = try CrewFile.read(bytes(world, "crews.yaml"))
    #expect(roster.diagnostics == [])
    #expect(roster.bases.count == 2 && roster.crews.count == 4)
    #expect(Set(roster.crews.map(\.base.id)).count == 2)
    let (settings, remarks) = try SettingsFile.read(bytes(world, "settings.yaml"))
    #expect(remarks == [])
    #expect(settings.offsetMinutes == world.offset)
  }
}
