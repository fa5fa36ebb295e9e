/// Sentences of page heads, cover, checklists and end page.
public struct SheetPhrases: Sendable {
  /// What kind of document the sheet is.
  public var title: String
  /// A page's number and the count of pages.
  public var page: @Sendable (Int, Int) -> String
  /// A plan's code with its label.
  public var planCode: @Sendable (String) -> String
  /// When the sheet was printed: a moment written out.
  public var printed: @Sendable (String) -> String
  /// The code of the plan whose sheet must be destroyed.
  public var supersedes: @Sendable (String) -> String
  /// Label of the count of stops.
  public var stops: String
  /// Label of when the crew leaves the base and is back.
  public var hours: String
  /// Label of the length of the route.
  public var way: String
  /// Label of the time on the road.
  public var travelling: String
  /// Label of the time at doors.
  public var visiting: String
  /// Label of when visits are lawful on the day.
  public var lawfulHours: String
  /// Stands there when the hours differ from stop to stop.
  public var noLawfulHours: String
  /// Label of when the sun sets.
  public var sunset: String
  /// Label of the travel mode and number plate.
  public var vehicle: String
  /// Label of where the crew sets out and returns.
  public var base: String
  /// Label of when the crew rests.
  public var breaks: String
  /// When a break is taken: moment, length, after how many stops.
  public var afterStops: @Sendable (String, String, Int) -> String
  /// A break before the first stop: moment and length.
  public var beforeFirstStop: @Sendable (String, String) -> String
  /// Heading of who goes.
  public var people: String
  /// Label of the one who leads the talk.
  public var leader: String
  /// Label of each other member.
  public var partner: String
  /// Heading of the telephone numbers.
  public var numbers: String
  /// Label of the desk that waits for calls.
  public var desk: String
  /// Label of the number for complaints.
  public var complaints: String
  /// Heading of the table of stops.
  public var stopTable: String
  /// Headings: number, arrival, window, token, minutes, address.
  public var stopColumns: [String]
  /// Heading of the table of calls to the desk.
  public var checkIns: String
  /// Headings: event, planned time, alarm time, done.
  public var checkInColumns: [String]
  /// A call: setting out.
  public var leaveBase: String
  /// A call: arriving at the stop of this number.
  public var arriveAt: @Sendable (Int) -> String
  /// A call: leaving the stop of this number.
  public var leaveStop: @Sendable (Int) -> String
  /// A call while still on site at the stop of this number.
  public var pulse: @Sendable (Int) -> String
  /// A call: back at the base.
  public var dayOver: String
  /// What the desk does when a call is overdue.
  public var drill: [String]
  /// Heading of what the office has received from the crew.
  public var receipt: String
  /// Log, through which visit, head code.
  public var receiptLog: @Sendable (String, Int, String) -> String
  /// What has not arrived, in words.
  public var receiptMissing: @Sendable (String) -> String
  /// Everything has arrived.
  public var receiptComplete: String
  /// Caption of the key that opens the trip pack.
  public var dayKey: String
  /// Caption of the link to the first stop.
  public var firstLeg: String
  /// Label of the signature under a checklist.
  public var signedBy: String
  /// Marks a line without whose tick nothing begins.
  public var mandatory: String
  /// Heading of the way from the last stop to the base.
  public var wayBack: String
  /// Heading of the last page.
  public var endTitle: String
  /// Heading of the stops that were not visited.
  public var unvisited: String
  /// Headings: number, token, why.
  public var unvisitedColumns: [String]
  /// Heading of the space for incidents.
  public var incidents: String
  /// How many pages must come back.
  public var pagesReturned: @Sendable (Int) -> String
  /// Who signs at the end.
  public var endSignatures: [String]
  /// Heading of the list of outcome codes.
  public var outcomeCodes: String
}
