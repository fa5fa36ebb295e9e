import Quantities
import RouteChecking
import Testing

@testable import RouteSolver

@Suite("Alternatives of a route chosen together")
struct OptionChoiceTests {
  /// Groups of `options` alternatives each at random places, one vehicle.
  private func problem(groups: Int, options: Int, seed: UInt64) throws -> RoutingProblem {
    var chance = SeededGenerator(seed: seed)
    var plane = Plane(
      (0..<groups * options).map { _ in (x: chance.below(1_000), y: chance.below(1_000)) },
      vehicles: 1)
    for stop in plane.stops.indices { plane.stops[stop].group = stop / options }
    return try plane.problem()
  }

  private func driving(_ stops: [Int], _ problem: CompiledProblem) -> Int64 {
    let nodes = [problem.stopCount] + stops + [problem.stopCount]
    return zip(nodes, nodes.dropFirst()).reduce(0) {
      $0 + Int64(problem.duration(problem.vehicles[0], from: $1.0, to: $1.1))
    }
  }

  /// All ways to serve groups 0, 1, 2 … in this sequence.
  private func choices(groups: Int, options: Int) -> [[Int]] {
    (0..<groups).reduce([[]]) { routes, group in
      routes.flatMap { route in (0..<options).map { route + [group * options + $0] } }
    }
  }

  @Test("are the cheapest of all for their sequence", arguments: 0..<100 as Range<UInt64>)
  func cheapest(seed: UInt64) throws {
    let problem = try problem(groups: 5, options: 3, seed: seed)
    let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
    let plan = PlanState(compiled)
    plan.lay([0, 3, 6, 9, 12], vehicle: 0)
    let chosen = try #require(OptionChoice(compiled).stops(of: 0, plan))
    let least = choices(groups: 5, options: 3).map { driving($0, compiled) }.min()
    #expect(driving(chosen, compiled) == least)
    #expect(chosen.map { $0 / 3 } == [0, 1, 2, 3, 4])
  }

  /// Two borrowers, each at home on the right or at work on the left.
  private func sides() -> Plane {
    var plane = Plane(
      [(x: 100, y: 0), (x: -90, y: 0), (x: 101, y: 0), (x: -91, y: 0)], vehicles: 1)
    for stop in 0..<4 { plane.stops[stop].group = stop / 2 }
    return plane
  }

  private func compile(_ plane: Plane) throws -> CompiledProblem {
    let problem = try plane.problem()
    return CompiledProblem(problem, travel: TravelTables(problem.matrices))
  }

  @Test("change sides together where neither would alone")
  func together() throws {
    let compiled = try compile(sides())
    let search = RouteSearch(compiled, seed: 1)
    let plan = PlanState(compiled)
    plan.lay([0, 2], vehicle: 0)
    search.restart(from: plan)
    search.touch(0)
    search.chooseOptions()
    #expect(search.trial.stops(of: 0) == [1, 3])
    #expect(search.trial.cost < plan.cost)
  }

  @Test("stay where the others are closed")
  func windows() throws {
    var plane = sides()
    plane.stops[3].windows = [HorizonSpan(.hours(8), .hours(8) + Seconds(90))]
    let compiled = try compile(plane)
    let plan = PlanState(compiled)
    plan.lay([0, 2], vehicle: 0)
    #expect(OptionChoice(compiled).stops(of: 0, plan) == [0, 2])
  }

  @Test("leave a plan that holds and is no dearer", arguments: 0..<300 as Range<UInt64>)
  func holds(seed: UInt64) throws {
    let problem = try RandomProblem.make(seed: seed, stops: 12)
    let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
    let search = RouteSearch(compiled, seed: seed)
    search.begin(from: nil)
    let cost = search.trial.cost
    for vehicle in 0..<compiled.vehicleCount { search.touch(vehicle) }
    search.chooseOptions()
    #expect(search.trial.cost <= cost)
    let routes = (0..<compiled.vehicleCount).map { search.trial.stops(of: $0) }
    let plan = RoutingPlan(routes: routes.map { $0.map { Index($0) } })
    #expect(RouteChecker(problem).faults(in: plan).isEmpty)
  }

  @Test("are not looked for twice")
  func seen() throws {
    let compiled = try compile(sides())
    let plan = PlanState(compiled)
    plan.lay([0, 2], vehicle: 0)
    let choice = OptionChoice(compiled)
    #expect(!choice.wasSeen(0, plan))
    #expect(choice.wasSeen(0, plan))
    plan.remove(2)
    plan.refresh(0)
    #expect(!choice.wasSeen(0, plan))
  }
}
