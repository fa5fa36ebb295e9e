extension RemarkPhrases {
  static let english = RemarkPhrases(
    meaning: {
      switch $0 {
      case .missingGlyph: "the font has no glyph for a character"
      }
    },
    line: { "line \($0)" },
    field: { "“\($0)”" },
    found: { "found “\($0)”" },
    advice: { "advice: \($0)" },
    separator: ": ")
}
