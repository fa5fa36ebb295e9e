import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Plane geometry on lines short enough for the earth to be flat.
enum RoadGeometry {
  /// Metres in one unit of a coordinate along a meridian.
  static let metresPerUnit = 6_371_008.8 * Double.pi / 180 / 1e7

  /// The cosine by which degrees of longitude shrink at a latitude.
  static func shrink(at latitude: Int32) -> Double {
    max(0.01, cos(Double(latitude) / 1e7 * .pi / 180))
  }

  /// The length of a line in metres.
  static func length(_ points: some Collection<Coordinate>) -> Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.metres(to: $1.1) }
  }

  /// The direction in which a line sets out, in degrees clockwise from north, 0 ..< 360.
  ///
  /// Looks at least ten metres ahead, so that a kink at the junction does not decide.
  static func bearing(leaving points: some BidirectionalCollection<Coordinate>) -> Double {
    guard let start = points.first else { return 0 }
    var ahead = start
    for point in points.dropFirst() {
      ahead = point
      if start.metres(to: point) >= 10 { break }
    }
    return start.bearing(to: ahead)
  }

  /// How far to turn from one bearing to another: −180 … 180, right is positive.
  static func turn(from arriving: Double, to leaving: Double) -> Double {
    var angle = leaving - arriving
    if angle > 180 { angle -= 360 }
    if angle < -180 { angle += 360 }
    return angle
  }

  /// The place on the segment from `start` to `end` nearest to `place`, as a share of the segment,
  /// and the square of its distance in units of latitude.
  static func project(
    _ place: Coordinate, on start: Coordinate, _ end: Coordinate, shrink: Double
  ) -> (share: Double, square: Double) {
    let startX = Double(Int64(start.longitude) - Int64(place.longitude)) * shrink
    let startY = Double(Int64(start.latitude) - Int64(place.latitude))
    let deltaX = Double(Int64(end.longitude) - Int64(start.longitude)) * shrink
    let deltaY = Double(Int64(end.latitude) - Int64(start.latitude))
    let square = deltaX * deltaX + deltaY * deltaY
    let along = square > 0 ? -(startX * deltaX + startY * deltaY) / square : 0
    let share = min(1, max(0, along))
    let nearX = startX + share * deltaX
    let nearY = startY + share * deltaY
    return (share, nearX * nearX + nearY * nearY)
  }

  /// The place at a share of the way from `start` to `end`.
  static func between(_ start: Coordinate, _ end: Coordinate, share: Double) -> Coordinate {
    func mix(_ low: Int32, _ high: Int32) -> Int32 {
      Int32((Double(low) + (Double(high) - Double(low)) * share).rounded())
    }
    return Coordinate(
      latitude: mix(start.latitude, end.latitude), longitude: mix(start.longitude, end.longitude))
  }

  /// Where a line is after `share` of its length: the point before, and the share of the segment
  /// that follows.
  static func locate(
    _ share: Double, on points: [Coordinate]
  ) -> (point: Int, share: Double) {
    var rest = share * length(points)
    for point in 0..<max(0, points.count - 1) {
      let segment = points[point].metres(to: points[point + 1])
      if rest < segment { return (point, rest / segment) }
      rest -= segment
    }
    return (max(0, points.count - 2), 1)
  }
}
