public import Quantities

/// Where a device believed to be, as it said it.
public struct PositionFix: Hashable, Sendable {
  /// Latitude in 1e-7 degree of ``datum``.
  public var latitude: Int32
  /// Longitude in 1e-7 degree of ``datum``.
  public var longitude: Int32
  /// The radius of accuracy in metres.
  public var accuracyMetres: Int32
  /// The datum of the two numbers.
  public var datum: Datum
  /// The time that the satellites told, if any.
  public var time: Instant?

  /// A fix in WGS-84.
  public init(_ coordinate: Coordinate, accuracyMetres: Int32, time: Instant? = nil) {
    latitude = coordinate.latitude
    longitude = coordinate.longitude
    self.accuracyMetres = accuracyMetres
    datum = .wgs84
    self.time = time
  }

  /// The place in WGS-84; `nil` outside the earth.
  public var coordinate: Coordinate? {
    guard datum != .wgs84 else { return Coordinate(latitude: latitude, longitude: longitude) }
    return ForeignCoordinate(
      datum: datum, latitude: Double(latitude) / 1e7, longitude: Double(longitude) / 1e7
    ).wgs84
  }
}

extension PositionFix {
  var json: JSONValue {
    .members([
      ("lat", .integer(Int64(latitude))), ("lon", .integer(Int64(longitude))),
      ("acc", .integer(Int64(accuracyMetres))), ("datum", .string(datum.rawValue)),
      ("t", time.map { .string($0.description) }),
    ])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    latitude = try fields.integer("lat", as: Int32.self, in: -900_000_000...900_000_000)
    longitude = try fields.integer("lon", as: Int32.self, in: -1_800_000_000...1_800_000_000)
    accuracyMetres = try fields.integer("acc", as: Int32.self, in: 0...Int32.max)
    guard let datum = Datum(rawValue: try fields.string("datum")) else {
      throw FieldFault(field: "datum")
    }
    self.datum = datum
    time = try fields.optionalInstant("t")
  }
}

extension JSONFields {
  /// A moment within the calendar's four-digit years, so that it can be written again.
  func optionalInstant(_ key: String) throws(FieldFault) -> Instant? {
    guard let text = try optionalString(key) else { return nil }
    guard let instant = Instant(text) else { throw FieldFault(field: key) }
    return instant
  }

  func instant(_ key: String) throws(FieldFault) -> Instant {
    guard let instant = try optionalInstant(key) else { throw FieldFault(field: key) }
    return instant
  }

  func date(_ key: String) throws(FieldFault) -> ServiceDate {
    guard let date = ServiceDate(try string(key)) else { throw FieldFault(field: key) }
    return date
  }

  /// Money in `amount` (minor units) and `currency`.
  func money() throws(FieldFault) -> Money {
    guard let currency = Currency(code: try string("currency")) else {
      throw FieldFault(field: "currency")
    }
    return Money(minorUnits: try integer("amount"), currency: currency)
  }
}
