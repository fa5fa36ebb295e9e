import Quantities
import TestSupport

@testable import RoadNetwork

/// Quickest trips on a draft's turn graph by Dijkstra's algorithm, without road file or hierarchy.
///
/// That tables and routes of the road file agree with such a search is tested with the engine; here
/// the question is whether the map was read as others read it.
struct PlainRouter {
  /// A place on a road: `share` of the way along its points.
  struct Place {
    var road: Int
    var share: Double
    var metres: Double
  }

  struct Trip {
    var seconds: Double
    var metres: Double
  }

  private let draft: RoadDraft
  private let cut: CutRoads
  private let graph: TurnGraph
  private var cells: [Int64: [UInt32]] = [:]

  init(_ draft: RoadDraft, mode: TravelMode) {
    self.draft = draft
    cut = CutRoads(draft)
    graph = TurnGraphBuilder(draft, cut, mode: mode).build()
    for road in cut.roads.indices where isOpen(road * 2) || isOpen(road * 2 + 1) {
      if draft.ways[Int(cut.roads[road].way)].roadClass == .ferry { continue }
      var mine: Set<Int64> = []
      let points = self.points(road)
      for (start, end) in zip(points, points.dropFirst()) {
        for latitude in Self.cells(start.latitude, end.latitude) {
          for longitude in Self.cells(start.longitude, end.longitude) {
            mine.insert(latitude << 32 | longitude)
          }
        }
      }
      for cell in mine.sorted() { cells[cell, default: []].append(UInt32(road)) }
    }
  }

  var turnCount: Int { graph.head.count }

  private func isOpen(_ edge: Int) -> Bool {
    graph.firstVertex[edge + 1] > graph.firstVertex[edge]
  }

  private func points(_ road: Int) -> [Coordinate] {
    let cutRoad = cut.roads[road]
    return draft.ways[Int(cutRoad.way)].nodes[cutRoad.nodes].map { draft.nodes[Int($0)] }
  }

  /// Cells of about 200 metres.
  private static let cellSize: Int32 = 20_000

  private static func cells(_ one: Int32, _ other: Int32) -> ClosedRange<Int64> {
    func cell(_ value: Int32) -> Int64 { (Int64(value) + 2_000_000_000) / Int64(cellSize) }
    return cell(min(one, other))...cell(max(one, other))
  }

  /// The nearest place on an open road within 200 metres or so.
  func nearest(_ coordinate: Coordinate) -> Place? {
    let latitude = Self.cells(coordinate.latitude, coordinate.latitude).lowerBound
    let longitude = Self.cells(coordinate.longitude, coordinate.longitude).lowerBound
    var candidates: Set<UInt32> = []
    for row in latitude - 1...latitude + 1 {
      for column in longitude - 1...longitude + 1 {
        candidates.formUnion(cells[row << 32 | column] ?? [])
      }
    }
    return candidates.sorted().map { place(of: coordinate, on: Int($0)) }
      .min { $0.metres < $1.metres }
  }

  private func place(of coordinate: Coordinate, on road: Int) -> Place {
    let points = points(road)
    var best = Place(road: road, share: 0, metres: .infinity)
    var (sum, bestSum) = (0.0, 0.0)
    for (start, end) in zip(points, points.dropFirst()) {
      let length = start.metres(to: end)
      let part = Self.projection(of: coordinate, start, end)
      let foot = Coordinate(
        latitude: start.latitude + Int32(Double(end.latitude - start.latitude) * part),
        longitude: start.longitude + Int32(Double(end.longitude - start.longitude) * part))
      let metres = coordinate.metres(to: foot)
      if metres < best.metres { (best.metres, bestSum) = (metres, sum + length * part) }
      sum += length
    }
    best.share = sum > 0 ? min(1, bestSum / sum) : 0
    return best
  }

  private static func projection(
    of point: Coordinate, _ start: Coordinate, _ end: Coordinate
  ) -> Double {
    // The cosine by its series around the middle of the map would do; metres give it exactly.
    let north = Coordinate(latitude: start.latitude + 10_000, longitude: start.longitude)
    let east = Coordinate(latitude: start.latitude, longitude: start.longitude + 10_000)
    let stretch = start.metres(to: east) / start.metres(to: north)
    let (dx, dy) = (
      Double(end.longitude - start.longitude) * stretch, Double(end.latitude - start.latitude)
    )
    let (px, py) = (
      Double(point.longitude - start.longitude) * stretch,
      Double(point.latitude - start.latitude)
    )
    let square = dx * dx + dy * dy
    return square > 0 ? min(1, max(0, (px * dx + py * dy) / square)) : 0
  }

  /// The quickest trip; `nil` where there is none.
  func trip(from source: Place, to target: Place) -> Trip? {
    var cost = [Int64](repeating: .max, count: graph.vertexCount)
    var length = [Int64](repeating: 0, count: graph.vertexCount)
    var queue = MinHeap()
    // Keys must not be negative, so that every trip begins with the whole of its first road.
    let longest: Int64 = 1 << 32
    for edge in [source.road * 2, source.road * 2 + 1] where isOpen(edge) {
      let vertex = graph.vertices[graph.firstVertex[edge]]
      let share = edge & 1 == 0 ? source.share : 1 - source.share
      cost[Int(vertex)] = longest - Int64(Double(graph.duration[Int(vertex)]) * share)
      length[Int(vertex)] = -Int64(Double(cut.roads[source.road].length) * share)
      queue.push(key: UInt64(cost[Int(vertex)]), vertex: vertex)
    }
    var best: (cost: Int64, length: Int64)? = direct(source, target)
    if let direct = best { best = (direct.cost + longest, direct.length) }
    while let (key, vertex) = queue.pop() {
      guard cost[Int(vertex)] == Int64(key) else { continue }
      if let best, Int64(key) >= best.cost { break }
      let edge = Int(graph.edge[Int(vertex)])
      let duration = Int64(graph.duration[Int(vertex)])
      if edge >> 1 == target.road {
        let share = edge & 1 == 0 ? target.share : 1 - target.share
        let arrival = Int64(key) + Int64(Double(duration) * share)
        let isStart = edge >> 1 == source.road && length[Int(vertex)] <= 0
        if !isStart, arrival < best?.cost ?? .max {
          let road = Double(cut.roads[target.road].length)
          best = (arrival, length[Int(vertex)] + Int64(road * share))
        }
      }
      for turn in graph.firstTurn[Int(vertex)]..<graph.firstTurn[Int(vertex) + 1] {
        let head = Int(graph.head[turn])
        let next = Int64(key) + duration + Int64(graph.turnCost[turn])
        guard next < cost[head] else { continue }
        cost[head] = next
        length[head] = length[Int(vertex)] + Int64(cut.roads[edge >> 1].length)
        queue.push(key: UInt64(next), vertex: UInt32(head))
      }
    }
    return best.map {
      Trip(seconds: Double($0.cost - longest) / 100, metres: Double($0.length) / 10)
    }
  }

  /// Along one road, without leaving it.
  private func direct(_ source: Place, _ target: Place) -> (cost: Int64, length: Int64)? {
    guard source.road == target.road else { return nil }
    let edge = source.road * 2 + (source.share <= target.share ? 0 : 1)
    guard isOpen(edge) else { return nil }
    let share = abs(target.share - source.share)
    let vertex = Int(graph.vertices[graph.firstVertex[edge]])
    return (
      Int64(Double(graph.duration[vertex]) * share),
      Int64(Double(cut.roads[source.road].length) * share)
    )
  }
}
