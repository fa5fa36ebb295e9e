public import Quantities

extension RoadNetwork {
  /// The most candidates that one question may ask for.
  public static let mostCandidates = 100

  /// The nearest places on several roads that `mode` can use, get to from anywhere else and leave
  /// again, the nearest first and of equally near ones the first of the file.
  ///
  /// Roads that do not connect with the large part are not in the file's networks, and ferries are
  /// passed over. Stretches of one street between two junctions are roads of their own.
  ///
  /// - Parameters:
  ///   - coordinate: the place asked for.
  ///   - mode: who is to go there.
  ///   - count: how many roads at most, at least 1 and at most ``mostCandidates``.
  ///   - within: how far from the place, or from its entrance, a road may be.
  ///   - bearing: in which direction the road must be open; `nil` for any.
  ///   - entrance: where one enters the compound that the place lies in; it is snapped instead.
  /// - Returns: none where no road is within reach.
  public func nearest(
    _ coordinate: Coordinate, mode: TravelMode, count: Int,
    within: Distance = Distance(metres: 5000), bearing: BearingRange? = nil,
    entrance: Coordinate? = nil
  ) -> [RoadCandidate] {
    guard let network = network(for: mode), within >= .zero,
      network.isAllowed(at: entrance ?? coordinate)
    else { return [] }
    let search = CandidateSearch(
      place: coordinate, entrance: entrance, bearing: bearing, network: network,
      sections: sections)
    let wanted = min(Self.mostCandidates, max(1, count))
    var radius = min(100, within.metres)
    while true {
      let found = search.roads(within: radius)
      if found.count >= wanted || radius >= within.metres {
        return found.prefix(wanted).map(search.candidate)
      }
      radius = min(radius * 3, within.metres)
    }
  }
}

/// Looks for the nearest segment of each road around a place.
struct CandidateSearch {
  /// The nearest segment of a road.
  struct Found {
    var segment: SegmentRecord
    var share: Double
    /// Square of the distance in units of latitude.
    var square: Double
  }

  let place: Coordinate
  let entrance: Coordinate?
  let bearing: BearingRange?
  let network: ModeNetwork
  let sections: RoadSections

  private var snapped: Coordinate { entrance ?? place }

  /// The nearest place of every road within `radius` metres, the nearest first.
  func roads(within radius: Double) -> [Found] {
    let shrink = RoadGeometry.shrink(at: snapped.latitude)
    let units = radius / RoadGeometry.metresPerUnit
    var best: [UInt32: Found] = [:]
    sections.eachSegment(in: box(units: units, shrink: shrink)) { segment in
      let (share, square) = RoadGeometry.project(
        snapped, on: sections.points[Int(segment.point)].coordinate,
        sections.points[Int(segment.point) + 1].coordinate, shrink: shrink)
      guard square <= units * units, isOpen(segment) else { return }
      if let known = best[segment.road],
        (known.square, known.segment.point) <= (square, segment.point)
      {
        return
      }
      best[segment.road] = Found(segment: segment, share: share, square: square)
    }
    return best.values.sorted { ($0.square, $0.segment.road) < ($1.square, $1.segment.road) }
  }

  /// What is to be said of a road that was found.
  func candidate(_ found: Found) -> RoadCandidate {
    let road = Int(found.segment.road)
    let start = sections.points[Int(found.segment.point)].coordinate
    let end = sections.points[Int(found.segment.point) + 1].coordinate
    let position = sections.position(
      requested: place, on: found.segment, share: found.share)
    let direction = direction(found.segment)
    let heading = direction.isForward ? start.bearing(to: end) : end.bearing(to: start)
    return RoadCandidate(
      position: position, entrance: entrance,
      reach: Distance(metres: min(snapped.metres(to: position.coordinate), 1e8)),
      side: side(of: position, from: direction.isForward ? start : end, heading: heading),
      bearing: Int(heading.rounded()) % 360,
      isBothWays: network.isOpen(UInt32(road * 2)) && network.isOpen(UInt32(road * 2 + 1)),
      street: sections.street(road))
  }

  private func box(units: Double, shrink: Double) -> CoordinateBounds {
    func shifted(_ value: Int32, _ by: Double, _ most: Double) -> Int32 {
      Int32(min(most, max(-most, (Double(value) + by).rounded())))
    }
    let east = units / shrink
    return CoordinateBounds(
      southWest: Coordinate(
        latitude: shifted(snapped.latitude, -units - 1, 9e8),
        longitude: shifted(snapped.longitude, -east - 1, 1.8e9)),
      northEast: Coordinate(
        latitude: shifted(snapped.latitude, units + 1, 9e8),
        longitude: shifted(snapped.longitude, east + 1, 1.8e9)))
  }

  private func isOpen(_ segment: SegmentRecord) -> Bool {
    let road = Int(segment.road)
    guard network.isOpen(road: road),
      sections.streets[Int(sections.roads[road].street)].roadClass != RoadClass.ferry.rawValue
    else { return false }
    return bearing == nil || direction(segment).fits
  }

  /// The direction in which to look along a segment: of those that are open the one that fits the
  /// asked bearing, else the one in which the road is drawn.
  private func direction(_ segment: SegmentRecord) -> (isForward: Bool, fits: Bool) {
    let edge = segment.road * 2
    let isOpen = (forward: network.isOpen(edge), backward: network.isOpen(edge + 1))
    guard let bearing else { return (isOpen.forward, true) }
    let start = sections.points[Int(segment.point)].coordinate
    let end = sections.points[Int(segment.point) + 1].coordinate
    if isOpen.forward, bearing.contains(start.bearing(to: end)) { return (true, true) }
    if isOpen.backward, bearing.contains(end.bearing(to: start)) { return (false, true) }
    return (isOpen.forward, false)
  }

  /// The side of the line through `start` along `heading` on which the place asked for lies.
  private func side(
    of position: RoadPosition, from start: Coordinate, heading: Double
  ) -> RoadCandidate.Side {
    let away = position.coordinate.metres(to: place)
    guard away >= 0.5 else { return .onLine }
    let angle = RoadGeometry.turn(from: heading, to: position.coordinate.bearing(to: place))
    let aside = away * RoadGeometry.sine(ofDegrees: angle)
    if abs(aside) < 0.5 { return .onLine }
    return aside < 0 ? .left : .right
  }
}
