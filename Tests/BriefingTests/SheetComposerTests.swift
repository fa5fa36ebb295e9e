import Briefing
import FieldModel
import Foundation
import Quantities
import Testing

@Suite("Sheet composer")
struct SheetComposerTests {
  static let cases = Language.allCases.flatMap { language in
    PrivacyLevel.allCases.map { (language, $0) }
  }

  static func sheet(_ language: Language, _ privacy: PrivacyLevel) -> RouteSheet {
    SheetComposer(
      SheetFixture.sources(language: language), language: language, privacy: privacy
    ).compose()
  }

  @Test("composes what the golden files say", arguments: cases)
  func golden(language: Language, privacy: PrivacyLevel) throws {
    let text = Self.sheet(language, privacy).plainText
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/sheet-\(language.rawValue)-\(privacy.rawValue).txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    #expect(try String(decoding: Data(contentsOf: file), as: UTF8.self) == text)
  }

  @Test("never shows what must not be in print", arguments: cases)
  func canaries(language: Language, privacy: PrivacyLevel) {
    let text = Self.sheet(language, privacy).plainText
    for canary in SheetFixture.forbidden {
      #expect(!text.contains(canary), "\(canary) at level \(privacy.rawValue)")
    }
    #expect(!text.contains("424242") && !text.contains("424,242") && !text.contains("999,999"))
  }

  @Test("shows names, amounts and lenders only where the level allows", arguments: cases)
  func levels(language: Language, privacy: PrivacyLevel) {
    let sheet = Self.sheet(language, privacy)
    var routePages = sheet
    routePages.dossiers = []
    let route = routePages.plainText
    let whole = sheet.plainText
    for name in ["欧阳娜娜", "Ann Barton", "王𠅤"] {
      #expect(route.contains(name) == (privacy == .inside))
      #expect(whole.contains(name) == (privacy < .high))
    }
    for inside in ["QX-1001", "River Bank", "1,234.56"] {
      #expect(!route.contains(inside))
      #expect(whole.contains(inside) == (privacy < .high))
    }
    #expect(route.contains("欧阳〇〇") == (privacy == .standard))
    #expect(route.contains("A. B.") == (privacy == .standard))
    #expect(whole.contains("138****8001") == (privacy < .high))
  }

  @Test("keeps two people at one door apart", arguments: cases)
  func oneDoor(language: Language, privacy: PrivacyLevel) {
    let sheet = Self.sheet(language, privacy)
    #expect(sheet.dossiers.count == 3)
    let other = [
      "欧阳娜娜", "QX-1001", sheet.stops[0].token.grouped, sheet.stops[0].token.text, "1,234.56",
    ]
    var alone = sheet
    alone.dossiers = [sheet.dossiers[1]]
    alone.stops = []
    alone.cover.rows = []
    alone.cover.firstLeg.payload = ""
    for text in other { #expect(!alone.plainText.contains(text)) }
    var block = sheet
    block.stops = [sheet.stops[1]]
    block.dossiers = []
    block.cover.rows = []
    block.cover.firstLeg.payload = ""
    for text in other { #expect(!block.plainText.contains(text)) }
  }

  @Test("prints doorstep lines only where the stop calls for them")
  func doorstepLines() {
    let sheet = Self.sheet(.english, .standard)
    #expect(sheet.stops.map { $0.ticks.map(\.code) } == [["A05"], [], ["A14"]])
    let doorstep = sheet.checklists.first { $0.lines.contains { $0.code == "A01" } }
    #expect(doorstep?.lines.map(\.code) == ["A01", "A09"])
    #expect(!sheet.checklists.contains { $0.lines.contains { $0.code == "V08" } })
  }

  @Test("shows signs and no reasons for a risk")
  func icons() {
    let sheet = Self.sheet(.english, .inside)
    #expect(sheet.stops[0].icons == [.tierHigh, .pair, .dog, .daylight])
    #expect(!sheet.plainText.contains("weapon ") && !sheet.plainText.contains("[weapon]"))
  }

  @Test("asks for more calls the higher the risk")
  func calls() {
    let rows = Self.sheet(.english, .standard).cover.checkIns.rows
    #expect(
      rows.map(\.event) == [
        "Leave base", "Arrive at stop 1", "On site, stop 1", "Leave stop 1", "Arrive at stop 2",
        "Leave stop 2", "Leave stop 3", "Back at base",
      ])
    #expect(rows[3].planned == "09:26" && rows[3].alarm == "09:31")
    #expect(rows[6].alarm == "10:48")
  }
}
