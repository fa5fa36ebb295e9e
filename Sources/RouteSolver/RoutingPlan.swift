public import Quantities

/// Which vehicle visits which stops, in order, without times.
public struct RoutingPlan: Hashable, Sendable {
  /// The stops of each vehicle, in the order of ``RoutingProblem/vehicles``; shorter is allowed.
  public var routes: [[Index<RoutingStop>]]

  /// A plan of `routes`, one for each vehicle.
  public init(routes: [[Index<RoutingStop>]]) { self.routes = routes }
}
