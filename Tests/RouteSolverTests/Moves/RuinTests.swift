import Quantities
import RouteChecking
import Testing

@testable import RouteSolver

@Suite("Ruin")
struct RuinTests {
  private func search(seed: UInt64) throws -> (RoutingProblem, RouteSearch) {
    let problem = try RandomProblem.make(seed: seed, stops: 40)
    let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
    var settings = SearchSettings()
    settings.cutChance = 0
    let search = RouteSearch(compiled, seed: seed, settings: settings)
    search.run(from: nil, iterations: 20)
    return (problem, search)
  }

  private func routes(_ plan: PlanState) -> [[Int]] {
    (0..<plan.problem.vehicleCount).map { plan.stops(of: $0) }
  }

  @Test("leaves routes that hold, in their order, and what they cost")
  func holds() throws {
    for seed in UInt64(0)..<60 {
      let (problem, search) = try search(seed: seed)
      let before = routes(search.trial)
      search.ruin()
      let after = routes(search.trial)
      for (old, new) in zip(before, after) {
        #expect(old.filter(new.contains) == new, "seed \(seed)")
      }
      let plan = RoutingPlan(routes: after.map { $0.map { Index($0) } })
      #expect(RouteChecker(problem).faults(in: plan).isEmpty, "seed \(seed)")
      let taken = before.joined().count - after.joined().count
      #expect(taken > 0 || before.allSatisfy(\.isEmpty) || hasLocks(problem))
    }
  }

  private func hasLocks(_ problem: RoutingProblem) -> Bool {
    problem.vehicles.contains { !$0.lockedVisits.isEmpty }
  }

  @Test("takes stops in a row, but for some in their middle")
  func strings() throws {
    let plane = Plane((1...30).map { (x: 10 * $0, y: $0 % 7) }, vehicles: 1)
    let problem = try plane.problem()
    let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
    for seed in UInt64(0)..<50 {
      let search = RouteSearch(compiled, seed: seed)
      search.run(from: nil, iterations: 0)
      let before = search.trial.stops(of: 0)
      search.ruin()
      let after = Set(search.trial.stops(of: 0))
      let gaps = before.map { !after.contains($0) }
      let strings = zip([false] + gaps, gaps).count { !$0 && $1 }
      #expect((1...2).contains(strings), "seed \(seed)")
      #expect(gaps.count { $0 } <= Int(search.settings.longestString))
    }
  }

  @Test("does not touch a locked beginning")
  func locked() throws {
    var plane = Plane((1...30).map { (x: 10 * $0, y: $0 % 7) }, vehicles: 1)
    plane.vehicles[0].lockedVisits = [Index(20), Index(3), Index(11)]
    let problem = try plane.problem()
    let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
    for seed in UInt64(0)..<50 {
      let search = RouteSearch(compiled, seed: seed)
      search.run(from: nil, iterations: 0)
      search.ruin()
      #expect(Array(search.trial.stops(of: 0).prefix(3)) == [20, 3, 11])
    }
  }

  @Test("offers most of all what was left out near by")
  func bank() throws {
    // Two towns far apart, each with more to do than one crew has time for.
    let towns = (0..<60).map { (x: ($0 % 2) * 100_000 + $0 * 10, y: $0 % 7) }
    var plane = Plane(towns, vehicles: 2)
    for vehicle in 0..<2 { plane.vehicles[vehicle].maxStops = 5 }
    let problem = try plane.problem()
    let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
    var near = 0
    var all = 0
    for seed in UInt64(0)..<50 {
      let search = RouteSearch(compiled, seed: seed)
      search.run(from: nil, iterations: 0)
      let served = (0..<60).filter { search.trial.vehicle[$0] >= 0 }
      search.ruin()
      let offered = search.removed.map { Int($0) }.filter { !served.contains($0) }
      #expect(Set(search.removed).count == search.removed.count)
      let right = offered.count { $0 % 2 == 1 }
      near += max(right, offered.count - right)
      all += offered.count
    }
    #expect(all > 50 * 6)
    #expect(Double(near) > 0.75 * Double(all))
  }
}
