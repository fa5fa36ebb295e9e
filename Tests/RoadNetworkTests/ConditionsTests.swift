import Quantities
import TestSupport
import Testing

@testable import RoadNetwork

@Suite("The same map under other conditions")
struct ConditionsTests {
  private let ring = """
    G-A-------C
      |       |
      D---F---E
    """
  /// Corners lie on the streets across, so that the street along may be closed; at G one can turn round.
  private let streets = ["AD", "CE", "AC", "DFE", "GA"]

  private func town() throws -> RoadSketch {
    try RoadSketch(ring, streets: streets, cell: Seconds(10)) { draft, _ in
      draft.ways[3].roadClass = .primary
    }
  }

  private func time(
    _ network: RoadNetwork, _ from: RoadPosition, _ to: RoadPosition
  ) -> Seconds? {
    network.table(sources: [from], targets: [to], mode: .foot).duration(from: 0, to: 0)
  }

  @Test("half the speed on a class takes twice the time, and another way where that is quicker")
  func slower() throws {
    let town = try town()
    #expect(time(town.network, town["D"], town["E"]) == Seconds(80))
    let slow = town.network.adapted(to: RoadConditions(speeds: [.primary: 50]))
    #expect(time(slow, town["D"], town["F"]) == Seconds(80))
    #expect(time(slow, town["D"], town["E"]) == Seconds(120))
    #expect(time(town.network, town["D"], town["E"]) == Seconds(80))
  }

  @Test("a closed road is neither driven nor snapped to")
  func closed() throws {
    let town = try town()
    let place = town["F"].coordinate
    let position = try #require(town.network.nearest(place, mode: .foot))
    let closed = town.network.adapted(to: RoadConditions(closedRoads: [position.road]))
    #expect(time(closed, town["D"], town["E"]) == Seconds(120))
    let moved = try #require(closed.nearest(place, mode: .foot))
    #expect(moved.road != position.road)
    #expect(moved.moved > Distance(metres: 100))
  }

  @Test("an area binds its modes only, and a road that runs through it without a point inside")
  func avoided() throws {
    let town = try RoadSketch(
      ring, streets: streets, cell: Seconds(10), modes: [.foot, .bicycle])
    // Around the middle of D–F; no point of the street lies in it.
    let (left, right) = (town["D"].coordinate, town["F"].coordinate)
    let middle = (left.longitude + right.longitude) / 2
    let outline = [(-500, -1000), (500, -1000), (500, 1000), (-500, 1000)].map {
      Coordinate(latitude: left.latitude + $0.1, longitude: middle + $0.0)
    }
    let area = RoadConditions.AvoidedArea(outline: outline, modes: [.bicycle])
    let network = town.network.adapted(to: RoadConditions(avoidedAreas: [area]))
    #expect(time(network, town["D"], town["E"]) == Seconds(80))
    let cycling = network.table(sources: [town["D"]], targets: [town["E"]], mode: .bicycle)
    let free = town.network.table(sources: [town["D"]], targets: [town["E"]], mode: .bicycle)
    let (round, straight) = (cycling.duration(from: 0, to: 0), free.duration(from: 0, to: 0))
    #expect(try #require(round) > #require(straight))
    // A place inside is not moved to a road outside.
    let inside = Coordinate(latitude: left.latitude, longitude: middle)
    #expect(network.nearest(inside, mode: .bicycle) == nil)
    #expect(network.nearest(inside, mode: .bicycle, count: 2).isEmpty)
    #expect(network.nearest(inside, mode: .foot) != nil)
  }

  @Test("what closures cut off is not reached, and nothing crashes")
  func cutOff() throws {
    let town = try RoadSketch("A---B---C", streets: ["AB", "BC"])
    let position = try #require(town.network.nearest(town.draft.nodes[2], mode: .foot))
    let cut = town.network.adapted(to: RoadConditions(closedRoads: [position.road]))
    #expect(time(cut, town["A"], position) == nil)
    #expect(cut.route(from: town["A"], to: position, mode: .foot) == nil)
    let none = town.network.adapted(
      to: RoadConditions(closedRoads: Set((0..<2).map { Index<Road>($0) })))
    #expect(none.nearest(town.draft.nodes[0], mode: .foot) == nil)
    #expect(town.network.adapted(to: RoadConditions(), modes: [.car]).summary.modes.isEmpty)
  }

