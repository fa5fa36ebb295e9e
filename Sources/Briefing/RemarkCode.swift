/// The codes of remarks that the phrasebook knows; a code outside it is shown as it is.
public enum RemarkCode: String, Hashable, Sendable, CaseIterable {
  case missingGlyph = "missing-glyph"
}
