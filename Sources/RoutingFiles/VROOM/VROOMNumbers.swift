import Quantities
import RouteSolver

/// VROOM's times may count from 1970; the solver's axis is shorter and gets an origin near them.
enum VROOMTimes {
  private static let range = 0...(1 << 50)

  /// The moment that is zero inside: 0 where all times fit as they are.
  static func origin(of root: JSONField) throws(RoutingFileError) -> Int {
    var least = Int.max
    var most = 0
    func note(_ field: JSONField) throws(RoutingFileError) {
      for edge in try field.items() {
        guard let moment = try edge.optionalInteger(range) else { continue }
        least = min(least, moment)
        most = max(most, moment)
      }
    }
    for job in try root["jobs"].items() {
      for window in try job["time_windows"].items() { try note(window) }
    }
    for vehicle in try root["vehicles"].items() {
      try note(vehicle["time_window"])
      for rest in try vehicle["breaks"].items() {
        for window in try rest["time_windows"].items() { try note(window) }
      }
    }
    // Ten days of room, so that who has no hours may leave before the first window opens.
    return most <= RoutingFileLimits.moment ? 0 : max(0, least - 864_000)
  }

  static func shift(_ field: JSONField, _ origin: Int) throws(RoutingFileError) -> HorizonSpan {
    field.isPresent
      ? try JSONSpans.span(field, minus: origin)
      : HorizonSpan(.zero, Seconds(Int32(RoutingFileLimits.moment)))
  }
}

/// What leaving jobs out costs, so that as in VROOM the sum of priorities comes first, then the
/// number of jobs, then the way.
struct VROOMPrices {
  /// What any job costs.
  let unserved: Cost
  private let step: Int64

  init(jobs: Int, highest: Int) {
    let levels = Int64(highest) * Int64(jobs + 1) + 1
    unserved = Cost(min(1_000_000_000, RoutingFileLimits.cost / levels))
    step = unserved.value * Int64(jobs + 1)
  }

  func prize(of priority: Int) -> Cost { Cost(step * Int64(priority)) }
}
