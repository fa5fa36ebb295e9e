#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A place on the earth in WGS-84, the datum of OpenStreetMap, in whole units of 1e-7 degree.
///
/// Positions from Chinese map services are in another datum and arrive as ``ForeignCoordinate``.
public struct Coordinate: Hashable, Sendable {
  /// Latitude in 1e-7 degree, −900,000,000 … 900,000,000.
  public var latitude: Int32
  /// Longitude in 1e-7 degree, −1,800,000,000 … 1,800,000,000.
  public var longitude: Int32

  /// A place from whole units of 1e-7 degree.
  ///
  /// - Parameters:
  ///   - latitude: north is positive.
  ///   - longitude: east is positive.
  @inlinable
  public init(latitude: Int32, longitude: Int32) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// A place from degrees, rounded to 1e-7 degree; `nil` outside the earth or not a number.
  public init?(degreesLatitude latitude: Double, longitude: Double) {
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
    self.latitude = Int32((latitude * 1e7).rounded())
    self.longitude = Int32((longitude * 1e7).rounded())
  }

  /// Latitude in degrees.
  public var degreesLatitude: Double { Double(latitude) / 1e7 }
  /// Longitude in degrees.
  public var degreesLongitude: Double { Double(longitude) / 1e7 }

  /// The great-circle distance to `other` in metres, on a sphere of 6,371,008.8 m (haversine).
  public func metres(to other: Coordinate) -> Double {
    let radians = Double.pi / 180
    let latitude1 = degreesLatitude * radians
    let latitude2 = other.degreesLatitude * radians
    let halfLatitude = sin((latitude2 - latitude1) / 2)
    let halfLongitude = sin((other.degreesLongitude - degreesLongitude) * radians / 2)
    let chord =
      halfLatitude * halfLatitude
      + cos(latitude1) * cos(latitude2) * halfLongitude * halfLongitude
    return 2 * 6_371_008.8 * asin(min(1, chord.squareRoot()))
  }

  /// The initial bearing to `other` in degrees clockwise from north, 0 ..< 360.
  public func bearing(to other: Coordinate) -> Double {
    let radians = Double.pi / 180
    let latitude1 = degreesLatitude * radians
    let latitude2 = other.degreesLatitude * radians
    let turn = (other.degreesLongitude - degreesLongitude) * radians
    let east = sin(turn) * cos(latitude2)
    let north = cos(latitude1) * sin(latitude2) - sin(latitude1) * cos(latitude2) * cos(turn)
    let degrees = atan2(east, north) / radians
    return degrees < 0 ? degrees + 360 : degrees
  }
}

extension Coordinate: CustomStringConvertible {
  /// Latitude and longitude in degrees with seven decimals.
  public var description: String {
    "\(Self.decimal(latitude)),\(Self.decimal(longitude))"
  }

  private static func decimal(_ units: Int32) -> String {
    let magnitude = units.magnitude
    let fraction = String(magnitude % 10_000_000)
    let padding = String(repeating: "0", count: 7 - fraction.count)
    return "\(units < 0 ? "-" : "")\(magnitude / 10_000_000).\(padding)\(fraction)"
  }
}
