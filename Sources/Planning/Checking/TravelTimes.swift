public import Quantities
public import RoadNetwork

/// Where the plan checker learns how long a way takes.
public protocol TravelTimes {
  /// How long the quickest way takes by `mode`; `nil` when there is none.
  func travelTime(from: Coordinate, to: Coordinate, by mode: TravelMode) -> Seconds?
}

/// Travel times of a road network, each searched anew as a single route.
public struct RoadTravelTimes: TravelTimes {
  private let network: RoadNetwork

  /// Times on the roads of `network`.
  public init(on network: RoadNetwork) { self.network = network }

  /// How long the quickest way on the roads takes; nothing between equal places.
  public func travelTime(from: Coordinate, to: Coordinate, by mode: TravelMode) -> Seconds? {
    if from == to { return .zero }
    guard let source = network.nearest(from, mode: mode),
      let target = network.nearest(to, mode: mode)
    else { return nil }
    var search = PathSearch(in: network, mode: mode)
    return search.travelTime(from: source, to: target)
  }
}
