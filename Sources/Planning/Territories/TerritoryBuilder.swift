public import FieldModel
import Quantities
public import RouteSolver

/// Cuts located borrowers into connected territories of equal expected work.
///
/// Balanced p-median on road time: centres drawn far apart, units assigned to the centre that is
/// nearest after a price on busy centres (Lloyd's iteration with a price per centre), strays given
/// back, then units moved across borders while that evens the work or shortens the way, never
/// breaking a territory in two. Kalcsics, Nickel and Schröder, "Towards a unified territorial
/// design approach" (2005), describe the family.
public struct TerritoryBuilder {
  /// How far a territory's work may lie from the mean before evenness outweighs shape, in per
  /// mille.
  public static let tolerance = 15

  private let units: [TerritoryUnit]
  private let matrix: TravelMatrix
  private let graph: NeighbourGraph
  private let work: [Int]

  /// A builder over `units`, whose road times are `matrix` in the same order.
  ///
  /// - Precondition: the matrix has as many places as there are units.
  public init(units: [TerritoryUnit], matrix: TravelMatrix) {
    precondition(units.count == matrix.count)
    self.units = units
    self.matrix = matrix
    graph = NeighbourGraph(matrix, degree: 6)
    work = TerritoryBuilder.expectedWork(of: units, matrix: matrix, graph: graph)
  }

  /// The expected work of each unit in seconds: its visits, and the way from its nearest
  /// neighbours.
  static func expectedWork(
    of units: [TerritoryUnit], matrix: TravelMatrix, graph: NeighbourGraph
  ) -> [Int] {
    units.indices.map { unit in
      let times = graph.neighbours[unit].map { NeighbourGraph.time(unit, $0, in: matrix) }
      let near = times.sorted().prefix(3)
      let travel = near.isEmpty ? 0 : near.reduce(0, +) / near.count
      return Int(units[unit].service.value) + min(travel, 7200)
    }
  }

  /// Cuts the units into `count` territories named by `name` of their position.
  ///
  /// - Parameters:
  ///   - count: how many; no more are made than there are units.
  ///   - seed: chance; the same seed gives the same territories.
  ///   - name: the name of the territory at a position, from 0.
  /// - Returns: the territories `T01`, `T02` and so on, none of them empty.
  public func build(count: Int, seed: UInt64, name: (Int) -> String) -> [Territory] {
    let count = min(count, units.count)
    guard count > 0 else { return [] }
    var generator = SeededGenerator(seed: seed)
    var best: (cost: Int, division: TerritoryDivision)?
    for _ in 0..<4 {
      var division = TerritoryDivision(
        matrix: matrix, graph: graph, work: work, centres: drawCentres(count, using: &generator))
      division.assignByPrice()
      division.giveBackStrays()
      division.evenOut()
      if best.map({ division.cost < $0.cost }) ?? true { best = (division.cost, division) }
    }
    guard let division = best?.division else { return [] }
    return territories(of: division, name: name)
  }

  /// Draws centres far apart: each next one with a chance that grows with its time from the others
  /// (Arthur and Vassilvitskii, "k-means++", 2007).
  private func drawCentres(_ count: Int, using generator: inout SeededGenerator) -> [Int] {
    var centres = [generator.below(units.count)]
    var nearest = units.indices.map { NeighbourGraph.time($0, centres[0], in: matrix) }
    while centres.count < count {
      let total = nearest.reduce(0) { $0 + $1 * $1 / 16 }
      var draw = total > 0 ? generator.below(total) : 0
      var drawn = units.indices.first { !centres.contains($0) } ?? 0
      for unit in units.indices where total > 0 {
        draw -= nearest[unit] * nearest[unit] / 16
        if draw < 0 {
          drawn = unit
          break
        }
      }
      if centres.contains(drawn), let free = units.indices.first(where: { !centres.contains($0) }) {
        drawn = free
      }
      centres.append(drawn)
      for unit in units.indices {
        nearest[unit] = min(nearest[unit], NeighbourGraph.time(unit, drawn, in: matrix))
      }
    }
    return centres
  }

  private func territories(
    of division: TerritoryDivision, name: (Int) -> String
  ) -> [Territory] {
    division.parts.enumerated().map { position, part in
      let digits = position + 1 < 10 ? "0\(position + 1)" : "\(position + 1)"
      var territory = Territory(
        id: Identifier("T\(digits)"), name: name(position),
        borrowers: Set(part.map { units[$0].borrower }).sorted(),
        outline: [TerritoryOutline.around(part.map { units[$0].coordinate })])
      territory.workload = Seconds(Int32(clamping: part.reduce(0) { $0 + work[$1] }))
      return territory
    }
  }
}
