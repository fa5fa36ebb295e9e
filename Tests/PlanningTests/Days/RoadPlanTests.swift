import FieldModel
import Planning
import Quantities
import RoadNetwork
import RouteSolver
import TestSupport
import Testing

@Suite("Plans on roads")
struct RoadPlanTests {
  @Test("take the roads' own times, and say where no road leads")
  func roads() throws {
    let town = try RoadSketch(
      """
      A---B---C
      |   |   |
      D---E---F
      |       |
      G---H---I
      """, streets: ["ABC", "DEF", "GHI", "ADG", "BE", "CFI"], cell: Seconds(40),
      modes: [.car], origin: Coordinate(latitude: 312_000_000, longitude: 1_205_000_000))
    var cases = "ABCDFGHI".enumerated().map {
      SampleCase.lawful($0 + 1, at: town.coordinate(of: $1))
    }
    let far = Coordinate(latitude: 330_000_000, longitude: 1_205_000_000)
    cases.append(SampleCase.lawful(9, at: far))
    let crew = SampleCase.crew("K1", at: town.coordinate(of: "E"))
    let maker = RequestWorld(days: 1).maker
    let world = PlanningWorld(
      requests: maker.make(from: cases).requests, crews: [crew], territories: [],
      rules: maker.rules, dates: maker.dates)
    let share = try #require(world.shares().shares.first)
    let stated = try ShareProblem(share, in: world) {
      town.network.travelMatrix(between: $0, mode: $1)
    }
    let read = stated.read(
      solve(try #require(stated.problem), stop: AfterIterations(200), seed: 1))
    let plan = PlanAssembly.assemble(
      routes: read.routes, unplanned: read.unplanned, dates: maker.dates, seed: 1,
      iterations: 200, mapChecksum: town.network.mapChecksum)
    let checker = PlanChecker(cases: cases, crews: [crew], rules: maker.rules, now: maker.now)
    #expect(checker.faults(in: plan, travel: RoadTravelTimes(on: town.network)) == [])
    #expect(plan.routes.flatMap(\.stops).count == 8)
    #expect(plan.unplanned == [UnplannedVisit(loanCase: "C9", reason: .unreachable)])
  }
}
