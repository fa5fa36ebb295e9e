import Quantities
import RouteSolver

/// Which vehicle visits which stops, in order, by position.
struct AssignedRoute {
  var vehicle: Int
  var stops: [Int]
}

/// The legs that one vehicle can drive.
struct Legs {
  private let matrix: TravelMatrix

  init(_ problem: RoutingProblem, vehicle: Int) {
    matrix = problem.matrices[problem.vehicles[vehicle].matrix]
  }

  /// Seconds and decimetres from one place to another, `nil` where there is no way; a day that
  /// begins or ends at no place has no leg there.
  func leg(
    _ from: Index<RoutingLocation>?, _ to: Index<RoutingLocation>?
  ) -> (seconds: Int, decimetres: Int)? {
    guard let from, let to else { return (0, 0) }
    let cell = Int(from.raw) * matrix.count + Int(to.raw)
    guard matrix.durations[cell] != Int32.max else { return nil }
    return (Int(matrix.durations[cell]), Int(matrix.distances[cell]))
  }
}
