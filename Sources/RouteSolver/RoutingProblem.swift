/// Stops to visit and crews to visit them, checked once and never changed.
public struct RoutingProblem: Hashable, Sendable {
  /// Travel, one matrix for each way of moving; all have the same locations.
  public let matrices: [TravelMatrix]
  /// The stops.
  public let stops: [RoutingStop]
  /// The crews, each on one day.
  public let vehicles: [RoutingVehicle]
  /// The rules that stops refer to with ``RoutingStop/spacing``.
  public let spacings: [RoutingSpacing]
  /// What crews may do over all days; vehicles refer to them with ``RoutingVehicle/crew``.
  public let crews: [RoutingCrew]
  /// How the parts of the objective weigh.
  public let weights: ObjectiveWeights

  /// A problem, after everything in it has been checked.
  ///
  /// - Throws: ``RoutingProblemError`` naming the first thing that is wrong.
  public init(
    matrices: [TravelMatrix], stops: [RoutingStop], vehicles: [RoutingVehicle],
    spacings: [RoutingSpacing] = [], crews: [RoutingCrew] = [],
    weights: ObjectiveWeights = ObjectiveWeights()
  ) throws(RoutingProblemError) {
    self.matrices = matrices
    self.stops = stops
    self.vehicles = vehicles
    self.spacings = spacings
    self.crews = crews
    self.weights = weights
    try validate()
  }

  /// A problem that only lacks constraints of `relaxed`, and so needs no check.
  init(
    relaxed: RoutingProblem, stops: [RoutingStop], vehicles: [RoutingVehicle], crews: [RoutingCrew]
  ) {
    matrices = relaxed.matrices
    self.stops = stops
    self.vehicles = vehicles
    spacings = relaxed.spacings
    self.crews = crews
    weights = relaxed.weights
  }

  /// A copy with other stops or vehicles.
  ///
  /// - Throws: ``RoutingProblemError`` naming the first thing that is wrong.
  public func replacing(
    stops: [RoutingStop]? = nil, vehicles: [RoutingVehicle]? = nil,
    spacings: [RoutingSpacing]? = nil
  ) throws(RoutingProblemError) -> RoutingProblem {
    try RoutingProblem(
      matrices: matrices, stops: stops ?? self.stops, vehicles: vehicles ?? self.vehicles,
      spacings: spacings ?? self.spacings, crews: crews, weights: weights)
  }
}
