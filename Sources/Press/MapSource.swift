public import Quantities
public import RoadNetwork

/// Where drawings of the land come from; a road network is one.
public protocol MapSource {
  /// Roads with any part in `bounds` and of `minimumClass` or a higher one; ferries always.
  func streets(in bounds: CoordinateBounds, minimumClass: RoadClass) -> [StreetLine]
  /// Scenery with any part in `bounds`.
  func scenery(in bounds: CoordinateBounds) -> [RoadDraft.Scenery]
  /// Labels in `bounds`, the most important first.
  func labels(in bounds: CoordinateBounds) -> [RoadDraft.Label]
}

extension RoadNetwork: MapSource {}
