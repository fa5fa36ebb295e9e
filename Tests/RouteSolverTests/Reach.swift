import RouteSolver

/// Which optima a search that places one stop at a time can be expected to find.
enum Reach {
  /// Whether stops that fit together fit alone as well: no way is barred or longer than a detour,
  /// no rest is needed, and no stop asks for others before it.
  static func isSure(_ problem: RoutingProblem) -> Bool {
    problem.vehicles.allSatisfy { $0.continuousDriving == nil }
      && problem.stops.allSatisfy { !asksForOthers($0) }
      && problem.matrices.allSatisfy { matrix in
        // Who is back sooner may have left at a busier hour.
        matrix.periods.isEmpty && !matrix.durations.contains(TravelMatrix.unreachable)
          && hasNoShorterDetour(matrix.durations, matrix.count)
          && hasNoShorterDetour(matrix.distances, matrix.count)
      }
  }

  private static func asksForOthers(_ stop: RoutingStop) -> Bool {
    if case .number(let number)? = stop.pinnedPosition { return number > 1 }
    return false
  }

  private static func hasNoShorterDetour(_ table: [Int32], _ count: Int) -> Bool {
    for from in 0..<count {
      for through in 0..<count {
        for to in 0..<count {
          let detour = table[from * count + through] + table[through * count + to]
          if table[from * count + to] > detour { return false }
        }
      }
    }
    return true
  }
}
