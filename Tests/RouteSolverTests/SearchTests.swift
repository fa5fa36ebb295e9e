import Quantities
import RouteSolver
import Testing

@Suite("The search as a whole")
struct SearchTests {
  @Test("the same seed and iterations give the same solution, another seed may not")
  func repeatable() throws {
    let problem = try RandomProblem.make(seed: 77, stops: 40)
    let first = solve(problem, stop: AfterIterations(80), seed: 5)
    let second = solve(problem, stop: AfterIterations(80), seed: 5)
    #expect(first == second)
    #expect(first.iterations == 80)
  }

  @Test("a start plan is kept where nothing better is looked for")
  func warmStart() throws {
    let problem = try RandomProblem.make(seed: 3, stops: 25)
    let good = solve(problem, stop: AfterIterations(300), seed: 1)
    let plan = good.plan(vehicleCount: problem.vehicles.count)
    let again = solve(problem, start: plan, stop: AfterIterations(0), seed: 9)
    #expect(PlanJudge(problem: problem).faults(again).isEmpty)
    #expect(again.cost.total <= good.cost.total)
  }

  @Test("a start plan that makes no sense does no harm")
  func foolishStart() throws {
    let problem = try RandomProblem.make(seed: 4, stops: 10)
    let twice: [Index<RoutingStop>] = [Index(0), Index(0), Index(999), Index(3)]
    let plan = RoutingPlan(routes: Array(repeating: twice, count: 50))
    let solution = solve(problem, start: plan, stop: AfterIterations(20), seed: 1)
    #expect(PlanJudge(problem: problem).faults(solution).isEmpty)
  }

  @Test("nothing to visit and nobody to visit it are both fine")
  func empty() throws {
    let matrix = TravelMatrix(count: 1, durations: [0])
    let stop = RoutingStop(location: Index(0), service: .minutes(5))
    let nobody = try RoutingProblem(matrices: [matrix], stops: [stop], vehicles: [])
    let left = solve(nobody, stop: AfterIterations(10), seed: 1)
    #expect(left.routes.isEmpty)
    #expect(left.unserved.count == 1)
    let crew = RoutingVehicle(
      start: Index(0), end: Index(0), shift: HorizonSpan(.hours(8), .hours(9)))
    let nothing = try RoutingProblem(matrices: [matrix], stops: [], vehicles: [crew])
    #expect(solve(nothing, stop: AfterIterations(10), seed: 1).cost.total == .zero)
  }

  @Test("a rule without a known end cools in cycles")
  func unknownEnd() throws {
    struct Counting: StoppingRule {
      func shouldStop(iterations: Int, best: Cost) -> Bool { iterations >= 50 }
    }
    let problem = try RandomProblem.make(seed: 8, stops: 12)
    let solution = solve(problem, stop: Counting(), seed: 1)
    #expect(PlanJudge(problem: problem).faults(solution).isEmpty)
    #expect(solution.iterations == 50)
  }

  @Test("short routes leave with a proven order")
  func proven() throws {
    let problem = try RandomProblem.make(seed: 12, stops: 7, plain: true)
    let solution = solve(problem, stop: AfterIterations(50), seed: 1)
    #expect(!solution.routes.map(\.hasProvenOrder).contains(false))
  }

  @Test("reasons name a constraint whose relaxing makes room", arguments: UInt64(0)..<40)
  func reasons(seed: UInt64) throws {
    let problem = try RandomProblem.make(seed: seed, stops: 9)
    let solution = solve(problem, stop: AfterIterations(60), seed: seed)
    let plan = solution.plan(vehicleCount: problem.vehicles.count)
    for left in solution.unserved {
      guard case .barred(let constraints) = left.reason else { continue }
      for constraint in constraints {
        let relaxed = try onlyRequiring(left.stop, problem.relaxing(constraint, for: [left.stop]))
        let again = solve(relaxed, start: plan, stop: AfterIterations(0), seed: 1)
        let visited = again.routes.flatMap(\.visits).map(\.stop)
        #expect(visited.contains(left.stop), "\(left.stop) after relaxing \(constraint)")
      }
    }
  }

  /// The problem with `stop` alone, outside its group, at a prize above everything.
  private func onlyRequiring(
    _ stop: Index<RoutingStop>, _ problem: RoutingProblem
  ) throws -> RoutingProblem {
    var stops = problem.stops
    stops[stop.position].group = nil
    stops[stop.position].prize = Cost(1_000_000_000_000)
    return try problem.replacing(stops: stops)
  }
}
