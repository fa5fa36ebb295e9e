public import Quantities

/// Roads as a map builder hands them over: plain lists, before any graph is made of them.
///
/// A way is cut where it shares a node with another, so a draft's ways may be as long as those of
/// the map they came from. Every number in a way or restriction is checked when the road file is
/// built.
public struct RoadDraft: Sendable {
  /// Where the data come from and under which licence.
  public struct Source: Hashable, Sendable {
    /// The file the map was built from, without its folder.
    public var name: String
    /// The state of the data, as far as the extract tells.
    public var date: ServiceDate?
    /// What must be printed beside every map, such as `© OpenStreetMap contributors`.
    public var licenceLine: String

    /// A source by name, date and licence line.
    public init(name: String, date: ServiceDate?, licenceLine: String) {
      self.name = name
      self.date = date
      self.licenceLine = licenceLine
    }
  }

  /// A name in one language: `language` is a BCP 47 tag, empty for the name as signposted.
  public struct Name: Hashable, Sendable {
    /// A BCP 47 tag; empty for the name as signposted.
    public var language: String
    /// The name as the map writes it.
    public var text: String

    /// A name and the language it is in.
    public init(language: String = "", text: String) {
      self.language = language
      self.text = text
    }
  }

  /// How one travel mode may use a way in one direction.
  public struct Permission: Hashable, Sendable {
    /// The speed in tenths of a km/h on a free road, turns not counted.
    public var speed: UInt16
    /// Whether the way may be used only to reach something on it, not to drive through.
    public var endsOnly: Bool

    /// A permission to go at `speed` tenths of a km/h.
    public init(speed: UInt16, endsOnly: Bool = false) {
      self.speed = speed
      self.endsOnly = endsOnly
    }
  }

  /// A way: a line of at least two nodes with one set of properties.
  public struct Way: Sendable {
    /// Positions in ``RoadDraft/nodes``.
    public var nodes: [UInt32]
    /// How important the road is.
    public var roadClass: RoadClass
    /// Names in every language the map has, the signposted one first.
    public var names: [Name]
    /// The road's number, such as `G312`; empty without one.
    public var reference: String
    /// Who may go along the nodes' order, and how fast.
    public var forward: Permissions
    /// Who may go against it.
    public var backward: Permissions
    /// Whether it is part of a roundabout.
    public var isRoundabout: Bool
    /// Whether it runs over something.
    public var isBridge: Bool
    /// Whether it runs below ground.
    public var isTunnel: Bool
    /// The whole crossing's duration where the map states one (ferries); speeds are then ignored.
    public var duration: Seconds?
    /// The side its traffic keeps to; `nil` for that of the draft.
    public var drivesOnLeft: Bool?
    /// When it is closed to modes that may use it at other times.
    public var closures: [TravelMode: WeeklyHours]

    /// A way along `nodes` that nobody may use yet.
    public init(nodes: [UInt32], roadClass: RoadClass) {
      self.nodes = nodes
      self.roadClass = roadClass
      names = []
      reference = ""
      forward = [:]
      backward = [:]
      isRoundabout = false
      isBridge = false
      isTunnel = false
      duration = nil
      drivesOnLeft = nil
      closures = [:]
    }
  }

  /// A rule about turning from one way into another.
  public struct Restriction: Sendable {
    /// Where the turn happens.
    public enum Via: Sendable {
      /// At a node, a position in ``RoadDraft/nodes``.
      case node(UInt32)
      /// Along ways, positions in ``RoadDraft/ways``, in order.
      case ways([UInt32])
    }

    /// The way come from, a position in ``RoadDraft/ways``.
    public var from: UInt32
    /// Where, between the two ways, the turn happens.
    public var via: Via
    /// The way gone to, a position in ``RoadDraft/ways``.
    public var to: UInt32
    /// Whether `to` is the only way allowed (`only_*`) rather than the one forbidden (`no_*`).
    public var isMandatory: Bool
    /// Whom the rule binds.
    public var modes: Set<TravelMode>
    /// When it holds; `nil` for always.
    public var hours: WeeklyHours?

    /// A rule about turning from `from` into `to`, during `hours` only unless they are `nil`.
    public init(
      from: UInt32, via: Via, to: UInt32, isMandatory: Bool, modes: Set<TravelMode>,
      hours: WeeklyHours? = nil
    ) {
      self.from = from
      self.via = via
      self.to = to
      self.isMandatory = isMandatory
      self.modes = modes
      self.hours = hours
    }
  }

  /// A thing that is drawn on maps but never travelled.
  public struct Scenery: Sendable {
    /// What it is.
    public enum Kind: UInt8, Sendable, CaseIterable {
      case coastline = 0
      case water, river, wood, park, builtUp, industrial, farmland, sand, railway, boundary
      case building, landmark
    }

    /// What it is, which sets how it is drawn.
    public var kind: Kind
    /// Its outline if closed (areas: outer ring first, holes after), else a line.
    public var rings: [[Coordinate]]
    /// Its name as signposted; empty without one.
    public var name: String

    /// A thing to draw.
    public init(kind: Kind, rings: [[Coordinate]], name: String = "") {
      self.kind = kind
      self.rings = rings
      self.name = name
    }
  }

  /// A name to be written on maps at a point.
  public struct Label: Sendable {
    /// In every language the map has, the signposted one first.
    public var names: [Name]
    /// The point it is written at (WGS-84).
    public var coordinate: Coordinate
    /// 0 city … 5 hamlet: smaller numbers are written larger and first.
    public var rank: UInt8

    /// A name at a point.
    public init(names: [Name], coordinate: Coordinate, rank: UInt8) {
      self.names = names
      self.coordinate = coordinate
      self.rank = rank
    }
  }

  /// Where the data come from and under which licence.
  public var source: Source
  /// Which side of the road traffic keeps to on most ways; a way may say otherwise.
  public var drivesOnLeft: Bool
  /// What turns cost each mode; a mode without an entry turns for nothing.
  public var turnCosts: [TravelMode: TurnCosts]
  /// Where the nodes are (WGS-84); ways and restrictions name them by position.
  public var nodes: [Coordinate]
  /// The ways; restrictions name them by position.
  public var ways: [Way]
  /// Nodes that block some modes: gates, bollards, kerbs.
  public var barriers: [UInt32: Set<TravelMode>]
  /// Nodes with traffic signals.
  public var signals: Set<UInt32>
  /// Rules about turning, bound to ways and nodes of this draft.
  public var restrictions: [Restriction]
  /// What is drawn beside the roads.
  public var scenery: [Scenery]
  /// Names written on maps.
  public var labels: [Label]

  /// An empty draft.
  public init(source: Source, drivesOnLeft: Bool = false) {
    self.source = source
    self.drivesOnLeft = drivesOnLeft
    turnCosts = [:]
    nodes = []
    ways = []
    barriers = [:]
    signals = []
    restrictions = []
    scenery = []
    labels = []
  }
}
