public import Quantities

extension RoadNetwork {
  /// The quickest trips from each of `sources` to each of `targets`, turn costs included.
  ///
  /// - Complexity: about a scan of the mode's hierarchy plus, for every eight sources, one sweep of
  ///   its part above the targets.
  public func table(
    sources: [RoadPosition], targets: [RoadPosition], mode: TravelMode
  ) -> TravelTable {
    TableStream(in: self, targets: targets, mode: mode).rows(of: sources)
  }
}
