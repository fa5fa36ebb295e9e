import Quantities
import RoadNetwork
import Testing

@testable import DispatchDesk

@Suite("Requests of OSRM's API")
struct OSRMRequestTests {
  private var limits: OSRMLimits {
    var limits = OSRMLimits()
    limits.tableSize = 5
    limits.routeSize = 4
    limits.nearestSize = 3
    limits.urlBytes = 400
    return limits
  }

  private func parse(_ target: String) throws -> OSRMRequest {
    try OSRMRequestParser(limits: limits).parse(target)
  }

  private func code(_ target: String) -> OSRMError.Code? {
    do throws(OSRMError) {
      _ = try OSRMRequestParser(limits: limits).parse(target)
      return nil
    } catch {
      return error.code
    }
  }

  @Test("coordinates are read as longitude and latitude, or as a polyline")
  func coordinates() throws {
    let plain = try parse("/route/v1/driving/13.38886,52.51704;13.397634,52.529407")
    #expect(plain.profile == "driving")
    #expect(
      plain.places.map(\.coordinate) == [
        Coordinate(latitude: 525_170_400, longitude: 133_888_600),
        Coordinate(latitude: 525_294_070, longitude: 133_976_340),
      ])
    // The published example of the format.
    let example = Coordinate(latitude: 385_000_000, longitude: -1_202_000_000)
    let encoded = try parse("/nearest/v1/car/polyline(_p~iF~ps%7CU).json?number=2")
    #expect(encoded.places.map(\.coordinate) == [example])
    #expect(encoded.service == .nearest(count: 2))
    let fine = try parse("/nearest/v1/car/polyline6(\(Polyline.encode([example], digits: 6)))")
    #expect(fine.places.map(\.coordinate) == [example])
  }

  @Test("options are read, and those given to each coordinate go with it")
  func options() throws {
    let request = try parse(
      "/route/v1/car/1,2;3,4?steps=true&overview=full&geometries=geojson&annotations=distance,nodes"
        + "&bearings=90,20;&radiuses=unlimited;30&hints=;abc&generate_hints=false"
        + "&continue_straight=default&alternatives=3&approaches=unrestricted;")
    var expected = OSRMRequest.RouteOptions()
    expected.steps = true
    expected.overview = .full
    expected.geometries = .geojson
    expected.annotations = [.distance, .nodes]
    #expect(request.service == .route(expected))
    #expect(request.places[0].bearing == BearingRange(90, range: 20))
    #expect(request.places[1].bearing == nil)
    #expect(request.places[0].radius == nil)
    #expect(request.places[1].radius == Distance(metres: 30))
    #expect(request.places.map(\.hint) == [nil, "abc"])
    #expect(!request.givesHints && !request.skipsWaypoints)
    let table = try parse(
      "/table/v1/car/1,2;3,4;5,6?sources=2;0&destinations=all&annotations=duration,distance"
        + "&fallback_speed=10&fallback_coordinate=snapped&scale_factor=1.5")
    guard case .table(let cells) = table.service else {
      Issue.record("no table")
      return
    }
    #expect(cells.sources == [2, 0] && cells.destinations == [0, 1, 2])
    #expect(cells.durations && cells.distances && !cells.fallsBackFromInput)
    #expect(cells.fallbackSpeed == 10 && cells.scaleFactor == 1.5)
  }

  @Test(
    "what is wrong is told by OSRM's codes",
    arguments: [
      ("", .invalidURL), ("/", .invalidURL), ("/route", .invalidURL),
      ("route/v1/car/1,2;3,4", .invalidURL),
      ("/route/v1/car/%", .invalidURL), ("/route/v1//1,2;3,4", .invalidURL),
      ("/fly/v1/car/1,2;3,4", .invalidService), ("/route/v2/car/1,2;3,4", .invalidVersion),
      ("/match/v1/car/1,2;3,4", .notImplemented), ("/trip/v1/car/1,2;3,4", .notImplemented),
      ("/tile/v1/car/tile(1,1,12).mvt", .notImplemented),
      ("/route/v1/car/1,2", .invalidOptions), ("/route/v1/car/1;2", .invalidQuery),
      ("/route/v1/car/a,b;3,4", .invalidQuery), ("/route/v1/car/1,2;", .invalidQuery),
      ("/route/v1/car/1,2;3,99", .invalidValue), ("/route/v1/car/nan,2;3,4", .invalidValue),
      ("/route/v1/car/polyline(!!)", .invalidQuery), ("/route/v1/car/polyline()", .invalidQuery),
      ("/route/v1/car/1,2;3,4?steps", .invalidQuery),
      ("/route/v1/car/1,2;3,4?steps=perhaps", .invalidValue),
      ("/route/v1/car/1,2;3,4?steps=true&steps=true", .invalidQuery),
      ("/route/v1/car/1,2;3,4?speed=9", .invalidQuery),
      ("/route/v1/car/1,2;3,4?geometries=wkt", .invalidValue),
      ("/route/v1/car/1,2;3,4?overview=most", .invalidValue),
      ("/route/v1/car/1,2;3,4?annotations=colour", .invalidValue),
      ("/route/v1/car/1,2;3,4?bearings=1,2", .invalidOptions),
      ("/route/v1/car/1,2;3,4?bearings=400,2;", .invalidValue),
      ("/route/v1/car/1,2;3,4?radiuses=-1;", .invalidValue),
      ("/route/v1/car/1,2;3,4?approaches=curb;", .invalidOptions),
      ("/route/v1/car/1,2;3,4?exclude=ferry", .invalidValue),
      ("/route/v1/car/1,2;3,4;5,6?waypoints=0;2", .invalidOptions),
      ("/route/v1/car/1,2;1,2;1,2;1,2;1,2", .tooBig),
      ("/table/v1/car/1,2;1,2;1,2;1,2;1,2;1,2", .tooBig),
      ("/table/v1/car/1,2;3,4?sources=2", .invalidOptions),
      ("/table/v1/car/1,2;3,4?sources=", .invalidOptions),
      ("/table/v1/car/1,2;3,4?annotations=speed", .invalidValue),
      ("/table/v1/car/1,2;3,4?fallback_speed=0", .invalidValue),
      ("/table/v1/car/1,2;3,4?scale_factor=-1", .invalidValue),
      ("/nearest/v1/car/1,2;3,4", .invalidOptions),
      ("/nearest/v1/car/1,2?number=0", .invalidOptions),
      ("/nearest/v1/car/1,2?number=4", .tooBig),
    ] as [(String, OSRMError.Code)])
  func faults(target: String, expected: OSRMError.Code) {
    #expect(code(target) == expected, "\(target)")
  }

  @Test("a URL of any length and bytes is answered and does not crash", arguments: 1...200)
  func noise(seed: Int) throws {
    var chance = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "/route", "/table", "/v1", "/car/", "1,2", ";", "polyline(", ")", "?", "&", "=", "sources",
      "%2", "%",
      "steps", "true", "9999999999999999999", "-", ".", "e", "é", "中", "hints", "bearings", "\u{0}",
    ]
    let target = (0..<chance.below(40)).map { _ in chance.pick(pieces) }.joined()
    _ = code(target)
    #expect(code("/route/v1/car/" + target + String(repeating: "1,2;", count: 200)) != nil)
  }
}

