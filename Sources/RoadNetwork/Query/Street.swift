public import Quantities

/// What signs and maps say of a road.
public struct Street: Hashable, Sendable {
  /// Names in every language the map has, the signposted one first; empty without a name.
  public let names: [RoadDraft.Name]
  /// The road's number, such as `G312`; empty without one.
  public let reference: String
  /// How important the road is.
  public let roadClass: RoadClass
  /// Whether it runs over something.
  public let isBridge: Bool
  /// Whether it runs below ground.
  public let isTunnel: Bool
  /// Whether it is part of a roundabout.
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
  /// Which stretch it is, in its network.
  public let road: Index<Road>
  /// What the stretch is called and looks like.
  public let street: Street
  /// At least two points.
  public let points: [Coordinate]
}
