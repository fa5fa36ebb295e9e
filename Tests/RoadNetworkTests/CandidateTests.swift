import Quantities
import TestSupport
import Testing

@testable import RoadNetwork

@Suite("Several roads near a place")
struct CandidateTests {
  /// A crossing of a street east–west (A B C) and one north–south (D B E).
  private func crossing(
    edit: (inout RoadDraft, (Character) -> UInt32) -> Void = { _, _ in }
  ) throws -> RoadSketch {
    try RoadSketch(
      """
          D
          |
      A---B---C
          |
          E
      """, streets: ["AB", "BC", "DB", "BE"], edit: edit)
  }

  private func place(_ town: RoadSketch, _ node: Character, north: Int32, east: Int32) -> Coordinate
  {
    let node = town.coordinate(of: node)
    return Coordinate(latitude: node.latitude + north, longitude: node.longitude + east)
  }

  @Test("comes with distance, side, bearing and street, the nearest first")
  func order() throws {
    let town = try crossing()
    // 20 m east and 10 m north of the crossing.
    let asked = place(town, "B", north: 900, east: 1800)
    let found = town.network.nearest(asked, mode: .foot, count: 4)
    #expect(found.map { $0.street.signpostedName } == ["BC", "DB", "AB", "BE"])
    #expect(Set(found.map(\.position.road)).count == 4)
    #expect(abs(found[0].reach.metres - 10) < 0.2)
    #expect(abs(found[1].reach.metres - 20) < 0.2)
    #expect(found[0].reach == found[0].position.moved)
    #expect(found[0].bearing == 90 && found[0].side == .left)
    // Looking from D down to B, east is on the left.
    #expect(found[1].bearing == 180 && found[1].side == .left)
    #expect(found.allSatisfy { $0.isBothWays })
    #expect(town.network.nearest(asked, mode: .foot, count: 2) == Array(found.prefix(2)))
    #expect(
      town.network.nearest(asked, mode: .foot, count: 9, within: Distance(metres: 15)).count == 1)
  }

  @Test("a place on the line has no side")
  func onLine() throws {
    let town = try crossing()
    let found = town.network.nearest(
      place(town, "B", north: 0, east: 9000), mode: .foot, count: 1)
    #expect(found.first?.side == .onLine)
  }

  @Test("a bearing chooses the direction, and leaves out roads that cannot be gone that way")
  func bearing() throws {
    let town = try crossing { draft, _ in draft.ways[1].backward = [:] }
    let asked = place(town, "B", north: 900, east: 1800)
    let west = town.network.nearest(
      asked, mode: .foot, count: 4, bearing: BearingRange(280, range: 20))
    #expect(west.map { $0.street.signpostedName } == ["AB"])
    #expect(west.first?.bearing == 270)
    #expect(west.first?.side == .right)
    let north = town.network.nearest(
      asked, mode: .foot, count: 4, bearing: BearingRange(-10, range: 20))
    #expect(north.map { $0.street.signpostedName } == ["DB", "BE"])
    #expect(north.map(\.bearing) == [0, 0])
    #expect(north.map(\.side) == [.right, .right])
  }

  @Test("an entrance is snapped in the place's stead, and both are kept")
  func entrance() throws {
    let town = try crossing()
    let asked = place(town, "B", north: 900, east: 1800)
    let gate = place(town, "C", north: -500, east: -900)
    let found = try #require(
      town.network.nearest(asked, mode: .foot, count: 1, entrance: gate).first)
    #expect(found.position.requested == asked)
    #expect(found.entrance == gate)
    #expect(abs(found.reach.metres - 5.6) < 0.2)
    #expect(abs(found.position.coordinate.metres(to: gate) - 5.6) < 0.2)
    #expect(abs(found.position.moved.metres - asked.metres(to: found.position.coordinate)) < 0.1)
    // The side is the place's, not the gate's: the place lies north of the street.
    #expect(found.side == .left)
  }

  @Test("the first of several is what the single question finds", arguments: 1...3)
  func single(seed: Int) throws {
    let town = RandomTown(seed: UInt64(seed), side: 9, modes: [.car, .foot])
    let network = try RoadNetwork(FileBytes(RoadFileBuilder.build(town.draft).bytes))
    var chance = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<200 {
      let place = Coordinate(
        latitude: 310_000_000 - 60_000 + Int32(chance.below(210_000)),
        longitude: 1_210_000_000 - 60_000 + Int32(chance.below(210_000)))
      let single = try #require(network.nearest(place, mode: .car))
      let several = network.nearest(place, mode: .car, count: 5)
      let first = try #require(several.first)
      #expect(abs(first.position.moved.metres - single.moved.metres) <= 0.1)
      #expect(several.map(\.reach) == several.map(\.reach).sorted())
      #expect(Set(several.map(\.position.road)).count == several.count)
    }
  }

  @Test("nothing near, no such mode, the ends of the earth: no candidates")
  func nothing() throws {
    let town = try crossing()
    let far = Coordinate(latitude: 10_000_000, longitude: 0)
    #expect(town.network.nearest(far, mode: .foot, count: 3).isEmpty)
    #expect(town.network.nearest(town.coordinate(of: "B"), mode: .car, count: 3).isEmpty)
    for (latitude, longitude) in [(900_000_000, 1_800_000_000), (-900_000_000, -1_800_000_000)] {
      let place = Coordinate(latitude: Int32(latitude), longitude: Int32(longitude))
      #expect(town.network.nearest(place, mode: .foot, count: 3).isEmpty)
    }
  }
}
