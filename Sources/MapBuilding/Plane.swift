import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A flat piece of the earth around a point, in metres east and north of it; good for a few
/// kilometres.
struct Plane: Sendable {
  private static let metresPerUnit = 6_371_008.8 * Double.pi / 180 / 1e7
  private let origin: Coordinate
  private let eastPerUnit: Double

  init(at origin: Coordinate) {
    self.origin = origin
    eastPerUnit = Self.metresPerUnit * max(0.01, cos(origin.degreesLatitude * .pi / 180))
  }

  /// Metres east and north of the origin.
  func metres(_ coordinate: Coordinate) -> (x: Double, y: Double) {
    (
      (Double(coordinate.longitude) - Double(origin.longitude)) * eastPerUnit,
      (Double(coordinate.latitude) - Double(origin.latitude)) * Self.metresPerUnit
    )
  }

  /// The place some metres east and north of the origin, held on the earth.
  func coordinate(east: Double, north: Double) -> Coordinate {
    func held(_ value: Double, _ limit: Double) -> Int32 {
      Int32(max(-limit, min(limit, value.rounded())))
    }
    return Coordinate(
      latitude: held(Double(origin.latitude) + north / Self.metresPerUnit, 9e8),
      longitude: held(Double(origin.longitude) + east / eastPerUnit, 1.8e9))
  }
}
