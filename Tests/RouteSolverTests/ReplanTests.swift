import Quantities
import RouteChecking
import RouteSolver
import Testing

@Suite("Plans that people know are departed from no further than allowed")
struct ReplanTests {
  @Test("a late stop's slots cost what the plan then costs", arguments: 0..<200 as Range<UInt64>)
  func slotsCost(seed: UInt64) throws {
    let problem = try RandomProblem.make(seed: seed, stops: 7)
    let solution = solve(problem, stop: AfterIterations(200), seed: seed)
    var plan = solution.plan(vehicleCount: problem.vehicles.count)
    let locked = Set(problem.vehicles.flatMap(\.lockedVisits))
    guard
      let taken = plan.routes.joined().first(where: { !locked.contains($0) })
    else { return }
    for vehicle in plan.routes.indices { plan.routes[vehicle].removeAll { $0 == taken } }
    let checker = RouteChecker(problem)
    guard checker.faults(in: plan).isEmpty else { return }
    let before = checker.cost(of: plan).total
    let slots = insertionSlots(for: taken, in: plan, of: problem, most: .max)
    #expect(!slots.isEmpty)
    #expect(slots.map(\.addedCost) == slots.map(\.addedCost).sorted())
    for slot in slots {
      var longer = plan
      longer.routes[slot.vehicle.position].insert(taken, at: slot.visitsBefore)
      #expect(checker.faults(in: longer).isEmpty)
      let unserved = problem.weights.unservedRequired
      let added = checker.cost(of: longer).total - before
      // The cost of leaving it out falls away; what is left is what the route costs more.
      #expect(added <= slot.addedCost && slot.addedCost - added <= unserved + Cost(1_000_000))
    }
  }

  @Test("no more visits change hands than the budget has", arguments: [0, 1, 3])
  func budgetHolds(mostMoved: Int) throws {
    for seed in 0..<60 as Range<UInt64> {
      let problem = try RandomProblem.make(seed: seed, stops: 8)
      let known = solve(problem, stop: AfterIterations(5), seed: seed)
        .plan(vehicleCount: problem.vehicles.count)
      let budget = ChangeBudget(from: known, mostMoved: mostMoved)
      let solution = solve(
        problem, stop: AfterIterations(400), seed: seed + 1, changing: budget)
      let plan = solution.plan(vehicleCount: problem.vehicles.count)
      #expect(budget.moved(in: plan) <= mostMoved, "seed \(seed)")
      #expect(RouteChecker(problem).faults(in: solution).isEmpty)
    }
  }

  @Test("changes that are priced are paid for as affinities")
  func pricedChanges() throws {
    let problem = try RandomProblem.make(seed: 3, stops: 6)
    let known = solve(problem, stop: AfterIterations(100), seed: 1)
    let plan = known.plan(vehicleCount: problem.vehicles.count)
    let priced = problem.pricingChanges(from: plan, cost: Cost(500))
    let again = solve(priced, start: plan, stop: AfterIterations(100), seed: 2)
    #expect(again.cost.total <= known.cost.total)
    #expect(RouteChecker(priced).faults(in: again).isEmpty)
  }
}
