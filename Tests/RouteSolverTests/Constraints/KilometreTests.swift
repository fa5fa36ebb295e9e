import Quantities
import RouteSolver
import Testing

@Suite("What a kilometre costs")
struct KilometreTests {
  @Test("is paid for the whole route, rounded down once")
  func rounding() throws {
    var line = Line(3)
    line.vehicle.costPerKilometre = 7
    // Three kilometres there and back.
    #expect(judged(try line.problem()).cost.distance == Cost(21))
    line.vehicle.end = nil
    #expect(judged(try line.problem()).cost.distance == Cost(10))
  }

  @Test("leaves out a stop whose way is dearer than its prize")
  func worth() throws {
    var line = Line(1)
    line.stops[0].isRequired = false
    line.stops[0].prize = Cost(1_310)
    line.vehicle.costPerKilometre = 100
    #expect(judged(try line.problem()).unserved.isEmpty)
    line.vehicle.costPerKilometre = 111
    #expect(
      judged(try line.problem()).unserved.map(\.reason) == [.notWorthwhile(by: Cost(1))])
  }

  @Test("decides for the shorter way where that takes longer")
  func shorter() throws {
    // Over the hill: to the second stop first is quick but long.
    let matrix = TravelMatrix(
      count: 3, durations: [0, 700, 600, 600, 0, 600, 700, 600, 0],
      distances: [0, 1_000, 90_000, 90_000, 0, 1_000, 1_000, 1_000, 0])
    var line = Line(2)
    for (rate, first) in [(Int64(0), 1), (1_000, 0)] {
      line.vehicle.costPerKilometre = rate
      let problem = try RoutingProblem(
        matrices: [matrix], stops: line.stops, vehicles: [line.vehicle])
      #expect(judged(problem).routes[0].visits[0].stop == Index(first))
    }
  }
}
