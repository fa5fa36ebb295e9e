public import Quantities

extension RoadNetwork {
  /// The position at a distance along a road, as an earlier answer of this network told it.
  ///
  /// - Parameters:
  ///   - requested: the place that was asked for.
  ///   - road: the road.
  ///   - along: how far from the road's start.
  /// - Returns: `nil` when the network has no such road or the road is shorter.
  public func position(
    requested: Coordinate, road: Index<Road>, along: Distance
  ) -> RoadPosition? {
    guard road.position < sections.roads.count, along >= .zero else { return nil }
    let length = sections.roads[road.position].length
    guard UInt32(along.decimetres) <= length else { return nil }
    let share = Double(along.decimetres) / Double(length)
    let line = sections.line(of: UInt32(road.position * 2))
    guard let place = RoadGeometry.part(of: line, from: share, to: share).first else { return nil }
    return RoadPosition(
      requested: requested, coordinate: place,
      moved: Distance(metres: min(requested.metres(to: place), 1e8)), road: road, along: along)
  }
}

extension RoadSections {
  /// The position a share of the way along a segment of a road's line.
  func position(
    requested: Coordinate, on segment: SegmentRecord, share: Double
  ) -> RoadPosition {
    let road = Int(segment.road)
    let line = line(of: segment.road * 2)
    let first = Int(segment.point) - pointStarts.range(road).lowerBound
    let place = RoadGeometry.between(line[first], line[first + 1], share: share)
    let whole = RoadGeometry.length(line)
    let before =
      RoadGeometry.length(line[...first]) + line[first].metres(to: line[first + 1]) * share
    let length = Double(roads[road].length)
    let along = whole > 0 ? min(length, (before / whole * length).rounded()) : 0
    return RoadPosition(
      requested: requested, coordinate: place,
      moved: Distance(metres: min(requested.metres(to: place), 1e8)),
      road: Index(segment.road), along: Distance(decimetres: Int32(along)))
  }
}
