public import Quantities

/// Everything a crew carries for a day, composed and in one language, before anything is drawn.
///
/// Paper, web and phone are readers of it. The route pages name nobody beyond the privacy level;
/// ``dossiers`` are pages of their own, one person each.
public struct RouteSheet: Hashable, Sendable {
  public var language: Language
  public var privacy: PrivacyLevel
  /// What stands at the top of every page.
  public var head: PageHead
  public var cover: SheetCover
  /// Checklists in the order of the day; those of a single door stand on its stop block.
  public var checklists: [ChecklistBlock]
  public var emergency: EmergencyCard
  public var map: SheetMap
  /// The stops in order.
  public var stops: [StopBlock]
  /// The way back to the base.
  public var wayBack: LegText
  /// Tear-off pages in order of stop; empty when the level forbids them.
  public var dossiers: [Dossier]
  public var end: EndPage
}

/// A label and its value.
public struct SheetFact: Hashable, Sendable {
  public var label: String
  public var value: String
}

/// A line to be ticked.
public struct TickLine: Hashable, Sendable {
  /// A code such as `P01`; empty where none is used.
  public var code: String
  public var text: String
  /// Whether the day or the stop may not begin before it is ticked.
  public var isMandatory: Bool
}

/// The top of every page.
public struct PageHead: Hashable, Sendable {
  public var title: String
  public var team: String
  public var date: String
  /// The plan's code with its label.
  public var planCode: String
  /// When it was printed, with its label.
  public var printed: String
  /// The moment that PDF files are dated with.
  public var printedAt: Instant
  /// Which earlier sheet this one replaces; empty for none.
  public var supersedes: String
  var language: Language

  /// The page's number and how many there are.
  public func page(_ number: Int, of count: Int) -> String {
    language.phrasebook.sheet.page(number, count)
  }
}

/// The first page.
public struct SheetCover: Hashable, Sendable {
  public var facts: [SheetFact]
  public var peopleTitle: String
  /// Who goes, the leader first.
  public var people: [SheetFact]
  public var numbersTitle: String
  /// Telephone numbers: desk and emergency.
  public var numbers: [SheetFact]
  public var stopsTitle: String
  /// Headings of the table of stops.
  public var columns: [String]
  /// One row a stop: number, arrival, window, token, address, icons are the stop block's.
  public var rows: [[String]]
  public var checkIns: CheckInTable
  public var receipt: ReceiptBox?
  public var dayKey: CodeBox?
  /// The first leg for the navigation application.
  public var firstLeg: CodeBox
}

/// When the crew calls the desk, and when the desk gets worried.
public struct CheckInTable: Hashable, Sendable {
  /// One expected call.
  public struct Row: Hashable, Sendable {
    /// After which event, such as leaving stop 3.
    public var event: String
    public var planned: String
    /// When the overdue drill begins.
    public var alarm: String
  }
  public var title: String
  public var columns: [String]
  public var rows: [Row]
  /// What the desk does when a call is overdue.
  public var drill: [String]
}

/// What the office has received of earlier days.
public struct ReceiptBox: Hashable, Sendable {
  public var title: String
  public var lines: [String]
}

/// A QR symbol with what is written beside it.
public struct CodeBox: Hashable, Sendable {
  public var caption: String
  /// What is typed when no camera is at hand; empty where typing makes no sense.
  public var typed: String
  /// What the symbol says.
  public var payload: String
}

/// Lines to be ticked under one heading.
public struct ChecklistBlock: Hashable, Sendable {
  public var title: String
  public var lines: [TickLine]
  /// Where whoever ticked signs; empty where nobody has to.
  public var signature: String
}

/// What to do when something goes wrong.
public struct EmergencyCard: Hashable, Sendable {
  public var title: String
  public var numbers: [SheetFact]
  public var lines: [TickLine]
}

/// The page before the crew comes home.
public struct EndPage: Hashable, Sendable {
  public var title: String
  public var unvisitedTitle: String
  public var unvisitedColumns: [String]
  public var blankRows: Int
  public var incidents: String
  /// How many pages went out and came back; the count of the printed pages goes in.
  public var signatures: [String]
  /// Codes of outcomes with what they mean, to be looked up.
  public var codesTitle: String
  public var codes: [SheetFact]
  var language: Language

  /// The line on which returned pages are counted.
  public func pagesReturned(of count: Int) -> String {
    language.phrasebook.sheet.pagesReturned(count)
  }
}
