import RoadNetwork

/// How a class of road is drawn: its fill between two edges, in points on the overview.
struct RoadStyle {
  var width: Double
  var casing: Double
  var fill: Ink
  var edge: Ink

  /// The style of a class; `nil` for ferries and paths, which are dashed lines.
  init?(_ roadClass: RoadClass) {
    switch roadClass {
    case .motorway, .trunk: self.init(2.9, Ink(0.93, 0.76, 0.50), edge: Ink(grey: 0.35))
    case .motorwayLink, .trunkLink: self.init(1.7, Ink(0.93, 0.76, 0.50), edge: Ink(grey: 0.4))
    case .primary: self.init(2.5, Ink(0.98, 0.87, 0.62), edge: Ink(grey: 0.42))
    case .primaryLink: self.init(1.4, Ink(0.98, 0.87, 0.62), edge: Ink(grey: 0.45))
    case .secondary: self.init(2.1, Ink(1, 0.95, 0.76), edge: Ink(grey: 0.48))
    case .secondaryLink: self.init(1.2, Ink(1, 0.95, 0.76), edge: Ink(grey: 0.5))
    case .tertiary, .tertiaryLink: self.init(1.7, .white, edge: Ink(grey: 0.5))
    case .unclassified, .residential: self.init(1.1, .white, edge: Ink(grey: 0.62))
    case .livingStreet, .pedestrian: self.init(0.9, .white, edge: Ink(grey: 0.66))
    case .service: self.init(0.6, .white, edge: Ink(grey: 0.7))
    case .track, .cycleway, .footway, .path, .steps, .ferry: return nil
    }
  }

  private init(_ width: Double, _ fill: Ink, edge: Ink) {
    self.width = width
    casing = width + 0.7
    self.fill = fill
    self.edge = edge
  }

  /// Dashed roads: tracks and paths thin, ferries longer and darker.
  static func dashed(_ roadClass: RoadClass) -> Canvas.Pen {
    switch roadClass {
    case .ferry: Canvas.Pen(width: 0.9, ink: Ink(0.25, 0.4, 0.55), dashes: [5, 3])
    case .track: Canvas.Pen(width: 0.6, ink: Ink(grey: 0.5), dashes: [3, 1.6])
    default: Canvas.Pen(width: 0.45, ink: Ink(grey: 0.55), dashes: [1.4, 1.2])
    }
  }

  /// The lowest class worth drawing when a millimetre stands for so many metres.
  static func minimumClass(metresAMillimetre: Double) -> RoadClass {
    switch metresAMillimetre {
    case ..<12: .steps
    case ..<30: .service
    case ..<75: .residential
    case ..<180: .unclassified
    case ..<420: .tertiary
    default: .secondary
    }
  }
}

/// What the land is painted with.
enum LandInk {
  static let land = Ink(0.975, 0.97, 0.955)
  static let water = Ink(0.78, 0.87, 0.93)
  static let wood = Ink(0.86, 0.92, 0.82)
  static let builtUp = Ink(0.925, 0.915, 0.90)
  static let industrial = Ink(0.915, 0.905, 0.92)
  static let sand = Ink(0.97, 0.95, 0.87)
  static let building = Ink(0.84, 0.82, 0.79)
  static let shore = Ink(0.45, 0.6, 0.7)
}
