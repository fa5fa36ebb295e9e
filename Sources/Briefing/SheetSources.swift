public import FieldModel
public import Quantities

/// What a sheet is composed from; the edge gathers it.
public struct SheetSources: Sendable {
  /// The route printed.
  public var route: DailyRoute
  /// Who goes.
  public var crew: Crew
  /// The cases of all stops; others are ignored.
  public var cases: [LoanCase]
  /// The plan's code.
  public var planCode: String
  /// The code of the printed plan that this one replaces; `nil` for none.
  public var supersedes: String?
  /// When it is printed.
  public var printed: Instant
  /// All checklist items of the workspace.
  public var checklist: Checklist
  /// What the day calls for beyond `always`.
  public var dayTriggers: Set<ChecklistTrigger>
  /// What each stop calls for beyond `always`.
  public var stopTriggers: [Identifier<PlannedVisit>: Set<ChecklistTrigger>]
  /// When the crew calls from a stop of each tier, and how long the desk waits.
  public var callTimes: [RiskTier: CallTimes]
  /// One leg a stop, then the way back; missing legs print times only.
  public var legs: [RouteLeg]
  /// When the sun sets there; `nil` if unknown.
  public var sunset: TimeOfDay?
  /// When visits are lawful that day, in order.
  public var lawfulHours: [TimeWindow]
  /// Telephone numbers and standing texts.
  public var office: OfficeCard
  /// What the QR codes open.
  public var navigation: NavigationApp
  /// The secret of the workspace that case tokens are made with.
  public var tokenSalt: String
  /// What must be printed beside every map.
  public var licenceLine: String
  /// What the office has received; `nil` leaves the box out.
  public var receipt: ReceiptNotice?
  /// The key of the trip pack, on the crew's own copy only.
  public var dayKey: DayKeyText?

  /// A route with its crew and cases; the rest can be set afterwards.
  public init(
    route: DailyRoute, crew: Crew, cases: [LoanCase], planCode: String, printed: Instant,
    checklist: Checklist, office: OfficeCard
  ) {
    self.route = route
    self.crew = crew
    self.cases = cases
    self.planCode = planCode
    self.printed = printed
    self.checklist = checklist
    self.office = office
    dayTriggers = []
    stopTriggers = [:]
    callTimes = CallTimes.usual
    legs = []
    lawfulHours = []
    navigation = .geo
    tokenSalt = ""
    licenceLine = ""
  }
}

/// The numbers and texts of an office that stand on every sheet.
public struct OfficeCard: Hashable, Sendable {
  /// A telephone number with what it is for, in the sheet's language.
  public struct Number: Hashable, Sendable {
    /// What it is for, in the sheet's language.
    public var label: String
    /// The number as it is dialled.
    public var number: String

    /// A number and its label.
    public init(label: String, number: String) {
      self.label = label
      self.number = number
    }
  }

  /// The desk that waits for the crew's calls.
  public var deskPhone: String
  /// Police, ambulance, fire as they are dialled there, in order.
  public var emergency: [Number]
  /// Where a visited person can complain.
  public var complaintPhone: String
  /// How money can be paid, one line each; empty prints a pointer to the letter.
  public var paymentChannels: [String]

  /// The numbers of an office.
  public init(
    deskPhone: String, emergency: [Number], complaintPhone: String = "",
    paymentChannels: [String] = []
  ) {
    self.deskPhone = deskPhone
    self.emergency = emergency
    self.complaintPhone = complaintPhone
    self.paymentChannels = paymentChannels
  }
}

/// What the office has received from the crew's logs.
public struct ReceiptNotice: Hashable, Sendable {
  /// The log's short name.
  public var log: String
  /// Until which visit it is complete.
  public var throughVisit: Int
  /// The head code of the log.
  public var headCode: String
  /// What is still missing, in words; empty for nothing.
  public var missing: String

  /// A receipt for a log.
  public init(log: String, throughVisit: Int, headCode: String, missing: String = "") {
    self.log = log
    self.throughVisit = throughVisit
    self.headCode = headCode
    self.missing = missing
  }
}

/// The day key as it is typed and as its QR symbol says it.
public struct DayKeyText: Hashable, Sendable {
  /// In groups, to be typed.
  public var typed: String
  /// The text of the QR symbol.
  public var payload: String

  /// A key in both forms.
  public init(typed: String, payload: String) {
    self.typed = typed
    self.payload = payload
  }
}

/// When a crew calls from a stop, and how long the desk waits for it.
public struct CallTimes: Hashable, Sendable {
  /// Whether it calls on arrival as well as on leaving.
  public var atArrival: Bool
  /// The time between calls while on site; `nil` for none.
  public var pulse: Seconds?
  /// How long after the expected moment the overdue drill begins.
  public var grace: Seconds

  /// Calls at the moments given, each waited for by `grace`.
  public init(atArrival: Bool, pulse: Seconds?, grace: Seconds) {
    self.atArrival = atArrival
    self.pulse = pulse
    self.grace = grace
  }

  /// What holds where an office has not set its own.
  public static let usual: [RiskTier: CallTimes] = [
    .low: CallTimes(atArrival: false, pulse: nil, grace: .minutes(30)),
    .medium: CallTimes(atArrival: true, pulse: nil, grace: .minutes(15)),
    .high: strictest,
    .stop: strictest,
  ]

  /// What holds at a stop whose tier has no times.
  static let strictest = CallTimes(atArrival: true, pulse: .minutes(15), grace: .minutes(5))
}
