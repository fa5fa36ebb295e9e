public import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Outlines around places, and what their shape says.
public enum TerritoryOutline {
  /// The convex hull of `places` pushed outwards by about 120 m, closed and counter-clockwise.
  ///
  /// Andrew's monotone chain (1979) over eight points around each place.
  public static func around(_ places: [Coordinate]) -> [Coordinate] {
    let points = Set(places.flatMap(octagon)).sorted {
      ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude)
    }
    guard points.count > 2 else { return points }
    let lower = chain(points)
    let upper = chain(points.reversed())
    let ring = lower.dropLast() + upper.dropLast()
    return ring + [ring[0]]
  }

  private static func octagon(_ place: Coordinate) -> [Coordinate] {
    let north = 10_800.0
    let east = north / max(0.05, cos(place.degreesLatitude * .pi / 180))
    return (0..<8).map { corner in
      let angle = Double(corner) * .pi / 4
      return Coordinate(
        latitude: place.latitude + Int32(north * sin(angle)),
        longitude: place.longitude + Int32(east * cos(angle)))
    }
  }

  private static func chain(_ points: [Coordinate]) -> [Coordinate] {
    var chain: [Coordinate] = []
    for point in points {
      while chain.count > 1, cross(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 {
        chain.removeLast()
      }
      chain.append(point)
    }
    return chain
  }

  private static func cross(_ origin: Coordinate, _ one: Coordinate, _ other: Coordinate) -> Int {
    let x1 = Int(one.longitude) - Int(origin.longitude)
    let y1 = Int(one.latitude) - Int(origin.latitude)
    let x2 = Int(other.longitude) - Int(origin.longitude)
    let y2 = Int(other.latitude) - Int(origin.latitude)
    return x1 * y2 - x2 * y1
  }

  /// Whether `place` lies in the closed `ring` (even–odd rule).
  public static func contains(_ place: Coordinate, in ring: [Coordinate]) -> Bool {
    var isInside = false
    for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1))
    where (one.latitude > place.latitude) != (other.latitude > place.latitude) {
      let share =
        (Double(place.latitude) - Double(one.latitude))
        / (Double(other.latitude) - Double(one.latitude))
      let crossing =
        Double(one.longitude) + share * (Double(other.longitude) - Double(one.longitude))
      if Double(place.longitude) < crossing { isInside.toggle() }
    }
    return isInside
  }

  /// Compactness 4πA/P² of a closed ring (Polsby and Popper, 1991): 1 for a circle, 0 for a line.
  public static func compactness(of ring: [Coordinate]) -> Double {
    guard let first = ring.first else { return 0 }
    let scale = cos(first.degreesLatitude * .pi / 180)
    var area = 0.0
    var perimeter = 0.0
    for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      let x1 = one.degreesLongitude * scale
      let x2 = other.degreesLongitude * scale
      area += x1 * other.degreesLatitude - x2 * one.degreesLatitude
      let dx = x2 - x1
      let dy = other.degreesLatitude - one.degreesLatitude
      perimeter += (dx * dx + dy * dy).squareRoot()
    }
    return perimeter > 0 ? 4 * .pi * abs(area) / 2 / (perimeter * perimeter) : 0
  }
}
