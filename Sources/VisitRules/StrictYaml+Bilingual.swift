import YamlFiles

extension StrictYaml {
  /// A text in both languages: `{en: …, zh: …}`.
  mutating func both(_ table: Table, _ key: String) -> BilingualText? {
    guard let words = self.table(table, key) else { return nil }
    expectOnly(["en", "zh"], in: words)
    guard let english = text(words, "en"), let chinese = text(words, "zh") else { return nil }
    return BilingualText(english: english, chinese: chinese)
  }
}
