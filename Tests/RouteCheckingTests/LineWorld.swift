import Quantities
import RouteChecking

@testable import RouteSolver

/// Four stops on a line, 600 s and 5,000 dm apart, home at the left end, services of 900 s, and the
/// plan that visits them from left to right, leaving at eight.
struct LineWorld {
  var stops = (1...4).map { RoutingStop(location: Index($0), service: Seconds(900), load: 5) }
  var vehicles = [
    RoutingVehicle(start: Index(0), end: Index(0), shift: HorizonSpan(.hours(8), .hours(18))),
    RoutingVehicle(
      day: 3, start: Index(0), end: Index(0), shift: HorizonSpan(.hours(80), .hours(90))),
  ]
  var spacings: [RoutingSpacing] = []
  var crews: [RoutingCrew] = []
  var weights = ObjectiveWeights()
  var matrix = LineWorld.line

  static let line = TravelMatrix(
    count: 5,
    durations: (0..<25).map { Int32(600 * abs($0 / 5 - $0 % 5)) },
    distances: (0..<25).map { Int32(5_000 * abs($0 / 5 - $0 % 5)) })

  func problem() throws -> RoutingProblem {
    try RoutingProblem(
      matrices: [matrix], stops: stops, vehicles: vehicles, spacings: spacings, crews: crews,
      weights: weights)
  }

  /// The first vehicle visits all; the last service ends at 10:20:00, and it is home at 11:00.
  static let plan = RoutingPlan(routes: [(0..<4).map { Index($0) }])

  /// The same with its times, as the documentation of the solution describes them.
  static var solution: RoutingSolution { solution(visiting: Array(0..<4)) }

  /// A solution of the first vehicle that visits `order` without waiting.
  static func solution(visiting order: [Int], breakAfter: (visits: Int, length: Int32)? = nil)
    -> RoutingSolution
  {
    var clock = Seconds.hours(8)
    var place = 0
    var visits: [SolvedVisit] = []
    var breaks: [SolvedBreak] = []
    var legs = 0
    func leg(to other: Int) -> SolvedLeg {
      let steps = Int32(abs(other - place))
      legs += Int(steps)
      place = other
      clock = clock + Seconds(600 * steps)
      return SolvedLeg(
        driving: Seconds(600 * steps), distance: Distance(decimetres: 5_000 * steps))
    }
    func rest(_ number: Int) {
      guard let pause = breakAfter, pause.visits == number else { return }
      breaks.append(
        SolvedBreak(
          position: 0, visitsBefore: number, isAfterLeg: false, start: clock,
          end: clock + Seconds(pause.length)))
      clock = clock + Seconds(pause.length)
    }
    for (number, stop) in order.enumerated() {
      rest(number)
      let leg = leg(to: stop + 1)
      visits.append(
        SolvedVisit(
          stop: Index(stop), leg: leg, arrival: clock, start: clock, end: clock + Seconds(900)))
      clock = clock + Seconds(900)
    }
    rest(order.count)
    let last = leg(to: 0)
    var cost = CostParts()
    cost.travel = Cost(Int64(600 * legs))
    let left = (0..<4).filter { !order.contains($0) }
    cost.required = Cost(1_000_000_000 * Int64(left.count))
    return RoutingSolution(
      routes: [
        SolvedRoute(
          vehicle: Index(0), departure: .hours(8), finish: clock, visits: visits, breaks: breaks,
          driving: Seconds(Int32(600 * legs)), distance: Distance(decimetres: Int32(5_000 * legs)),
          service: Seconds(Int32(900 * order.count)), waiting: .zero, lastLeg: last,
          hasProvenOrder: false)
      ],
      unserved: left.map { UnservedStop(stop: Index($0), reason: .severalConstraints) },
      cost: cost, iterations: 0)
  }
}
