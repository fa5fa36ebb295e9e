import FieldModel
import Quantities
import RouteSolver

extension ShareProblem {
  /// How a stop would fare if a crew had nothing else to do; the better the later.
  private enum Standing: Comparable {
    /// Its crews have no day in the plan.
    case noCrewDay
    /// No road of its crews' modes leads there and back.
    case unreachable
    /// Its crews work, but not on a day on which it may be visited.
    case otherDays
    /// The hours fail to meet by so much.
    case short(Seconds)
    /// It would fit.
    case fits

    /// The order of the cases; a smaller shortage is the better one.
    private var rank: (Int, Int32) {
      switch self {
      case .noCrewDay: (0, 0)
      case .unreachable: (1, 0)
      case .otherDays: (2, 0)
      case .short(let time): (3, -time.value)
      case .fits: (4, 0)
      }
    }

    static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  }

  /// Why the request at a position is left out.
  ///
  /// What could not be served even by crews with nothing else to do is told apart from what the
  /// other visits crowded out (`daysFull`) or the way made too dear. Breaks do not count here.
  func reason(
    for request: Int, _ problem: RoutingProblem, solved: [Int: UnservedReason]
  ) -> UnplannedReason {
    let own = options.indices.filter { options[$0].request == request }
    let standings = own.map { (option: $0, standing: standing(of: $0, problem)) }
    switch standings.map(\.standing).max() ?? .noCrewDay {
    case .noCrewDay: return .noCrew
    case .unreachable: return .unreachable
    case .otherDays: return .windowTooTight(slack: nil)
    case .short(let slack): return .windowTooTight(slack: slack)
    case .fits:
      let isDear = standings.contains { option, standing in
        guard standing == .fits, case .notWorthwhile = solved[option] else { return false }
        return true
      }
      return isDear ? .notWorthTheWay : .daysFull
    }
  }

  private func standing(of option: Int, _ problem: RoutingProblem) -> Standing {
    let stop = problem.stops[option]
    let able = share.requests[options[option].request].crews
    guard crewDays.contains(where: { able.contains($0.crew) }) else { return .noCrewDay }
    let vehicles = (stop.allowedVehicles ?? []).map { problem.vehicles[$0.position] }
    guard !vehicles.isEmpty else { return .otherDays }
    let shortages = vehicles.compactMap { Self.shortage(of: $0, for: stop, problem) }
    guard let least = shortages.min() else { return .unreachable }
    return least > .zero ? .short(least) : .fits
  }

  /// By how much a day with this one stop misses the window, the shift or another limit of the
  /// crew; `nil` where no road leads there and back.
  private static func shortage(
    of vehicle: RoutingVehicle, for stop: RoutingStop, _ problem: RoutingProblem
  ) -> Seconds? {
    let matrix = problem.matrices[vehicle.matrix]
    guard let base = vehicle.start, let there = matrix.duration(from: base, to: stop.location),
      let back = matrix.duration(from: stop.location, to: base)
    else { return nil }
    let earliest = vehicle.shift.start + there
    let latest = vehicle.shift.end - back - stop.service
    let hours = stop.windows.map { max($0.start, earliest) - min($0.end, latest) }.min()
    var shortage = hours ?? .zero
    if let limit = vehicle.maxDuty { shortage = max(shortage, there + stop.service + back - limit) }
    if let limit = vehicle.maxDriving { shortage = max(shortage, there + back - limit) }
    if let driving = vehicle.continuousDriving {
      let longest = stop.service >= driving.rest ? max(there, back) : there + back
      shortage = max(shortage, longest - driving.limit)
    }
    return shortage
  }
}
