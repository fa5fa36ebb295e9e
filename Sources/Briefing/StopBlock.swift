public import Quantities

/// What is printed of one stop on the route pages.
public struct StopBlock: Hashable, Sendable {
  /// The position on the route, from 1.
  public var number: Int
  /// What the stop's first case is called on paper.
  public var token: CaseToken
  /// Name or initials as the level allows; empty at the highest.
  public var person: String
  /// When the crew gets there and, if it has to wait, when it begins.
  public var arrival: String
  /// When the visit may lawfully begin.
  public var window: String
  /// The purpose's code, with a neutral word where the level allows.
  public var purpose: String
  /// How long the visit is planned to take, in minutes.
  public var service: String
  /// Signs whose meaning is taught, not printed.
  public var icons: [SheetIcon]
  /// The address in local order.
  public var address: String
  /// How to find the door; empty when unknown.
  public var findIt: String
  /// How closely the place on the map is known.
  public var precision: String
  /// Where to go (WGS-84).
  public var coordinate: Coordinate
  /// The way from the stop before, or from the base.
  public var leg: LegText
  /// The link that opens the stop in a navigation application.
  public var navigation: CodeBox
  /// Wishes and rules that bind at this door.
  public var conditions: [String]
  /// What to do when nobody is in.
  public var ifAbsent: [String]
  /// What this door's risks call for.
  public var ticks: [TickLine]
  /// What is filled in by hand at the stop.
  public var answer: ReturnBlock
}

/// A sign on a stop block.
///
/// What it stands for is coarse on purpose.
public enum SheetIcon: String, Hashable, Sendable, CaseIterable {
  /// Tier: one bar of three.
  case tierLow = "tier-low"
  /// Tier: two bars of three.
  case tierMedium = "tier-medium"
  /// Tier: three bars of three.
  case tierHigh = "tier-high"
  /// Never alone at the door.
  case pair
  case dog
  /// By daylight only.
  case daylight
  /// No signal or far from help.
  case noSignal = "no-signal"
  /// Mind the way out.
  case wayOut = "way-out"
  case weather
}

/// How to get somewhere from the stop before.
public struct LegText: Hashable, Sendable {
  /// From where, how far and how long.
  public var title: String
  /// One line a step; empty when the way was not worked out.
  public var lines: [DirectionLine]
  /// The line driven, for maps.
  public var line: [Coordinate]
}

/// One step of the way in words.
public struct DirectionLine: Hashable, Sendable {
  /// An arrow or sign for the eye.
  public var sign: String
  /// What to do, in the sheet's language.
  public var text: String
  /// How far the road is then followed; empty on arrival.
  public var distance: String
}

/// Boxes and lines for handwriting at one stop.
public struct ReturnBlock: Hashable, Sendable {
  /// Label of the box for the time of arrival.
  public var timeIn: String
  /// Label of the box for the time of leaving.
  public var timeOut: String
  /// The heading over ``outcomes``.
  public var outcomeTitle: String
  /// The most frequent outcomes with their codes.
  public var outcomes: [TickLine]
  /// Label of the box for the code of any other outcome.
  public var otherOutcome: String
  /// The heading over ``met``.
  public var metTitle: String
  /// Who can have been at the door, one box each, without codes.
  public var met: [TickLine]
  /// Label of the box for a promised sum.
  public var amount: String
  /// Label of the box for the day of the promise.
  public var due: String
  /// Asks whether the address is right.
  public var addressRight: String
  /// Asks whether the telephone number is right.
  public var phoneRight: String
  /// Beside the first box of a question.
  public var yes: String
  /// Beside the second box of a question.
  public var no: String
  /// Label of the lines for notes.
  public var notes: String
  /// Label of the line for the crew's signature.
  public var signature: String
  /// Label of the box that says something went wrong.
  public var incident: String
}

/// The maps of a sheet.
public struct SheetMap: Hashable, Sendable {
  /// What a legend line explains.
  public enum Sign: String, Hashable, Sendable, CaseIterable {
    case base, stop, route, mainRoad, otherRoad, ferry, water, wood, builtUp
  }
  /// A line of the legend.
  public struct LegendLine: Hashable, Sendable {
    /// What is drawn.
    public var sign: Sign
    /// What it means, in the sheet's language.
    public var text: String
  }
  /// The heading of the overview.
  public var title: String
  /// One line for every sign, in the order of ``Sign``.
  public var legend: [LegendLine]
  /// The words beside the north arrow.
  public var north: String
  /// The licence line and the datum.
  public var licence: String
  /// What the overview must hold.
  public var bounds: CoordinateBounds
  /// Where the crew sets out and returns (WGS-84).
  public var base: Coordinate
  /// The base's name as `crews.yaml` has it.
  public var baseName: String
  /// Stops in order, numbered from 1.
  public var stops: [Coordinate]
  /// The lines driven, leg by leg, the way back last.
  public var route: [[Coordinate]]
}
