public import FieldModel
import Quantities

/// Reads `settings.yaml`.
public enum SettingsFile {
  /// The settings that a file states, and remarks on what was not understood.
  ///
  /// ```yaml
  /// name: Newport office
  /// language: en              # or zh-Hans
  /// time_zone: "+00:00"       # how far clocks are ahead of UTC on the days planned
  /// jurisdiction: GENERIC-STRICT
  /// currency: GBP
  /// amount_tiers: { medium: 1000, large: 5000 }
  /// value_weights: { amount: 40, stage: 30 }
  /// navigation_app: google
  /// matrix: { osrm: "http://127.0.0.1:5000", modes: [car], places: 100 }
  /// ```
  ///
  /// - Throws: ``ConfigurationError`` when the file is not a YAML mapping or lacks its name,
  ///   jurisdiction or currency, or when its matrix server cannot be understood.
  public static func read(_ bytes: [UInt8]) throws(ConfigurationError) -> (
    settings: WorkspaceSettings, diagnostics: [Diagnostic]
  ) {
    var table = try YAMLTable(bytes)
    var remarks: [Diagnostic] = []
    let name = try required("name", &table)
    let jurisdiction = try required("jurisdiction", &table)
    guard let currency = Currency(code: try required("currency", &table)) else {
      throw .missing(table.remark(.error, "unknown-currency", "currency"))
    }
    var settings = WorkspaceSettings(
      name: String(name.prefix(120)), jurisdiction: Identifier(jurisdiction), currency: currency)
    settings.language = language(&table, &remarks)
    settings.offsetMinutes = offset(&table, &remarks)
    if let app = table.word(
      "navigation_app", WordList(WorkspaceSettings.NavigationApp.self, [:]), &remarks)
    {
      settings.navigationApp = app
    }
    settings.controllerPhone = table.text("controller_phone") ?? ""
    settings.matrixServer = try matrixServer(&table, &remarks)
    readTiers(&table, into: &settings, &remarks)
    readWeights(&table, into: &settings, &remarks)
    return (settings, remarks + table.unknownKeys())
  }

  private static func required(_ key: String, _ table: inout YAMLTable)
    throws(ConfigurationError) -> String
  {
    guard let text = table.text(key), !text.isEmpty else {
      throw .missing(table.remark(.error, "missing-key", key, advice: "add-key"))
    }
    return text
  }

  private static func language(_ table: inout YAMLTable, _ remarks: inout [Diagnostic])
    -> WorkspaceSettings.Language
  {
    let words = WordList(
      WorkspaceSettings.Language.self,
      [.english: ["english"], .simplifiedChinese: ["zh", "zh-CN", "中文", "简体中文"]])
    return table.word("language", words, &remarks) ?? .english
  }

  /// `+08:00`, `-05:30` or `Z`.
  private static func offset(_ table: inout YAMLTable, _ remarks: inout [Diagnostic]) -> Int16 {
    guard let text = table.text("time_zone"), text != "Z" else { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-", let time = TimeOfDay(text.dropFirst()),
      time.secondsSinceMidnight <= 15 * 3600
    else {
      remarks.append(
        table.remark(
          .error, "unreadable-time-zone", "time_zone", found: Masking.figures(text),
          advice: "+HH:MM"))
      return 0
    }
    return Int16(time.secondsSinceMidnight / 60) * (sign == "-" ? -1 : 1)
  }

  private static func readTiers(
    _ table: inout YAMLTable, into settings: inout WorkspaceSettings,
    _ remarks: inout [Diagnostic]
  ) {
    guard var tiers = table.table("amount_tiers") else { return }
    if let medium = amount("medium", &tiers, settings, &remarks) { settings.mediumAmount = medium }
    if let large = amount("large", &tiers, settings, &remarks) { settings.largeAmount = large }
    if settings.largeAmount.minorUnits < settings.mediumAmount.minorUnits {
      remarks.append(tiers.remark(.warning, "tiers-out-of-order", "large"))
    }
    remarks += tiers.unknownKeys()
  }

  private static func amount(
    _ key: String, _ table: inout YAMLTable, _ settings: WorkspaceSettings,
    _ remarks: inout [Diagnostic]
  ) -> Money? {
    guard let text = table.text(key) else { return nil }
    do throws(AmountText.Problem) {
      return try AmountText.read(text, currency: settings.currency, mark: .point)
    } catch {
      remarks.append(
        table.remark(
          .error, error.code, key, found: Masking.figures(text), advice: error.hint))
      return nil
    }
  }

  private static func readWeights(
    _ table: inout YAMLTable, into settings: inout WorkspaceSettings,
    _ remarks: inout [Diagnostic]
  ) {
    guard var weights = table.table("value_weights") else { return }
    for code in weights.keys {
      if let weight = weights.integer(code, in: 0...1_000, &remarks) {
        settings.valueWeights[code] = weight
      }
    }
  }
}
