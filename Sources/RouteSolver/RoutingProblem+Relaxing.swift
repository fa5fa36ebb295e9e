public import Quantities

extension RoutingProblem {
  /// A copy without one kind of constraint: the stops' own are lifted for `stops`, those of crews
  /// for every crew.
  ///
  /// A shift is widened by a day at both ends, within the axis.
  ///
  /// - Parameters:
  ///   - constraint: what is lifted or loosened.
  ///   - amount: by how much, in the unit of ``RoutingRemedy/amount`` (windows and shifts at both
  ///     ends); `nil` to lift it.
  ///   - stops: whose own constraints are meant.
  /// - Returns: the copy, which belongs to the same locations.
  public func relaxing(
    _ constraint: RoutingConstraint, by amount: Int64? = nil, for stops: [Index<RoutingStop>]
  ) -> RoutingProblem {
    if let amount { return loosening(constraint, by: Int32(clamping: amount), for: stops) }
    var changedStops = self.stops
    for stop in stops where stop.position < changedStops.count {
      Self.relax(constraint, &changedStops[stop.position])
    }
    let changedVehicles = vehicles.map { vehicle in
      var vehicle = vehicle
      Self.relax(constraint, &vehicle)
      if constraint == .pin { vehicle.lockedVisits.removeAll(where: stops.contains) }
      return vehicle
    }
    let changedCrews =
      constraint == .horizon ? crews.map { _ in RoutingCrew() } : crews
    return RoutingProblem(
      relaxed: self, stops: changedStops, vehicles: changedVehicles, crews: changedCrews)
  }

  private static func relax(_ constraint: RoutingConstraint, _ stop: inout RoutingStop) {
    switch constraint {
    case .window: stop.windows = []
    case .skills: stop.skills = 0
    case .spacing: stop.spacing = nil
    case .allowedVehicles: stop.allowedVehicles = nil
    case .pin:
      stop.pinnedVehicle = nil
      stop.pinnedDay = nil
      stop.pinnedStart = nil
      stop.pinnedPosition = nil
    default: break
    }
  }

  private static func relax(_ constraint: RoutingConstraint, _ vehicle: inout RoutingVehicle) {
    switch constraint {
    case .shift:
      vehicle.shift.start = Seconds(max(0, vehicle.shift.start.value - 86_400))
      vehicle.shift.end = Seconds(min(Limit.moment, vehicle.shift.end.value + 86_400))
    case .duty: vehicle.maxDuty = nil
    case .driving: vehicle.maxDriving = nil
    case .continuousDriving: vehicle.continuousDriving = nil
    case .breaks: vehicle.breaks = []
    case .latestServiceEnd: vehicle.latestServiceEnd = nil
    case .capacity: vehicle.capacity = nil
    case .maxStops: vehicle.maxStops = nil
    case .maxDistance: vehicle.maxDistance = nil
    default: break
    }
  }
}
