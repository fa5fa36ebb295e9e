import MapBuilding
import Quantities
import RoadNetwork
import Testing

@Suite("Rules for access")
struct AccessRuleTests {
  typealias Verdict = AccessRule.Verdict

  private func verdict(
    _ tags: KeyValuePairs<String, String>, _ mode: TravelMode
  ) -> Verdict? {
    let tags = Tags(tags)
    return RoadClass(tags: tags).map {
      AccessRule.verdict(tags, roadClass: $0, profile: .bundled(mode))
    }
  }

  @Test("listen to the tag closest to the mode")
  func hierarchy() {
    let tags: KeyValuePairs = [
      "highway": "residential", "access": "no", "vehicle": "private", "motor_vehicle": "no",
      "motorcar": "yes",
    ]
    #expect(verdict(tags, .car) == .open)
    #expect(verdict(tags, .motorcycle) == .closed)
    #expect(verdict(tags, .bicycle) == .endsOnly)
    #expect(verdict(tags, .foot) == .closed)
  }

  @Test(
    "let private and destination roads be used at the ends",
    arguments: ["private", "destination", "customers", "delivery"])
  func endsOnly(_ value: String) throws {
    let road = try OSMSnippet.road(["highway": "service", "access": value])
    #expect(road?.forward[.car]?.endsOnly == true)
    #expect(road?.backward[.foot]?.endsOnly == true)
  }

  @Test(
    "close roads for farmers, buses and soldiers",
    arguments: ["no", "agricultural", "military", "psv"])
  func closed(_ value: String) throws {
    let road = try OSMSnippet.road(["highway": "service", "motor_vehicle": value])
    #expect(road?.forward[.car] == nil && road?.forward[.motorcycle] == nil)
    #expect(road?.forward[.foot] != nil && road?.forward[.eBike] != nil)
  }

  @Test("keep e-bikes, bicycles and walkers off motorways, motor roads and elevated expressways")
  func motorOnly() {
    let roads: [KeyValuePairs<String, String>] = [
      ["highway": "motorway"], ["highway": "trunk", "motorroad": "yes"],
      ["highway": "trunk", "name": "延安高架路"], ["highway": "trunk", "name": "北环快速路"],
    ]
    for tags in roads {
      #expect(verdict(tags, .car) == .open)
      for mode in [TravelMode.eBike, .bicycle, .foot] { #expect(verdict(tags, mode) == .closed) }
    }
    #expect(verdict(["highway": "trunk", "name": "国道"], .eBike) == .open)
  }

  @Test("keep cars off footways that only say access=yes, and on those that invite them")
  func footways() {
    #expect(verdict(["highway": "footway", "access": "yes"], .car) == .closed)
    #expect(verdict(["highway": "footway", "motor_vehicle": "yes"], .car) == .open)
    #expect(verdict(["highway": "footway"], .eBike) == .pushing)
    #expect(verdict(["highway": "footway", "bicycle": "yes"], .eBike) == .open)
    #expect(verdict(["highway": "cycleway"], .eBike) == .open)
    #expect(verdict(["highway": "cycleway"], .motorcycle) == .closed)
    #expect(verdict(["highway": "steps"], .bicycle) == .closed)
    #expect(verdict(["highway": "pedestrian"], .car) == .closed)
    #expect(verdict(["highway": "track"], .car) == .endsOnly)
  }

  @Test("take the kindest of several values")
  func several() {
    #expect(verdict(["highway": "service", "access": "no;destination"], .car) == .endsOnly)
    #expect(verdict(["highway": "service", "access": "gibberish"], .car) == .open)
  }

  struct Barrier: Sendable {
    var tags: KeyValuePairs<String, String>
    var blocked: Set<TravelMode>
  }

  private static let vehicles: Set<TravelMode> = [.car, .motorcycle, .eBike, .bicycle]
  private static let samples: [Barrier] = [
    Barrier(tags: ["barrier": "bollard"], blocked: [.car]),
    Barrier(tags: ["barrier": "bollard", "bollard": "rising"], blocked: []),
    Barrier(tags: ["barrier": "gate"], blocked: []),
    Barrier(tags: ["barrier": "lift_gate", "access": "private"], blocked: []),
    Barrier(tags: ["barrier": "gate", "access": "no"], blocked: vehicles.union([.foot])),
    Barrier(tags: ["barrier": "gate", "access": "no", "foot": "yes"], blocked: vehicles),
    Barrier(tags: ["barrier": "gate", "locked": "yes"], blocked: vehicles.union([.foot])),
    Barrier(tags: ["barrier": "stile"], blocked: vehicles),
    Barrier(tags: ["barrier": "toll_booth"], blocked: []),
    Barrier(tags: ["barrier": "block", "motor_vehicle": "yes"], blocked: []),
    Barrier(tags: ["highway": "crossing", "bicycle": "no"], blocked: []),
  ]

  @Test("let through barriers whoever fits", arguments: samples)
  func barriers(_ barrier: Barrier) throws {
    var snippet = OSMSnippet(OSMSnippet.way(1, [1, 2, 3], ["highway": "residential"]))
    snippet.nodeTags[2] = barrier.tags
    #expect(try snippet.roads().barriers[1] ?? [] == barrier.blocked)
  }

  @Test("mark traffic lights")
  func signals() throws {
    var snippet = OSMSnippet(OSMSnippet.way(1, [1, 2, 3], ["highway": "residential"]))
    snippet.nodeTags[2] = ["highway": "traffic_signals"]
    snippet.nodeTags[3] = ["highway": "crossing", "crossing": "traffic_signals"]
    #expect(try snippet.roads().signals == [1, 2])
  }
}
