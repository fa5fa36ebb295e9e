public import Briefing
public import FieldModel
import Quantities

/// Draws a sheet to paper.
public enum SheetPress {
  /// What came of printing.
  public struct Print: Sendable {
    /// The PDF file.
    public var pdf: [UInt8]
    /// How many pages it has.
    public var pages: Int
    /// Texts with a character that no font has a glyph for, told by its code point only.
    public var diagnostics: [Diagnostic]
  }

  /// A4 upright, in points.
  static let paper = (width: mm(210), height: mm(297))

  /// A sheet as PDF, A4 upright; the same sheet and map give the same bytes.
  ///
  /// - Parameters:
  ///   - sheet: what is printed.
  ///   - map: draws the land under the route; `nil` draws the route alone.
  /// - Returns: the file's bytes with how many pages they hold.
  public static func pdf(_ sheet: RouteSheet, map: (any MapSource)? = nil) -> Print {
    let rehearsal = SheetPainter(
      canvas: canvas(for: sheet, isRehearsal: true), sheet: sheet, map: nil, pageCount: 0)
    rehearsal.draw()
    let painter = SheetPainter(
      canvas: canvas(for: sheet, isRehearsal: false), sheet: sheet, map: map,
      pageCount: rehearsal.page)
    painter.draw()
    let pdf = painter.canvas.finish()
    return Print(
      pdf: pdf, pages: painter.page,
      diagnostics: painter.canvas.missingGlyphs.map { scalar in
        Diagnostic(
          .warning, RemarkCode.missingGlyph.rawValue,
          found: "U+" + String(scalar.value, radix: 16, uppercase: true),
          advice: "fonts-noto-cjk")
      })
  }

  private static func canvas(for sheet: RouteSheet, isRehearsal: Bool) -> Canvas {
    Canvas(
      .pdf(title: sheet.head.title, date: sheet.head.printedAt.description), width: paper.width,
      height: paper.height, language: sheet.language.rawValue, isRehearsal: isRehearsal)
  }
}
