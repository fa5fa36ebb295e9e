import Quantities
import RoadNetwork
import TestSupport
import Testing

@Suite("Rules of the road, one town each")
struct SketchTests {
  private func time(
    _ town: RoadSketch, _ from: Character, _ to: Character, mode: TravelMode = .foot
  ) -> Seconds? {
    var search = PathSearch(in: town.network, mode: mode)
    let time = search.travelTime(from: town[from], to: town[to])
    let table = town.network.table(sources: [town[from]], targets: [town[to]], mode: mode)
    #expect(table.duration(from: 0, to: 0) == time)
    return time
  }

  @Test("goes round by the short side")
  func shortSide() throws {
    let town = try RoadSketch(
      """
      A---B
      |   |
      C---D--E
      """, streets: ["ABDE", "ACD"], cell: Seconds(10))
    #expect(time(town, "A", "E") == Seconds(90))
    #expect(time(town, "E", "A") == Seconds(90))
    #expect(time(town, "B", "C") == Seconds(60))
    #expect(time(town, "A", "A") == Seconds(0))
  }

  @Test("turns cost a car time, more across oncoming traffic, mirrored where traffic keeps left")
  func turnCosts() throws {
    let picture = """
      B
      |
      A---C---D
          |
          E
      """
    func town(left: Bool) throws -> RoadSketch {
      try RoadSketch(picture, streets: ["ACD", "CE", "BA"], modes: [.car]) { draft, _ in
        draft.drivesOnLeft = left
      }
    }
    let (right, left) = (try town(left: false), try town(left: true))
    let nearSide = time(right, "A", "E", mode: .car)
    let farSide = time(left, "A", "E", mode: .car)
    let straight = time(right, "A", "D", mode: .car)
    #expect(straight == Seconds(80))
    #expect(nearSide == Seconds(60 + 2))
    #expect(farSide == Seconds(60 + 7))
    #expect(time(right, "E", "A", mode: .car) == farSide)
  }

  @Test("a one-way street is left the long way round")
  func oneWay() throws {
    let town = try RoadSketch(
      """
      A---B
      |   |
      C---D
      """, streets: ["AB", "BDCA"]
    ) { draft, _ in draft.ways[0].backward = [:] }
    #expect(time(town, "A", "B") == Seconds(40))
    #expect(time(town, "B", "A") == Seconds(80))
  }

  @Test("no left turn: straight on and round the block")
  func noLeft() throws {
    let picture = """
        C
        |
      A-B-D
        | |
        E-F
      """
    let streets = ["AB", "BC", "BD", "DFEB"]
    let free = try RoadSketch(picture, streets: streets)
    let ruled = try RoadSketch(picture, streets: streets) { draft, node in
      draft.restrictions = [
        RoadDraft.Restriction(
          from: 0, via: .node(node("B")), to: 1, isMandatory: false, modes: [.foot])
      ]
    }
    #expect(time(free, "A", "C") == Seconds(40))
    #expect(time(ruled, "A", "C") == Seconds(120))
    #expect(time(ruled, "C", "A") == Seconds(40))
    #expect(ruled.report.modes[0].restrictions == 1)
    #expect(ruled.report.ignoredRestrictions == 0)
  }

  @Test("only straight on forbids every other way out")
  func onlyStraight() throws {
    let town = try RoadSketch(
      """
        C
        |
      A-B-D
        | |
        E-F
      """, streets: ["AB", "BC", "BD", "DFEB"]
    ) { draft, node in
      draft.restrictions = [
        RoadDraft.Restriction(
          from: 0, via: .node(node("B")), to: 2, isMandatory: true, modes: [.foot])
      ]
    }
    #expect(time(town, "A", "D") == Seconds(40))
    #expect(time(town, "A", "E") == Seconds(80))
    #expect(time(town, "A", "C") == Seconds(120))
  }

  @Test("a forbidden turn via a way binds only who comes from its first way")
  func viaWay() throws {
    let picture = """
      A--B--C
         |
      D--E--F
      |     |
      G-----H
      """
    let streets = ["AB", "BC", "BE", "DE", "EF", "DGHF"]
    let ruled = try RoadSketch(picture, streets: streets) { draft, _ in
      draft.restrictions = [
        RoadDraft.Restriction(
          from: 0, via: .ways([2]), to: 4, isMandatory: false, modes: [.foot])
      ]
    }
    // Into the dead end at C, a second to turn round, and straight on.
    #expect(time(ruled, "A", "F") == Seconds(141))
    #expect(time(ruled, "C", "F") == Seconds(80))
    #expect(time(ruled, "A", "D") == Seconds(80))
    #expect(ruled.report.modes[0].restrictions == 1)
  }

