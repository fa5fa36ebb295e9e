public import Quantities

/// The smallest change of one constraint, as far as a ladder of amounts tells, that makes room for a
/// stop in a finished plan, everything else staying as it is.
public struct RoutingRemedy: Hashable, Sendable {
  /// What would have to give.
  public var constraint: RoutingConstraint
  /// By how much: seconds, decimetres for ``RoutingConstraint/maxDistance``, the load's unit for
  /// ``RoutingConstraint/capacity``, stops for ``RoutingConstraint/maxStops``; `nil` where it is
  /// lifted altogether.
  public var amount: Int64?
  /// Who could then come at the least cost.
  public var vehicle: Index<RoutingVehicle>

  /// A change of `constraint` by `amount`.
  public init(constraint: RoutingConstraint, amount: Int64?, vehicle: Index<RoutingVehicle>) {
    self.constraint = constraint
    self.amount = amount
    self.vehicle = vehicle
  }
}

/// Finds the smallest changes that would make room for stops left out.
///
/// - Parameters:
///   - solution: what the solver found for `problem`.
///   - problem: the problem as it was solved.
/// - Returns: by each unserved stop of `solution` that is barred by single constraints: one remedy for
///   each of these.
public func remedies(
  for solution: RoutingSolution, of problem: RoutingProblem
) -> [Index<RoutingStop>: [RoutingRemedy]] {
  let search = RemedySearch(problem, solution)
  var found: [Index<RoutingStop>: [RoutingRemedy]] = [:]
  for constraint in RoutingConstraint.allCases {
    let barred = solution.unserved.filter { $0.reason.names(constraint) }.map(\.stop)
    for (stop, remedy) in search.remedies(lifting: constraint, for: barred) {
      found[stop, default: []].append(remedy)
    }
  }
  return found
}

extension UnservedReason {
  fileprivate func names(_ constraint: RoutingConstraint) -> Bool {
    if case .barred(let constraints) = self { return constraints.contains(constraint) }
    return false
  }
}

extension RoutingConstraint {
  /// The amounts that are tried, in order.
  var ladder: [Int64] {
    switch self {
    case .window, .shift, .duty, .driving, .continuousDriving, .latestServiceEnd, .horizon:
      [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720].map { $0 * 60 }
    case .maxDistance: [1, 2, 5, 10, 20, 50, 100, 200, 500].map { $0 * 10_000 }
    case .capacity: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]
    case .maxStops: [1, 2, 3, 5, 10]
    case .skills, .allowedVehicles, .pin, .spacing, .breaks: []
    }
  }
}

/// Tries the amounts of a ladder, and at last no constraint at all, on a plan that stays as it is.
private struct RemedySearch {
  private let problem: RoutingProblem
  private let travel: TravelTables
  private let plan: RoutingPlan

  init(_ problem: RoutingProblem, _ solution: RoutingSolution) {
    self.problem = problem
    travel = TravelTables(problem.matrices)
    plan = solution.plan(vehicleCount: problem.vehicles.count)
  }

  func remedies(
    lifting constraint: RoutingConstraint, for stops: [Index<RoutingStop>]
  ) -> [Index<RoutingStop>: RoutingRemedy] {
    var found: [Index<RoutingStop>: RoutingRemedy] = [:]
    for amount in constraint.ladder.map(Optional.some) + [nil] {
      let left = stops.filter { found[$0] == nil }
      if left.isEmpty { break }
      let relaxed = problem.relaxing(constraint, by: amount, for: left)
      let state = PlanState(CompiledProblem(relaxed, travel: travel))
      state.load(plan)
      for stop in left {
        if let vehicle = state.cheapestVehicle(for: stop.position) {
          found[stop] = RoutingRemedy(
            constraint: constraint, amount: amount, vehicle: Index(vehicle))
        }
      }
    }
    return found
  }
}

extension PlanState {
  /// Who can visit `stop` at the least cost, or `nil` if nobody can.
  fileprivate func cheapestVehicle(for stop: Int) -> Int? {
    var best = Insertion()
    for vehicle in 0..<problem.vehicleCount where mayTake(stop, vehicle: vehicle) {
      let place = cheapestPlace(of: stop, vehicle: vehicle, below: best.cost)
      if place.stop >= 0 { best = place }
    }
    return best.stop >= 0 ? best.vehicle : nil
  }
}
