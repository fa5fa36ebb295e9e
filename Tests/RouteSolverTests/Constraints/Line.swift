import Quantities
import RouteSolver

/// A line of places 600 s and 5,000 dm apart, home at the left end.
struct Line {
  var stops: [RoutingStop]
  var vehicle: RoutingVehicle
  var crews: [RoutingCrew] = []

  init(_ count: Int) {
    stops = (1...count).map {
      RoutingStop(location: Index($0), service: Seconds(900), isRequired: true)
    }
    vehicle = RoutingVehicle(
      start: Index(0), end: Index(0), shift: HorizonSpan(.hours(8), .hours(18)))
  }

  var matrix: TravelMatrix {
    let count = stops.count + 1
    var durations: [Int32] = []
    var distances: [Int32] = []
    for from in 0..<count {
      for to in 0..<count {
        durations.append(Int32(600 * abs(from - to)))
        distances.append(Int32(5_000 * abs(from - to)))
      }
    }
    return TravelMatrix(count: count, durations: durations, distances: distances)
  }

  func problem(
    vehicles: [RoutingVehicle]? = nil, spacings: [RoutingSpacing] = []
  ) throws -> RoutingProblem {
    try RoutingProblem(
      matrices: [matrix], stops: stops, vehicles: vehicles ?? [vehicle], spacings: spacings,
      crews: crews)
  }

  /// The vehicle, as it is, on each of these days.
  func days(_ days: Int...) -> [RoutingVehicle] {
    days.map { day in
      var crew = vehicle
      crew.day = day
      crew.shift = HorizonSpan(day: day, from: TimeOfDay(hour: 8), until: TimeOfDay(hour: 18))
      return crew
    }
  }
}
