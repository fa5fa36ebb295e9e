import Measuring
import Quantities
import RouteSolver

/// How soon a visit that nobody knew of in the morning is in the plan.
enum LateVisitCommand {
  static func run(_ arguments: some Sequence<String>) throws {
    let options = try Options(arguments, known: ["stops", "crews", "territories", "iterations"])
    let stops = try options.number("stops", default: 200)
    let crews = try options.number("crews", default: 8)
    let iterations = try options.number("iterations", default: 1_000)
    for seed in 1...UInt64(max(1, try options.number("territories", default: 10))) {
      let problem = try InventedTerritory.make(stops: stops + 1, crews: crews, seed: seed)
      let late = Index<RoutingStop>(stops)
      let known = try morningPlan(problem, without: late, seed: seed)
      let (slots, looking) = measured { insertionSlots(for: late, in: known, of: problem) }
      let budget = ChangeBudget(from: known, mostMoved: stops / 20)
      let (solution, solving) = measured {
        solve(problem, stop: AfterIterations(iterations), seed: seed, changing: budget)
      }
      let plan = solution.plan(vehicleCount: problem.vehicles.count)
      var line = JSONLine()
      line.add("what", "late")
      line.add("stops", stops)
      line.add("seed", Int(seed))
      line.add("slots", slots.count)
      line.add("slots_milliseconds", looking.wall * 1_000)
      line.add("plan_milliseconds", solving.wall * 1_000)
      line.add("plan_cpu_milliseconds", solving.cpu * 1_000)
      line.add("moved", budget.moved(in: plan))
      line.add("unserved", solution.unserved.count)
      print(line.text)
    }
  }

  /// A good plan of all but the last visit, by 30,000 iterations.
  private static func morningPlan(
    _ problem: RoutingProblem, without late: Index<RoutingStop>, seed: UInt64
  ) throws -> RoutingPlan {
    let morning = try RoutingProblem(
      matrices: problem.matrices, stops: Array(problem.stops.prefix(late.position)),
      vehicles: problem.vehicles)
    return solve(morning, stop: AfterIterations(30_000), seed: seed)
      .plan(vehicleCount: problem.vehicles.count)
  }
}
