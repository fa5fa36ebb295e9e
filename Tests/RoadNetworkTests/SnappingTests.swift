import Quantities
import Testing

@testable import RoadNetwork

@Suite("Snapping")
struct SnappingTests {
  @Test("the grid finds what looking at every segment finds", arguments: [1, 2])
  func bruteForce(seed: Int) throws {
    let town = RandomTown(seed: UInt64(seed), side: 9, modes: [.car, .foot])
    let network = try RoadNetwork(FileBytes(RoadFileBuilder.build(town.draft).bytes))
    let graph = try #require(network.network(for: .car))
    var chance = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<300 {
      let place = Coordinate(
        latitude: 310_000_000 - 60_000 + Int32(chance.below(210_000)),
        longitude: 1_210_000_000 - 60_000 + Int32(chance.below(210_000)))
      let found = try #require(network.nearest(place, mode: .car))
      var least = Double.infinity
      for road in 0..<network.sections.roads.count where graph.isOpen(road: road) {
        let line = network.sections.line(of: UInt32(road * 2))
        for (start, end) in zip(line, line.dropFirst()) {
          let shrink = RoadGeometry.shrink(at: place.latitude)
          least = min(
            least, RoadGeometry.project(place, on: start, end, shrink: shrink).square)
        }
      }
      let metres = least.squareRoot() * RoadGeometry.metresPerUnit
      #expect(abs(found.moved.metres - metres) < 0.2)
    }
  }

  @Test("a place far from the map, at the poles or the date line is simply not found")
  func farAway() throws {
    let town = RandomTown(seed: 1, side: 4, modes: [.foot])
    let network = try RoadNetwork(FileBytes(RoadFileBuilder.build(town.draft).bytes))
    for place in [
      Coordinate(latitude: 900_000_000, longitude: 0),
      Coordinate(latitude: -900_000_000, longitude: -1_800_000_000),
      Coordinate(latitude: 0, longitude: 1_800_000_000),
    ] {
      #expect(network.nearest(place, mode: .foot) == nil)
    }
  }

  @Test("a map that spans the earth can be built and asked")
  func wholeEarth() throws {
    var draft = RoadDraft(source: RoadDraft.Source(name: "", date: nil, licenceLine: ""))
    draft.nodes = [
      Coordinate(latitude: -900_000_000, longitude: -1_800_000_000),
      Coordinate(latitude: 900_000_000, longitude: 1_800_000_000),
      Coordinate(latitude: 0, longitude: 0),
    ]
    var way = RoadDraft.Way(nodes: [0, 2, 1], roadClass: .primary)
    way.forward[.car] = RoadDraft.Permission(speed: 1)
    way.backward[.car] = RoadDraft.Permission(speed: 65_535)
    draft.ways = [way]
    let network = try RoadNetwork(FileBytes(RoadFileBuilder.build(draft).bytes))
    let found = try #require(network.nearest(draft.nodes[2], mode: .car))
    #expect(found.moved == .zero)
    let table = network.table(sources: [found], targets: [found], mode: .car)
    #expect(table.duration(from: 0, to: 0) == .zero)
  }
}
