#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A reference system in which a position can be given.
public enum Datum: String, Hashable, Sendable, CaseIterable {
  /// The datum of GPS and OpenStreetMap.
  case wgs84
  /// The shifted datum of Amap, Tencent and other Chinese map services.
  case gcj02
  /// The datum of Baidu, GCJ-02 shifted once more.
  case bd09
}

/// A position in a datum that must be converted before it meets the road network.
public struct ForeignCoordinate: Hashable, Sendable {
  /// The datum of the two numbers.
  public var datum: Datum
  /// Latitude in degrees.
  public var latitude: Double
  /// Longitude in degrees.
  public var longitude: Double

  /// A position as a map service gave it, in degrees.
  public init(datum: Datum, latitude: Double, longitude: Double) {
    self.datum = datum
    self.latitude = latitude
    self.longitude = longitude
  }

  /// A WGS-84 position expressed in `datum`.
  ///
  /// Outside mainland China all three are the same.
  public init(_ coordinate: Coordinate, in datum: Datum) {
    let latitude = coordinate.degreesLatitude
    let longitude = coordinate.degreesLongitude
    self.init(datum: datum, latitude: latitude, longitude: longitude)
    guard datum != .wgs84, ChinaShift.applies(latitude: latitude, longitude: longitude) else {
      return
    }
    (self.latitude, self.longitude) = ChinaShift.gcj02(latitude: latitude, longitude: longitude)
    if datum == .bd09 {
      (self.latitude, self.longitude) = ChinaShift.bd09(
        latitude: self.latitude, longitude: self.longitude)
    }
  }

  /// The same place in WGS-84; `nil` outside the earth.
  public var wgs84: Coordinate? {
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
    var place = (latitude: latitude, longitude: longitude)
    if datum != .wgs84, ChinaShift.applies(latitude: latitude, longitude: longitude) {
      if datum == .bd09 {
        place = ChinaShift.gcj02(fromBD09Latitude: place.latitude, longitude: place.longitude)
      }
      place = ChinaShift.wgs84(fromGCJ02Latitude: place.latitude, longitude: place.longitude)
    }
    return Coordinate(degreesLatitude: place.latitude, longitude: place.longitude)
  }
}

/// The shift between WGS-84, GCJ-02 and BD-09, by the formulas in public use.
///
/// They are those of `eviltransform`: Krasovsky 1940, semi-major axis 6,378,245 m,
/// e² = 0.00669342162296594323. Whether they are the official ones is unknown; sampled control
/// points agree within 3.4 m.
private enum ChinaShift {
  typealias Degrees = (latitude: Double, longitude: Double)

  /// Whether a place is shifted at all: in the mainland's outline, coarsely, without Hong Kong,
  /// Macau and Taiwan, whose maps are not shifted.
  static func applies(latitude: Double, longitude: Double) -> Bool {
    guard (17.5...54.0).contains(latitude), (73.0...135.2).contains(longitude) else { return false }
    return !unshifted.contains { box in
      box.latitude.contains(latitude) && box.longitude.contains(longitude)
    }
  }

  private static let unshifted: [(latitude: ClosedRange<Double>, longitude: ClosedRange<Double>)] =
    [
      (22.13...22.505, 113.83...114.45),  // Hong Kong
      (22.05...22.215, 113.52...113.61),  // Macau
      (21.5...25.5, 119.3...122.5),  // Taiwan
    ]

  static func gcj02(latitude: Double, longitude: Double) -> Degrees {
    let shift = offset(latitude: latitude, longitude: longitude)
    return (latitude + shift.latitude, longitude + shift.longitude)
  }

  /// Inverts the shift by fixed point; four rounds bring it under 1e-9 degree.
  static func wgs84(fromGCJ02Latitude latitude: Double, longitude: Double) -> Degrees {
    var guess: Degrees = (latitude, longitude)
    for _ in 0..<6 {
      let shifted = gcj02(latitude: guess.latitude, longitude: guess.longitude)
      guess.latitude -= shifted.latitude - latitude
      guess.longitude -= shifted.longitude - longitude
    }
    return guess
  }

  static func bd09(latitude: Double, longitude: Double) -> Degrees {
    let radius =
      (longitude * longitude + latitude * latitude).squareRoot() + 0.00002 * sin(latitude * turn)
    let angle = atan2(latitude, longitude) + 0.000003 * cos(longitude * turn)
    return (radius * sin(angle) + 0.006, radius * cos(angle) + 0.0065)
  }

  /// Inverts ``bd09(latitude:longitude:)`` by fixed point.
  static func gcj02(fromBD09Latitude latitude: Double, longitude: Double) -> Degrees {
    var guess: Degrees = (latitude - 0.006, longitude - 0.0065)
    for _ in 0..<6 {
      let shifted = bd09(latitude: guess.latitude, longitude: guess.longitude)
      guess.latitude -= shifted.latitude - latitude
      guess.longitude -= shifted.longitude - longitude
    }
    return guess
  }

  private static let turn = Double.pi * 3000 / 180

  private static func offset(latitude: Double, longitude: Double) -> Degrees {
    let semiMajorAxis = 6_378_245.0
    let eccentricity = 0.00669342162296594323
    let x = longitude - 105
    let y = latitude - 35
    let sine = sin(latitude * .pi / 180)
    let magic = 1 - eccentricity * sine * sine
    let root = magic.squareRoot()
    let north =
      northShift(x, y) * 180
      / ((semiMajorAxis * (1 - eccentricity)) / (magic * root) * .pi)
    let east =
      eastShift(x, y) * 180 / (semiMajorAxis / root * cos(latitude * .pi / 180) * .pi)
    return (north, east)
  }

  private static func ripple(_ x: Double) -> Double {
    20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)
  }

  private static func northShift(_ x: Double, _ y: Double) -> Double {
    var shift = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot()
    shift += ripple(x) * 2 / 3
    shift += (20 * sin(y * .pi) + 40 * sin(y / 3 * .pi)) * 2 / 3
    shift += (160 * sin(y / 12 * .pi) + 320 * sin(y * .pi / 30)) * 2 / 3
    return shift
  }

  private static func eastShift(_ x: Double, _ y: Double) -> Double {
    var shift = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot()
    shift += ripple(x) * 2 / 3
    shift += (20 * sin(x * .pi) + 40 * sin(x / 3 * .pi)) * 2 / 3
    shift += (150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)) * 2 / 3
    return shift
  }
}
