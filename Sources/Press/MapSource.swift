public import Quantities
public import RoadNetwork

/// A stretch of road to draw.
public struct MapStreet: Sendable {
  /// How important the road is, which sets its width and colour.
  public var roadClass: RoadClass
  /// Names in every language, the signposted one first.
  public var names: [RoadDraft.Name]
  /// The road's number; empty without one.
  public var reference: String
  /// Whether it runs below ground.
  public var isTunnel: Bool
  /// At least two points.
  public var points: [Coordinate]

  /// A stretch along `points`.
  public init(
    roadClass: RoadClass, names: [RoadDraft.Name] = [], reference: String = "",
    isTunnel: Bool = false, points: [Coordinate]
  ) {
    self.roadClass = roadClass
    self.names = names
    self.reference = reference
    self.isTunnel = isTunnel
    self.points = points
  }
}

/// Where drawings of the land come from; a road network is one.
public protocol MapSource {
  /// Roads with any part in `bounds` and of `minimumClass` or a higher one; ferries always.
  func mapStreets(in bounds: CoordinateBounds, minimumClass: RoadClass) -> [MapStreet]
  /// Scenery with any part in `bounds`.
  func mapScenery(in bounds: CoordinateBounds) -> [RoadDraft.Scenery]
  /// Labels in `bounds`, the most important first.
  func mapLabels(in bounds: CoordinateBounds) -> [RoadDraft.Label]
}

extension RoadNetwork: MapSource {
  /// The network's own streets, in the order of its file.
  public func mapStreets(in bounds: CoordinateBounds, minimumClass: RoadClass) -> [MapStreet] {
    streets(in: bounds, minimumClass: minimumClass).map { line in
      MapStreet(
        roadClass: line.street.roadClass, names: line.street.names,
        reference: line.street.reference, isTunnel: line.street.isTunnel, points: line.points)
    }
  }

  /// The network's own scenery.
  public func mapScenery(in bounds: CoordinateBounds) -> [RoadDraft.Scenery] {
    scenery(in: bounds)
  }

  /// The network's own labels, the most important first.
  public func mapLabels(in bounds: CoordinateBounds) -> [RoadDraft.Label] { labels(in: bounds) }
}