  @Test("rules that lead nowhere are counted, not obeyed")
  func uselessRule() throws {
    let town = try RoadSketch("A--B--C  D--E", streets: ["AB", "BC", "DE"]) { draft, _ in
      draft.restrictions = [
        RoadDraft.Restriction(
          from: 0, via: .ways([1]), to: 2, isMandatory: false, modes: [.foot])
      ]
    }
    #expect(town.report.ignoredRestrictions == 1)
    #expect(time(town, "A", "C") == Seconds(60))
  }

  @Test("a gate stops whom it blocks")
  func barrier() throws {
    let town = try RoadSketch(
      """
      A-B-C
      |   |
      D---E
      """, streets: ["ABC", "ADEC"], modes: [.foot, .car]
    ) { draft, node in draft.barriers = [node("B"): [.car]] }
    #expect(time(town, "A", "C") == Seconds(40))
    // Four right angles, none at a crossing, so nothing but the way round.
    #expect(time(town, "A", "C", mode: .car) == Seconds(80))
  }

  @Test("a private road is used at the ends of a trip, never through")
  func endsOnly() throws {
    let town = try RoadSketch(
      """
      A-----B
      |  X  |
      |     |
      |     |
      C-----D
      """, streets: ["AB", "ACDB", "AXB"], cell: Seconds(10)
    ) { draft, node in
      let gate = RoadDraft.Permission(speed: 3600, endsOnly: true)
      draft.ways[2].forward = [.foot: gate]
      draft.ways[2].backward = [.foot: gate]
      draft.ways[0].forward[.foot] = RoadDraft.Permission(speed: 36)
      draft.ways[0].backward[.foot] = RoadDraft.Permission(speed: 36)
    }
    // Straight across takes 600 s, round 140 s, through the private road less than one.
    #expect(time(town, "C", "D") == Seconds(60))
    #expect(time(town, "A", "X") == Seconds(3))
    let fromX = try #require(town.network.nearest(town.coordinate(of: "X"), mode: .foot))
    let table = town.network.table(
      sources: [fromX, town.between("A", "C")], targets: [fromX, town.between("B", "D")],
      mode: .foot)
    #expect(table.duration(from: 0, to: 1) == Seconds(23))
    #expect(table.duration(from: 1, to: 0) == Seconds(23))
    #expect(table.duration(from: 1, to: 1) == Seconds(100))
  }

