import Quantities
import RouteChecking
import Testing

@testable import RouteSolver

@Suite("Recreate")
struct RecreateTests {
  private func search(
    _ problem: RoutingProblem, seed: UInt64, iterations: Int = 0
  ) -> RouteSearch {
    var settings = SearchSettings()
    settings.blinkChance = 1e-6
    let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
    let search = RouteSearch(compiled, seed: seed, settings: settings)
    search.run(from: nil, iterations: iterations)
    return search
  }

  @Test("puts a stop back where it costs least")
  func cheapest() throws {
    let plane = Plane((1...12).map { (x: 10 * $0, y: 0) }, vehicles: 1)
    let problem = try plane.problem()
    for stop in 0..<12 {
      let search = search(problem, seed: 1)
      let before = search.trial.cost
      search.trial.remove(stop)
      #expect(search.trial.refresh(0))
      search.touch(0)
      search.removed = [search.problem.orders.order[stop]]
      search.recreate()
      #expect(search.trial.cost == before)
      #expect(search.trial.stops(of: 0).contains(stop))
    }
  }

  @Test("stops once the plan can only be too dear", arguments: 0..<60 as Range<UInt64>)
  func bound(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let plane = Plane(
      (0..<30).map { _ in (x: chance.below(200), y: chance.below(200)) }, vehicles: 4)
    let problem = try plane.problem()
    func recreated(below bound: Int64) -> PlanState {
      let search = search(problem, seed: seed, iterations: 50)
      search.ruin()
      search.recreate(below: bound)
      return search.trial
    }
    let whole = recreated(below: .max)
    // Rounded ways may be a second shorter through one stop more.
    let dearer = recreated(below: whole.cost + 30)
    #expect((0..<4).allSatisfy { dearer.stops(of: $0) == whole.stops(of: $0) })
    // What is placed last adds to the cost too, so half of it is reached before.
    let cheaper = recreated(below: whole.cost / 2)
    #expect(cheaper.bankCount > 0)
    #expect(cheaper.cost >= whole.cost / 2)
  }

  @Test("keeps count of what waiting costs", arguments: 0..<100 as Range<UInt64>)
  func waiting(seed: UInt64) throws {
    let problem = try RandomProblem.make(seed: seed, stops: 15)
    let search = search(problem, seed: seed, iterations: 50)
    search.ruin()
    search.recreate(below: search.current.cost)
    for plan in [search.trial, search.current, search.best] {
      let costs = (0..<search.problem.vehicleCount).map {
        search.problem.vehicles[$0].waitingRate * Int64(plan.totals[$0].waiting)
      }
      #expect(plan.waitingCosts == costs.reduce(0, +))
    }
  }

  @Test("goes on where placing may save more than waiting")
  func savings() throws {
    func saves(_ change: (inout Plane) -> Void) throws -> Bool {
      var plane = Plane([(10, 0), (20, 0)], vehicles: 2)
      change(&plane)
      let problem = try plane.problem()
      return !CompiledProblem(problem, travel: TravelTables(problem.matrices))
        .placingSavesOnlyWaiting
    }
    #expect(try !saves { _ in })
    #expect(try !saves { $0.vehicles[0].costPerWaitingSecond = 2 })
    #expect(try saves { $0.vehicles[0].costPerKilometre = 1 })
    #expect(
      try saves { $0.stops[0].affinities = [RoutingAffinity(vehicle: Index(1), cost: Cost(-5))] })
    #expect(
      try !saves { $0.stops[0].affinities = [RoutingAffinity(vehicle: Index(1), cost: Cost(5))] })
  }

  @Test("leaves out what is worth less than its way")
  func worth() throws {
    var plane = Plane([(10, 0), (500, 0)], vehicles: 1)
    plane.stops[1].isRequired = false
    plane.stops[1].prize = Cost(980)
    let search = search(try plane.problem(), seed: 1)
    search.trial.remove(1)
    #expect(search.trial.refresh(0))
    search.touch(0)
    search.removed = [search.problem.orders.order[1]]
    search.placeRemoved()
    #expect(search.trial.stops(of: 0) == [0])
    search.placeRemoved(worth: 2)
    #expect(search.trial.stops(of: 0).sorted() == [0, 1])
  }

  @Test("keeps every limit, whatever was ruined")
  func holds() throws {
    for seed in UInt64(0)..<60 {
      let problem = try RandomProblem.make(seed: seed, stops: 30)
      let search = search(problem, seed: seed, iterations: 10)
      for _ in 0..<10 {
        search.ruin()
        search.recreate()
        let routes = (0..<problem.vehicles.count).map { search.trial.stops(of: $0) }
        let plan = RoutingPlan(routes: routes.map { $0.map { Index($0) } })
        #expect(RouteChecker(problem).faults(in: plan).isEmpty, "seed \(seed)")
      }
    }
  }
}
