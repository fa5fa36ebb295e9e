import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Distances around one point on a plane that touches the earth there: good to a percent within
/// 50 km, and several times faster than the great circle.
struct Plane: Sendable {
  let origin: Coordinate
  /// Metres in 1e-7 degree of longitude; the same of latitude is 0.0111195.
  private let metresEast: Double
  private static let metresNorth = 0.011_119_5

  init(at origin: Coordinate) {
    self.origin = origin
    metresEast = Self.metresNorth * cos(origin.degreesLatitude * .pi / 180)
  }

  /// Metres from the origin to `point`.
  func metres(to point: Coordinate) -> Double {
    let north = Double(Int64(point.latitude) - Int64(origin.latitude)) * Self.metresNorth
    var turn = Int64(point.longitude) - Int64(origin.longitude)
    if turn > 1_800_000_000 { turn -= 3_600_000_000 }
    if turn < -1_800_000_000 { turn += 3_600_000_000 }
    let east = Double(turn) * metresEast
    return (north * north + east * east).squareRoot()
  }

  /// Whether the origin lies inside the closed ring of `count` points (even–odd rule).
  func isInside(ringOf count: Int, point: (Int) -> Coordinate) -> Bool {
    guard count >= 3 else { return false }
    var inside = false
    var last = point(count - 1)
    for index in 0..<count {
      let next = point(index)
      if (next.latitude > origin.latitude) != (last.latitude > origin.latitude) {
        let rise = Double(last.latitude) - Double(next.latitude)
        let run = Double(last.longitude) - Double(next.longitude)
        let along = (Double(origin.latitude) - Double(next.latitude)) / rise
        if Double(origin.longitude) < Double(next.longitude) + along * run { inside.toggle() }
      }
      last = next
    }
    return inside
  }
}
