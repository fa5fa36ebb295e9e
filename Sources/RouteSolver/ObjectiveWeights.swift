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
  /// What it costs that some people work more than others over all days: each ``RoutingCrew`` pays
  /// `crewImbalance * work² / 57,600` with its work (driving and service of all its vehicles) in
  /// seconds.
  ///
  /// A crew with forty hours in all pays five times `crewImbalance` for the next second, one with
  /// thirty hours under four times. Vehicles without ``RoutingVehicle/crew`` pay nothing.
  public var crewImbalance: Int64

  /// Weights; required stops outweigh everything else by default.
  public init(
    unservedRequired: Cost = Cost(1_000_000_000), priorities: [Cost] = [.zero],
    imbalance: Int64 = 0, crewImbalance: Int64 = 0
  ) {
    self.unservedRequired = unservedRequired
    self.priorities = priorities
    self.imbalance = imbalance
    self.crewImbalance = crewImbalance
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
