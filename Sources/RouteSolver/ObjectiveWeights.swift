public import Quantities

/// How the parts of the objective weigh against a second of travel.
public struct ObjectiveWeights: Hashable, Sendable {
  /// What leaving out a required stop costs, above its priority and prize.
  public var unservedRequired: Cost
  /// What leaving out a stop costs by its priority level.
  public var priorities: [Cost]
  /// What uneven days cost: each crew pays `imbalance * workload² / 57,600` with its workload
  /// (driving and service) in seconds.
  ///
  /// The sum of squares is least when all work alike; a crew at eight hours pays `imbalance` for
  /// the next second, one at four hours half of that.
  public var imbalance: Int64

  /// Weights; required stops outweigh everything else by default.
  public init(
    unservedRequired: Cost = Cost(1_000_000_000), priorities: [Cost] = [.zero],
    imbalance: Int64 = 0
  ) {
    self.unservedRequired = unservedRequired
    self.priorities = priorities
    self.imbalance = imbalance
  }

  /// Costs of priority levels 0 ..< `levels` where each level outranks `count` stops of the next
  /// lower one; level 0 costs nothing and level 1 `unit`.
  public static func lexicographic(levels: Int, unit: Cost, outranking count: Int) -> [Cost] {
    var costs = [Cost.zero]
    var cost = unit
    while costs.count < levels {
      costs.append(cost)
      let (next, overflow) = cost.value.multipliedReportingOverflow(by: Int64(count + 1))
      cost = overflow ? .max : Cost(next)
    }
    return costs
  }
}
