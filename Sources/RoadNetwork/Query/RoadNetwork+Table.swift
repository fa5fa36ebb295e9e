public import Quantities

extension RoadNetwork {
  /// The quickest trips from each of `sources` to each of `targets`, turn costs included.
  ///
  /// - Complexity: about a scan of the mode's hierarchy plus, for every eight sources, one sweep of
  ///   its part above the targets.
  public func table(
    sources: [RoadPosition], targets: [RoadPosition], mode: TravelMode
  ) -> TravelTable {
    let cells = sources.count * targets.count
    var durations = [Int32](repeating: TravelTable.unreachable, count: cells)
    var distances = durations
    if let network = network(for: mode), cells > 0 {
      let ends = TripEnds(network: network, sections: sections)
      let sweep = TableSweep(network, ends, targets: targets)
      sweep.run(sources: sources) { cell, cost in
        durations[cell] = cost.roundedSeconds
        distances[cell] = Int32(cost.distance)
      }
    }
    return TravelTable(
      sourceCount: sources.count, targetCount: targets.count, durations: durations,
      distances: distances)
  }
}
