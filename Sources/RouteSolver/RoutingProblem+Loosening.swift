import Quantities

extension RoutingProblem {
  /// A copy in which one kind of constraint gives by `amount`; one that has no amount stays.
  func loosening(
    _ constraint: RoutingConstraint, by amount: Int32, for stops: [Index<RoutingStop>]
  ) -> RoutingProblem {
    var changedStops = self.stops
    if constraint == .window {
      for stop in stops where stop.position < changedStops.count {
        changedStops[stop.position].windows = changedStops[stop.position].windows.map {
          Self.wider($0, by: amount)
        }
      }
    }
    let changedVehicles = vehicles.map { vehicle in
      var vehicle = vehicle
      Self.loosen(constraint, by: amount, &vehicle)
      return vehicle
    }
    var changedCrews = crews
    if constraint == .horizon {
      for crew in changedCrews.indices {
        changedCrews[crew].maxDriving = Self.more(crews[crew].maxDriving, by: amount)
        changedCrews[crew].maxWork = Self.more(crews[crew].maxWork, by: amount)
      }
    }
    return RoutingProblem(
      relaxed: self, stops: changedStops, vehicles: changedVehicles, crews: changedCrews)
  }

  private static func loosen(
    _ constraint: RoutingConstraint, by amount: Int32, _ vehicle: inout RoutingVehicle
  ) {
    switch constraint {
    case .shift: vehicle.shift = wider(vehicle.shift, by: amount)
    case .duty: vehicle.maxDuty = more(vehicle.maxDuty, by: amount)
    case .driving: vehicle.maxDriving = more(vehicle.maxDriving, by: amount)
    case .continuousDriving:
      if let rule = vehicle.continuousDriving {
        vehicle.continuousDriving = ContinuousDriving(
          limit: more(rule.limit, by: amount) ?? rule.limit, rest: rule.rest)
      }
    case .latestServiceEnd: vehicle.latestServiceEnd = more(vehicle.latestServiceEnd, by: amount)
    case .capacity: vehicle.capacity = vehicle.capacity.map { sum($0, amount) }
    case .maxStops: vehicle.maxStops = vehicle.maxStops.map { $0 + Int(amount) }
    case .maxDistance:
      vehicle.maxDistance = vehicle.maxDistance.map {
        Distance(decimetres: sum($0.decimetres, amount))
      }
    case .window, .skills, .allowedVehicles, .pin, .spacing, .horizon, .breaks: break
    }
  }

  private static func wider(_ span: HorizonSpan, by amount: Int32) -> HorizonSpan {
    HorizonSpan(
      Seconds(max(0, span.start.value - amount)),
      Seconds(min(Limit.moment, sum(span.end.value, amount))))
  }

  private static func more(_ time: Seconds?, by amount: Int32) -> Seconds? {
    time.map { Seconds(sum($0.value, amount)) }
  }

  private static func sum(_ left: Int32, _ right: Int32) -> Int32 {
    let (sum, isOver) = left.addingReportingOverflow(right)
    return isOver ? .max : sum
  }
}
