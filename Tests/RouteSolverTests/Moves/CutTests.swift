import Quantities
import RouteChecking
import Testing

@testable import RouteSolver

@Suite("Cutting a route in two")
struct CutTests {
  private func search(vehicles: Int, laid routes: [[Int]]) throws -> RouteSearch {
    let plane = Plane((1...6).map { (x: 10 * $0, y: 0) }, vehicles: vehicles)
    let problem = try plane.problem()
    let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
    let search = RouteSearch(compiled, seed: 1)
    let plan = PlanState(compiled)
    for (vehicle, stops) in routes.enumerated() { plan.lay(stops, vehicle: vehicle) }
    search.restart(from: plan)
    return search
  }

  @Test("puts a stop and what follows on a vehicle that has none")
  func cut() throws {
    let search = try search(vehicles: 2, laid: [[0, 1, 2, 3, 4, 5]])
    search.cutRoute(at: 3)
    search.mendTouched()
    #expect(search.trial.stops(of: 0) == [0, 1, 2])
    #expect(search.trial.stops(of: 1) == [3, 4, 5])
    // 10 to 60 and back were 120; now 60 are driven twice over.
    #expect(search.trial.cost == search.current.cost + 60)
  }

  @Test("changes nothing where every vehicle has stops")
  func full() throws {
    let search = try search(vehicles: 2, laid: [[0, 1, 2, 3], [4, 5]])
    search.cutRoute(at: 2)
    search.mendTouched()
    #expect(search.trial.stops(of: 0) == [0, 1, 2, 3])
    #expect(search.trial.stops(of: 1) == [4, 5])
  }

  @Test("changes nothing at the first stop")
  func first() throws {
    let search = try search(vehicles: 2, laid: [[0, 1, 2, 3, 4, 5]])
    search.cutRoute(at: 0)
    #expect(search.touched.isEmpty)
    #expect(search.trial.stops(of: 0) == [0, 1, 2, 3, 4, 5])
  }

  @Test("does not take a vehicle that another search works on")
  func others() throws {
    let search = try search(vehicles: 2, laid: [[0, 1, 2, 3, 4, 5]])
    search.isMine[1] = false
    search.cutRoute(at: 3)
    #expect(search.trial.stops(of: 0) == [0, 1, 2, 3, 4, 5])
  }

  @Test("leaves a plan that holds")
  func holds() throws {
    var cuts = 0
    for seed in UInt64(0)..<200 {
      // Half of them are plain: where stops name their vehicles, added ones are not like these.
      let some = try RandomProblem.make(seed: seed, stops: 20, plain: seed % 2 == 0)
      let twins = some.vehicles.map { vehicle in
        var twin = vehicle
        twin.lockedVisits = []
        return twin
      }
      let problem = try some.replacing(vehicles: some.vehicles + twins + twins)
      let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
      let search = RouteSearch(compiled, seed: seed)
      search.run(from: nil, iterations: 20)
      for stop in 0..<compiled.stopCount {
        let vehicle = search.trial.vehicle[stop]
        search.cutRoute(at: stop)
        if search.trial.vehicle[stop] != vehicle { cuts += 1 }
        search.mendTouched()
      }
      let routes = (0..<compiled.vehicleCount).map { search.trial.stops(of: $0) }
      let plan = RoutingPlan(routes: routes.map { $0.map { Index($0) } })
      #expect(RouteChecker(problem).faults(in: plan).isEmpty, "seed \(seed)")
    }
    #expect(cuts > 100)
  }
}
