public import FieldModel
public import Quantities
import YamlFiles

/// The files of a workspace's `rules` folder, read together.
public struct RuleFiles: Sendable {
  /// The rules of all files that could be read.
  public let book: RuleBook
  /// What there is to remark, by file, in the order given; files without remarks are left out.
  public let remarks: [(file: String, diagnostics: [Diagnostic])]

  /// Reads packs and calendars; each file says by its `format` which it is.
  ///
  /// - Parameters:
  ///   - files: names and bytes; the later of two packs with the same code counts.
  ///   - home: the jurisdiction of addresses that name none.
  public init(_ files: [(name: String, bytes: [UInt8])], home: Identifier<Jurisdiction>) {
    var packs: [PolicyPack] = []
    var calendars: [HolidayCalendar] = []
    var remarks: [(file: String, diagnostics: [Diagnostic])] = []
    for (name, bytes) in files {
      let diagnostics: [Diagnostic]
      if Self.isCalendar(bytes) {
        let read = HolidayCalendarFile.read(bytes)
        read.calendar.map { calendars.append($0) }
        diagnostics = read.diagnostics
      } else {
        let read = PolicyPackFile.read(bytes)
        read.pack.map { packs.append($0) }
        diagnostics = read.diagnostics
      }
      if !diagnostics.isEmpty { remarks.append((name, diagnostics)) }
    }
    book = RuleBook(packs: packs, calendars: calendars, home: home)
    self.remarks = remarks
  }

  /// Whether a line of the file states the format of calendars.
  private static func isCalendar(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= StrictYaml.largestFile else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).contains {
      $0.hasPrefix("format:") && $0.hasSuffix(HolidayCalendarFile.format)
    }
  }
}
