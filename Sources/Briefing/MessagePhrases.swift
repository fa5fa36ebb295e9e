/// What the command line says.
public struct MessagePhrases: Sendable {
  /// New, changed, unchanged, cured, gone cases.
  public var importSummary: @Sendable (Int, Int, Int, Int, Int) -> String
  /// Rows read and rows left out.
  public var rowsRead: @Sendable (Int, Int) -> String
  public var dryRun: String
  public var nothingChanged: String
  /// Located, doubtful, not located addresses.
  public var locateSummary: @Sendable (Int, Int, Int) -> String
  /// Junctions, streets, kilometres of road.
  public var mapBuilt: @Sendable (String, String, String) -> String
  public var workspaceMade: @Sendable (String) -> String
  /// Territories, balance in percent.
  public var territoriesSummary: @Sendable (Int, String) -> String
  /// Plan code, visits, routes, days, cases left out.
  public var planSummary: @Sendable (String, Int, Int, Int, Int) -> String
  public var planChecked: String
  public var planRefused: @Sendable (Int) -> String
  public var unplannedTitle: String
  /// Date, crew, stops, way, duty.
  public var routeLine: @Sendable (String, String, Int, String, String) -> String
  /// Files and pages.
  public var printed: @Sendable (Int, Int) -> String
  /// Stops and bytes.
  public var packed: @Sendable (Int, Int) -> String
  public var recorded: @Sendable (Int) -> String
  /// New, known, quarantined events.
  public var syncSummary: @Sendable (Int, Int, Int) -> String
  /// Due day, what, case.
  public var followUpLine: @Sendable (String, String, String) -> String
  public var nextLawfulVisit: @Sendable (String) -> String
  public var reportPlanned: String
  public var reportMade: String
  public var reportContacted: String
  public var reportPromised: String
  public var reportKept: String
  public var reportCrew: String
  public var reportTerritory: String
  public var reportTotal: String
  /// Day.
  public var ruleAllows: @Sendable (String) -> String
  /// Day and the entries.
  public var ruleForbids: @Sendable (String, String) -> String
  /// Day and the entries.
  public var ruleConditions: @Sendable (String, String) -> String
  public var inUse: String
  public var missingFile: @Sendable (String) -> String
  public var seed: @Sendable (String) -> String
  public var took: @Sendable (String) -> String
}
