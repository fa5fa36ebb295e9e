import Quantities
import RouteSolver
import Testing

@Suite("Affinities and even work")
struct PreferenceTests {
  @Test("an affinity cost sends the other crew, an imbalance weight shares the work")
  func preferences() throws {
    var line = Line(2)
    line.stops[0].affinities = [RoutingAffinity(vehicle: Index(0), cost: Cost(5_000))]
    let other = judged(try line.problem(vehicles: [line.vehicle, line.vehicle]))
    let disliked = other.routes.filter { $0.vehicle == Index(0) }.flatMap(\.visits).map(\.stop)
    #expect(!disliked.contains(Index(0)))
    let even = try RoutingProblem(
      matrices: [line.matrix], stops: Line(4).stops.prefix(2).map { $0 },
      vehicles: [line.vehicle, line.vehicle], weights: ObjectiveWeights(imbalance: 100))
    #expect(judged(even).routes.count == 2)
  }
}
