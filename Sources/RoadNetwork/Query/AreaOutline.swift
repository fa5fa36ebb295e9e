import Quantities

/// An area that roads may touch.
struct AreaOutline {
  private let corners: [Coordinate]
  private let box: CoordinateBounds

  /// The area inside `outline`; `nil` if it has fewer than three corners.
  init?(_ outline: [Coordinate]) {
    guard outline.count >= 3, let box = CoordinateBounds(around: outline) else { return nil }
    (corners, self.box) = (outline, box)
  }

  /// Whether a line has a point in the area or crosses its outline.
  func touches(_ line: some Collection<Coordinate>) -> Bool {
    guard let around = CoordinateBounds(around: line), box.meets(around) else { return false }
    if line.contains(where: { contains($0) }) { return true }
    return zip(line, line.dropFirst()).contains { crosses($0, $1) }
  }

  /// Whether a point lies inside, by the number of edges to the east of it.
  func contains(_ point: Coordinate) -> Bool {
    guard box.contains(point) else { return false }
    var isInside = false
    var last = corners[corners.count - 1]
    for corner in corners {
      if (corner.latitude > point.latitude) != (last.latitude > point.latitude) {
        let isWest = Self.side(last, corner, point) > 0
        if isWest == (corner.latitude > last.latitude) { isInside.toggle() }
      }
      last = corner
    }
    return isInside
  }

  private func crosses(_ start: Coordinate, _ end: Coordinate) -> Bool {
    var last = corners[corners.count - 1]
    for corner in corners {
      if Self.side(start, end, last) != Self.side(start, end, corner),
        Self.side(last, corner, start) != Self.side(last, corner, end)
      {
        return true
      }
      last = corner
    }
    return false
  }

  /// On which side of the line from `start` to `end` a point lies: 1 left, −1 right, 0 on it.
  private static func side(_ start: Coordinate, _ end: Coordinate, _ point: Coordinate) -> Int64 {
    // Differences have 33 bits, so that products do not overflow.
    let along = (
      x: Int64(end.longitude) - Int64(start.longitude),
      y: Int64(end.latitude) - Int64(start.latitude)
    )
    let aside = (
      x: Int64(point.longitude) - Int64(start.longitude),
      y: Int64(point.latitude) - Int64(start.latitude)
    )
    let (left, right) = (
      along.x.multipliedFullWidth(by: aside.y), along.y.multipliedFullWidth(by: aside.x)
    )
    if left.high != right.high { return left.high > right.high ? 1 : -1 }
    return left.low == right.low ? 0 : left.low > right.low ? 1 : -1
  }
}

extension CoordinateBounds {
  /// Whether two boxes have a point in common.
  fileprivate func meets(_ other: CoordinateBounds) -> Bool {
    southWest.latitude <= other.northEast.latitude
      && other.southWest.latitude <= northEast.latitude
      && southWest.longitude <= other.northEast.longitude
      && other.southWest.longitude <= northEast.longitude
  }
}
