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
  /// The address concerned.
  public var address: @Sendable (String) -> String
  /// What was found, behind a meaning.
  public var found: @Sendable (String) -> String
  /// How often it was found, behind a meaning.
  public var count: @Sendable (Int) -> String
  /// What to do, behind the rest.
  public var advised: @Sendable (String) -> String
  /// What stands between line and field.
  public var comma: String
  /// What stands before a meaning.
  public var separator: String
}

extension Phrasebook {
  /// A remark as one sentence: how grave, where, what, what was found, what to do.
  public func sentence(for remark: Diagnostic) -> String {
    words.severity(remark.severity) + remarks.separator + statement(of: remark)
  }

  /// A remark without how grave it is, to stand behind the name of a file.
  public func statement(of remark: Diagnostic) -> String {
    let code = RemarkCode(rawValue: remark.code)
    let field = code?.isOfAddress == true ? remarks.address : remarks.field
    let place = [
      remark.line.map(remarks.line), remark.field.isEmpty ? nil : field(remark.field),
    ].compactMap(\.self)
    var text = place.isEmpty ? "" : place.joined(separator: remarks.comma) + remarks.separator
    text += code.map(remarks.meaning) ?? remark.code
    text += found(in: remark)
    if !remark.advice.isEmpty {
      let advice = AdviceCode(rawValue: remark.advice).map(remarks.advice)
      text += remarks.advised(advice ?? remarks.suggestion(remark.advice))
    }
    return text
  }

  /// What was found; with maps, how often.
  private func found(in remark: Diagnostic) -> String {
    if remark.found.isEmpty { return "" }
    if remark.code.hasPrefix("map-"), let count = Int(remark.found) { return remarks.count(count) }
    return remarks.found(remark.found)
  }
}

extension RemarkCode {
  /// Whether the field of the remark is an address and not a column or key.
  fileprivate var isOfAddress: Bool {
    switch self {
    case .coordinateOutsideMap, .coordinateSwapped, .coordinateDatumDoubtful,
      .coordinateFarFromAddress, .pinOutsideMap:
      true
    default: false
    }
  }
}
