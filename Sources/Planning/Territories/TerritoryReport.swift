public import FieldModel
public import Quantities
public import RouteSolver

/// How well territories are balanced and shaped.
public struct TerritoryReport: Hashable, Sendable {
  /// The figures of one territory.
  public struct Line: Hashable, Sendable {
    /// Which.
    public var territory: Identifier<Territory>
    /// How many borrowers it has.
    public var borrowers: Int
    /// What it is expected to take.
    public var workload: Seconds
    /// Its work against the mean, in per mille: 0 is even.
    public var deviation: Int
    /// Into how many pieces it falls by road neighbourhood; 1 is whole.
    public var pieces: Int
    /// The mean time from its most central borrower to the others.
    public var meanTime: Seconds
    /// Compactness 4πA/P² of its outline in per mille.
    public var compactness: Int
    /// The share of its borrowers that lie inside another territory's outline, in per mille.
    public var overlap: Int
  }

  /// One line a territory, in their order.
  public var lines: [Line]
  /// The largest deviation from the mean work, in per mille.
  public var largestDeviation: Int { lines.map { abs($0.deviation) }.max() ?? 0 }

  /// The figures of `territories` over `units`, whose road times are `matrix` in the same order.
  public init(_ territories: [Territory], units: [TerritoryUnit], matrix: TravelMatrix) {
    let graph = NeighbourGraph(matrix, degree: 6)
    let work = TerritoryBuilder.expectedWork(of: units, matrix: matrix, graph: graph)
    let members = territories.map { territory in
      let borrowers = Set(territory.borrowers)
      return units.indices.filter { borrowers.contains(units[$0].borrower) }
    }
    let loads = members.map { $0.reduce(0) { $0 + work[$1] } }
    let mean = max(1, loads.reduce(0, +) / max(1, loads.count))
    lines = territories.indices.map { position in
      let part = members[position]
      let others = territories.indices.filter { $0 != position }
      let strays = part.filter { unit in
        others.contains { other in
          territories[other].outline.contains {
            TerritoryOutline.contains(units[unit].coordinate, in: $0)
          }
        }
      }
      return Line(
        territory: territories[position].id, borrowers: territories[position].borrowers.count,
        workload: Seconds(Int32(clamping: loads[position])),
        deviation: (loads[position] - mean) * 1000 / mean, pieces: graph.components(of: part).count,
        meanTime: Self.meanTime(of: part, matrix: matrix),
        compactness: Int(
          (territories[position].outline.map(TerritoryOutline.compactness).max() ?? 0) * 1000),
        overlap: part.isEmpty ? 0 : strays.count * 1000 / part.count)
    }
  }

  private static func meanTime(of part: [Int], matrix: TravelMatrix) -> Seconds {
    guard part.count > 1 else { return .zero }
    let sums = part.map { unit in
      part.reduce(0) { $0 + NeighbourGraph.time(unit, $1, in: matrix) }
    }
    return Seconds(Int32(clamping: (sums.min() ?? 0) / (part.count - 1)))
  }
}
