import Quantities
import RouteSolver

/// Places in the plane, a second for each unit of way; the first is home.
struct Plane {
  var places: [(x: Int, y: Int)]
  var stops: [RoutingStop]
  var vehicles: [RoutingVehicle]

  /// Short visits at `places`, and crews that have the whole day.
  init(home: (x: Int, y: Int) = (0, 0), _ places: [(x: Int, y: Int)], vehicles: Int) {
    self.places = [home] + places
    stops = places.indices.map { RoutingStop(location: Index($0 + 1), service: Seconds(10)) }
    let crew = RoutingVehicle(
      start: Index(0), end: Index(0), shift: HorizonSpan(.hours(8), .hours(18)))
    self.vehicles = Array(repeating: crew, count: vehicles)
  }

  func problem() throws -> RoutingProblem {
    var durations: [Int32] = []
    for from in places {
      for to in places {
        let (dx, dy) = (Double(from.x - to.x), Double(from.y - to.y))
        durations.append(Int32((dx * dx + dy * dy).squareRoot().rounded()))
      }
    }
    return try RoutingProblem(
      matrices: [TravelMatrix(count: places.count, durations: durations)], stops: stops,
      vehicles: vehicles)
  }
}