  @Test("usual conditions change no cell, and hours of a day come out as one network each")
  func usual() throws {
    let random = RandomTown(seed: 21, side: 9, modes: [.car])
    let network = try RoadNetwork(FileBytes(RoadFileBuilder.build(random.draft).bytes))
    let places = random.draft.nodes.compactMap { network.nearest($0, mode: .car) }
    let hours = network.adapted(
      toEach: [RoadConditions(), RoadConditions(speeds: [.residential: 40])])
    let tables = ([network] + hours).map {
      $0.table(sources: places, targets: places, mode: .car)
    }
    #expect(tables[0] == tables[1])
    #expect(zip(tables[0].durations, tables[2].durations).allSatisfy { $0 <= $1 })
    #expect(tables[0] != tables[2])
  }

  @Test("a turn forbidden and a street closed at hours bind whoever asks for that time")
  func hours() throws {
    let rush = try #require(WeeklyHours("Mo-Fr 07:00-09:00"))
    let night = try #require(WeeklyHours("22:00-06:00"))
    let town = try RoadSketch(ring, streets: streets, cell: Seconds(10)) { draft, node in
      // From A–D at D into D–F–E in the rush; no way along D–F–E at night.
      draft.restrictions = [
        RoadDraft.Restriction(
          from: 0, via: .node(node("D")), to: 3, isMandatory: false, modes: [.foot], hours: rush)
      ]
      draft.ways[3].closures[.foot] = night
    }
    let (start, end) = (town.between("A", "D"), town["E"])
    func time(_ minuteOfWeek: Int?) -> Seconds? {
      let conditions = RoadConditions(minuteOfWeek: minuteOfWeek)
      return self.time(town.network.adapted(to: conditions), start, end)
    }
    #expect(time(nil) == Seconds(90))
    #expect(time(8 * 60) == Seconds(110))
    #expect(time(12 * 60) == Seconds(90))
    #expect(time(5 * 1440 + 8 * 60) == Seconds(90))
    #expect(time(23 * 60) == Seconds(110))
    let asleep = town.network.adapted(to: RoadConditions(minuteOfWeek: 23 * 60))
    let snapped = try #require(asleep.nearest(town["F"].coordinate, mode: .foot))
    #expect(snapped.road != town["F"].road)
  }

  @Test("every cell equals a plain search on the adapted graph", arguments: 31...34)
  func oracle(seed: Int) throws {
    var chance = SeededGenerator(seed: UInt64(seed))
    var town = RandomTown(seed: UInt64(seed), side: 10, modes: [.car, .foot])
    for way in town.draft.ways.indices where chance.below(2) == 0 {
      town.draft.ways[way].roadClass = .secondary
    }
    let network = try RoadNetwork(FileBytes(RoadFileBuilder.build(town.draft).bytes))
    let closed = (0..<12).map { _ in Index<Road>(chance.below(network.summary.roads)) }
    let conditions = RoadConditions(speeds: [.secondary: 37], closedRoads: Set(closed))
    let adapted = network.adapted(to: conditions)
    for mode in network.summary.modes.map(\.mode) {
      let places = town.draft.nodes.prefix(40).compactMap { adapted.nearest($0, mode: mode) }
      #expect(places.allSatisfy { !conditions.closedRoads.contains($0.road) })
      let table = adapted.table(sources: places, targets: places, mode: mode)
      let graph = try #require(adapted.network(for: mode))
      for (row, source) in places.enumerated() {
        let search = PlainSearch(
          graph, adapted.sections, isClosed: { conditions.closedRoads.contains(Index($0 >> 1)) })
        let costs = search.costs(from: source)
        for (column, target) in places.enumerated() {
          let cost = costs(target)
          let expected = cost < .unreachable ? Seconds(cost.roundedSeconds) : nil
          #expect(table.duration(from: row, to: column) == expected, "\(mode) \(row) \(column)")
        }
      }
    }
  }

  @Test("points and lines are inside, across or beside an area as drawn")
  func outline() throws {
    let corners = [(0, 0), (0, 100), (100, 100), (50, 50), (100, 0)].map { place($0.0, $0.1) }
    let area = try #require(AreaOutline(corners))
    #expect(area.contains(place(20, 50)))
    #expect(!area.contains(place(90, 50)))
    #expect(!area.contains(place(20, 150)))
    #expect(area.touches([place(20, -50), place(20, 150)]))
    #expect(!area.touches([place(90, 40), place(90, 60)]))
    #expect(!area.touches([place(-20, -50), place(-20, 150)]))
    #expect(AreaOutline([place(0, 0), place(1, 1)]) == nil)
  }

  private func place(_ latitude: Int32, _ longitude: Int32) -> Coordinate {
    Coordinate(latitude: latitude, longitude: longitude)
  }
}
