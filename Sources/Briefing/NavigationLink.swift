public import Quantities

/// A link that opens a navigation application with a destination: no name, address or phone in it.
///
/// Each application gets its own order of numbers and its own datum; the formats are those of the
/// vendors' public pages.
public struct NavigationLink: Hashable, Sendable {
  /// The application.
  public var app: NavigationApp
  /// The link.
  public var url: String

  /// A link for going by `mode` to `destination`, which the application shows as `token`.
  public init(
    to destination: Coordinate, token: CaseToken, by mode: TravelMode = .car,
    with app: NavigationApp
  ) {
    self.app = app
    let place = ForeignCoordinate(destination, in: app.datum)
    let latitude = Self.decimal(place.latitude)
    let longitude = Self.decimal(place.longitude)
    url =
      switch app {
      case .geo: "geo:\(latitude),\(longitude)"
      case .amap:
        "https://uri.amap.com/navigation?to=\(longitude),\(latitude),\(token)"
          + "&mode=\(Self.amap(mode))&policy=0&src=rounds&callnative=1"
      case .baidu:
        "https://api.map.baidu.com/marker?location=\(latitude),\(longitude)&title=\(token)"
          + "&content=\(token)&output=html&coord_type=bd09ll&src=webapp.rounds.rounds"
      case .tencent:
        "https://apis.map.qq.com/uri/v1/routeplan?type=\(Self.tencent(mode))&to=\(token)"
          + "&tocoord=\(latitude),\(longitude)&coord_type=2&referer=rounds"
      case .google:
        "https://www.google.com/maps/dir/?api=1&destination=\(latitude),\(longitude)"
          + "&travelmode=\(Self.google(mode))"
      case .apple:
        "https://maps.apple.com/?daddr=\(latitude),\(longitude)&dirflg=\(mode == .foot ? "w" : "d")"
      case .waze: "https://waze.com/ul?ll=\(latitude)%2C\(longitude)&navigate=yes"
      }
  }

  /// Degrees with six decimals, about a decimetre.
  static func decimal(_ degrees: Double) -> String {
    let units = Int((degrees * 1e6).rounded())
    let fraction = String(units.magnitude % 1_000_000)
    let padding = String(repeating: "0", count: 6 - fraction.count)
    return "\(units < 0 ? "-" : "")\(units.magnitude / 1_000_000).\(padding)\(fraction)"
  }

  private static func amap(_ mode: TravelMode) -> String {
    switch mode {
    case .car, .motorcycle: "car"
    case .eBike, .bicycle: "ride"
    case .foot: "walk"
    }
  }

  private static func tencent(_ mode: TravelMode) -> String {
    switch mode {
    case .car, .motorcycle: "drive"
    case .eBike, .bicycle: "bike"
    case .foot: "walk"
    }
  }

  private static func google(_ mode: TravelMode) -> String {
    switch mode {
    case .car, .motorcycle: "driving"
    case .eBike, .bicycle: "bicycling"
    case .foot: "walking"
    }
  }
}

extension NavigationApp {
  /// The datum in which the application takes numbers.
  public var datum: Datum {
    switch self {
    case .geo, .google, .apple, .waze: .wgs84
    case .amap, .tencent: .gcj02
    case .baidu: .bd09
    }
  }
}
