import Quantities
import TestSupport
import Testing

@testable import RoadNetwork

@Suite("Turns and roads that are closed at times")
struct TurnHoursTests {
  /// The turn graph of a sketch whose streets are of two nodes each.
  private struct Turns {
    let graph: TurnGraph
    let cut: CutRoads
    let town: RoadSketch

    init(_ town: RoadSketch) {
      self.town = town
      cut = CutRoads(town.draft)
      graph = TurnGraphBuilder(town.draft, cut, mode: .foot).build()
    }

    /// The directed road along a street, `"AB"` as drawn or `"BA"` against it.
    func edge(_ street: String) throws -> UInt32 {
      for (index, way) in town.draft.ways.enumerated() {
        let name = way.names[0].text
        if name == street { return UInt32(cut.firstRoad[index] * 2) }
        if String(name.reversed()) == street { return UInt32(cut.firstRoad[index] * 2 + 1) }
      }
      throw NoStreet()
    }

    struct NoStreet: Error {}

    /// Every turn from one road into another: `nil` if it is always free, else its hours.
    func hours(_ from: String, _ to: String) throws -> [String?] {
      let (from, to) = (try edge(from), try edge(to))
      return graph.edge.indices.filter { graph.edge[$0] == from }.flatMap { vertex in
        (graph.firstTurn[vertex]..<graph.firstTurn[vertex + 1])
          .filter { graph.edge[Int(graph.head[$0])] == to }
          .map { turn in
            graph.turnHours.first { Int($0.turn) == turn }
              .map { "\(graph.hours[Int($0.hours)])" }
          }
      }
    }
  }

  private static let crossing = """
      C
      |
    A-B-D
      | |
      E-F
    """
  private static let streets = ["AB", "BC", "BD", "BE", "EF", "DF"]
  private static let rush = "Mo-Fr 07:00-09:00,17:00-19:00"

  private func turns(
    _ restrictions: [(from: UInt32, to: UInt32, isMandatory: Bool, hours: String?)]
  ) throws -> Turns {
    Turns(
      try RoadSketch(Self.crossing, streets: Self.streets) { draft, node in
        draft.restrictions = restrictions.map {
          RoadDraft.Restriction(
            from: $0.from, via: .node(node("B")), to: $0.to, isMandatory: $0.isMandatory,
            modes: [.foot], hours: $0.hours.flatMap { WeeklyHours($0) })
        }
      })
  }

  @Test("no left turn at rush hour leaves the turn in the graph and says when it is forbidden")
  func forbidden() throws {
    let turns = try turns([(0, 1, false, Self.rush)])
    #expect(try turns.hours("AB", "BC") == [Self.rush])
    #expect(try turns.hours("AB", "BD") == [nil])
    #expect(try turns.hours("CB", "BA") == [nil])
    #expect(turns.graph.ruleCount == 1 && turns.graph.usedRestrictions == [0])
    #expect(turns.town.network.summary.modes.count == 1)
  }

  @Test("only straight on at rush hour forbids every other turn then")
  func mandatory() throws {
    let turns = try turns([(0, 2, true, Self.rush)])
    #expect(try turns.hours("AB", "BD") == [nil])
    #expect(try turns.hours("AB", "BC") == [Self.rush])
    #expect(try turns.hours("AB", "BE") == [Self.rush])
    #expect(turns.graph.hours.count == 1)
  }

  @Test("two rules about one turn forbid it in the hours of either")
  func union() throws {
    let turns = try turns([(0, 1, false, "07:00-09:00"), (0, 1, false, "08:00-10:00")])
    #expect(try turns.hours("AB", "BC") == ["07:00-10:00"])
  }

  @Test("two demands at once allow either turn; a demand and a ban each count in their hours")
  func demands() throws {
    let both = try turns([(0, 2, true, "07:00-09:00"), (0, 1, true, "08:00-10:00")])
    #expect(try both.hours("AB", "BC") == ["07:00-08:00"])
    #expect(try both.hours("AB", "BD") == ["09:00-10:00"])
    #expect(try both.hours("AB", "BE") == ["07:00-10:00"])
    let mixed = try turns([(0, 2, true, "07:00-09:00"), (0, 2, false, "20:00-21:00")])
    #expect(try mixed.hours("AB", "BD") == ["20:00-21:00"])
    #expect(try mixed.hours("AB", "BC") == ["07:00-09:00"])
  }

  @Test("a rule that always holds still takes the turn out, whatever else holds at times")
  func always() throws {
    let banned = try turns([(0, 1, false, nil), (0, 1, false, Self.rush)])
    #expect(try banned.hours("AB", "BC").isEmpty)
    #expect(banned.graph.turnHours.isEmpty)
    let demanded = try turns([(0, 2, true, nil), (0, 1, true, Self.rush)])
    #expect(try demanded.hours("AB", "BC").isEmpty)
    #expect(try demanded.hours("AB", "BD") == [nil])
    #expect(try turns([(0, 1, false, "24/7")]).hours("AB", "BC").isEmpty)
    #expect(try turns([(0, 1, false, "off")]).hours("AB", "BC") == [nil])
  }

