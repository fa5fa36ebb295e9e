import Quantities

/// Visits with which routes begin, and which the search therefore leaves where they are.
struct CompiledLocks: ~Copyable {
  /// Whether there are any.
  let isEmpty: Bool
  /// By stop: whether a route begins with it.
  let isLocked: FlatBuffer<Bool>
  /// By vehicle: the visits that come first, in order.
  let visits: [[Int]]

  init(_ problem: RoutingProblem) {
    visits = problem.vehicles.map { $0.lockedVisits.map(\.position) }
    isEmpty = visits.allSatisfy(\.isEmpty)
    isLocked = FlatBuffer(repeating: false, count: problem.stops.count)
    for stop in visits.joined() { isLocked[stop] = true }
  }

  /// Whether a route is to begin with `stop`.
  func contains(_ stop: Index<RoutingStop>) -> Bool {
    stop.position < isLocked.count && isLocked[stop.position]
  }
}
