public import Quantities

/// What can be reached from a place within a time, as areas to draw.
public struct Isochrone: Hashable, Sendable {
  /// An area: an outer ring with holes, oriented as RFC 7946 asks.
  ///
  /// Rings are closed, their first point standing at the end again.
  public struct Polygon: Hashable, Sendable {
    /// The outer ring, counterclockwise.
    public let outer: [Coordinate]
    /// Holes, clockwise.
    public let holes: [[Coordinate]]

    /// Whether a place lies in the area; on a ring it may be either.
    public func contains(_ place: Coordinate) -> Bool {
      Self.isInside(place, outer) && !holes.contains { Self.isInside(place, $0) }
    }

    /// Whether a ray from `place` to the east crosses the ring an odd number of times.
    static func isInside(_ place: Coordinate, _ ring: [Coordinate]) -> Bool {
      var isInside = false
      for (start, end) in zip(ring, ring.dropFirst())
      where (start.latitude > place.latitude) != (end.latitude > place.latitude) {
        let rise = Double(end.latitude) - Double(start.latitude)
        let run = Double(end.longitude) - Double(start.longitude)
        let up = Double(place.latitude) - Double(start.latitude)
        let over = Double(place.longitude) - Double(start.longitude)
        // The side of the segment that the place lies on.
        let side = over * rise - run * up
        if rise > 0 ? side < 0 : side > 0 { isInside.toggle() }
      }
      return isInside
    }
  }

  /// How areas are drawn around the roads.
  public struct Shape: Hashable, Sendable {
    /// The side of the raster's cells; `nil` for what suits the range, of at most 512 cells a side.
    public var resolution: Distance?
    /// How far from a reached road a place still counts as reached.
    public var buffer: Distance

    /// A shape of some resolution and buffer.
    public init(resolution: Distance? = nil, buffer: Distance = Distance(metres: 50)) {
      self.resolution = resolution
      self.buffer = buffer
    }
  }

  /// The time.
  public let limit: Seconds
  /// The areas, the largest first; every reached place on a road lies in one of them.
  public let polygons: [Polygon]
  /// The reached parts of roads, if asked for.
  public let stretches: [ReachedStretch]
  /// The side of the raster's cells.
  public let cell: Distance
  /// The buffer that was used: the asked one, or three cells if that is more.
  ///
  /// No place in an area lies farther than this and 2½ cells from a reached road.
  public let buffer: Distance

  /// Whether a place lies in one of the areas.
  public func contains(_ place: Coordinate) -> Bool { polygons.contains { $0.contains(place) } }
}

extension Isochrone.Polygon {
  /// How large the area is, its holes taken out, in a plane that touches the earth at its middle.
  public var squareMetres: Double {
    ([outer] + holes).reduce(0) { $0 + Self.signedSquareMetres($1) }
  }

  private static func signedSquareMetres(_ ring: [Coordinate]) -> Double {
    guard let box = CoordinateBounds(around: ring) else { return 0 }
    let unit = RoadGeometry.metresPerUnit
    let shrink = RoadGeometry.shrink(at: box.centre.latitude)
    let origin = box.southWest
    let points = ring.map {
      (
        x: (Double($0.longitude) - Double(origin.longitude)) * unit * shrink,
        y: (Double($0.latitude) - Double(origin.latitude)) * unit
      )
    }
    return zip(points, points.dropFirst()).reduce(0) {
      $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2
    }
  }
}
