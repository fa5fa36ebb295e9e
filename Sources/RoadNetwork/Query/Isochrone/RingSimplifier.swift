/// Leaves out points of a ring that hardly bend it.
///
/// After Ramer (1972), Douglas and Peucker (1973): a point is kept where the line without it would
/// be more than a tolerance away.
struct RingSimplifier {
  typealias Point = ContourTracer.Point

  /// The tolerance in metres.
  let tolerance: Double

  /// The ring with fewer points, at least three if it has them; not closed.
  func simplified(_ ring: [Point]) -> [Point] {
    guard ring.count > 4, let far = farthest(from: ring[0], in: ring) else { return ring }
    var isKept = [Bool](repeating: false, count: ring.count)
    isKept[0] = true
    isKept[far] = true
    keep(&isKept, ring + [ring[0]], 0, far)
    keep(&isKept, ring + [ring[0]], far, ring.count)
    let kept = ring.indices.filter { isKept[$0] }
    return kept.count < 4 ? ring : kept.map { ring[$0] }
  }

  private func farthest(from start: Point, in ring: [Point]) -> Int? {
    ring.indices.max { Self.square(start, ring[$0]) < Self.square(start, ring[$1]) }
  }

  private func keep(_ isKept: inout [Bool], _ line: [Point], _ first: Int, _ last: Int) {
    var pending = [(first, last)]
    while let (first, last) = pending.popLast() {
      guard last - first > 1 else { continue }
      var (worst, at) = (tolerance * tolerance, -1)
      for position in first + 1..<last {
        let off = Self.square(line[position], line[first], line[last])
        if off > worst { (worst, at) = (off, position) }
      }
      guard at > 0 else { continue }
      isKept[at] = true
      pending.append((first, at))
      pending.append((at, last))
    }
  }

  private static func square(_ one: Point, _ other: Point) -> Double {
    let (x, y) = (other.x - one.x, other.y - one.y)
    return x * x + y * y
  }

  /// The square of a point's distance from a segment.
  private static func square(_ point: Point, _ start: Point, _ end: Point) -> Double {
    let length = square(start, end)
    guard length > 0 else { return square(point, start) }
    let along =
      ((point.x - start.x) * (end.x - start.x) + (point.y - start.y) * (end.y - start.y)) / length
    let share = min(1, max(0, along))
    return square(
      point,
      Point(x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y)))
  }
}
