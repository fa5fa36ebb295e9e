import Quantities
import RouteSolver
import Testing

@Suite("Turning a segment (2-opt)")
struct TwoOptTests {
  /// More stops on a circle than are ordered exactly.
  private static let count = 20
  private static func circle() -> Plane {
    let places = (1...count).map { number in
      // Sine and cosine by rotation, so that no library is asked.
      let (sine, cosine) = rotation(number)
      return (x: Int(1_000 * cosine), y: Int(1_000 * sine))
    }
    return Plane(home: (1_000, 0), places, vehicles: 1)
  }

  /// Sine and cosine of `number` steps of a full turn in `count + 1` steps.
  private static func rotation(_ number: Int) -> (Double, Double) {
    let (stepSine, stepCosine) = (0.294_755_174_410_904, 0.955_572_805_786_141)
    var (sine, cosine) = (0.0, 1.0)
    for _ in 0..<number {
      (sine, cosine) = (
        sine * stepCosine + cosine * stepSine, cosine * stepCosine - sine * stepSine
      )
    }
    return (sine, cosine)
  }

  private static let turned = Array(0..<5) + (5..<14).reversed() + Array(14..<20)

  @Test("puts a turned stretch right in a route too long to be ordered exactly")
  func found() throws {
    let problem = try Self.circle().problem()
    let descent = Descent(problem, from: [Self.turned])
    let right = Descent(problem, from: [Array(0..<Self.count)])
    #expect(descent.cost > right.cost)
    descent.run()
    #expect(descent.cost == right.cost)
  }

  @Test("is not made where a stop would be reached too late")
  func windows() throws {
    var plane = Self.circle()
    // The first of the turned stretch is just in time in the plan to begin from.
    let limit = Descent(try plane.problem(), from: [Self.turned])
    _ = limit.cost
    let arrival = try #require(arrivals(plane, Self.turned)[13])
    plane.stops[13].windows = [HorizonSpan(.zero, arrival)]
    let descent = Descent(try plane.problem(), from: [Self.turned])
    descent.run()
    let place = try #require(descent.routes[0].firstIndex(of: 13))
    let reached = try #require(arrivals(plane, descent.routes[0])[13])
    #expect(reached <= arrival && place < 13)
  }

  /// When each stop is reached by who leaves at eight and never waits.
  private func arrivals(_ plane: Plane, _ route: [Int]) throws -> [Int: Seconds] {
    let matrix = try plane.problem().matrices[0]
    var clock = Seconds.hours(8)
    var place: Index<RoutingLocation> = Index(0)
    var arrivals: [Int: Seconds] = [:]
    for stop in route {
      let leg = matrix.duration(from: place, to: plane.stops[stop].location) ?? .zero
      clock = clock + leg
      arrivals[stop] = clock
      clock = clock + plane.stops[stop].service
      place = plane.stops[stop].location
    }
    return arrivals
  }
}
