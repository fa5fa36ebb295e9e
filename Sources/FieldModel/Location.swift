public import Quantities

/// How closely a location is known, the closest first.
public enum LocationPrecision: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// The door or entrance itself.
  case door
  /// The house or building number.
  case house
  /// The compound or estate (小区).
  case compound
  /// Somewhere along the street.
  case street
  /// The village or neighbourhood.
  case place
  /// The district, town or postcode.
  case district

  /// Whether the left one is closer to the door.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The code that files and tables write.
  public var code: String {
    switch self {
    case .door: "door"
    case .house: "house"
    case .compound: "compound"
    case .street: "street"
    case .place: "place"
    case .district: "district"
    }
  }

  /// The precision that files and tables write `code`.
  public init?(code: String) {
    guard let match = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = match
  }
}

/// Where a location came from.
public enum LocationSource: String, Hashable, Sendable, CaseIterable {
  /// The case file gave coordinates.
  case given
  /// The offline gazetteer found it.
  case gazetteer
  /// A dispatcher set a pin; nothing overwrites it.
  case pin
}

/// One place that an address could mean.
public struct LocationCandidate: Hashable, Sendable {
  /// Where it is.
  public var coordinate: Coordinate
  /// How closely it is known.
  public var precision: LocationPrecision
  /// How well it matches the address, 0 … 1,000.
  public var score: Int
  /// What the map calls it.
  public var label: String

  /// A place that scored `score` of 1,000.
  public init(coordinate: Coordinate, precision: LocationPrecision, score: Int, label: String) {
    self.coordinate = coordinate
    self.precision = precision
    self.score = score
    self.label = label
  }
}

/// Where an address is on the map, and how sure that is.
public struct Location: Hashable, Sendable {
  /// Where it is.
  public var coordinate: Coordinate
  /// How closely it is known.
  public var precision: LocationPrecision
  /// Who says so.
  public var source: LocationSource
  /// Whether a person should look before a crew is sent there.
  public var isDoubtful: Bool
  /// What else the address could mean, the best first; empty when sure.
  public var candidates: [LocationCandidate]

  /// A location that nobody doubts.
  public init(coordinate: Coordinate, precision: LocationPrecision, source: LocationSource) {
    self.coordinate = coordinate
    self.precision = precision
    self.source = source
    isDoubtful = false
    candidates = []
  }
}
