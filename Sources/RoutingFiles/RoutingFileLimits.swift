import Quantities
import RouteSolver

/// The bounds of what is read, so that no file can ask for more memory or time than is sensible.
enum RoutingFileLimits {
  /// The largest file.
  static let bytes = 256 << 20
  /// How deep JSON may be nested.
  static let depth = 32
  /// How many values a JSON text may hold, numbers of matrices included.
  static let values = 64_000_000
  /// How many members an object of JSON may have.
  static let members = 1_000
  /// How many locations a problem may have.
  static let locations = 10_000
  /// How many further tables of travel times a day may have.
  static let periods = 96
  /// How many vehicles a problem may have.
  static let vehicles = 10_000
  /// How many pairs of stop and vehicle the solver takes.
  static let pairs = 50_000_000
  /// The end of the axis of time.
  static let moment = 300_000_000
  /// The longest leg and service.
  static let duration = 10_000_000
  /// The longest leg in decimetres.
  static let decimetres = 100_000_000
  /// What may stand for an amount: a load, a prize, a coordinate.
  static let amount = 1_000_000_000
  /// The highest price of a stop.
  static let cost: Int64 = 1_000_000_000_000

  /// `value` as seconds of a leg or service.
  static func duration(
    _ value: Int, _ place: RoutingFileError.Place, _ field: String
  ) throws(RoutingFileError) -> Seconds {
    guard (0...duration).contains(value) else {
      throw RoutingFileError(.outOfRange, place, field: field, found: "\(value)")
    }
    return Seconds(Int32(value))
  }

  /// The stretch from `open` to `close`; an end beyond the axis is the end of the axis.
  static func span(
    _ open: Int, _ close: Int?, _ place: RoutingFileError.Place, _ field: String
  ) throws(RoutingFileError) -> HorizonSpan {
    let end = min(close ?? moment, moment)
    guard open >= 0, open <= end else {
      throw RoutingFileError(
        .outOfRange, place, field: field, found: "\(open) \(close.map(String.init) ?? "–")")
    }
    return HorizonSpan(Seconds(Int32(open)), Seconds(Int32(end)))
  }

  /// `value` as an amount that is not negative.
  static func amount(
    _ value: Int, _ place: RoutingFileError.Place, _ field: String
  ) throws(RoutingFileError) -> Int32 {
    guard (0...amount).contains(value) else {
      throw RoutingFileError(.outOfRange, place, field: field, found: "\(value)")
    }
    return Int32(value)
  }
}
