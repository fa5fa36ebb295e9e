public import Quantities

/// People who work on several days, each day as a ``RoutingVehicle``, and what they may do in all.
public struct RoutingCrew: Hashable, Sendable {
  /// The longest time at the wheel over all days.
  public var maxDriving: Seconds?
  /// The longest time at the wheel and at stops over all days.
  public var maxWork: Seconds?

  /// Limits over all days.
  public init(maxDriving: Seconds? = nil, maxWork: Seconds? = nil) {
    self.maxDriving = maxDriving
    self.maxWork = maxWork
  }
}
