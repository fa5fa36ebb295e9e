import Quantities
import RouteSolver
import Testing

@Suite("Priorities")
struct PriorityTests {
  @Test("the higher priority is served where only one can be")
  func priority() throws {
    var line = Line(2)
    line.vehicle.maxStops = 1
    for stop in 0..<2 { line.stops[stop].isRequired = false }
    line.stops[0].prize = Cost(9_000)
    line.stops[1].priority = 1
    let problem = try RoutingProblem(
      matrices: [line.matrix], stops: line.stops, vehicles: [line.vehicle],
      weights: ObjectiveWeights(priorities: [.zero, Cost(100_000)]))
    #expect(judged(problem).routes[0].visits.map(\.stop) == [Index(1)])
  }
}
