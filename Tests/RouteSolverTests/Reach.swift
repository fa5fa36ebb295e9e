import RouteSolver

/// Which optima a search that places one stop at a time can be expected to find.
enum Reach {
  /// Whether stops that fit together fit alone as well: no way is barred or longer than a detour,
  /// and no rest is needed.
  static func isSure(_ problem: RoutingProblem) -> Bool {
    problem.vehicles.allSatisfy { $0.continuousDriving == nil }
      && problem.matrices.allSatisfy { matrix in
        !matrix.durations.contains(TravelMatrix.unreachable)
          && hasNoShorterDetour(matrix.durations, matrix.count)
          && hasNoShorterDetour(matrix.distances, matrix.count)
      }
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
