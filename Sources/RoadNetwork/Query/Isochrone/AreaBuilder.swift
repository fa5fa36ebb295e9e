import Quantities

/// Makes polygons of a field: traces its outlines, smooths them and sorts holes into their areas.
struct AreaBuilder {
  private struct Ring {
    var points: [Coordinate]
    /// Twice the signed area in square metres; positive for outer rings.
    var area: Double
    var box: CoordinateBounds
  }

  private let field: DistanceField

  /// A builder for the area of `field`.
  init(_ field: DistanceField) { self.field = field }

  /// The polygons, the largest first and of equal ones the first traced.
  ///
  /// Smoothing by less than half a cell cannot lay an outline across a line of the field, as none is
  /// nearer to it than a cell and a quarter.
  func polygons() -> [Isochrone.Polygon] {
    var tracer = ContourTracer(field)
    let simplifier = RingSimplifier(tolerance: 0.4 * field.cell)
    let rings = tracer.rings().compactMap { ring(simplifier.simplified($0)) }
    let outers = rings.filter { $0.area > 0 }.enumerated()
      .sorted { ($1.element.area, $0.offset) < ($0.element.area, $1.offset) }.map(\.element)
    var holes = [[[Coordinate]]](repeating: [], count: outers.count)
    for hole in rings where hole.area < 0 {
      // The smallest area around it, which comes last.
      let owner = outers.lastIndex {
        $0.box.contains(hole.points[0])
          && Isochrone.Polygon.isInside(hole.points[0], $0.points)
      }
      if let owner { holes[owner].append(hole.points) }
    }
    return zip(outers, holes).map { Isochrone.Polygon(outer: $0.points, holes: $1) }
  }

  private func ring(_ points: [ContourTracer.Point]) -> Ring? {
    guard let first = points.first else { return nil }
    var area = 0.0
    for (start, end) in zip(points, points.dropFirst() + [first]) {
      area += start.x * end.y - end.x * start.y
    }
    let places = (points + [first]).map { field.coordinate(x: $0.x, y: $0.y) }
      .reduce(into: [Coordinate]()) { if $0.last != $1 { $0.append($1) } }
    guard places.count >= 4, let box = CoordinateBounds(around: places) else { return nil }
    return Ring(points: places, area: area, box: box)
  }
}
