import Quantities

/// A closed line on the map and the questions asked of it.
struct Outline: Sendable {
  let ring: [Coordinate]
  let bounds: CoordinateBounds?

  init(_ ring: [Coordinate]) {
    self.ring = ring
    bounds = CoordinateBounds(around: ring)
  }

  /// Whether `point` lies inside (even-odd rule).
  func contains(_ point: Coordinate) -> Bool {
    guard let bounds, bounds.contains(point), var previous = ring.last else { return false }
    var isInside = false
    for corner in ring {
      if (corner.latitude > point.latitude) != (previous.latitude > point.latitude) {
        let rise = Double(previous.latitude) - Double(corner.latitude)
        let share = (Double(point.latitude) - Double(corner.latitude)) / rise
        let run = Double(previous.longitude) - Double(corner.longitude)
        if Double(point.longitude) < Double(corner.longitude) + share * run { isInside.toggle() }
      }
      previous = corner
    }
    return isInside
  }

  /// The centre of gravity of the area; the middle of the box for lines without one.
  var centroid: Coordinate? {
    guard let first = ring.first, let bounds else { return nil }
    var area = 0.0
    var north = 0.0
    var east = 0.0
    var previous = (x: 0.0, y: 0.0)
    for corner in ring.dropFirst() + [first] {
      let x = Double(corner.longitude) - Double(first.longitude)
      let y = Double(corner.latitude) - Double(first.latitude)
      let cross = previous.x * y - x * previous.y
      area += cross
      east += (previous.x + x) * cross
      north += (previous.y + y) * cross
      previous = (x, y)
    }
    guard abs(area) > 1 else { return bounds.centre }
    let centre = Coordinate(
      degreesLatitude: first.degreesLatitude + north / (3 * area) / 1e7,
      longitude: first.degreesLongitude + east / (3 * area) / 1e7)
    // A crooked or self-crossing line may have its centre of gravity far away.
    return centre.flatMap { bounds.contains($0) ? $0 : nil } ?? bounds.centre
  }

  /// Half the diagonal of the box.
  var radius: Distance {
    guard let bounds else { return .zero }
    return Distance(metres: min(bounds.southWest.metres(to: bounds.northEast) / 2, 500_000))
  }

  /// The way from `point` to the nearest stretch of the line, in metres, on a flat earth.
  func metres(to point: Coordinate) -> Double {
    let scale = Plane(at: point)
    guard var previous = ring.last.map(scale.metres) else { return .infinity }
    var nearest = Double.infinity
    for corner in ring {
      let next = scale.metres(corner)
      nearest = min(nearest, Self.distance(from: previous, to: next))
      previous = next
    }
    return nearest
  }

  /// The distance of the stretch between two points from the origin.
  private static func distance(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) -> Double {
    let (x, y) = (end.x - start.x, end.y - start.y)
    let square = x * x + y * y
    let along = square > 0 ? max(0, min(1, -(start.x * x + start.y * y) / square)) : 0
    let (nearX, nearY) = (start.x + along * x, start.y + along * y)
    return (nearX * nearX + nearY * nearY).squareRoot()
  }
}
