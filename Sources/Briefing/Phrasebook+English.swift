extension Phrasebook {
  /// Every sentence in English.
  public static let english = Phrasebook(
    language: .english, words: .english, sheet: .english, stop: .english, dossier: .english,
    map: .english, directions: .english, reasons: .english, rules: .english, faults: .english,
    remarks: .english, messages: .english, commands: .english, roads: .english,
    solving: .english,
    keys: .english, sync: .english)
}
