import Quantities

/// What crews may do over all days, every absent limit spelled out.
struct CompiledCrews: ~Copyable {
  let count: Int
  let maxDriving: FlatBuffer<Int64>
  let maxWork: FlatBuffer<Int64>
  /// What uneven work over all days costs.
  let imbalance: Int64

  init(_ problem: RoutingProblem) {
    let crews = problem.crews
    count = crews.count
    imbalance = problem.weights.crewImbalance
    maxDriving = FlatBuffer(crews.map { $0.maxDriving.map { Int64($0.value) } ?? .max })
    maxWork = FlatBuffer(crews.map { $0.maxWork.map { Int64($0.value) } ?? .max })
  }

  /// Whether it matters what a crew does on its other days.
  static func isBound(_ crew: Int, _ problem: RoutingProblem) -> Bool {
    problem.weights.crewImbalance > 0 || problem.crews[crew].maxDriving != nil
      || problem.crews[crew].maxWork != nil
  }

  /// What it costs that a crew works so many seconds over all days.
  @inline(__always)
  func cost(ofWork work: Int64) -> Int64 {
    // More than the limit is in no plan.
    let work = min(work, Int64(RoutingProblem.Limit.evenShift))
    return imbalance * work * work / 57_600
  }
}
