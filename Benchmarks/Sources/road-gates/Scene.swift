import MapBuilding
import Measuring
import Quantities
import RoadNetwork

/// The map the benchmarks run on, and the benchmarks.
struct Scene {
  private let town: RoadDraft
  private let network: RoadNetwork
  private let places: [Coordinate]
  private let positions: [RoadPosition]

  /// Builds the roads for cars of the extract at `map`, and draws a thousand places on them.
  init(map: String) throws {
    let extract = try MapReader.read(path: map)
    let draft = MapBuilder(modes: [.car]).roadDraft(from: extract).draft
    network = try RoadNetwork(FileBytes(RoadFileBuilder.build(draft).bytes))
    let roads = draft.ways.filter { $0.forward[.car] != nil }
    var chance = SeededGenerator(seed: 11)
    places = (0..<1000).map { _ in
      let way = chance.pick(roads)
      let place = draft.nodes[Int(chance.pick(way.nodes))]
      return Coordinate(
        latitude: place.latitude + Int32(chance.below(4000)),
        longitude: place.longitude + Int32(chance.below(4000)))
    }
    let network = network
    positions = places.compactMap { network.nearest($0, mode: .car) }
    guard positions.count == places.count else {
      throw BenchmarkFailure("\(map): not every place is near a road for cars")
    }
    let invented = TownGenerator(seed: 1, size: 2000).extract()
    town = MapBuilder(modes: [.car]).roadDraft(from: invented).draft
  }

  var benchmarks: [Benchmark] {
    [
      Benchmark(name: "nearest", iterations: 20_000, work: nearest()),
      Benchmark(name: "path search, duration", iterations: 2000, work: durations()),
      Benchmark(name: "path search, route with steps", iterations: 500, work: routes()),
      Benchmark(name: "table 1000 x 1000", iterations: 1) {
        _ = network.table(sources: positions, targets: positions, mode: .car)
      },
      Benchmark(name: "other speeds", iterations: 1) {
        _ = network.adapted(to: RoadConditions(speeds: [.primary: 60]), modes: [.car])
      },
      Benchmark(name: "road file, invented town of 2000 junctions", iterations: 1) {
        _ = try? RoadFileBuilder.build(town)
      },
    ]
  }

  private func nearest() -> () -> Void {
    var turn = Turn(count: places.count)
    return { _ = network.nearest(places[turn.next()], mode: .car) }
  }

  private func durations() -> () -> Void {
    let search = SearchBox(network)
    var turn = Turn(count: positions.count / 2)
    return {
      let pair = turn.next() * 2
      _ = search.search.travelTime(from: positions[pair], to: positions[pair + 1])
    }
  }

  private func routes() -> () -> Void {
    let search = SearchBox(network)
    var turn = Turn(count: positions.count / 2)
    return {
      let pair = turn.next() * 2
      _ = search.search.route(from: positions[pair], to: positions[pair + 1])
    }
  }
}

/// Keeps a search from one question to the next, as a closure cannot own it.
private final class SearchBox {
  var search: PathSearch

  init(_ network: RoadNetwork) { search = PathSearch(in: network, mode: .car) }
}

/// Counts through positions, again and again.
private struct Turn {
  let count: Int
  private var last = -1

  init(count: Int) { self.count = count }

  mutating func next() -> Int {
    last = last + 1 == count ? 0 : last + 1
    return last
  }
}
