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

  struct Timed: Sendable {
    var tags: KeyValuePairs<String, String>
    var rules: [String]
  }

  private static let timed: [Timed] = [
    Timed(
      tags: ["restriction:conditional": "no_left_turn @ (Mo-Fr 07:00-09:00,17:00-19:00)"],
      rules: ["no Mo-Fr 07:00-09:00,17:00-19:00 car motorcycle e-bike bicycle"]),
    Timed(
      tags: ["restriction:conditional": "only_straight_on @ 22:00-06:00"],
      rules: ["only 22:00-06:00 car motorcycle e-bike bicycle"]),
    Timed(
      tags: ["restriction:motorcycle:conditional": "no_entry @ (07:00-22:00)"],
      rules: ["no 07:00-22:00 motorcycle"]),
    Timed(
      tags: [
        "restriction:conditional": "no_left_turn @ (Mo-Fr 07:00-09:00); no_u_turn @ (Sa)",
        "except": "bicycle",
      ], rules: ["no Mo-Fr 07:00-09:00 car motorcycle", "no Sa 00:00-24:00 car motorcycle"]),
    Timed(
      tags: ["restriction": "no_u_turn", "restriction:motorcar:conditional": "no_u_turn @ (Su)"],
      rules: ["no always car motorcycle e-bike bicycle", "no Su 00:00-24:00 car"]),
    Timed(
      tags: [
        "restriction": "no_left_turn", "day_on": "Monday", "day_off": "Friday",
        "hour_on": "07:00", "hour_off": "09:00",
      ], rules: ["no Mo-Fr 07:00-09:00 car motorcycle e-bike bicycle"]),
  ]

  @Test("that hold at times keep their hours", arguments: timed)
  func conditional(_ sample: Timed) throws {
    let relation =
      "<relation id='1'><member type='way' ref='1' role='from'/>"
      + "<member type='node' ref='2' role='via'/><member type='way' ref='3' role='to'/>"
      + "<tag k='type' v='restriction'/>" + OSMSnippet.tags(sample.tags) + "</relation>"
    let result = try OSMSnippet(Self.roads + relation).roadResult()
    let rules = result.draft.restrictions.map { rule in
      let modes = TravelMode.allCases.filter { rule.modes.contains($0) }.map(\.rawValue)
      return "\(rule.isMandatory ? "only" : "no") \(rule.hours?.description ?? "always") "
        + modes.joined(separator: " ")
    }
    #expect(rules == sample.rules)
    #expect(!result.diagnostics.contains { $0.code.hasPrefix("map-restriction") })
  }

  @Test("under conditions that are not hours of the week are left out and counted")
  func unreadConditions() throws {
    let conditions = [
      "no_left_turn @ (Mo-Fr 07:00-09:00; PH off)", "no_left_turn @ (SH Mo-Fr 07:00-09:00)",
      "no_left_turn @ (wet)", "no_left_turn @ (weight>3.5)", "no_left_turn", "@",
      "no_left_turn @ (Mo-Fr 07:00-09:00 AND weight>3.5)", "no_dancing @ (07:00-09:00)",
    ]
    for condition in conditions {
      let tags: KeyValuePairs = [
        "type": "restriction", "restriction:conditional": condition.replacing(">", with: "&gt;"),
      ]
      let result = try result(tags)
      #expect(result.draft.restrictions.isEmpty, "\(condition)")
      #expect(
        result.diagnostics.contains {
          $0.code == "map-restriction-conditional" && $0.found == "1"
        }, "\(condition)")
    }
    let older = try result([
      "type": "restriction", "restriction": "no_left_turn", "hour_on": "07:00",
    ])
    #expect(older.draft.restrictions.isEmpty)
    #expect(older.diagnostics.contains { $0.code == "map-restriction-conditional" })
  }

  @Test("for one mode stand in place of the general one; those for lorries are none of ours")
  func ownRule() throws {
    let freed = try result([
      "type": "restriction", "restriction": "no_left_turn", "restriction:motorcycle": "none",
    ])
    #expect(freed.draft.restrictions.map(\.modes) == [[.car, .eBike, .bicycle]])
    let lorries = try result(["type": "restriction", "restriction:hgv": "no_left_turn"])
    #expect(lorries.draft.restrictions.isEmpty && lorries.diagnostics.isEmpty)
    let walkers = try result(["type": "restriction", "restriction:foot": "no_entry"])
    #expect(walkers.draft.restrictions.map(\.modes) == [[.foot]])
    let bare = try result(["type": "restriction"])
    #expect(bare.diagnostics.contains { $0.code == "map-restriction-unknown" })
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
