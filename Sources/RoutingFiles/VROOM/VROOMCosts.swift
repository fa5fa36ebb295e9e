import RouteSolver

/// VROOM's prices are by the hour and by the kilometre of whole metres, the solver's by the second
/// and by the kilometre of a whole route, rounded down; a common unit makes both exact.
enum VROOMCosts {
  private static let prices = 0...100_000

  /// What an hour of travel costs.
  static func perHour(_ costs: JSONField) throws(RoutingFileError) -> Int {
    guard costs.isPresent else { return 3_600 }
    try costs.refuseOthers(than: ["fixed", "per_hour", "per_km", "per_task_hour"])
    if try costs["per_task_hour"].optionalNumber() ?? 0 != 0 {
      throw costs["per_task_hour"].notSupported()
    }
    return try costs["per_hour"].optionalInteger(prices) ?? 3_600
  }

  /// What a kilometre costs.
  static func perKilometre(_ costs: JSONField) throws(RoutingFileError) -> Int {
    guard costs.isPresent else { return 0 }
    return try costs["per_km"].optionalInteger(prices) ?? 0
  }

  /// The least factor by which all prices become whole numbers a second and a metre.
  ///
  /// - Throws: ``RoutingFileError`` naming a price of kilometres for which the solver's numbers are
  ///   too small.
  static func unit(of root: JSONField) throws(RoutingFileError) -> Int {
    let costs = try root["vehicles"].items().map { $0["costs"] }
    var ofHours = 3_600
    var ofKilometres = 1_000
    for price in costs {
      ofHours = divisor(ofHours, try perHour(price))
      ofKilometres = divisor(ofKilometres, try perKilometre(price))
    }
    let (seconds, metres) = (3_600 / ofHours, 1_000 / ofKilometres)
    let unit = seconds / divisor(seconds, metres) * metres
    let limit = Int(RoutingVehicle.highestRate)
    var isTooDear = false
    for price in costs where try perHour(price) * unit / 3_600 > limit { isTooDear = true }
    for price in costs {
      let kilometre = try perKilometre(price)
      guard kilometre == 0 || kilometre * unit <= limit && !isTooDear else {
        throw price["per_km"].notSupported()
      }
    }
    return unit
  }

  /// The greatest common divisor.
  private static func divisor(_ left: Int, _ right: Int) -> Int {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