  @Test("roads that connect with the rest in one direction only are dropped and counted")
  func islands() throws {
    let town = try RoadSketch(
      """
      Z--A--B--C
         |  |
         D--E  F--G
      """, streets: ["ZAB", "BC", "ADEB", "FG"]
    ) { draft, _ in draft.ways[1].backward = [:] }
    let mode = try #require(town.report.modes.first)
    #expect(mode.droppedRoads == 3)
    #expect(abs(mode.droppedKilometres - 0.9) < 0.001)
    let snapped = try #require(
      town.network.nearest(town.coordinate(of: "G"), mode: .foot))
    #expect(snapped.coordinate == town.coordinate(of: "E"))
    #expect(abs(snapped.moved.metres - 600) < 0.1)
    #expect(
      town.network.nearest(
        town.coordinate(of: "G"), mode: .foot, within: Distance(metres: 599)) == nil)
  }

  @Test("a roundabout's exits are counted up to the one taken")
  func roundabout() throws {
    let town = try RoadSketch(
      """
           N
           |
           n
      W--w   e--E
           s
           |
           S
      """, streets: ["Ww", "sS", "eE", "nN", "wsenw"], modes: [.car]
    ) { draft, _ in
      draft.ways[4].isRoundabout = true
      draft.ways[4].backward = [:]
    }
    func exit(_ to: Character) -> RoadStep? {
      town.network.route(from: town["W"], to: town[to], mode: .car)?.steps[1]
    }
    #expect(exit("S")?.manoeuvre == .roundabout(exit: 1))
    #expect(exit("E")?.manoeuvre == .roundabout(exit: 2))
    #expect(exit("N")?.manoeuvre == .roundabout(exit: 3))
    #expect(exit("N")?.street.signpostedName == "nN")
  }

  @Test("a ferry takes the time the map states and is announced")
  func ferry() throws {
    let town = try RoadSketch("A--B-----C--D", streets: ["AB", "BC", "CD"]) { draft, _ in
      draft.ways[1].roadClass = .ferry
      draft.ways[1].duration = .minutes(20)
    }
    #expect(time(town, "A", "D") == Seconds(1260))
    let route = try #require(town.network.route(from: town["A"], to: town["D"], mode: .foot))
    #expect(route.steps.map(\.manoeuvre) == [.depart, .boardFerry, .goOn, .arrive(.ahead)])
    #expect(route.steps[1].duration == .minutes(20))
    let amidships = try #require(
      town.network.nearest(town.between("B", "C").coordinate, mode: .foot))
    #expect([town.coordinate(of: "B"), town.coordinate(of: "C")].contains(amidships.coordinate))
  }

  @Test("steps add up, name the street and bend the right way")
  func steps() throws {
    let town = try RoadSketch(
      """
      A---B---C
          |
          D---E
          |
          F
      """, streets: ["AB", "BC", "BDF", "DE"], modes: [.car])
    let route = try #require(town.network.route(from: town["A"], to: town["E"], mode: .car))
    #expect(
      route.steps.map(\.manoeuvre) == [.depart, .turn(.right), .turn(.left), .arrive(.ahead)])
    #expect(route.steps.map(\.street.signpostedName) == ["AB", "BDF", "DE", "DE"])
    #expect(route.steps.map(\.bearing) == [90, 180, 90, 90])
    #expect(route.steps.reduce(.zero) { $0 + $1.duration } == route.duration)
    #expect(route.steps.reduce(.zero) { $0 + $1.distance } == route.distance)
    #expect(route.geometry == ["A", "B", "D", "E"].map { town.coordinate(of: $0) })
    #expect(route.distance == Distance(metres: 1000))
    #expect(route.steps.last?.geometry == 3..<4)
  }

  @Test("the house is on the left or on the right, as one comes")
  func side() throws {
    let town = try RoadSketch("A----B", streets: ["AB"])
    let middle = town.between("A", "B").coordinate
    let north = Coordinate(latitude: middle.latitude + 2000, longitude: middle.longitude)
    let house = try #require(town.network.nearest(north, mode: .foot))
    func arrival(_ from: Character) -> RoadStep.Manoeuvre? {
      town.network.route(from: town[from], to: house, mode: .foot)?.steps.last?.manoeuvre
    }
    #expect(arrival("A") == .arrive(.left))
    #expect(arrival("B") == .arrive(.right))
  }

  @Test("a gap in names, languages and scenery is drawn as it was given")
  func drawing() throws {
    let town = try RoadSketch("A---B---C", streets: ["AB", "BC"]) { draft, node in
      draft.source.date = ServiceDate("2026-11-22")
      draft.ways[0].names = [
        RoadDraft.Name(text: "人民路"), RoadDraft.Name(language: "en", text: "People's Road"),
      ]
      draft.ways[0].reference = "G312"
      draft.ways[0].isBridge = true
      draft.ways[1].roadClass = .footway
      let lake = draft.nodes
      draft.scenery = [RoadDraft.Scenery(kind: .water, rings: [lake, lake], name: "湖")]
      draft.labels = [
        RoadDraft.Label(names: [RoadDraft.Name(text: "村")], coordinate: lake[1], rank: 4),
        RoadDraft.Label(names: [RoadDraft.Name(text: "市")], coordinate: lake[0], rank: 0),
      ]
    }
    let bounds = town.network.summary.bounds
    let streets = town.network.streets(in: bounds, minimumClass: .service)
    #expect(streets.count == 1)
    #expect(streets.first?.street.name(in: "en") == "People's Road")
    #expect(streets.first?.street.name(in: "fr") == "人民路")
    #expect(streets.first?.street.reference == "G312")
    #expect(streets.first?.street.isBridge == true)
    #expect(town.network.streets(in: bounds, minimumClass: .steps).count == 2)
    #expect(town.network.scenery(in: bounds).map(\.rings.count) == [2])
    #expect(town.network.labels(in: bounds).map(\.names.first?.text) == ["市", "村"])
    #expect(town.network.summary.source.date == ServiceDate("2026-11-22"))
    let far = CoordinateBounds(
      southWest: Coordinate(latitude: 5_000_000, longitude: -900_000_000),
      northEast: Coordinate(latitude: 6_000_000, longitude: -800_000_000))
    #expect(town.network.streets(in: far, minimumClass: .ferry).isEmpty)
    #expect(town.network.scenery(in: far).isEmpty)
  }

  @Test("an alley off the road is a dead end where a car may turn round")
  func deadEnd() throws {
    let town = try RoadSketch("A---B---C", streets: ["ABC"], modes: [.car])
    let start = town.between("A", "B")
    let table = town.network.table(sources: [town["C"]], targets: [start], mode: .car)
    #expect(table.duration(from: 0, to: 0) == Seconds(60))
    #expect(town.report.modes.first?.droppedRoads == 0)
  }
}
