/// An upright box on the map, its edges included.
public struct CoordinateBounds: Hashable, Sendable {
  /// The south-west corner.
  public var southWest: Coordinate
  /// The north-east corner.
  public var northEast: Coordinate

  /// The box between two corners.
  public init(southWest: Coordinate, northEast: Coordinate) {
    self.southWest = southWest
    self.northEast = northEast
  }

  /// The smallest box around `coordinates`; `nil` when there are none.
  public init?(around coordinates: some Sequence<Coordinate>) {
    var iterator = coordinates.makeIterator()
    guard let first = iterator.next() else { return nil }
    self.init(southWest: first, northEast: first)
    while let next = iterator.next() { include(next) }
  }

  /// Grows the box until it holds `coordinate`.
  public mutating func include(_ coordinate: Coordinate) {
    southWest.latitude = min(southWest.latitude, coordinate.latitude)
    southWest.longitude = min(southWest.longitude, coordinate.longitude)
    northEast.latitude = max(northEast.latitude, coordinate.latitude)
    northEast.longitude = max(northEast.longitude, coordinate.longitude)
  }

  /// Whether `coordinate` lies in the box.
  public func contains(_ coordinate: Coordinate) -> Bool {
    coordinate.latitude >= southWest.latitude && coordinate.latitude <= northEast.latitude
      && coordinate.longitude >= southWest.longitude && coordinate.longitude <= northEast.longitude
  }

  /// The middle of the box.
  public var centre: Coordinate {
    Coordinate(
      latitude: Int32((Int64(southWest.latitude) + Int64(northEast.latitude)) / 2),
      longitude: Int32((Int64(southWest.longitude) + Int64(northEast.longitude)) / 2))
  }
}
