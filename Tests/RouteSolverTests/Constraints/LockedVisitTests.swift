import Quantities
import RouteSolver
import Testing

@Suite("Locked visits")
struct LockedVisitTests {
  @Test("come first, in their order, at the cost of the way")
  func first() throws {
    var line = Line(3)
    let free = judged(try line.problem())
    line.vehicle.lockedVisits = [Index(0), Index(1)]
    let natural = judged(try line.problem())
    #expect(natural.cost == free.cost)
    line.vehicle.lockedVisits = [Index(1), Index(0)]
    let solution = judged(try line.problem())
    #expect(solution.routes[0].visits.map(\.stop) == [Index(1), Index(0), Index(2)])
    #expect(solution.cost.travel == free.cost.travel + Cost(1_200))
  }

  @Test("stay with their vehicle, though another is cheaper")
  func dearer() throws {
    var line = Line(2)
    var dear = line.vehicle
    dear.costPerTravelSecond = 9
    dear.lockedVisits = [Index(1)]
    let solution = judged(try line.problem(vehicles: [line.vehicle, dear]))
    let route = try #require(solution.routes.first { $0.vehicle == Index(1) })
    #expect(route.visits.first?.stop == Index(1))
    line.vehicle.lockedVisits = [Index(0)]
    let start = RoutingPlan(routes: [[Index(1)], [Index(0)]])
    let problem = try line.problem(vehicles: [line.vehicle, dear])
    let again = solve(problem, start: start, stop: AfterIterations(20), seed: 1)
    #expect(PlanJudge(problem: problem).faults(again).isEmpty)
  }

  @Test("bind as far as they can be made")
  func impossible() throws {
    var line = Line(3)
    line.vehicle.lockedVisits = [Index(2), Index(1)]
    line.stops[2].windows = [HorizonSpan(.zero, .zero)]
    let solution = judged(try line.problem())
    #expect(solution.routes[0].visits.map(\.stop) == [Index(1), Index(0)])
    #expect(solution.unserved.map(\.stop) == [Index(2)])
  }

  @Test("are no reason to ask for the shortest tour instead")
  func notATour() throws {
    var line = Line(12)
    line.vehicle.lockedVisits = [Index(11), Index(0)]
    let visits = try #require(judged(try line.problem()).routes.first).visits.map(\.stop)
    #expect(visits.prefix(2) == [Index(11), Index(0)])
  }
}
