#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How long the leg between two points of the plane is, as a whole number.
///
/// The first seven are those of TSPLIB (Reinelt 1991, its documentation section 2); the others are
/// the conventions under which results for the classes of `check.py` are published.
enum LegRule: String {
  /// Straight, to the nearest whole number.
  case euclidean = "EUC_2D"
  /// Straight, rounded up.
  case euclideanUp = "CEIL_2D"
  /// Along the axes, to the nearest whole number.
  case manhattan = "MAN_2D"
  /// The longer of the two axes, to the nearest whole number.
  case maximum = "MAX_2D"
  /// Straight over the root of ten, rounded up.
  case pseudoEuclidean = "ATT"
  /// On TSPLIB's sphere, from degrees and minutes.
  case geographic = "GEO"
  /// Straight, in tenths, cut off (DIMACS).
  case tenths = "TRUNC1"
  /// Straight, in hundredths, cut off.
  case hundredths = "TRUNC2"
  /// Straight, in thousandths, rounded.
  case thousandths = "EXACT3"
  /// Metres of a field visit's plane at 30 km/h, in seconds, rounded.
  case field = "FIELD"

  /// A point of the plane.
  struct Point {
    var x: Double
    var y: Double
  }

  /// The length from `a` to `b`; whole, unless it is beyond all bounds.
  func length(_ a: Point, _ b: Point) -> Double {
    switch self {
    case .euclidean: (straight(a, b) + 0.5).rounded(.towardZero)
    case .euclideanUp: straight(a, b).rounded(.up)
    case .manhattan: (abs(a.x - b.x) + abs(a.y - b.y) + 0.5).rounded(.towardZero)
    case .maximum: (max(abs(a.x - b.x), abs(a.y - b.y)) + 0.5).rounded(.towardZero)
    case .pseudoEuclidean: (square(a, b) / 10).squareRoot().rounded(.up)
    case .geographic: Self.geographic(a, b)
    case .tenths: (10 * straight(a, b)).rounded(.towardZero)
    case .hundredths: (100 * straight(a, b)).rounded(.towardZero)
    case .thousandths: (1000 * straight(a, b) + 0.5).rounded(.towardZero)
    case .field: (0.12 * straight(a, b) + 0.5).rounded(.towardZero)
    }
  }

  private func square(_ a: Point, _ b: Point) -> Double {
    (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
  }

  private func straight(_ a: Point, _ b: Point) -> Double { square(a, b).squareRoot() }

  /// TSPLIB's own sphere and its own value of pi: published optima depend on both.
  private static func geographic(_ a: Point, _ b: Point) -> Double {
    func radians(_ value: Double) -> Double {
      let degrees = value.rounded(.towardZero)
      return 3.141592 * (degrees + 5 * (value - degrees) / 3) / 180
    }
    let q1 = cos(radians(a.y) - radians(b.y))
    let q2 = cos(radians(a.x) - radians(b.x))
    let q3 = cos(radians(a.x) + radians(b.x))
    let cosine = min(1, max(-1, 0.5 * ((1 + q1) * q2 - (1 - q1) * q3)))
    return (6378.388 * acos(cosine) + 1).rounded(.towardZero)
  }
}
