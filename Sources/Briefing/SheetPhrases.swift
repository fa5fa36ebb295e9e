/// Sentences of page heads, cover, checklists and end page.
public struct SheetPhrases: Sendable {
  public var title: String
  /// A page's number and the count of pages.
  public var page: @Sendable (Int, Int) -> String
  public var planCode: @Sendable (String) -> String
  public var printed: @Sendable (String) -> String
  public var supersedes: @Sendable (String) -> String
  public var stops: String
  public var hours: String
  public var way: String
  public var travelling: String
  public var visiting: String
  public var lawfulHours: String
  public var noLawfulHours: String
  public var sunset: String
  public var vehicle: String
  public var base: String
  public var breaks: String
  /// When a break is taken: moment, length, after how many stops.
  public var afterStops: @Sendable (String, String, Int) -> String
  /// A break before the first stop: moment and length.
  public var beforeFirstStop: @Sendable (String, String) -> String
  public var people: String
  public var leader: String
  public var partner: String
  public var numbers: String
  public var desk: String
  public var complaints: String
  public var stopTable: String
  /// Headings: number, arrival, window, token, minutes, address.
  public var stopColumns: [String]
  public var checkIns: String
  /// Headings: event, planned time, alarm time, done.
  public var checkInColumns: [String]
  public var leaveBase: String
  public var arriveAt: @Sendable (Int) -> String
  public var leaveStop: @Sendable (Int) -> String
  public var pulse: @Sendable (Int) -> String
  public var dayOver: String
  /// What the desk does when a call is overdue.
  public var drill: [String]
  public var receipt: String
  /// Log, through which visit, head code.
  public var receiptLog: @Sendable (String, Int, String) -> String
  public var receiptMissing: @Sendable (String) -> String
  public var receiptComplete: String
  public var dayKey: String
  public var firstLeg: String
  public var signedBy: String
  public var mandatory: String
  public var wayBack: String
  public var endTitle: String
  public var unvisited: String
  /// Headings: number, token, why.
  public var unvisitedColumns: [String]
  public var incidents: String
  /// How many pages must come back.
  public var pagesReturned: @Sendable (Int) -> String
  /// Who signs at the end.
  public var endSignatures: [String]
  public var outcomeCodes: String
}
