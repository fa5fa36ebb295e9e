import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension RoadSections {
  /// Hands over every segment that passes through a cell of the grid which `bounds` meets; one that
  /// passes through several such cells may come several times.
  func eachSegment(in bounds: CoordinateBounds, _ body: (SegmentRecord) -> Void) {
    let shape = gridShape.indices.map { Int(gridShape[$0]) }
    let rows = cells(
      from: bounds.southWest.latitude, to: bounds.northEast.latitude, origin: shape[0],
      size: shape[2], count: shape[4])
    let columns = cells(
      from: bounds.southWest.longitude, to: bounds.northEast.longitude, origin: shape[1],
      size: shape[3], count: shape[5])
    for row in rows {
      for column in columns {
        for entry in gridStarts.range(row * shape[5] + column) { body(grid[entry]) }
      }
    }
  }

  /// The rows or columns of the grid between two coordinates.
  private func cells(
    from low: Int32, to high: Int32, origin: Int, size: Int, count: Int
  ) -> Range<Int> {
    guard low <= high, Int(high) >= origin else { return 0..<0 }
    let first = max(0, (Int(low) - origin) / size)
    let last = (Int(high) - origin) / size
    return first < count ? first..<min(count, last + 1) : 0..<0
  }
}

extension RoadGeometry {
  /// The sine of an angle in degrees.
  static func sine(ofDegrees degrees: Double) -> Double { sin(degrees * .pi / 180) }

  /// The part of a line between two shares of its length; a single point where they are equal.
  static func part(of line: [Coordinate], from: Double, to: Double) -> [Coordinate] {
    guard line.count > 1 else { return line }
    let (first, firstShare) = locate(from, on: line)
    let (last, lastShare) = locate(to, on: line)
    var part = [between(line[first], line[first + 1], share: min(1, firstShare))]
    if first < last { part += line[(first + 1)...last] }
    part.append(between(line[last], line[last + 1], share: min(1, lastShare)))
    return part.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
