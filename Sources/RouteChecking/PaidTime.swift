import Quantities
import RouteSolver

/// The part of a day that counts as duty.
enum PaidTime {
  /// Seconds from departure to return but for the unpaid breaks that the route states.
  static func duty(of route: SolvedRoute, _ crew: RoutingVehicle) -> Int {
    var duty = Int(route.finish.value) - Int(route.departure.value)
    for pause in route.breaks where crew.breaks.indices.contains(pause.position) {
      let rule = crew.breaks[pause.position]
      if !rule.isPaid { duty -= Int(rule.duration.value) }
    }
    return duty
  }
}
