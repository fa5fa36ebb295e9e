/// Leaves out points of a line that the eye cannot see, so that files stay small.
enum Simplifier {
  /// The line without points nearer than a third of a point to the one kept before.
  static func simplified(_ points: [Point], spacing: Double = 0.35) -> [Point] {
    guard points.count > 2, var last = points.first else { return points }
    var kept = [last]
    for point in points.dropFirst().dropLast() where point.distance(to: last) >= spacing {
      kept.append(point)
      last = point
    }
    kept.append(points[points.count - 1])
    return kept
  }
}
