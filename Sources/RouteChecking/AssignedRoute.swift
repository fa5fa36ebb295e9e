import Quantities
import RouteSolver

/// Which vehicle visits which stops, in order, by position.
struct AssignedRoute {
  var vehicle: Int
  var stops: [Int]
  /// The seconds of the leg to each stop and home, for routes whose times are known.
  var legs: [Int]?
}

/// The legs that one vehicle can drive.
struct Legs {
  private let matrix: TravelMatrix

  init(_ problem: RoutingProblem, vehicle: Int) {
    matrix = problem.matrices[problem.vehicles[vehicle].matrix]
  }

  /// Whether legs take longer at some hours than at others.
  var areTimed: Bool { !matrix.periods.isEmpty }

  /// Seconds and decimetres from one place to another, `nil` where there is no way; a day that
  /// begins or ends at no place has no leg there.
  ///
  /// Without a moment of departure, the seconds are the least of the day.
  func leg(
    _ from: Index<RoutingLocation>?, _ to: Index<RoutingLocation>?, leaving moment: Int? = nil
  ) -> (seconds: Int, decimetres: Int)? {
    guard let from, let to else { return (0, 0) }
    let cell = Int(from.raw) * matrix.count + Int(to.raw)
    guard matrix.durations[cell] != Int32.max else { return nil }
    guard areTimed else { return (Int(matrix.durations[cell]), Int(matrix.distances[cell])) }
    let times = [matrix.durations[cell]] + matrix.periods.map { $0.durations[cell] }
    let seconds =
      moment.map { DriveThroughDay(matrix.periods.map(\.from), times).seconds(leaving: $0) }
      ?? Int(times.min() ?? 0)
    return (seconds, Int(matrix.distances[cell]))
  }
}
