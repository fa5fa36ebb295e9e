import Quantities
import RouteSolver
import Testing

@Suite("Even work over all days")
struct CrewImbalanceTests {
  private func solution(
    _ line: Line, _ vehicles: [RoutingVehicle], weight: Int64
  ) throws -> RoutingSolution {
    judged(
      try RoutingProblem(
        matrices: [line.matrix], stops: line.stops, vehicles: vehicles, crews: line.crews,
        weights: ObjectiveWeights(crewImbalance: weight)))
  }

  @Test("one crew makes both visits until sharing them out costs less, to the unit of the weight")
  func edge() throws {
    var line = Line(2)
    line.crews = [RoutingCrew(), RoutingCrew()]
    var pair = [line.vehicle, line.vehicle]
    pair[0].crew = 0
    pair[1].crew = 1
    // Together 2,400 s of travel and 4,200 s of work; apart 3,600 s, and 3,300 s and 2,100 s of work.
    let together = try solution(line, pair, weight: 29)
    #expect(together.routes.count == 1)
    #expect(together.cost.imbalance == Cost(29 * 4_200 * 4_200 / 57_600))
    let apart = try solution(line, pair, weight: 30)
    #expect(apart.routes.count == 2)
    let squares = [3_300, 2_100].map { Int64(30 * $0 * $0 / 57_600) }
    #expect(apart.cost.imbalance == Cost(squares[0] + squares[1]))
  }

  @Test("a crew that had a long day does less on another")
  func otherDay() throws {
    var line = Line(3)
    line.crews = [RoutingCrew(), RoutingCrew()]
    line.stops[2].pinnedDay = 0
    line.stops[0].pinnedDay = 1
    line.stops[1].pinnedDay = 1
    var days = line.days(0, 1, 1)
    days[0].crew = 0
    days[1].crew = 0
    days[2].crew = 1
    days[2].fixedCost = Cost(500)
    let free = try solution(line, days, weight: 0)
    #expect(free.routes.map(\.vehicle) == [Index(0), Index(1)])
    let even = try solution(line, days, weight: 10)
    #expect(even.routes.map(\.vehicle) == [Index(0), Index(2)])
    #expect(even.cost.travel == free.cost.travel)
  }

  @Test("the days of one crew need not be alike, and vehicles without a crew pay nothing")
  func sameCrew() throws {
    var line = Line(2)
    line.crews = [RoutingCrew()]
    var days = line.days(0, 1)
    let nobody = try solution(line, days, weight: 1_000)
    #expect(nobody.cost.imbalance == .zero && nobody.routes.count == 1)
    days[0].crew = 0
    days[1].crew = 0
    let alone = try solution(line, days, weight: 1_000)
    #expect(alone.routes.count == 1)
    #expect(alone.cost.imbalance == Cost(1_000 * 4_200 * 4_200 / 57_600))
  }

  @Test("the shortest tour is proven under it too")
  func tour() throws {
    var line = Line(8)
    line.crews = [RoutingCrew()]
    line.vehicle.crew = 0
    let solution = try solution(line, [line.vehicle], weight: 50)
    #expect(solution.routes[0].hasProvenOrder)
    #expect(solution.cost.travel == Cost(9_600))
  }

  @Test("a visit is left out when what it adds to the square is more than it is worth")
  func worth() throws {
    var line = Line(1)
    line.crews = [RoutingCrew()]
    line.vehicle.crew = 0
    line.stops[0].isRequired = false
    // 1,200 s of travel, and 2,100 s of work that cost 765 by the square.
    line.stops[0].prize = Cost(1_965)
    #expect(try solution(line, [line.vehicle], weight: 10).unserved.isEmpty)
    line.stops[0].prize = Cost(1_964)
    let left = try solution(line, [line.vehicle], weight: 10).unserved
    #expect(left.map(\.reason) == [.notWorthwhile(by: Cost(1))])
  }
}
