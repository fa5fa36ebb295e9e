public import Quantities

extension RoadNetwork {
  /// What can be reached from a position within a time, turn costs included.
  public func isochrone(
    from source: RoadPosition, within limit: Seconds, mode: TravelMode,
    shape: Isochrone.Shape = Isochrone.Shape(), keepsStretches: Bool = false
  ) -> Isochrone {
    isochrones(
      from: source, within: [limit], mode: mode, shape: shape, keepsStretches: keepsStretches)[0]
  }

  /// What can be reached from a position within each of some times, by one sweep.
  ///
  /// Without a network of the mode, and for times below zero, nothing is.
  ///
  /// - Parameters:
  ///   - source: where trips start.
  ///   - limits: the times, in any order.
  ///   - mode: who travels.
  ///   - shape: how areas are drawn around the roads.
  ///   - keepsStretches: whether to hand out the reached parts of roads as well.
  /// - Returns: one isochrone for each time, in their order.
  public func isochrones(
    from source: RoadPosition, within limits: [Seconds], mode: TravelMode,
    shape: Isochrone.Shape = Isochrone.Shape(), keepsStretches: Bool = false
  ) -> [Isochrone] {
    guard let network = network(for: mode), let longest = limits.max() else {
      return limits.map { nothing(within: $0, shape) }
    }
    let ends = TripEnds(network: network, sections: sections)
    let costs = ReachSweep(ends).costs(from: source, limit: Int64(longest.value) * 100)
    let finder = StretchFinder(ends: ends, source: source, costs: costs)
    return limits.map { limit in
      guard limit >= .zero, ends.isKnown(source) else { return nothing(within: limit, shape) }
      let stretches = finder.stretches(within: Int64(limit.value) * 100)
      guard let field = DistanceField(around: stretches.map(\.line), shape) else {
        return nothing(within: limit, shape)
      }
      return Isochrone(
        limit: limit, polygons: AreaBuilder(field).polygons(),
        stretches: keepsStretches ? stretches : [], cell: Distance(metres: field.cell),
        buffer: Distance(metres: field.buffer))
    }
  }

  private func nothing(within limit: Seconds, _ shape: Isochrone.Shape) -> Isochrone {
    Isochrone(limit: limit, polygons: [], stretches: [], cell: .zero, buffer: shape.buffer)
  }
}