  @Test("a rule via a way that holds at times binds only who comes from its first way")
  func viaWay() throws {
    let town = try RoadSketch(
      """
      A--B--C
         |
      D--E--F
      |     |
      G-----H
      """, streets: ["AB", "BC", "BE", "DE", "EF", "DG", "GH", "FH"]
    ) { draft, _ in
      draft.restrictions = [
        RoadDraft.Restriction(
          from: 0, via: .ways([2]), to: 4, isMandatory: false, modes: [.foot],
          hours: WeeklyHours(Self.rush))
      ]
    }
    let turns = Turns(town)
    // One vertex for those who came from A, one for the others.
    #expect(try turns.hours("BE", "EF").count { $0 == Self.rush } == 1)
    #expect(try turns.hours("BE", "EF").count { $0 == nil } == 1)
    #expect(try turns.hours("BE", "ED") == [nil, nil])
  }

  @Test("a street closed at night keeps its place and says when")
  func closures() throws {
    let town = try RoadSketch(Self.crossing, streets: Self.streets) { draft, _ in
      draft.ways[1].closures = [.foot: WeeklyHours("22:00-06:00") ?? .never, .car: .always]
      draft.ways[2].closures = [.foot: .never]
      draft.ways[4].closures = [.foot: WeeklyHours("22:00-06:00") ?? .never]
    }
    let turns = Turns(town)
    let closed = try ["BC", "CB", "EF", "FE"].map { try turns.edge($0) }
    #expect(turns.graph.edgeHours.map(\.edge) == closed)
    #expect(turns.graph.hours == [try #require(WeeklyHours("22:00-06:00"))])
    #expect(turns.graph.edgeHours.allSatisfy { $0.hours == 0 })
    #expect(turns.graph.turnHours.isEmpty)
    let free = TurnGraphBuilder(town.draft, turns.cut, mode: .car).build()
    #expect(free.edgeHours.isEmpty && free.vertexCount == 0)
  }

  @Test("at every hour the rules are those that hold then", arguments: 1...40)
  func trieOracle(seed: Int) throws {
    var chance = SeededGenerator(seed: UInt64(seed))
    let edgeCount = 6
    func hours() -> WeeklyHours {
      let start = chance.below(10_080)
      return WeeklyHours([start..<start + 1 + chance.below(9000)])
    }
    // Demands that always hold and demands at times are not mixed: the former win.
    let demandsAtTimes = chance.below(2) == 0
    let rules = (0..<2 + chance.below(8)).map { _ in
      let isMandatory = chance.below(3) == 0
      let isTimed = isMandatory ? demandsAtTimes : chance.below(3) > 0
      return RestrictionTrie.Rule(
        edges: (0..<2 + chance.below(3)).map { _ in UInt32(chance.below(edgeCount)) },
        isMandatory: isMandatory, hours: isTimed ? hours() : nil)
    }
    let timed = RestrictionTrie(edgeCount: edgeCount, rules: rules)
    for _ in 0..<60 {
      let minute = chance.below(10_080)
      let then = rules.filter { $0.hours?.contains(minuteOfWeek: minute) ?? true }
      let plain = RestrictionTrie(
        edgeCount: edgeCount,
        rules: then.map { RestrictionTrie.Rule(edges: $0.edges, isMandatory: $0.isMandatory) })
      var edge = UInt32(chance.below(edgeCount))
      var (timedState, plainState) = (edge, edge)
      for _ in 0..<12 {
        edge = UInt32(chance.below(edgeCount))
        let step = timed.next(timedState, edge)
        let isFree = step?.forbidden.contains(minuteOfWeek: minute) == false
        let other = plain.next(plainState, edge)
        #expect(isFree == (other != nil), "seed \(seed) minute \(minute)")
        guard let step, let other, isFree else { break }
        (timedState, plainState) = (step.state, other.state)
        #expect(timed.edge(of: timedState) == edge && plain.edge(of: plainState) == edge)
      }
    }
  }

  @Test("a way that keeps to the other side than most has its near turns mirrored")
  func side() throws {
    func cost(_ left: Bool?, _ draftLeft: Bool) throws -> UInt32 {
      let town = try RoadSketch(
        Self.crossing, streets: Self.streets, modes: [.car]
      ) { draft, _ in
        draft.drivesOnLeft = draftLeft
        draft.ways[0].drivesOnLeft = left
      }
      let cut = CutRoads(town.draft)
      let graph = TurnGraphBuilder(town.draft, cut, mode: .car).build()
      let from = try #require(graph.edge.firstIndex(of: UInt32(cut.firstRoad[0] * 2)))
      let to = UInt32(cut.firstRoad[1] * 2)
      let turn = try #require(
        (graph.firstTurn[from]..<graph.firstTurn[from + 1]).first {
          graph.edge[Int(graph.head[$0])] == to
        })
      return graph.turnCost[turn]
    }
    // A left turn crosses oncoming traffic where one keeps right.
    #expect(try cost(nil, false) > cost(nil, true) + 200)
    #expect(try cost(true, false) == cost(nil, true))
    #expect(try cost(false, true) == cost(nil, false))
  }

  @Test("turn costs beyond reason are refused with the mode")
  func absurdCosts() {
    #expect(throws: RoadSketch.Mistake.self) {
      try RoadSketch("A--B", streets: ["AB"]) { draft, _ in
        draft.turnCosts[.foot]?.uTurn = TurnCosts.most + 1
      }
    }
  }
}
