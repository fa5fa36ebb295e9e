public import Quantities
public import RoadNetwork

/// The speed one really drives where no sign is known, by class of road and part of the world.
public enum UsualSpeed: Hashable, Sendable {
  /// The speeds of OSRM's car profile, tried all over the world.
  case generic
  /// Mainland China: by the road's number (高速 G2, 国道 G312, 省道 S20, 县道 X012, 乡道 Y, 村道 C) where
  /// it has one, as classes are often mapped by width alone.
  case china

  /// The set of speeds that holds at `coordinate`.
  public init(at coordinate: Coordinate) {
    self = MainlandChina.contains(coordinate) ? .china : .generic
  }

  /// The speed of a car in tenths of a km/h.
  public func car(_ roadClass: RoadClass, _ tags: Tags) -> Int {
    let byClass = byClass(roadClass)
    guard self == .china, roadClass <= .residential, let reference = tags[.ref] else {
      return byClass
    }
    return max(byClass, Self.byNumber(reference) ?? byClass)
  }

  private func byClass(_ roadClass: RoadClass) -> Int {
    let isChina = self == .china
    return switch roadClass {
    case .motorway: isChina ? 950 : 900
    case .motorwayLink: 450
    case .trunk: isChina ? 650 : 850
    case .trunkLink: 400
    case .primary: isChina ? 500 : 650
    case .primaryLink: 300
    case .secondary: isChina ? 420 : 550
    case .secondaryLink: 250
    case .tertiary: isChina ? 350 : 400
    case .tertiaryLink: 200
    case .unclassified: isChina ? 280 : 250
    case .residential: isChina ? 220 : 250
    case .livingStreet: 100
    case .service: 150
    case .track: 120
    case .pedestrian, .cycleway, .footway, .path: 60
    case .steps: 20
    case .ferry: 50
    }
  }

  /// The speed that a Chinese road number stands for; the best of several.
  private static func byNumber(_ reference: String) -> Int? {
    reference.split { $0 == ";" || $0 == "," || $0 == "/" }.prefix(6).compactMap { part in
      let number = String(part).trimmed
      guard let letter = number.first else { return nil }
      let digits = number.dropFirst().prefix { $0.isASCII && $0.isNumber }.count
      switch (letter, digits) {
      case ("G", 1...2), ("G", 4): return 750  // an expressway's number on a lesser class
      case ("G", 3): return 550
      case ("S", 1...2): return 600
      case ("S", _): return 450
      case ("X", _): return 380
      case ("Y", _): return 320
      case ("C", _): return 260
      default: return nil
      }
    }.max()
  }
}
