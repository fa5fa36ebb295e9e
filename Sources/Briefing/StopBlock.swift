public import Quantities

/// What is printed of one stop on the route pages.
public struct StopBlock: Hashable, Sendable {
  public var number: Int
  public var token: CaseToken
  /// Name or initials as the level allows; empty at the highest.
  public var person: String
  public var arrival: String
  /// When the visit may lawfully begin.
  public var window: String
  /// The purpose's code, with a neutral word where the level allows.
  public var purpose: String
  public var service: String
  /// Signs whose meaning is taught, not printed.
  public var icons: [SheetIcon]
  /// The address in local order.
  public var address: String
  /// How to find the door; empty when unknown.
  public var findIt: String
  /// How closely the place on the map is known.
  public var precision: String
  public var coordinate: Coordinate
  public var leg: LegText
  public var navigation: CodeBox
  /// Wishes and rules that bind at this door.
  public var conditions: [String]
  /// What to do when nobody is in.
  public var ifAbsent: [String]
  /// What this door's risks call for.
  public var ticks: [TickLine]
  public var answer: ReturnBlock
}

/// A sign on a stop block. What it stands for is coarse on purpose.
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
  public var lines: [DirectionLine]
  /// The line driven, for maps.
  public var line: [Coordinate]
}

/// One step of the way in words.
public struct DirectionLine: Hashable, Sendable {
  /// An arrow or sign for the eye.
  public var sign: String
  public var text: String
  /// How far the road is then followed; empty on arrival.
  public var distance: String
}

/// Boxes and lines for handwriting at one stop.
public struct ReturnBlock: Hashable, Sendable {
  public var timeIn: String
  public var timeOut: String
  public var outcomeTitle: String
  public var outcomes: [TickLine]
  public var otherOutcome: String
  public var metTitle: String
  public var met: [TickLine]
  public var amount: String
  public var due: String
  public var addressRight: String
  public var phoneRight: String
  public var yes: String
  public var no: String
  public var notes: String
  public var signature: String
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
    public var sign: Sign
    public var text: String
  }
  public var title: String
  public var legend: [LegendLine]
  /// The words beside the north arrow.
  public var north: String
  /// The licence line and the datum.
  public var licence: String
  /// What the overview must hold.
  public var bounds: CoordinateBounds
  public var base: Coordinate
  public var baseName: String
  /// Stops in order, numbered from 1.
  public var stops: [Coordinate]
  /// The lines driven, leg by leg, the way back last.
  public var route: [[Coordinate]]
}
