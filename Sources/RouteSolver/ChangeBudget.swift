public import Quantities

/// How far a plan may depart from one that people already know.
///
/// A stop counts as moved when the old plan visits it and the new one does so with another vehicle or
/// not at all.
public struct ChangeBudget: Hashable, Sendable {
  /// The plan that people know.
  public var plan: RoutingPlan
  /// How many stops may be moved.
  public var mostMoved: Int

  /// At most `mostMoved` stops otherwise than in `plan`.
  public init(from plan: RoutingPlan, mostMoved: Int) {
    self.plan = plan
    self.mostMoved = mostMoved
  }

  /// How many stops of the old plan are moved in `other`.
  public func moved(in other: RoutingPlan) -> Int {
    var vehicles: [Index<RoutingStop>: Int] = [:]
    for (vehicle, route) in other.routes.enumerated() {
      for stop in route { vehicles[stop] = vehicle }
    }
    return plan.routes.enumerated().reduce(0) { sum, entry in
      sum + entry.element.count { vehicles[$0] != entry.offset }
    }
  }
}

extension RoutingProblem {
  /// A copy in which each stop of `plan` costs `cost` more with any other vehicle than there.
  public func pricingChanges(from plan: RoutingPlan, cost: Cost) -> RoutingProblem {
    var stops = self.stops
    for (vehicle, route) in plan.routes.enumerated() {
      for stop in route where stop.position < stops.count {
        stops[stop.position].addAffinity(cost, exceptFor: vehicle, of: vehicles.count)
      }
    }
    return RoutingProblem(relaxed: self, stops: stops, vehicles: vehicles, crews: crews)
  }
}

extension RoutingStop {
  fileprivate mutating func addAffinity(_ cost: Cost, exceptFor known: Int, of count: Int) {
    var costs = Array(repeating: cost, count: count)
    if known < count { costs[known] = .zero }
    for affinity in affinities { costs[affinity.vehicle.position] += affinity.cost }
    affinities = costs.enumerated().filter { $0.element != .zero }.map {
      RoutingAffinity(vehicle: Index($0.offset), cost: $0.element)
    }
  }
}
