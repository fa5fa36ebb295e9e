import Quantities
import Testing

@Suite("Coordinate")
struct CoordinateTests {
  let newport = Coordinate(latitude: 507_000_000, longitude: -12_900_000)

  @Test("measures a degree of latitude on the mean sphere")
  func degree() {
    let north = Coordinate(latitude: 517_000_000, longitude: -12_900_000)
    #expect(abs(newport.metres(to: north) - 111_195.08) < 0.5)
    #expect(newport.metres(to: newport) == 0)
  }

  @Test("measures the same there and back, across the date line too")
  func symmetric() throws {
    let west = try #require(Coordinate(degreesLatitude: 10, longitude: 179.9))
    let east = try #require(Coordinate(degreesLatitude: 10, longitude: -179.9))
    #expect(abs(west.metres(to: east) - east.metres(to: west)) < 1e-6)
    #expect(west.metres(to: east) < 22_000)
  }

  @Test(
    "looks along the compass", arguments: [(1, 0, 0.0), (0, 1, 90), (-1, 0, 180), (0, -1, 270)])
  func bearings(north: Int32, east: Int32, degrees: Double) {
    let origin = Coordinate(latitude: 0, longitude: 0)
    let other = Coordinate(latitude: north * 10_000, longitude: east * 10_000)
    #expect(abs(origin.bearing(to: other) - degrees) < 1e-6)
  }

  @Test("writes seven decimals with the sign")
  func description() {
    #expect("\(Coordinate(latitude: -5, longitude: 1_215_272_106))" == "-0.0000005,121.5272106")
    #expect("\(newport)" == "50.7000000,-1.2900000")
  }

  @Test("rounds degrees to the nearest unit and refuses what is off the earth")
  func degrees() {
    #expect(
      Coordinate(degreesLatitude: 0.000_000_06, longitude: -0.000_000_06)
        == Coordinate(latitude: 1, longitude: -1))
    #expect(Coordinate(degreesLatitude: 90.000_001, longitude: 0) == nil)
    #expect(Coordinate(degreesLatitude: .infinity, longitude: 0) == nil)
    #expect(Coordinate(degreesLatitude: .nan, longitude: 0) == nil)
  }

  @Test("grows a box around places and knows what lies in it")
  func bounds() throws {
    #expect(CoordinateBounds(around: []) == nil)
    let box = try #require(
      CoordinateBounds(around: [
        newport, Coordinate(latitude: 506_000_000, longitude: -11_000_000),
        Coordinate(latitude: 508_000_000, longitude: -15_000_000),
      ]))
    #expect(box.southWest == Coordinate(latitude: 506_000_000, longitude: -15_000_000))
    #expect(box.northEast == Coordinate(latitude: 508_000_000, longitude: -11_000_000))
    #expect(box.centre == Coordinate(latitude: 507_000_000, longitude: -13_000_000))
    #expect(box.contains(newport) && box.contains(box.northEast))
    #expect(!box.contains(Coordinate(latitude: 508_000_001, longitude: -13_000_000)))
  }
}
