public import Quantities

extension TravelMatrix {
  /// When one arrives who leaves at `moment` of the horizon's axis, or `nil` where there is no way.
  ///
  /// Who is on the way when a period ends drives the share that is left at the speed of the next.
  /// Speeds are rounded up to whole parts of the way in a second, of which it has 2^62, and arrivals
  /// to whole seconds, in such a way that leaving later never means arriving earlier.
  public func arrival(
    from: Index<RoutingLocation>, to: Index<RoutingLocation>, leaving moment: Seconds
  ) -> Seconds? {
    let cell = from.position * count + to.position
    guard durations[cell] != Self.unreachable else { return nil }
    let arrival = DrivenWay.arrival(
      leaving: Int64(moment.value), periods: periods.count + 1,
      starts: { $0 == 0 ? 0 : periods[$0 - 1].from.value },
      duration: { $0 == 0 ? durations[cell] : periods[$0 - 1].durations[cell] })
    return Seconds(Int32(clamping: arrival))
  }

  /// The least seconds of each way over all periods, row by row.
  var leastDurations: [Int32] {
    var least = durations
    for period in periods {
      for cell in least.indices { least[cell] = min(least[cell], period.durations[cell]) }
    }
    return least
  }
}
