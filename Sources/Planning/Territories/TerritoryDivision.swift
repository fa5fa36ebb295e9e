import Quantities
import RouteSolver

/// One way to divide units among territories, and the moves that better it.
struct TerritoryDivision {
  private let matrix: TravelMatrix
  private let graph: NeighbourGraph
  private let work: [Int]
  private var centres: [Int]
  private var territory: [Int]
  private var load: [Int]

  init(matrix: TravelMatrix, graph: NeighbourGraph, work: [Int], centres: [Int]) {
    self.matrix = matrix
    self.graph = graph
    self.work = work
    self.centres = centres
    territory = Array(repeating: 0, count: work.count)
    load = Array(repeating: 0, count: centres.count)
  }

  /// The units of each territory, ascending.
  var parts: [[Int]] {
    var parts = Array(repeating: [Int](), count: centres.count)
    for unit in territory.indices { parts[territory[unit]].append(unit) }
    return parts
  }

  private var mean: Int { max(1, work.reduce(0, +) / centres.count) }

  /// How uneven the work is (squared, weighed heavily) plus how far units lie from their centres.
  var cost: Int {
    let unevenness = load.reduce(0) { sum, load in sum + unevennessCost(load) }
    return unevenness + territory.indices.reduce(0) { $0 + distance($1, to: territory[$1]) }
  }

  private func distance(_ unit: Int, to part: Int) -> Int {
    NeighbourGraph.time(unit, centres[part], in: matrix)
  }

  /// A territory as far off as the tolerance pays as much as its whole way to the centre would.
  private func unevennessCost(_ load: Int) -> Int {
    let off = (load - mean) * 1000 / mean / TerritoryBuilder.tolerance
    return off * off * mean / 4
  }

  // MARK: Assignment

  /// Assigns every unit to the centre that is nearest after prices, moving centres and prices.
  mutating func assignByPrice() {
    var price = Array(repeating: 0, count: centres.count)
    for round in 0..<40 {
      assign(price)
      if round % 4 == 3 { moveCentres() }
      let step = max(10, 240 - round * 6)
      for part in centres.indices {
        price[part] += (load[part] - mean) * step / mean
      }
    }
    assign(price)
    moveCentres()
  }

  private mutating func assign(_ price: [Int]) {
    load = Array(repeating: 0, count: centres.count)
    for unit in territory.indices {
      var best = (cost: Int.max, part: 0)
      for part in centres.indices {
        let cost = distance(unit, to: part) + price[part]
        if cost < best.cost { best = (cost, part) }
      }
      territory[unit] = best.part
      load[best.part] += work[unit]
    }
  }

  /// Puts each centre on the unit of its territory from which the others are nearest.
  private mutating func moveCentres() {
    for (part, units) in parts.enumerated() where !units.isEmpty {
      let sampled = units.count > 200 ? stride(from: 0, to: units.count, by: units.count / 100)
        .map { units[$0] } : units
      var best = (cost: Int.max, unit: centres[part])
      for unit in sampled {
        let cost = sampled.reduce(0) { $0 + NeighbourGraph.time(unit, $1, in: matrix) }
        if cost < best.cost { best = (cost, unit) }
      }
      centres[part] = best.unit
    }
  }

  // MARK: Connection

  /// Gives every piece that is cut off from its territory's main part to a neighbour.
  mutating func giveBackStrays() {
    for _ in 0..<work.count {
      guard let (stray, receiver) = findStray() else { return }
      for unit in stray { move(unit, to: receiver) }
    }
  }

  private func findStray() -> (units: [Int], receiver: Int)? {
    for (part, units) in parts.enumerated() {
      let pieces = graph.components(of: units)
      guard pieces.count > 1 else { continue }
      let ordered = pieces.sorted { load(of: $0) < load(of: $1) }
      for piece in ordered.dropLast() {
        let borders = piece.flatMap { graph.neighbours[$0] }.map { territory[$0] }
          .filter { $0 != part }
        if let receiver = borders.min(by: { load[$0] < load[$1] }) { return (piece, receiver) }
      }
    }
    return nil
  }

  private func load(of units: [Int]) -> Int { units.reduce(0) { $0 + work[$1] } }

  private mutating func move(_ unit: Int, to part: Int) {
    load[territory[unit]] -= work[unit]
    load[part] += work[unit]
    territory[unit] = part
  }

  // MARK: Borders

  /// Moves units across borders, the best move first, until none betters the division.
  mutating func evenOut() {
    for _ in 0..<(work.count * 8) {
      guard let (unit, part) = findBestMove() else { return }
      move(unit, to: part)
    }
  }

  private func findBestMove() -> (unit: Int, part: Int)? {
    var moves: [(gain: Int, unit: Int, part: Int)] = []
    for unit in territory.indices {
      var seen = territory[unit]
      for neighbour in graph.neighbours[unit] where territory[neighbour] != territory[unit] {
        let part = territory[neighbour]
        guard part != seen else { continue }
        seen = part
        let gain = gain(unit, to: part)
        if gain > 0 { moves.append((gain, unit, part)) }
      }
    }
    moves.sort { ($1.gain, $0.unit, $0.part) < ($0.gain, $1.unit, $1.part) }
    return moves.first { canLeave($0.unit) }.map { ($0.unit, $0.part) }
  }

  private func gain(_ unit: Int, to part: Int) -> Int {
    let from = territory[unit]
    let before = unevennessCost(load[from]) + unevennessCost(load[part])
    let after =
      unevennessCost(load[from] - work[unit]) + unevennessCost(load[part] + work[unit])
    return before - after + distance(unit, to: from) - distance(unit, to: part)
  }

  /// Whether the unit's territory stays in one piece without it, and keeps at least one unit.
  private func canLeave(_ unit: Int) -> Bool {
    let rest = territory.indices.filter { territory[$0] == territory[unit] && $0 != unit }
    return !rest.isEmpty && graph.components(of: rest).count == 1
  }
}
