public import Briefing
public import FieldModel

/// Draws a sheet to paper.
public enum SheetPress {
  /// What came of printing.
  public struct Print: Sendable {
    /// The PDF file.
    public var pdf: [UInt8]
    /// How many pages it has.
    public var pages: Int
    /// Characters for which no font has a glyph, one remark a text.
    public var diagnostics: [Diagnostic]
  }

  /// A sheet as PDF, A4 upright; the same sheet gives the same bytes.
  ///
  /// - Parameter map: draws the land under the route; `nil` draws the route alone.
  public static func pdf(_ sheet: RouteSheet, map: (any MapSource)? = nil) -> Print {
    Print(pdf: [], pages: 0, diagnostics: [])
  }
}
