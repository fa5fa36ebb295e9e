import Quantities
import RouteSolver
import Testing

/// The solution of `problem`, which the independent checker has passed.
func judged(_ problem: RoutingProblem) -> RoutingSolution {
  let solution = solve(problem, stop: AfterIterations(60), seed: 1)
  #expect(PlanJudge(problem: problem).faults(solution).isEmpty)
  return solution
}

/// Expects that the vehicle with the limit just wide enough serves all stops at no extra cost, and
/// one a notch tighter leaves stops out and says why.
func expectEdge(
  _ count: Int, binding: RoutingConstraint, wide: (inout Line) -> Void,
  tight: (inout Line) -> Void
) throws {
  let free = judged(try Line(count).problem())
  var line = Line(count)
  wide(&line)
  let inside = judged(try line.problem())
  #expect(inside.unserved.isEmpty)
  #expect(inside.cost == free.cost)
  tight(&line)
  let problem = try line.problem()
  let outside = judged(problem)
  #expect(outside.unserved.count == 1)
  let left = try #require(outside.unserved.first)
  guard case .barred(let constraints) = left.reason else {
    Issue.record("\(left.reason)")
    return
  }
  #expect(constraints.contains(binding))
  for constraint in constraints {
    let relaxed = solve(
      problem.relaxing(constraint, for: [left.stop]), start: outside.plan(vehicleCount: 1),
      stop: AfterIterations(60), seed: 1)
    #expect(relaxed.unserved.isEmpty, "relaxing \(constraint) makes room")
  }
}
