import Quantities
import RouteChecking
import Testing

@testable import RouteSolver

/// A problem, a plan to begin from, and what the classical moves make of it.
struct Descent {
  let problem: RoutingProblem
  private let search: RouteSearch

  /// Lays `start` as it is.
  init(_ problem: RoutingProblem, from start: [[Int]]) {
    self.problem = problem
    let compiled = CompiledProblem(problem, travel: TravelTables(problem.matrices))
    search = RouteSearch(compiled, seed: 1)
    search.run(from: RoutingPlan(routes: start.map { $0.map { Index($0) } }), iterations: 0)
    #expect(routes == start, "the plan to begin from is laid as it is")
  }

  /// The best plan so far.
  var routes: [[Int]] {
    (0..<problem.vehicles.count).map { search.best.stops(of: $0) }
  }

  /// The cost of the best plan so far, which the checker has passed.
  var cost: Cost {
    let plan = RoutingPlan(routes: routes.map { $0.map { Index($0) } })
    let checker = RouteChecker(problem)
    #expect(checker.faults(in: plan).isEmpty)
    #expect(checker.cost(of: plan).total == Cost(search.best.cost))
    return checker.cost(of: plan).total
  }

  /// Runs the moves until none pays.
  func run() {
    let before = cost
    LocalSearch(search.best, search.neighbourhood).run()
    #expect(cost <= before)
  }
}
