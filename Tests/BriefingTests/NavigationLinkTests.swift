import Briefing
import Quantities
import Testing

@Suite("Navigation links")
struct NavigationLinkTests {
  static let token = CaseToken(of: "QX-1001", salt: "pepper")
  /// The Yellow Crane Tower, inside the mainland, where the three datums differ.
  static let inside = Coordinate(latitude: 305_450_000, longitude: 1_142_970_000)
  /// Newport on the Isle of Wight, where they do not.
  static let outside = Coordinate(latitude: 507_000_000, longitude: -12_900_000)

  @Test(
    "write each application's order of numbers",
    arguments: [
      (NavigationApp.geo, "geo:50.700000,-1.290000"),
      (
        .amap,
        "https://uri.amap.com/navigation?to=-1.290000,50.700000,\(token)"
          + "&mode=car&policy=0&src=rounds&callnative=1"
      ),
      (
        .baidu,
        "https://api.map.baidu.com/marker?location=50.700000,-1.290000&title=\(token)"
          + "&content=\(token)&output=html&coord_type=bd09ll&src=webapp.rounds.rounds"
      ),
      (
        .tencent,
        "https://apis.map.qq.com/uri/v1/routeplan?type=drive&to=\(token)"
          + "&tocoord=50.700000,-1.290000&coord_type=2&referer=rounds"
      ),
      (
        .google,
        "https://www.google.com/maps/dir/?api=1&destination=50.700000,-1.290000&travelmode=driving"
      ),
      (.apple, "https://maps.apple.com/?daddr=50.700000,-1.290000&dirflg=d"),
      (.waze, "https://waze.com/ul?ll=50.700000%2C-1.290000&navigate=yes"),
    ])
  func form(app: NavigationApp, url: String) {
    #expect(NavigationLink(to: Self.outside, token: Self.token, with: app).url == url)
  }

  @Test(
    "give each application its own datum inside the mainland", arguments: NavigationApp.allCases)
  func datum(app: NavigationApp) throws {
    let url = NavigationLink(to: Self.inside, token: Self.token, with: app).url
    let numbers = url.replacing("%2C", with: ",").split { !"0123456789.".contains($0) }
      .compactMap { $0.contains(".") ? Double($0) : nil }
    let latitude = try #require(numbers.first { (29...32).contains($0) })
    let longitude = try #require(numbers.first { (113...116).contains($0) })
    let shown = ForeignCoordinate(datum: app.datum, latitude: latitude, longitude: longitude)
    let back = try #require(shown.wgs84)
    #expect(back.metres(to: Self.inside) < 0.3)
    let moved = try #require(Coordinate(degreesLatitude: latitude, longitude: longitude))
    let shift = moved.metres(to: Self.inside)
    switch app.datum {
    case .wgs84: #expect(shift < 0.2)
    case .gcj02: #expect((300...700).contains(shift))
    case .bd09: #expect((600...1500).contains(shift))
    }
  }

  @Test("follow the way of travel")
  func modes() {
    func url(_ app: NavigationApp, _ mode: TravelMode) -> String {
      NavigationLink(to: Self.outside, token: Self.token, by: mode, with: app).url
    }
    #expect(url(.amap, .eBike).contains("mode=ride"))
    #expect(url(.google, .foot).contains("travelmode=walking"))
    #expect(url(.apple, .foot).hasSuffix("dirflg=w"))
  }
}
