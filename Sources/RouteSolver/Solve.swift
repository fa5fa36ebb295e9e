public import Quantities

/// Solves `problem`: a good plan at once, better ones until `stop` says enough.
///
/// Ruin and recreate by string removals (Christiaens and Vanden Berghe 2020) under simulated
/// annealing, then local search, then exact orders for short routes. Where all that is asked for is
/// the shortest tour of one vehicle, the budget goes to Lin and Kernighan's search. The same problem, start,
/// seed and number of iterations give the same solution on any machine.
///
/// - Parameters:
///   - problem: what is to be solved.
///   - start: a plan to begin from; stops that do not fit in it are placed anew.
///   - stop: says when to stop; a rule that knows how far it is lets the annealing cool to its end.
///   - seed: chance.
///   - budget: how far the plan may depart from one that people know, from which the search then
///     begins; a plan that does not hold is departed from as far as it takes.
///   - searches: how many searches work together; with one seed and number of iterations, the plan
///     depends on this and not on `sharing`.
///   - sharing: how they are run.
///   - observer: hears of the iterations now and then.
/// - Returns: the best plan found, timed, with a reason for each stop left out.
public func solve(
  _ problem: RoutingProblem, start: RoutingPlan? = nil, stop: some StoppingRule, seed: UInt64,
  changing budget: ChangeBudget? = nil, searches: Int = 1, sharing: WorkSharing = .inTurn,
  observer: ProgressObserver? = nil
) -> RoutingSolution {
  let compiled = CompiledProblem(
    problem, travel: TravelTables(problem.matrices), budget: budget)
  let start = start ?? budget?.plan
  if budget == nil, let tour = PureTour(compiled, problem, from: start),
    let found = tour.solve(stop: stop, seed: seed, observer: observer)
  {
    return SolutionAssembly(
      problem: problem, compiled: compiled, plan: found.plan, isProven: [found.isProven],
      iterations: found.iterations
    ).solution()
  }
  let team = SearchTeam(compiled, count: searches, sharing: sharing, seed: seed)
  let iterations = team.run(from: start, stop: stop, observer: observer)
  let descent = team.descend()
  return SolutionAssembly(
    problem: problem, compiled: compiled, plan: descent.plan, isProven: descent.isProven,
    iterations: iterations
  ).solution()
}
