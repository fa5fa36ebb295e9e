import Quantities
import RouteSolver

/// One way to divide units among territories, and the moves that better it.
struct TerritoryDivision {
  private let matrix: TravelMatrix
  private let graph: NeighbourGraph
  private let work: [Int]
  private let mean: Int
  private var centres: [Int]
  private var territory: [Int]
  private var load: [Int]

  /// A division around `centres`, with nothing assigned yet.
  ///
  /// - Precondition: there is a centre, and no unit is one twice.
  init(matrix: TravelMatrix, graph: NeighbourGraph, work: [Int], centres: [Int]) {
    self.matrix = matrix
    self.graph = graph
    self.work = work
    self.centres = centres
    mean = max(1, work.reduce(0, +) / centres.count)
    territory = Array(repeating: 0, count: work.count)
    load = Array(repeating: 0, count: centres.count)
  }

  /// The units of each territory, ascending.
  var parts: [[Int]] {
    var parts = Array(repeating: [Int](), count: centres.count)
    for unit in territory.indices { parts[territory[unit]].append(unit) }
    return parts
  }

  /// How uneven the work is (squared, weighed heavily) plus how far units lie from their centres.
  var cost: Int {
    let unevenness = load.reduce(0) { sum, load in sum + unevennessCost(load) }
    return unevenness + territory.indices.reduce(0) { $0 + distance($1, to: territory[$1]) }
  }

  private func distance(_ unit: Int, to part: Int) -> Int {
    NeighbourGraph.time(unit, centres[part], in: matrix)
  }

  /// Within the tolerance evenness costs nothing; beyond it soon more than any way to a centre.
  private func unevennessCost(_ load: Int) -> Int {
    let beyond = max(0, abs(load - mean) - mean * TerritoryBuilder.tolerance / 1000)
    return 1000 * beyond / mean * beyond
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

  /// Assigns every unit; a centre stays its own, so that no territory is left without any.
  private mutating func assign(_ price: [Int]) {
    for unit in territory.indices {
      var best = (cost: Int.max, part: 0)
      for part in centres.indices {
        let cost = distance(unit, to: part) + price[part]
        if cost < best.cost { best = (cost, part) }
      }
      territory[unit] = best.part
    }
    for (part, centre) in centres.enumerated() { territory[centre] = part }
    load = parts.map(load(of:))
  }

  /// Puts each centre on the unit of its territory from which the others are nearest.
  private mutating func moveCentres() {
    for (part, units) in parts.enumerated() {
      let sampled = stride(from: 0, to: units.count, by: max(1, units.count / 100))
        .map { units[$0] }
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
    while let (stray, receiver) = findStray() {
      for unit in stray { move(unit, to: receiver) }
    }
  }

  private func findStray() -> (units: [Int], receiver: Int)? {
    for (part, units) in parts.enumerated() {
      let pieces = graph.components(of: units)
      guard pieces.count > 1 else { continue }
      let ordered = pieces.sorted { (load(of: $0), $0[0]) < (load(of: $1), $1[0]) }
      for piece in ordered.dropLast() {
        let borders = piece.flatMap { graph.neighbours[$0] }.map { territory[$0] }
          .filter { $0 != part }
        if let receiver = borders.min(by: { (load[$0], $0) < (load[$1], $1) }) {
          return (piece, receiver)
        }
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

  /// Moves units across borders while that betters the division, then centres, some times over.
  mutating func evenOut() {
    for _ in 0..<4 {
      var sweeps = 0
      while sweeps < 60, sweep() { sweeps += 1 }
      moveCentres()
      if sweeps == 0 { return }
    }
  }

  /// Moves every unit that is better off across its border; tells whether any was.
  private mutating func sweep() -> Bool {
    var hasMoved = false
    for unit in territory.indices {
      guard let part = findBetterPart(for: unit), canLeave(unit) else { continue }
      move(unit, to: part)
      hasMoved = true
    }
    return hasMoved
  }

  private func findBetterPart(for unit: Int) -> Int? {
    var best = (gain: 0, part: -1)
    for neighbour in graph.neighbours[unit] {
      let part = territory[neighbour]
      guard part != territory[unit], part != best.part else { continue }
      let gain = gain(unit, to: part)
      if gain > best.gain { best = (gain, part) }
    }
    return best.gain > 0 ? best.part : nil
  }

  private func gain(_ unit: Int, to part: Int) -> Int {
    let from = territory[unit]
    let before = unevennessCost(load[from]) + unevennessCost(load[part])
    let after =
      unevennessCost(load[from] - work[unit]) + unevennessCost(load[part] + work[unit])
    return before - after + distance(unit, to: from) - distance(unit, to: part)
  }

  /// Whether the unit's territory stays in one piece without it, and keeps at least one unit.
  ///
  /// Its own neighbours must find each other some other way.
  private func canLeave(_ unit: Int) -> Bool {
    let part = territory[unit]
    let beside = graph.neighbours[unit].filter { territory[$0] == part }
    guard let first = beside.first else { return false }
    guard !beside.dropFirst().allSatisfy({ graph.neighbours[first].contains($0) }) else {
      return true
    }
    var isSeen = Array(repeating: false, count: territory.count)
    isSeen[unit] = true
    isSeen[first] = true
    var queue = [first]
    var next = 0
    var missing = beside.count - 1
    while next < queue.count, missing > 0 {
      for neighbour in graph.neighbours[queue[next]]
      where territory[neighbour] == part && !isSeen[neighbour] {
        isSeen[neighbour] = true
        queue.append(neighbour)
        if beside.contains(neighbour) { missing -= 1 }
      }
      next += 1
    }
    return missing == 0
  }
}
