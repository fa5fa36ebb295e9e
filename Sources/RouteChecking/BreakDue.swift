import Quantities
import RouteSolver

/// When a crew owes itself a break.
enum BreakDue {
  /// Owed, unless the crew leaves when it could be over or is back before it must begin.
  static func isOwed(_ rule: RoutingBreak, departure: Int, finish: Int) -> Bool {
    departure < Int(rule.window.start.value) + Int(rule.duration.value)
      && finish > Int(rule.window.end.value)
  }
}
