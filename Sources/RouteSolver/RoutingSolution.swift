public import Quantities

/// What the solver found: timed routes, what was left out and why, and what it costs.
public struct RoutingSolution: Hashable, Sendable {
  /// The routes of the vehicles that leave home, by vehicle.
  public var routes: [SolvedRoute]
  /// The stops that nobody visits, by stop; members of a group that is visited are not listed.
  public var unserved: [UnservedStop]
  /// The cost and its parts.
  public var cost: CostParts
  /// How many ruin-and-recreate iterations were run, or kicks of the tour search.
  public var iterations: Int

  /// The plan without times, one route for each of `vehicleCount` vehicles.
  public func plan(vehicleCount: Int) -> RoutingPlan {
    var plan = RoutingPlan(routes: Array(repeating: [], count: vehicleCount))
    for route in routes { plan.routes[route.vehicle.position] = route.visits.map(\.stop) }
    return plan
  }
}

/// The day of one vehicle.
public struct SolvedRoute: Hashable, Sendable {
  /// Who drives it.
  public var vehicle: Index<RoutingVehicle>
  /// When it leaves its start, as late as costs nothing.
  public var departure: Seconds
  /// When it is back at its end.
  public var finish: Seconds
  /// The visits in order.
  public var visits: [SolvedVisit]
  /// The breaks taken on duty, in order.
  public var breaks: [SolvedBreak]
  /// Time at the wheel.
  public var driving: Seconds
  /// The way driven.
  public var distance: Distance
  /// Time at stops.
  public var service: Seconds
  /// Idle time on duty, breaks apart.
  public var waiting: Seconds
  /// The leg from the last visit to the end.
  public var lastLeg: SolvedLeg
  /// Whether no other order of these stops costs this vehicle less under its windows, breaks and
  /// limits, proven by dynamic programming; tried for routes of up to fifteen stops.
  public var hasProvenOrder: Bool
}

/// The way to a stop or to the end.
public struct SolvedLeg: Hashable, Sendable {
  /// Time at the wheel.
  public var driving: Seconds
  /// The way driven.
  public var distance: Distance
}

/// One visit with its times on the axis of ``HorizonSpan``.
public struct SolvedVisit: Hashable, Sendable {
  /// The stop visited.
  public var stop: Index<RoutingStop>
  /// The leg that leads here.
  public var leg: SolvedLeg
  /// When the crew arrives.
  public var arrival: Seconds
  /// When service begins.
  public var start: Seconds
  /// When service ends.
  public var end: Seconds
}

/// A break taken on duty.
public struct SolvedBreak: Hashable, Sendable {
  /// A position in ``RoutingVehicle/breaks``.
  public var position: Int
  /// How many visits of the route are over when it begins.
  public var visitsBefore: Int
  /// Whether the crew has already driven to the next stop, and pauses there.
  public var isAfterLeg: Bool
  /// When it begins.
  public var start: Seconds
  /// When it is over.
  public var end: Seconds
}

/// The objective, part by part; the solver minimises ``total``.
public struct CostParts: Hashable, Sendable {
  /// Required stops left out.
  public var required = Cost.zero
  /// Priorities of stops left out.
  public var priorities = Cost.zero
  /// Prizes of stops left out, and the difference to a group's best prize.
  public var prizes = Cost.zero
  /// Travel time.
  public var travel = Cost.zero
  /// Waiting.
  public var waiting = Cost.zero
  /// The way driven.
  public var distance = Cost.zero
  /// Duty beyond what is paid as usual.
  public var overtime = Cost.zero
  /// Vehicles used.
  public var fixed = Cost.zero
  /// Vehicles that visit stops they have an affinity cost for.
  public var affinity = Cost.zero
  /// Uneven workloads.
  public var imbalance = Cost.zero

  /// No cost at all.
  public init() {}

  /// The sum of the parts.
  public var total: Cost {
    required + priorities + prizes + travel + waiting + distance + overtime + fixed + affinity
      + imbalance
  }
}
