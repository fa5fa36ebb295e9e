public import FieldModel

/// Remarks on what was read, from codes and values.
public struct RemarkPhrases: Sendable {
  /// What a code means.
  public var meaning: @Sendable (RemarkCode) -> String
  /// What to do.
  public var advice: @Sendable (AdviceCode) -> String
  /// A nearest known spelling or another value to put in.
  public var suggestion: @Sendable (String) -> String
  /// The line concerned.
  public var line: @Sendable (Int) -> String
  /// The field concerned.
  public var field: @Sendable (String) -> String
  /// What was found.
  public var found: @Sendable (String) -> String
  /// What stands between the parts.
  public var separator: String
}

extension Phrasebook {
  /// A remark as one sentence: where, what, what was found, what to do.
  public func sentence(for remark: Diagnostic) -> String {
    var parts = [words.severity(remark.severity)]
    if let line = remark.line { parts.append(remarks.line(line)) }
    if !remark.field.isEmpty { parts.append(remarks.field(remark.field)) }
    parts.append(RemarkCode(rawValue: remark.code).map(remarks.meaning) ?? remark.code)
    if !remark.found.isEmpty { parts.append(remarks.found(remark.found)) }
    if !remark.advice.isEmpty {
      let advice = AdviceCode(rawValue: remark.advice).map(remarks.advice)
      parts.append(advice ?? remarks.suggestion(remark.advice))
    }
    return parts.joined(separator: remarks.separator)
  }
}
