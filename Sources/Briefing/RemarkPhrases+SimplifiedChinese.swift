extension RemarkPhrases {
  static let simplifiedChinese = RemarkPhrases(
    meaning: {
      switch $0 {
      case .missingGlyph: "字体缺少某个字"
      }
    },
    line: { "第\($0)行" },
    field: { "“\($0)”" },
    found: { "内容“\($0)”" },
    advice: { "建议:\($0)" },
    separator: ":")
}
