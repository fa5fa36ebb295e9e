import Quantities

/// Leaves out points that nobody sees when a line is drawn as large as it fits on a screen.
///
/// After Ramer (1972), Douglas and Peucker (1973), in a plane that touches the earth at the line's
/// middle; the tolerance is a two-thousandth of the line's longer side.
enum LineSimplifier {
  /// The line with fewer points; its ends stay.
  static func simplified(_ line: [Coordinate]) -> [Coordinate] {
    guard line.count > 2, let box = CoordinateBounds(around: line) else { return line }
    let middle = box.centre
    let east = Coordinate(
      latitude: middle.latitude, longitude: middle.longitude + (middle.longitude < 0 ? 1000 : -1000)
    ).metres(to: middle)
    let north = Coordinate(latitude: 1000, longitude: 0).metres(
      to: Coordinate(latitude: 0, longitude: 0))
    let shrink = east / north
    let points = line.map { (x: Double($0.longitude) * shrink, y: Double($0.latitude)) }
    let width = (Double(box.northEast.longitude) - Double(box.southWest.longitude)) * shrink
    let height = Double(box.northEast.latitude) - Double(box.southWest.latitude)
    let tolerance = max(width, height) / 2000
    var isKept = [Bool](repeating: false, count: line.count)
    isKept[0] = true
    isKept[line.count - 1] = true
    var pending = [(0, line.count - 1)]
    while let (first, last) = pending.popLast() {
      guard last - first > 1 else { continue }
      var (worst, at) = (tolerance, -1)
      for position in first + 1..<last {
        let off = distance(points[position], points[first], points[last])
        if off > worst { (worst, at) = (off, position) }
      }
      guard at > 0 else { continue }
      isKept[at] = true
      pending += [(first, at), (at, last)]
    }
    return line.indices.filter { isKept[$0] }.map { line[$0] }
  }

  private static func distance(
    _ point: (x: Double, y: Double), _ start: (x: Double, y: Double), _ end: (x: Double, y: Double)
  ) -> Double {
    let (deltaX, deltaY) = (end.x - start.x, end.y - start.y)
    let (x, y) = (point.x - start.x, point.y - start.y)
    let square = deltaX * deltaX + deltaY * deltaY
    let share = square > 0 ? min(1, max(0, (x * deltaX + y * deltaY) / square)) : 0
    let (offX, offY) = (x - share * deltaX, y - share * deltaY)
    return (offX * offX + offY * offY).squareRoot()
  }
}
