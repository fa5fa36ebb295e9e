import Quantities
import RouteSolver
import Testing

@Suite("Stops without a way")
struct ReachabilityTests {
  @Test("a stop without a way is unreachable, not late")
  func unreachable() throws {
    let line = Line(1)
    let matrix = TravelMatrix(count: 2, durations: [0, TravelMatrix.unreachable, 600, 0])
    let problem = try RoutingProblem(
      matrices: [matrix], stops: line.stops, vehicles: [line.vehicle])
    #expect(judged(problem).unserved.map(\.reason) == [.unreachable])
  }
}
