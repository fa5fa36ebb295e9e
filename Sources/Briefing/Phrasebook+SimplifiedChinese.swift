extension Phrasebook {
  /// Every sentence in simplified Chinese.
  public static let simplifiedChinese = Phrasebook(
    language: .simplifiedChinese, words: .simplifiedChinese, sheet: .simplifiedChinese,
    stop: .simplifiedChinese, dossier: .simplifiedChinese, map: .simplifiedChinese,
    directions: .simplifiedChinese, reasons: .simplifiedChinese, rules: .simplifiedChinese,
    faults: .simplifiedChinese, remarks: .simplifiedChinese,
    messages: .simplifiedChinese, commands: .simplifiedChinese, roads: .simplifiedChinese,
    solving: .simplifiedChinese,
    keys: .simplifiedChinese, sync: .simplifiedChinese)
}
