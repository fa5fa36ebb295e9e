import Briefing
import FieldModel
import Foundation
import Press
import Testing

@Suite("Sheet press")
struct SheetPressTests {
  @Test(
    "prints the lines of a sheet, readable for machines too",
    arguments: [
      (
        Language.english,
        [
          "Route sheet · 城关一组", "Plan 7KQ2M9XT", "Tue 24 Nov 2026", "Arrive 09:05",
          "Turn left into",
        ]
      ),
      (.simplifiedChinese, ["外勤路线单", "2026年11月24日 周二", "09:05到", "左转进入河西街", "计划 7KQ2M9XT"]),
    ])
  func text(language: Language, lines: [String]) throws {
    let sheet = PrintFixture.sheet(language, stops: 3)
    let print = SheetPress.pdf(sheet, map: GridTown())
    let text = try Self.text(of: print.pdf)
    for line in lines + ["青溪县城关镇人民路1号2单元301室", sheet.stops[2].token.grouped, "李㛃"] {
      #expect(text.contains(line), "\(line)")
    }
    #expect(
      text.split(separator: "\u{C}", omittingEmptySubsequences: false).count == print.pages + 1)
    let last = language.phrasebook.sheet.page(print.pages, print.pages)
    #expect(text.contains(last))
    let numbered = (1...print.pages).allSatisfy {
      text.contains(language.phrasebook.sheet.page($0, print.pages))
    }
    #expect(numbered)
  }

  @Test("has a glyph for rare names of GB 18030 and says when it has none")
  func glyphs() {
    let rare = SheetPress.pdf(PrintFixture.sheet(.simplifiedChinese, stops: 3, privacy: .inside))
    #expect(rare.diagnostics.isEmpty)
    let unknown = SheetPress.pdf(
      PrintFixture.sheet(
        .simplifiedChinese, stops: 1, privacy: .inside, extraName: "王\u{10FFFD}"))
    #expect(unknown.diagnostics.map(\.found) == ["U+10FFFD"])
  }

  @Test("gives the same bytes for the same sheet", arguments: Language.allCases)
  func determinism(language: Language) {
    let sheet = PrintFixture.sheet(language, stops: 4)
    #expect(
      SheetPress.pdf(sheet, map: GridTown()).pdf == SheetPress.pdf(sheet, map: GridTown()).pdf)
  }

  @Test("prints 25 stops in two seconds and two megabytes", arguments: Language.allCases)
  func size(language: Language) {
    let sheet = PrintFixture.sheet(language, stops: 25)
    let start = ContinuousClock.now
    let print = SheetPress.pdf(sheet, map: GridTown())
    let time = ContinuousClock.now - start
    #expect(print.pdf.count < 2_000_000)
    // Twice over for a debug build on a busy machine.
    #expect(time < .seconds(8))
    #expect(print.pages > 25)
  }

  @Test("draws the overview alone as SVG and PNG, with a map or without")
  func pictures() {
    let sheet = PrintFixture.sheet(.english, stops: 8)
    let svg = String(decoding: MapDrawing.svg(sheet, map: GridTown()), as: UTF8.self)
    #expect(svg.contains("<svg") && svg.contains("</svg>"))
    #expect(MapDrawing.png(sheet).starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test("keeps names off every page at the highest level")
  func privacy() throws {
    let print = SheetPress.pdf(PrintFixture.sheet(.english, stops: 3, privacy: .high))
    let text = try Self.text(of: print.pdf)
    for word in PrintFixture.rareNames + ["River Bank", "1,234.56", "QX-1"] {
      #expect(!text.contains(word))
    }
  }

  /// The text of a PDF file as poppler's `pdftotext` reads it, a form feed after each page.
  private static func text(of pdf: [UInt8]) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("press-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("sheet.pdf")
    try Data(pdf).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["pdftotext", "-layout", file.path, "-"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
