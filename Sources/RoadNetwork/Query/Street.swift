public import Quantities

/// What signs and maps say of a road.
public struct Street: Hashable, Sendable {
  /// Names in every language the map has, the signposted one first; empty without a name.
  public let names: [RoadDraft.Name]
  /// The road's number, such as `G312`; empty without one.
  public let reference: String
  public let roadClass: RoadClass
  public let isBridge: Bool
  public let isTunnel: Bool
  public let isRoundabout: Bool

  /// The signposted name; the number if there is no name; else empty.
  public var signpostedName: String { names.first?.text ?? reference }

  /// The name in a language (BCP 47), else the signposted one.
  public func name(in language: String) -> String {
    names.first { $0.language == language }?.text ?? signpostedName
  }
}

/// A stretch of road to draw.
public struct StreetLine: Hashable, Sendable {
  public let road: Index<Road>
  public let street: Street
  /// At least two points.
  public let points: [Coordinate]
}
