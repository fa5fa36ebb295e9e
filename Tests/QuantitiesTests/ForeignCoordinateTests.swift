import Quantities
import Testing

@Suite("ForeignCoordinate")
struct ForeignCoordinateTests {
  /// One place in all three datums, in degrees; computed apart from this code.
  struct Vector: Sendable {
    let wgs84: (Double, Double)
    let gcj02: (Double, Double)
    let bd09: (Double, Double)
  }

  static let vectors = [
    Vector(
      wgs84: (31.1774276, 121.5272106), gcj02: (31.175303984, 121.531541859),
      bd09: (31.181328607, 121.538015686)),
    Vector(
      wgs84: (22.543847, 113.912316), gcj02: (22.540796132, 113.917176481),
      bd09: (22.546667438, 113.923684729)),
    Vector(
      wgs84: (39.911954, 116.377817), gcj02: (39.913345455, 116.384047225),
      bd09: (39.919575551, 116.390454713)),
  ]

  @Test("shifts known places as the public formulas do", arguments: vectors)
  func shiftsForward(_ vector: Vector) throws {
    let place = try #require(
      Coordinate(degreesLatitude: vector.wgs84.0, longitude: vector.wgs84.1))
    for (datum, expected) in [(Datum.gcj02, vector.gcj02), (.bd09, vector.bd09)] {
      let shifted = ForeignCoordinate(place, in: datum)
      #expect(shifted.datum == datum)
      #expect(abs(shifted.latitude - expected.0) < 1e-6, "\(datum) latitude")
      #expect(abs(shifted.longitude - expected.1) < 1e-6, "\(datum) longitude")
    }
  }

  @Test("brings known places back to WGS-84", arguments: vectors)
  func shiftsBack(_ vector: Vector) throws {
    for (datum, given) in [(Datum.gcj02, vector.gcj02), (.bd09, vector.bd09)] {
      let back = try #require(
        ForeignCoordinate(datum: datum, latitude: given.0, longitude: given.1).wgs84)
      #expect(abs(back.degreesLatitude - vector.wgs84.0) < 1e-6, "\(datum) latitude")
      #expect(abs(back.degreesLongitude - vector.wgs84.1) < 1e-6, "\(datum) longitude")
    }
  }

  @Test("undoes the shift to a tenth of a metre anywhere inland", arguments: [Datum.gcj02, .bd09])
  func inverseHolds(_ datum: Datum) throws {
    var generator = SeededGenerator(seed: 20_261_122)
    for _ in 0..<2_000 {
      let place = try #require(
        Coordinate(
          degreesLatitude: 26 + generator.unit() * 24, longitude: 80 + generator.unit() * 39))
      let shifted = ForeignCoordinate(place, in: datum)
      let back = try #require(shifted.wgs84)
      #expect(place.metres(to: back) < 0.1, "\(place) in \(datum)")
      #expect(
        Coordinate(degreesLatitude: shifted.latitude, longitude: shifted.longitude) != place,
        "\(place) was not shifted")
    }
  }

  @Test(
    "leaves places outside the mainland where they are",
    arguments: [
      ("Newport", 50.7, -1.29), ("Hong Kong", 22.2796, 114.1656), ("Macau", 22.195, 113.545),
      ("Taipei", 25.0375, 121.5637), ("Kaohsiung", 22.62, 120.31), ("Sydney", -33.87, 151.21),
      ("Jakarta", -6.2, 106.8), ("Tokyo", 35.68, 139.76), ("the poles", 90, 0),
    ])
  func elsewhere(_ name: String, latitude: Double, longitude: Double) throws {
    let place = try #require(Coordinate(degreesLatitude: latitude, longitude: longitude))
    for datum in Datum.allCases {
      let foreign = ForeignCoordinate(place, in: datum)
      #expect(foreign.latitude == place.degreesLatitude, "\(name)")
      #expect(foreign.longitude == place.degreesLongitude, "\(name)")
      #expect(foreign.wgs84 == place, "\(name)")
    }
  }

  @Test("refuses numbers that are no place on earth", arguments: Datum.allCases)
  func nowhere(_ datum: Datum) {
    for (latitude, longitude) in [(91.0, 0.0), (0, 181), (-90.1, 10), (.nan, 1), (1, .nan)] {
      let given = ForeignCoordinate(datum: datum, latitude: latitude, longitude: longitude)
      #expect(given.wgs84 == nil)
    }
  }

  @Test("takes WGS-84 as it is, even in the mainland")
  func alreadyRight() {
    let given = ForeignCoordinate(datum: .wgs84, latitude: 31.1774276, longitude: 121.5272106)
    #expect(given.wgs84 == Coordinate(latitude: 311_774_276, longitude: 1_215_272_106))
  }
}
