/// Good plans of one problem, the best first, no two of the same cost.
struct PlanPool {
  private(set) var plans: [PlanState] = []

  /// Keeps a copy of `plan` unless there is one as dear.
  mutating func keep(_ plan: PlanState) {
    let place = plans.firstIndex { $0.cost >= plan.cost } ?? plans.count
    if place < plans.count, plans[place].cost == plan.cost { return }
    let kept = PlanState(plan.problem)
    kept.copy(plan)
    plans.insert(kept, at: place)
  }
}
