import Quantities
import RouteSolver

/// A day of visits around a town: a base in the middle, half of the visits in villages, some hours.
enum InventedTerritory {
  /// Twenty kilometres there and across, in metres.
  private static let width = 20_000
  /// Seconds for a kilometre of straight line on roads that wind.
  private static let secondsPerKilometre = 110

  /// - Parameters:
  ///   - stops: how many visits; the last is one that nobody knew of in the morning.
  ///   - crews: how many crews, all alike.
  ///   - seed: chance.
  /// - Returns: the problem, alike for alike numbers.
  /// - Throws: `RoutingProblemError` if there are no stops or crews to speak of.
  static func make(stops: Int, crews: Int, seed: UInt64) throws -> RoutingProblem {
    var chance = SeededGenerator(seed: seed)
    let places = [(width / 2, width / 2)] + places(stops, &chance)
    let crew = RoutingVehicle(
      start: Index(0), end: Index(0), shift: HorizonSpan(.hours(8), .hours(19)),
      maxDuty: .hours(10))
    return try RoutingProblem(
      matrices: [TravelMatrix(count: places.count, durations: durations(places, &chance))],
      stops: (1...stops).map { stop($0, &chance) },
      vehicles: Array(repeating: crew, count: crews))
  }

  private static func places(_ count: Int, _ chance: inout SeededGenerator) -> [(Int, Int)] {
    let villages = (0..<12).map { _ in (chance.below(width), chance.below(width)) }
    return (0..<count).map { number in
      guard number % 2 == 0 else { return (chance.below(width), chance.below(width)) }
      let village = villages[chance.below(villages.count)]
      return (village.0 + chance.below(1_500), village.1 + chance.below(1_500))
    }
  }

  private static func durations(
    _ places: [(Int, Int)], _ chance: inout SeededGenerator
  ) -> [Int32] {
    places.flatMap { from in
      places.map { to in
        let (dx, dy) = (Double(from.0 - to.0), Double(from.1 - to.1))
        let straight = (dx * dx + dy * dy).squareRoot() / 1_000
        // There and back differ by up to a tenth, as roads do.
        return Int32(straight * Double(secondsPerKilometre) * (1 + 0.1 * chance.unit()))
      }
    }
  }

  private static func stop(_ location: Int, _ chance: inout SeededGenerator) -> RoutingStop {
    let hours = [
      [], [], [HorizonSpan(.hours(8), .hours(12))], [HorizonSpan(.hours(13), .hours(18))],
      [HorizonSpan(.hours(9), .hours(11)), HorizonSpan(.hours(14), .hours(16))],
    ]
    return RoutingStop(
      location: Index(location), service: Seconds(Int32(300 + 60 * chance.below(11))),
      windows: hours[chance.below(hours.count)])
  }
}
