import Quantities
import TestSupport
import Testing

@testable import RoadNetwork

@Suite("Tables and routes against plain searches")
struct OracleTests {
  private static let modes: [TravelMode] = [.car, .motorcycle, .eBike, .foot]

  @Test(
    "every cell equals a search in the draft itself", arguments: [1, 2, 3, 4, 16, 20, 21, 34, 40])
  func draftOracle(seed: Int) throws {
    let side = 5
    let town = RandomTown(seed: UInt64(seed), side: side, modes: Self.modes)
    let built = try RoadFileBuilder.build(town.draft)
    let network = try RoadNetwork(FileBytes(built.bytes))
    for mode in network.summary.modes.map(\.mode) {
      let graph = try #require(network.network(for: mode))
      // Which roads may be driven through follows from the largest part, taken from the graph.
      let cut = CutRoads(town.draft)
      let through = throughRoads(town.draft, cut, mode)
      let oracle = DraftOracle(draft: town.draft, mode: mode) { move in
        through.contains(UInt32(move.way * 2 + (move.isForward ? 0 : 1)))
      }
      let positions = town.draft.ways.indices.compactMap { way -> RoadPosition? in
        guard graph.isOpen(road: way) else { return nil }
        return middle(of: way, network)
      }
      let table = network.table(sources: positions, targets: positions, mode: mode)
      var cells = 0
      for (row, source) in positions.enumerated() where row % 3 == seed % 3 {
        let expected = expectedRow(oracle, graph, network, from: source, to: positions)
        for column in positions.indices {
          #expect(
            table.duration(from: row, to: column) == expected[column],
            "seed \(seed) \(mode) \(row) → \(column)")
          cells += 1
        }
      }
      #expect(cells > 20)
    }
  }

  /// The directed roads in the largest part that may be driven through, by the graph builder.
  private func throughRoads(
    _ draft: RoadDraft, _ cut: CutRoads, _ mode: TravelMode
  ) -> Set<UInt32> {
    // Not from the finished graph: in a small town the roads where trips start can be a larger
    // part of it than those that may be driven through.
    let builder = TurnGraphBuilder(draft, cut, mode: mode)
    return Set(builder.core(of: builder.plainGraph()).map { builder.trie.edge(of: UInt32($0)) })
  }

  private func middle(of way: Int, _ network: RoadNetwork) -> RoadPosition {
    let line = network.sections.line(of: UInt32(way * 2))
    return RoadPosition(
      requested: line[0], coordinate: line[0], moved: .zero, road: Index(way),
      along: Distance(decimetres: Int32(network.sections.roads[way].length / 2)))
  }

  private func expectedRow(
    _ oracle: DraftOracle, _ graph: ModeNetwork, _ network: RoadNetwork, from source: RoadPosition,
    to targets: [RoadPosition]
  ) -> [Seconds?] {
    let ends = TripEnds(network: graph, sections: network.sections)
    let moves = { (position: RoadPosition) in
      [true, false].map { DraftOracle.Move(way: position.road.position, isForward: $0) }
        .filter { graph.isOpen(UInt32($0.way * 2 + ($0.isForward ? 0 : 1))) }
    }
    var best = [Int?](repeating: nil, count: targets.count)
    for move in moves(source) {
      let arrivals = oracle.arrivals(from: move)
      let edge = UInt32(move.way * 2 + (move.isForward ? 0 : 1))
      let skipped = Int(ends.prefix(of: edge, at: source).duration)
      for (column, target) in targets.enumerated() {
        for last in moves(target) {
          let lastEdge = UInt32(last.way * 2 + (last.isForward ? 0 : 1))
          let prefix = Int(ends.prefix(of: lastEdge, at: target).duration)
          if let arrival = arrivals[last] {
            best[column] = min(best[column] ?? .max, arrival - skipped + prefix)
          }
          if last == move { best[column] = min(best[column] ?? .max, 0) }
        }
      }
    }
    return best.map { $0.map { Seconds(Int32(($0 + 50) / 100)) } }
  }

  @Test("table, route and plain search agree on time and distance", arguments: 11...13)
  func graphOracle(seed: Int) throws {
    let town = RandomTown(seed: UInt64(seed), side: 14, modes: [.car, .foot])
    let built = try RoadFileBuilder.build(town.draft)
    let network = try RoadNetwork(FileBytes(built.bytes))
    var chance = SeededGenerator(seed: UInt64(seed))
    for mode in [TravelMode.car, .foot] {
      let graph = try #require(network.network(for: mode))
      var positions: [RoadPosition] = []
      while positions.count < 30 {
        let place = Coordinate(
          latitude: 310_000_000 + Int32(chance.below(130_000)),
          longitude: 1_210_000_000 + Int32(chance.below(130_000)))
        if let position = network.nearest(place, mode: mode) { positions.append(position) }
      }
      let table = network.table(sources: positions, targets: positions, mode: mode)
      var search = PathSearch(in: network, mode: mode)
      for (row, source) in positions.enumerated() {
        let costs = PlainSearch(graph, network.sections).costs(from: source)
        for (column, target) in positions.enumerated() {
          let expected = costs(target)
          let cell = try #require(table[row, column])
          #expect(cell.duration == Seconds(expected.roundedSeconds))
          #expect(cell.distance == Distance(decimetres: Int32(expected.distance)))
          guard (row + column) % 4 == 0 else { continue }
          let answer = search.route(from: source, to: target)
          let route = try #require(answer)
          #expect(route.duration == cell.duration)
          #expect(route.distance == cell.distance)
          #expect(route.steps.reduce(.zero) { $0 + $1.duration } == route.duration)
          #expect(route.geometry.first == source.coordinate)
          #expect(route.geometry.last == target.coordinate)
          let drawn = RoadGeometry.length(route.geometry)
          #expect(abs(drawn - route.distance.metres) < 3 + drawn / 500)
        }
      }
    }
  }

  @Test("places that no network knows are not reached and do not crash")
  func foreignPositions() throws {
    let town = RandomTown(seed: 5, side: 4, modes: [.foot])
    let network = try RoadNetwork(FileBytes(RoadFileBuilder.build(town.draft).bytes))
    let place = town.draft.nodes[0]
    let foreign = RoadPosition(
      requested: place, coordinate: place, moved: .zero, road: Index(99_999), along: .zero)
    let known = try #require(network.nearest(place, mode: .foot))
    let table = network.table(
      sources: [foreign, known], targets: [known, foreign], mode: .foot)
    #expect(table[0, 0] == nil)
    #expect(table[1, 1] == nil)
    #expect(table[1, 0]?.duration == .zero)
    #expect(network.route(from: foreign, to: known, mode: .foot) == nil)
    #expect(network.table(sources: [known], targets: [known], mode: .car)[0, 0] == nil)
    #expect(network.nearest(place, mode: .car) == nil)
    #expect(network.table(sources: [], targets: [known], mode: .foot).durations.isEmpty)
  }
}

