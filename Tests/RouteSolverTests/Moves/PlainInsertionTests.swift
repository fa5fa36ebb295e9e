import Quantities
import Testing

@testable import RouteSolver

@Suite("Insertion into routes of plain vehicles")
struct PlainInsertionTests {
  /// A search on a plan from which some stops are missing.
  private func search(_ problem: RoutingProblem, seed: UInt64) -> RouteSearch {
    let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
    let search = RouteSearch(compiled, seed: seed)
    search.run(from: nil, iterations: 20)
    search.ruin()
    return search
  }

  @Test("finds the same place at the same cost as by all labels and sums")
  func agrees() throws {
    var plain = 0
    var found = 0
    for seed in 0..<UInt64(Effort.seeds(1_000)) {
      let problem = try RandomProblem.make(seed: seed, stops: 20, plain: seed % 3 == 0)
      let trial = search(problem, seed: seed).trial
      var chance = SeededGenerator(seed: seed)
      for vehicle in 0..<trial.problem.vehicleCount where trial.problem.vehicles[vehicle].isPlain {
        plain += 1
        for stop in 0..<trial.problem.stopCount
        where trial.vehicle[stop] < 0 && trial.mayTake(stop, vehicle: vehicle) {
          for bound in [Int64.max, Int64(chance.below(20_000)), Int64(chance.below(2_000))] {
            let nodes = [-1] + trial.stops(of: vehicle)
            let overlooked = nodes[chance.below(nodes.count)]
            let place = trial.cheapestPlainPlace(
              of: stop, vehicle: vehicle, below: bound, overlooking: overlooked)
            let expected = trial.cheapestLabelledPlace(
              of: stop, vehicle: vehicle, below: bound, overlooking: overlooked)
            #expect(place.cost == expected.cost, "seed \(seed), stop \(stop), vehicle \(vehicle)")
            #expect(place.node == expected.node, "seed \(seed), stop \(stop), vehicle \(vehicle)")
            if place.stop >= 0 { found += 1 }
          }
        }
      }
    }
    #expect(plain > Effort.seeds(1_000) / 2)
    #expect(found > Effort.seeds(1_000))
  }

  @Test("reads a route anew once it has changed")
  func changes() throws {
    let plane = Plane((1...6).map { (x: 10 * $0, y: 0) }, vehicles: 1)
    let problem = try plane.problem()
    let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
    let plan = PlanState(compiled)
    plan.lay([0, 1], vehicle: 0)
    let far = plan.cheapestPlace(of: 5, vehicle: 0, below: .max)
    #expect(far.cost == 80)
    #expect(far.node == 0)
    plan.insert(4, after: 1, vehicle: 0)
    #expect(plan.refresh(afterInserting: 4, vehicle: 0))
    let near = plan.cheapestPlace(of: 5, vehicle: 0, below: .max)
    #expect(near.cost == 20)
    #expect(near.node == 1)
  }
}
