import CLanes
import Quantities

/// Many-to-many shortest paths by sweeping a contraction hierarchy.
///
/// After Delling, Goldberg and Werneck, "Faster Batched Shortest Paths in Road Networks" (2011):
/// the part of the hierarchy above the targets is picked out once; then, for eight sources at a
/// time, one pass upwards from the sources and one downwards to the targets, both in the order of
/// ranks and without a queue. Costs travel as `Double`, which holds a ``TravelCost`` exactly.
struct TableSweep {
  typealias Lanes = SIMD8<Double>

  private struct End {
    var position: UInt32
    var cost: Double
  }

  private static let unreachable = Double(TravelCost.unreachable.packed)

  private let network: ModeNetwork
  private let ends: TripEnds
  private let targets: [RoadPosition]
  /// Target numbers by road, for trips that stay on one.
  private let targetsByRoad: [(road: UInt32, target: Int)]
  /// The ranks of the picked-out vertices, highest first.
  private var ranks: [UInt32] = []
  private var firstArc: [UInt32] = [0]
  /// Arcs of the picked-out part, by positions in it.
  private var arcs: [RoundsSweepArc] = []
  private var firstEnd: [Int] = [0]
  private var targetEnds: [End] = []

  /// Picks out the part of the hierarchy above `targets`.
  init(_ network: ModeNetwork, _ ends: TripEnds, targets: [RoadPosition]) {
    (self.network, self.ends, self.targets) = (network, ends, targets)
    targetsByRoad = targets.enumerated().map { ($1.road.raw, $0) }.sorted { $0 < $1 }
    let hierarchy = network.hierarchy
    var isAbove = RankSet(count: network.graph.vertices.count)
    for target in targets { ends.ends(target) { isAbove.insert(Int($0.vertex)) } }
    isAbove.scan { vertex, set in
      for arc in hierarchy.downStarts.range(vertex) { set.insert(Int(hierarchy.down[arc].other)) }
    }
    var position = [UInt32](repeating: 0, count: network.graph.vertices.count)
    isAbove.eachDescending { vertex in
      position[vertex] = UInt32(ranks.count)
      ranks.append(UInt32(vertex))
      for arc in hierarchy.downStarts.range(vertex) {
        let arc = hierarchy.down[arc]
        let tail = position[Int(arc.other)]
        arcs.append(RoundsSweepArc(cost: Double(arc.cost.packed), tail: tail, unused: 0))
      }
      firstArc.append(UInt32(arcs.count))
    }
    for target in targets {
      ends.ends(target) {
        targetEnds.append(
          End(position: position[Int($0.vertex)], cost: Double($0.cost.packed)))
      }
      firstEnd.append(targetEnds.count)
    }
  }

  /// The rows of `sources`.
  ///
  /// Sources are taken in the order of their ranks, as those that lie side by side share most of
  /// their way upwards.
  func rows(of sources: [RoadPosition]) -> TravelTable {
    let cells = sources.count * targets.count
    var durations = [Int32](repeating: TravelTable.unreachable, count: cells)
    var distances = durations
    let upper = LaneBuffer(count: network.graph.vertices.count)
    let lower = LaneBuffer(count: ranks.count)
    let columns = LaneBuffer(count: targets.count)
    var reached = RankSet(count: network.graph.vertices.count)
    let order = sources.indices.map { (rank(of: sources[$0]), $0) }.sorted { $0 < $1 }.map(\.1)
    for first in stride(from: 0, to: order.count, by: Lanes.scalarCount) {
      let batch = order[first..<min(first + Lanes.scalarCount, order.count)].map {
        (row: $0, position: sources[$0])
      }
      sweepUp(batch, &reached, upper)
      lower.sweep(ranks, firstArc, arcs, from: upper, reached)
      reached.removeAll()
      arrive(batch, lower, columns)
      columns.split(
        rows: batch.map { $0.row * targets.count }, durations: &durations, distances: &distances)
    }
    return TravelTable(
      sourceCount: sources.count, targetCount: targets.count, durations: durations,
      distances: distances)
  }

  private func rank(of source: RoadPosition) -> UInt32 {
    guard ends.isKnown(source) else { return .max }
    return ends.origin(source.road.raw * 2) ?? ends.origin(source.road.raw * 2 + 1) ?? .max
  }

  private typealias Batch = [(row: Int, position: RoadPosition)]

  private func sweepUp(
    _ batch: Batch, _ reached: inout RankSet, _ upper: LaneBuffer
  ) {
    for (lane, source) in batch.enumerated() {
      ends.starts(source.position) { entry, _ in
        let vertex = Int(entry.vertex)
        if reached.insert(vertex) { upper[vertex] = Lanes(repeating: Self.unreachable) }
        upper[vertex][lane] = min(upper[vertex][lane], Double(entry.cost.packed))
      }
    }
    let (starts, arcs) = (network.hierarchy.upStarts, network.hierarchy.up)
    reached.scan { vertex, set in
      let lanes = upper[vertex]
      for position in starts.range(vertex) {
        let arc = arcs[position]
        let next = lanes + Double(arc.cost.packed)
        let other = Int(arc.other)
        upper[other] = set.insert(other) ? next : Self.least(upper[other], next)
      }
    }
  }

  /// Finds what it costs each source of a batch to get to each target.
  private func arrive(_ batch: Batch, _ lower: LaneBuffer, _ columns: LaneBuffer) {
    for target in targets.indices {
      var lanes = Lanes(repeating: Self.unreachable)
      for end in firstEnd[target]..<firstEnd[target + 1] {
        let end = targetEnds[end]
        lanes = Self.least(lanes, lower[Int(end.position)] + end.cost)
      }
      columns[target] = lanes
    }
    for (lane, source) in batch.enumerated() { arriveDirectly(source.position, columns, lane) }
  }

  /// Betters the cells whose ends lie on one road, if staying on it is quicker than going round.
  private func arriveDirectly(_ position: RoadPosition, _ columns: LaneBuffer, _ lane: Int) {
    let first = targetsByRoad.partitioningIndex { $0.road >= position.road.raw }
    for (road, target) in targetsByRoad[first...] {
      guard road == position.road.raw else { break }
      guard let direct = ends.direct(from: position, to: targets[target]) else { continue }
      columns[target][lane] = min(columns[target][lane], Double(direct.cost.packed))
    }
  }

  @inline(__always)
  private static func least(_ left: Lanes, _ right: Lanes) -> Lanes {
    left.replacing(with: right, where: right .< left)
  }
}

extension Array {
  /// The first position whose element, and all after it, fulfil `predicate`.
  fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
