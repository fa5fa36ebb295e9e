import Quantities
import RouteChecking
import Testing

@testable import RouteSolver

@Suite("Recall of another plan's routes")
struct RecallTests {
  /// Stops on a line, four to the left and four to the right of the base, for two vehicles alike.
  private func line() throws -> RoutingProblem {
    let places = [0, -40, -30, -20, -10, 10, 20, 30, 40]
    let durations = places.flatMap { from in places.map { Int32(abs(from - $0)) } }
    let vehicle = RoutingVehicle(
      start: Index(0), end: Index(0), shift: HorizonSpan(Seconds(0), Seconds(3_600)), maxStops: 4)
    return try RoutingProblem(
      matrices: [TravelMatrix(count: places.count, durations: durations)],
      stops: (1...8).map { RoutingStop(location: Index($0), service: Seconds(1)) },
      vehicles: [vehicle, vehicle])
  }

  private func plan(_ problem: CompiledProblem, _ routes: [[Int]]) -> PlanState {
    let plan = PlanState(problem)
    for (vehicle, stops) in routes.enumerated() { plan.lay(stops, vehicle: vehicle) }
    return plan
  }

  private func search(_ problem: CompiledProblem, seed: UInt64) -> RouteSearch {
    let settings = SearchSettings()
    return RouteSearch(
      problem, neighbourhood: Neighbourhood(problem, width: settings.neighbours),
      recreateKeys: RecreateKeys(problem), seed: seed, settings: settings)
  }

  @Test("brings a whole good route back in one move", arguments: 0..<20 as Range<UInt64>)
  func bringsRouteBack(seed: UInt64) throws {
    let problem = try line()
    let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
    let sides = plan(compiled, [[3, 2, 1, 0], [4, 5, 6, 7]])
    let mixed = plan(compiled, [[0, 2, 4, 6], [1, 3, 5, 7]])
    #expect(mixed.cost > sides.cost)
    let search = search(compiled, seed: seed)
    search.restart(from: mixed)
    search.donors = [sides]
    search.recall()
    // A side is a route again, whichever of the two vehicles, alike, drives it.
    let routes = (0..<2).map { search.trial.stops(of: $0) }
    #expect(routes.contains([3, 2, 1, 0]) || routes.contains([4, 5, 6, 7]))
    search.recreate()
    #expect(search.trial.bankCount == 0)
    #expect(search.trial.cost <= mixed.cost)
  }

  @Test("leaves every stop in one route or to be placed", arguments: 0..<300 as Range<UInt64>)
  func losesNothing(seed: UInt64) throws {
    let problem = try RandomProblem.make(seed: seed, stops: 8)
    let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
    let donor = search(compiled, seed: seed &+ 1)
    let search = search(compiled, seed: seed)
    for search in [donor, search] {
      search.begin(from: nil)
      for _ in 0..<5 {
        search.ruin()
        search.recreate()
      }
    }
    search.donors = [donor.trial]
    search.recall()
    var served = Set<Int32>()
    for vehicle in 0..<compiled.vehicleCount {
      for stop in search.trial.stops(of: vehicle) {
        #expect(served.insert(compiled.orders.order[stop]).inserted)
        #expect(search.trial.vehicle[stop] == Int32(vehicle))
      }
    }
    #expect(served.count + search.trial.bankCount == compiled.orders.count)
    for order in search.removed { #expect(!search.trial.isServed[Int(order)]) }
    search.recreate()
    for vehicle in 0..<compiled.vehicleCount {
      let cost = search.trial.totals[vehicle].cost
      #expect(search.trial.refresh(vehicle))
      #expect(search.trial.totals[vehicle].cost == cost)
    }
  }
}
