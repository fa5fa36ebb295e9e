/// Leaves out points of a line that the eye cannot see, so that files stay small.
enum Simplifier {
  /// The line without points that lie within `tolerance` points of the line drawn without them.
  ///
  /// Douglas and Peucker (1973), with a stack of its own instead of recursion.
  static func simplified(_ points: [Point], tolerance: Double = 0.22) -> [Point] {
    guard points.count > 2 else { return points }
    var isKept = [Bool](repeating: false, count: points.count)
    isKept[0] = true
    isKept[points.count - 1] = true
    var stretches = [(0, points.count - 1)]
    while let (first, last) = stretches.popLast() {
      guard let (farthest, distance) = farthest(from: first, to: last, of: points),
        distance > tolerance
      else { continue }
      isKept[farthest] = true
      stretches.append((first, farthest))
      stretches.append((farthest, last))
    }
    return points.indices.filter { isKept[$0] }.map { points[$0] }
  }

  /// The point between two others that lies farthest from the straight line between them.
  private static func farthest(from first: Int, to last: Int, of points: [Point]) -> (
    Int, Double
  )? {
    guard last - first > 1 else { return nil }
    let (start, end) = (points[first], points[last])
    let (east, south) = (end.x - start.x, end.y - start.y)
    let squared = east * east + south * south
    var best = (first, -1.0)
    for index in first + 1..<last {
      let point = points[index]
      let along = (point.x - start.x) * east + (point.y - start.y) * south
      let share = squared > 0 ? min(1, max(0, along / squared)) : 0
      let distance = point.distance(
        to: Point(x: start.x + share * east, y: start.y + share * south))
      if distance > best.1 { best = (index, distance) }
    }
    return best
  }
}
