public import Quantities

/// Everything a crew carries for a day, composed and in one language, before anything is drawn.
///
/// Paper, web and phone are readers of it. The route pages name nobody beyond the privacy level;
/// ``dossiers`` are pages of their own, one person each.
public struct RouteSheet: Hashable, Sendable {
  /// The language that all texts of the sheet are in.
  public var language: Language
  /// How much of a person the sheet shows.
  public var privacy: PrivacyLevel
  /// What stands at the top of every page.
  public var head: PageHead
  /// The first page: the day at a glance.
  public var cover: SheetCover
  /// Checklists in the order of the day; those of a single door stand on its stop block.
  public var checklists: [ChecklistBlock]
  /// Numbers and steps for when something goes wrong.
  public var emergency: EmergencyCard
  /// The overview of the day's route.
  public var map: SheetMap
  /// The stops in order.
  public var stops: [StopBlock]
  /// The way back to the base.
  public var wayBack: LegText
  /// Tear-off pages in order of stop; empty when the level forbids them.
  public var dossiers: [Dossier]
  /// The page that is filled in before coming home.
  public var end: EndPage
}

/// A label and its value.
public struct SheetFact: Hashable, Sendable {
  /// What the value is, in the sheet's language.
  public var label: String
  /// The value written out, with its unit.
  public var value: String
}

/// A line to be ticked.
public struct TickLine: Hashable, Sendable {
  /// A code such as `P01`; empty where none is used.
  public var code: String
  /// What is to be done or confirmed, in the sheet's language.
  public var text: String
  /// Whether the day or the stop may not begin before it is ticked.
  public var isMandatory: Bool
}

/// The top of every page.
public struct PageHead: Hashable, Sendable {
  /// What kind of document it is.
  public var title: String
  /// The crew's name.
  public var team: String
  /// The day of the route, written out.
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
  /// Counts, hours, way, vehicle, base and breaks of the day, in the order printed.
  public var facts: [SheetFact]
  /// The heading over ``people``.
  public var peopleTitle: String
  /// Who goes, the leader first.
  public var people: [SheetFact]
  /// The heading over ``numbers``.
  public var numbersTitle: String
  /// Telephone numbers: desk and emergency.
  public var numbers: [SheetFact]
  /// The heading over the table of stops.
  public var stopsTitle: String
  /// Headings of the table of stops.
  public var columns: [String]
  /// One row a stop: number, arrival, window, token, address, icons are the stop block's.
  public var rows: [[String]]
  /// The calls to the desk expected through the day.
  public var checkIns: CheckInTable
  /// What the office has received of earlier days; `nil` prints no box.
  public var receipt: ReceiptBox?
  /// The key of the trip pack; `nil` prints no box.
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
    /// The time of day at which the call is expected.
    public var planned: String
    /// When the overdue drill begins.
    public var alarm: String
  }
  /// The heading of the table.
  public var title: String
  /// Headings: event, planned time, alarm time, done.
  public var columns: [String]
  /// The calls in the order of the day.
  public var rows: [Row]
  /// What the desk does when a call is overdue.
  public var drill: [String]
}

/// What the office has received of earlier days.
public struct ReceiptBox: Hashable, Sendable {
  /// The heading of the box.
  public var title: String
  /// How far the log has arrived, then what is missing.
  public var lines: [String]
}

/// A QR symbol with what is written beside it.
public struct CodeBox: Hashable, Sendable {
  /// What the symbol is for.
  public var caption: String
  /// What is typed when no camera is at hand; empty where typing makes no sense.
  public var typed: String
  /// What the symbol says.
  public var payload: String
}

/// Lines to be ticked under one heading.
public struct ChecklistBlock: Hashable, Sendable {
  /// The heading of the list.
  public var title: String
  /// What to tick, in order.
  public var lines: [TickLine]
  /// Where whoever ticked signs; empty where nobody has to.
  public var signature: String
}

/// What to do when something goes wrong.
public struct EmergencyCard: Hashable, Sendable {
  /// The heading of the card.
  public var title: String
  /// Whom to call, the desk first.
  public var numbers: [SheetFact]
  /// What to do, in order.
  public var lines: [TickLine]
}

/// The page before the crew comes home.
public struct EndPage: Hashable, Sendable {
  /// The heading of the page.
  public var title: String
  /// The heading over the table of stops not visited.
  public var unvisitedTitle: String
  /// Headings: number, token, why.
  public var unvisitedColumns: [String]
  /// How many empty rows that table has for handwriting.
  public var blankRows: Int
  /// The heading over the space for incidents.
  public var incidents: String
  /// Labels of the lines to sign, one each.
  public var signatures: [String]
  /// The heading over ``codes``.
  public var codesTitle: String
  /// Every outcome's code with its meaning.
  public var codes: [SheetFact]
  var language: Language

  /// The line on which returned pages are counted.
  public func pagesReturned(of count: Int) -> String {
    language.phrasebook.sheet.pagesReturned(count)
  }
}
