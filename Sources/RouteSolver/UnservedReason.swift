public import Quantities

/// A stop that nobody visits, and why.
public struct UnservedStop: Hashable, Sendable {
  /// The stop left out.
  public var stop: Index<RoutingStop>
  /// Why.
  public var reason: UnservedReason
}

/// Why a stop was left out of the finished plan, all else in the plan being kept.
public enum UnservedReason: Hashable, Sendable {
  /// It fits, but its cheapest place costs `by` more than leaving it out.
  case notWorthwhile(by: Cost)
  /// It does not fit; relaxing any one of these constraints alone would make room.
  case barred(by: [RoutingConstraint])
  /// It does not fit, and no single constraint accounts for that.
  case severalConstraints
  /// No vehicle that could come has a way there and back.
  case unreachable
}

/// A kind of promise that a plan keeps.
public enum RoutingConstraint: String, Hashable, Sendable, CaseIterable {
  /// The stop's own windows.
  case window
  /// The skills the stop asks for.
  case skills
  /// The vehicles the stop allows.
  case allowedVehicles
  /// The vehicle, day, time or place in a route the stop is pinned to.
  case pin
  /// Days between visits.
  case spacing
  /// Earliest departure and latest return of crews.
  case shift
  /// Longest duty.
  case duty
  /// Longest driving.
  case driving
  /// What crews may do over all days.
  case horizon
  /// Longest driving without rest.
  case continuousDriving
  /// Breaks of crews.
  case breaks
  /// Latest end of service.
  case latestServiceEnd
  /// What a vehicle can take.
  case capacity
  /// Most stops of a crew.
  case maxStops
  /// Longest way.
  case maxDistance
}
