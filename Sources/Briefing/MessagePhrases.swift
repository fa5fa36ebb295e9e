/// What the command line says.
public struct MessagePhrases: Sendable {
  /// New, changed, unchanged, cured, gone cases.
  public var importSummary: @Sendable (Int, Int, Int, Int, Int) -> String
  /// Rows read and rows left out.
  public var rowsRead: @Sendable (Int, Int) -> String
  /// Nothing was written because a trial run was asked for.
  public var dryRun: String
  /// The workspace is as it was.
  public var nothingChanged: String
  /// Located, doubtful, not located addresses.
  public var locateSummary: @Sendable (Int, Int, Int) -> String
  /// Junctions, streets, kilometres of road.
  public var mapBuilt: @Sendable (String, String, String) -> String
  /// The folder.
  public var workspaceMade: @Sendable (String) -> String
  /// Territories, balance in percent.
  public var territoriesSummary: @Sendable (Int, String) -> String
  /// Plan code, visits, routes, days, cases left out.
  public var planSummary: @Sendable (String, Int, Int, Int, Int) -> String
  /// The independent checker found no fault.
  public var planChecked: String
  /// How many faults the independent checker found.
  public var planRefused: @Sendable (Int) -> String
  /// Heads the cases left out of a plan.
  public var unplannedTitle: String
  /// Date, crew, stops, way, duty.
  public var routeLine: @Sendable (String, String, Int, String, String) -> String
  /// Files and pages.
  public var printed: @Sendable (Int, Int) -> String
  /// Stops and bytes.
  public var packed: @Sendable (Int, Int) -> String
  /// How many visits.
  public var recorded: @Sendable (Int) -> String
  /// New, known, quarantined events.
  public var syncSummary: @Sendable (Int, Int, Int) -> String
  /// Due day, what, case.
  public var followUpLine: @Sendable (String, String, String) -> String
  /// A day.
  public var nextLawfulVisit: @Sendable (String) -> String
  /// Column of a report: visits planned.
  public var reportPlanned: String
  /// Column of a report: visits made.
  public var reportMade: String
  /// Column of a report: visits that reached somebody.
  public var reportContacted: String
  /// Column of a report: promises given.
  public var reportPromised: String
  /// Column of a report: promises kept.
  public var reportKept: String
  /// Stands before a crew's code at the head of its row.
  public var reportCrew: String
  /// Stands before a territory's code at the head of its row.
  public var reportTerritory: String
  /// Heads the row that sums all.
  public var reportTotal: String
  /// Another process holds the workspace's lock.
  public var inUse: String
  /// The path.
  public var missingFile: @Sendable (String) -> String
  /// The number that a random sequence starts from.
  public var seed: @Sendable (String) -> String
  /// A length of time, written out.
  public var took: @Sendable (String) -> String
}