@Suite("Lines as text")
struct PolylineTests {
  @Test("the published example, and back")
  func example() {
    let line = [
      Coordinate(latitude: 385_000_000, longitude: -1_202_000_000),
      Coordinate(latitude: 407_000_000, longitude: -1_209_500_000),
      Coordinate(latitude: 432_520_000, longitude: -1_264_530_000),
    ]
    let text = Polyline.encode(line, digits: 5)
    #expect(text == "_p~iF~ps|U_ulLnnqC_mqNvxq`@")
    #expect(Polyline.decode(text, digits: 5, limit: 10) == line)
    #expect(Polyline.decode(text, digits: 5, limit: 2) == nil)
  }

  @Test("what is written is read, at any place of the earth", arguments: [5, 6])
  func anywhere(digits: Int) throws {
    var chance = SeededGenerator(seed: 5)
    let unit: Int32 = digits == 5 ? 100 : 10
    let line = (0..<500).map { _ in
      Coordinate(
        latitude: Int32(chance.below(1_800_000_000 / Int(unit))) * unit - 900_000_000,
        longitude: Int32(chance.below(Int(3_600_000_000) / Int(unit)) - 1_800_000_000 / Int(unit))
          * unit)
    }
    let text = Polyline.encode(line, digits: digits)
    #expect(Polyline.decode(text, digits: digits, limit: 500) == line)
    for cut in [1, 2, 3] {
      _ = Polyline.decode(String(text.dropLast(cut)), digits: digits, limit: 500)
    }
  }
}
