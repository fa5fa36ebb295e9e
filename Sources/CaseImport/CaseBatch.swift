public import FieldModel
public import Quantities

/// What was read from one case file.
public struct CaseBatch: Hashable, Sendable {
  /// The cases, in order of id.
  public var cases: [LoanCase]
  /// Remarks, in order of line; at most ``CaseFileLimits/diagnostics``.
  public var diagnostics: [Diagnostic]
  /// How many remarks there were by severity, kept or not.
  public var diagnosticCounts: [Diagnostic.Severity: Int]
  /// How many rows the file has, the header and empty rows not counted.
  public var rows: Int
  /// How many rows were left out.
  public var rowsLeftOut: Int
  /// Cases of which a row was left out, in order of id: they are in the file, if not in
  /// ``cases`` or not wholly.
  public var incompleteCases: [Identifier<LoanCase>]
  /// How the file was written.
  public var encoding: TextEncoding
  /// What stands between its fields.
  public var separator: Character
  /// The checksum of the file's bytes.
  public var checksum: UInt32

  /// A batch of cases that were read without remark.
  public init(cases: [LoanCase]) {
    self.cases = cases.sorted { $0.id < $1.id }
    diagnostics = []
    diagnosticCounts = [:]
    rows = cases.count
    rowsLeftOut = 0
    incompleteCases = []
    encoding = .utf8
    separator = ","
    checksum = 0
  }
}

/// How a case file is written.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// The Chinese national standard, of which GBK and GB 2312 are parts.
  case gb18030
}
