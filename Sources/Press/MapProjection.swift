import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Places on the earth to places in a box on paper: equirectangular, true in the middle.
struct MapProjection {
  let box: Box
  /// What the box shows, a little more than what was asked for.
  let bounds: CoordinateBounds
  /// Points a metre.
  let scale: Double

  private let centre: Coordinate
  private let unitsEast: Double
  private let unitsNorth: Double

  /// A map that holds `wanted` in `box`, `margin` points inside its edge, at least `smallest`
  /// metres across.
  init(showing wanted: CoordinateBounds, in box: Box, margin: Double, smallest: Double = 300) {
    self.box = box
    centre = wanted.centre
    let metresADegree = 111_195.0
    let shrink = max(0.01, cos(centre.degreesLatitude * .pi / 180))
    let north = wanted.northEast.degreesLatitude - wanted.southWest.degreesLatitude
    let east = wanted.northEast.degreesLongitude - wanted.southWest.degreesLongitude
    let across = max(east * metresADegree * shrink, smallest)
    let along = max(north * metresADegree, smallest)
    scale = min((box.width - 2 * margin) / across, (box.height - 2 * margin) / along)
    unitsEast = scale * metresADegree * shrink / 1e7
    unitsNorth = scale * metresADegree / 1e7
    bounds = CoordinateBounds(
      southWest: Self.moved(
        centre, east: -box.width / 2 / unitsEast, north: -box.height / 2 / unitsNorth),
      northEast: Self.moved(
        centre, east: box.width / 2 / unitsEast, north: box.height / 2 / unitsNorth))
  }

  func point(_ coordinate: Coordinate) -> Point {
    Point(
      x: box.midX + Double(Int64(coordinate.longitude) - Int64(centre.longitude)) * unitsEast,
      y: box.midY - Double(Int64(coordinate.latitude) - Int64(centre.latitude)) * unitsNorth)
  }

  func points(_ line: [Coordinate]) -> [Point] { line.map(point) }

  private static func moved(_ place: Coordinate, east: Double, north: Double) -> Coordinate {
    let latitude = min(max(Double(place.latitude) + north, -900_000_000), 900_000_000)
    let longitude = min(max(Double(place.longitude) + east, -1_800_000_000), 1_800_000_000)
    return Coordinate(latitude: Int32(latitude), longitude: Int32(longitude))
  }
}