/// Dijkstra's algorithm on the turns of an opened file, without its hierarchy.
struct PlainSearch {
  let graph: ModeGraph
  let ends: TripEnds
  /// Whether a directed road is closed.
  let isClosed: (Int) -> Bool

  init(
    _ network: ModeNetwork, _ sections: RoadSections,
    isClosed: @escaping (Int) -> Bool = { _ in false }
  ) {
    graph = network.graph
    ends = TripEnds(network: network, sections: sections)
    self.isClosed = isClosed
  }

  /// What trips from a position cost, by target.
  func costs(from source: RoadPosition) -> (RoadPosition) -> TravelCost {
    var starts: [TripEnds.Entry] = []
    ends.starts(source) { entry, _ in starts.append(entry) }
    let costs = costs(from: starts)
    return { [ends] target in
      var best = ends.direct(from: source, to: target)?.cost ?? .unreachable
      ends.ends(target) { best = min(best, costs[Int($0.vertex)] + $0.cost) }
      return best
    }
  }

  /// What it costs to get from the start of one vertex's road to the start of every other's.
  func costs(fromVertex vertex: UInt32) -> [TravelCost] {
    costs(from: [TripEnds.Entry(vertex: vertex, cost: .zero)])
  }

  private func costs(from starts: [TripEnds.Entry]) -> [TravelCost] {
    var costs = [TravelCost](repeating: .unreachable, count: graph.vertices.count)
    var queue = MinHeap()
    for entry in starts where !isClosed(Int(graph.vertices[Int(entry.vertex)].edge)) {
      costs[Int(entry.vertex)] = min(costs[Int(entry.vertex)], entry.cost)
      queue.push(key: entry.cost.packed, vertex: entry.vertex)
    }
    while let (key, vertex) = queue.pop() {
      guard costs[Int(vertex)].packed == key else { continue }
      let record = graph.vertices[Int(vertex)]
      let length = ends.sections.roads[Int(record.edge >> 1)].length
      for turn in graph.turnStarts.range(Int(vertex)) {
        let turn = graph.turns[turn]
        guard !isClosed(Int(graph.vertices[Int(turn.head)].edge)) else { continue }
        let next =
          TravelCost(packed: key)
          + TravelCost(duration: record.duration + turn.cost, distance: length)
        if next < costs[Int(turn.head)] {
          costs[Int(turn.head)] = next
          queue.push(key: next.packed, vertex: turn.head)
        }
      }
    }
    return costs
  }
}
