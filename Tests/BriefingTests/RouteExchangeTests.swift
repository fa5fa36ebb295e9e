import Briefing
import FieldModel
import Foundation
import Quantities
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Route exchange")
struct RouteExchangeTests {
  static let exchange = RouteExchange(
    route: SheetFixture.route,
    base: Coordinate(latitude: 336_250_000, longitude: 1_169_600_000),
    legs: [
      [
        Coordinate(latitude: 336_250_000, longitude: 1_169_600_000),
        Coordinate(latitude: 336_300_000, longitude: 1_169_700_000),
      ]
    ], cases: [SheetFixture.first, SheetFixture.second, SheetFixture.third], tokenSalt: "pepper")

  @Test("writes GPX that reads back, stops in order")
  func gpx() throws {
    let document = try XMLDocument(xmlString: Self.exchange.gpx)
    let root = try #require(document.rootElement())
    #expect(root.name == "gpx")
    let points = root.elements(forName: "rte").flatMap { $0.elements(forName: "rtept") }
    #expect(points.count == 5)
    let gpx = Self.exchange.gpx
    #expect(gpx.contains(#"<gpx version="1.1""#))
    let token = CaseToken(of: "QX-1001", salt: "pepper").grouped
    #expect(
      gpx.contains(#"<rtept lat="33.630000" lon="116.970000"><name>1 \#(token)</name>"#))
    #expect(root.elements(forName: "trk").count == 1)
  }

  @Test("writes GeoJSON that reads back, longitude first")
  func geoJSON() throws {
    let object = try JSONSerialization.jsonObject(with: Data(Self.exchange.geoJSON.utf8))
    let collection = try #require(object as? [String: Any])
    let features = try #require(collection["features"] as? [[String: Any]])
    #expect(features.count == 5)
    let geometry = try #require(features[1]["geometry"] as? [String: Any])
    #expect(geometry["coordinates"] as? [Double] == [116.97, 33.63])
  }

  @Test("names nobody and no case")
  func privacy() {
    let text = Self.exchange.gpx + Self.exchange.geoJSON
    for word in SheetFixture.forbidden + ["欧阳", "Barton", "QX-", "River Bank", "人民路"] {
      #expect(!text.contains(word))
    }
  }
}
