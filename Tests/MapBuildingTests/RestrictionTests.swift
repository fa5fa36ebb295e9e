import FieldModel
import MapBuilding
import Quantities
import RoadNetwork
import Testing

@Suite("Turn restrictions")
struct RestrictionTests {
  private static let roads =
    OSMSnippet.way(1, [1, 2], ["highway": "primary"])
    + OSMSnippet.way(2, [2, 3], ["highway": "primary"])
    + OSMSnippet.way(3, [2, 5], ["highway": "primary"])
    + OSMSnippet.way(4, [5, 6], ["highway": "primary"])

  private func result(
    _ tags: KeyValuePairs<String, String>,
    _ members: [(String, Int, String)] = [
      ("way", 1, "from"), ("node", 2, "via"), ("way", 3, "to"),
    ]
  ) throws -> MapBuilder.RoadResult {
    try OSMSnippet(Self.roads + OSMSnippet.relation(1, members, tags)).roadResult()
  }

  @Test("forbid or demand a turn at a node")
  func viaNode() throws {
    let forbidden = try result(["type": "restriction", "restriction": "no_left_turn"]).draft
    let rule = try #require(forbidden.restrictions.first)
    #expect(rule.from == 0 && rule.to == 2 && !rule.isMandatory)
    #expect(rule.modes == [.car, .motorcycle, .eBike, .bicycle])
    guard case .node(let node) = rule.via else {
      Issue.record("not at a node")
      return
    }
    #expect(node == 1)
    let demanded = try result(["type": "restriction", "restriction": "only_straight_on"]).draft
    #expect(demanded.restrictions.first?.isMandatory == true)
  }

  @Test("may run over ways")
  func viaWay() throws {
    let draft = try result(
      ["type": "restriction", "restriction": "no_u_turn"],
      [("way", 1, "from"), ("way", 3, "via"), ("way", 4, "to")]
    ).draft
    guard case .ways(let ways) = draft.restrictions.first?.via else {
      Issue.record("not over ways")
      return
    }
    #expect(ways == [2])
  }

  struct Binding: Sendable {
    var tags: KeyValuePairs<String, String>
    var modes: Set<TravelMode>
  }

  private static let bindings: [Binding] = [
    Binding(tags: ["restriction:bicycle": "no_left_turn"], modes: [.bicycle, .eBike]),
    Binding(tags: ["restriction:motor_vehicle": "no_entry"], modes: [.car, .motorcycle]),
    Binding(
      tags: ["restriction": "no_left_turn", "except": "bicycle;psv"], modes: [.car, .motorcycle]),
    Binding(
      tags: ["restriction": "no_left_turn", "except": "motorcar"],
      modes: [.motorcycle, .eBike, .bicycle]),
    Binding(tags: ["restriction:hgv": "no_left_turn"], modes: []),
  ]

  @Test("bind the modes that the tags name", arguments: bindings)
  func modes(_ binding: Binding) throws {
    let relation =
      "<relation id='1'><member type='way' ref='1' role='from'/>"
      + "<member type='node' ref='2' role='via'/><member type='way' ref='3' role='to'/>"
      + "<tag k='type' v='restriction'/>" + OSMSnippet.tags(binding.tags) + "</relation>"
    let draft = try OSMSnippet(Self.roads + relation).roads()
    #expect(draft.restrictions.first?.modes ?? [] == binding.modes)
  }

  @Test("are left out and counted when they hold only at times")
  func conditional() throws {
    for tags: KeyValuePairs in [
      ["type": "restriction", "restriction:conditional": "no_left_turn @ (Mo-Fr 07:00-09:00)"],
      ["type": "restriction", "restriction": "no_left_turn", "hour_on": "07:00"],
    ] {
      let result = try result(tags)
      #expect(result.draft.restrictions.isEmpty)
      #expect(result.diagnostics.contains { $0.code == "map-restriction-conditional" })
    }
  }

  @Test("are left out and counted when something is missing or unknown")
  func broken() throws {
    let missing = try result(
      ["type": "restriction", "restriction": "no_left_turn"],
      [("way", 1, "from"), ("node", 99, "via"), ("way", 77, "to")])
    #expect(missing.draft.restrictions.isEmpty)
    #expect(missing.diagnostics.contains { $0.code == "map-restriction-incomplete" })
    let unknown = try result(["type": "restriction", "restriction": "no_dancing"])
    #expect(unknown.diagnostics.contains { $0.code == "map-restriction-unknown" })
    let bomb = try result(
      ["type": "restriction", "restriction": "no_entry"],
      Array(repeating: ("way", 1, "from"), count: 500))
    #expect(bomb.diagnostics.contains { $0.code == "map-relation-too-long" })
  }

  @Test("with several ways in or out give a rule for each")
  func severalWays() throws {
    let draft = try result(
      ["type": "restriction", "restriction": "no_exit"],
      [("way", 1, "from"), ("node", 2, "via"), ("way", 2, "to"), ("way", 3, "to")]
    ).draft
    #expect(draft.restrictions.map(\.to) == [1, 2])
  }
}
