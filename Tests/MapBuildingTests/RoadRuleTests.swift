import FieldModel
import MapBuilding
import Quantities
import RoadNetwork
import Testing

@Suite("Rules for roads")
struct RoadRuleTests {
  @Test(
    "know what highway values are roads",
    arguments: [
      ("motorway_link", RoadClass.motorwayLink), ("road", .unclassified), ("bridleway", .path),
      ("living_street", .livingStreet), ("corridor", .footway),
    ])
  func classes(_ value: String, _ roadClass: RoadClass) {
    #expect(RoadClass(tags: ["highway": value]) == roadClass)
  }

  @Test(
    "leave out what nobody travels on",
    arguments: ["construction", "proposed", "platform", "raceway"])
  func noRoads(_ value: String) {
    #expect(RoadClass(tags: ["highway": value]) == nil)
  }

  @Test(
    "drive four fifths of what is posted, in every unit",
    arguments: [
      ("50", 400), ("30 mph", 385), ("10 knots", 148), ("CN:urban", 400), ("GB:nsl_single", 772),
      ("walk", 40), ("DE:zone:30", 240), ("60;40", 320), ("80 km/h", 640),
    ])
  func postedSpeed(_ text: String, _ speed: UInt16) throws {
    let road = try OSMSnippet.road(["highway": "primary", "maxspeed": text])
    #expect(abs(Int(road?.forward[.car]?.speed ?? 0) - Int(speed)) <= 3)
  }

  @Test("count speeds that cannot be understood and use the usual one")
  func unclearSpeed() throws {
    let tags: KeyValuePairs = ["highway": "primary", "maxspeed": "fast"]
    let result = try OSMSnippet(OSMSnippet.way(1, [1, 2], tags)).roadResult()
    #expect(result.draft.ways[0].forward[.car]?.speed == 650)
    #expect(
      result.diagnostics.contains { $0.code == "map-speed-not-understood" && $0.found == "1" })
  }

  @Test("use a limit for one direction only in that direction")
  func directedSpeed() throws {
    let road = try OSMSnippet.road([
      "highway": "primary", "maxspeed:forward": "100", "maxspeed:backward": "50",
    ])
    #expect(road?.forward[.car]?.speed == 800)
    #expect(road?.backward[.car]?.speed == 400)
  }

  @Test(
    "have speeds of their own for China, by class and road number",
    arguments: [
      ("motorway", "G2", 950), ("trunk", "", 650), ("primary", "G312", 550),
      ("tertiary", "S304", 450), ("unclassified", "X012", 380), ("residential", "", 220),
      ("unclassified", "C105", 280),
    ])
  func china(_ highway: String, _ ref: String, _ speed: UInt16) throws {
    let road = try OSMSnippet.road(
      ["highway": highway, "ref": ref], latitude: 33, longitude: 117)
    #expect(road?.forward[.car]?.speed == speed)
    let elsewhere = try OSMSnippet.road(["highway": "primary", "ref": "G312"])
    #expect(elsewhere?.forward[.car]?.speed == 650)
  }

  @Test("slow down on bad ground")
  func surface() throws {
    let road = try OSMSnippet.road(["highway": "tertiary", "surface": "mud"])
    #expect(road?.forward[.car]?.speed == 100)
  }

  @Test("make walkers walk and e-bikes keep to their 25 km/h")
  func slowModes() throws {
    let road = try OSMSnippet.road(["highway": "primary", "maxspeed": "80"])
    #expect(road?.forward[.foot]?.speed == 50)
    #expect(road?.forward[.eBike]?.speed == 220)
    #expect(road?.forward[.motorcycle]?.speed == 640)
    #expect(road?.forward[.bicycle]?.speed == 150)
  }

  @Test(
    "know every spelling of one-way",
    arguments: [
      ("yes", true, false), ("1", true, false), ("true", true, false), ("-1", false, true),
      ("reverse", false, true), ("no", true, true), ("alternating", true, true),
      ("reversible", false, false), ("nonsense", true, true),
    ])
  func oneway(_ value: String, _ forward: Bool, _ backward: Bool) throws {
    let road = try OSMSnippet.road(["highway": "residential", "oneway": value])
    #expect((road?.forward[.car] != nil) == forward)
    #expect((road?.backward[.car] != nil) == backward)
    #expect(road?.forward[.foot] != nil && road?.backward[.foot] != nil)
  }

  struct Implied: Sendable {
    var tags: KeyValuePairs<String, String>
    var isTwoWay: Bool
  }

  private static let implied: [Implied] = [
    Implied(tags: ["highway": "primary", "junction": "roundabout"], isTwoWay: false),
    Implied(tags: ["highway": "primary", "junction": "circular"], isTwoWay: false),
    Implied(tags: ["highway": "motorway"], isTwoWay: false),
    Implied(tags: ["highway": "motorway", "oneway": "no"], isTwoWay: true),
    Implied(tags: ["highway": "motorway_link"], isTwoWay: true),
  ]

  @Test("take roundabouts and motorways as one-way unless told otherwise", arguments: implied)
  func impliedOneway(_ implied: Implied) throws {
    let road = try OSMSnippet.road(implied.tags)
    #expect(road?.forward[.car] != nil)
    #expect((road?.backward[.car] != nil) == implied.isTwoWay)
  }

  @Test("let cyclists ride against the traffic where a sign or lane allows it")
  func contraflow() throws {
    for tags: KeyValuePairs in [
      ["highway": "residential", "oneway": "yes", "oneway:bicycle": "no"],
      ["highway": "residential", "oneway": "yes", "cycleway": "opposite_lane"],
    ] {
      let road = try OSMSnippet.road(tags)
      #expect(road?.backward[.eBike] != nil && road?.backward[.bicycle] != nil)
      #expect(road?.backward[.car] == nil && road?.backward[.motorcycle] == nil)
    }
  }

  @Test("mark roundabouts, bridges and tunnels")
  func shapes() throws {
    let ring = try OSMSnippet.road(["highway": "primary", "junction": "roundabout"])
    #expect(ring?.isRoundabout == true)
    let bridge = try OSMSnippet.road(["highway": "primary", "bridge": "viaduct", "tunnel": "no"])
    #expect(bridge?.isBridge == true && bridge?.isTunnel == false)
  }

  @Test(
    "understand how long a ferry takes",
    arguments: [
      ("00:40", 2400), ("1:05:30", 3930), ("25", 1500), ("PT1H30M", 5400), ("P1DT2H", 93_600),
    ])
  func ferry(_ text: String, _ seconds: Int32) throws {
    let road = try OSMSnippet.road(["route": "ferry", "duration": text])
    #expect(road?.roadClass == .ferry)
    #expect(road?.duration == Seconds(seconds))
  }

  @Test(
    "ignore durations that make no sense",
    arguments: ["", "soon", "-5", "99999:00", "PT", "1:2:3:4"])
  func ferryNonsense(_ text: String) throws {
    #expect(try OSMSnippet.road(["route": "ferry", "duration": text])?.duration == nil)
  }

  @Test(
    "know on which side traffic keeps",
    arguments: [
      (50.7, -1.3, true), (22.297, 114.17, true), (22.19, 113.545, true), (35.68, 139.7, true),
      (13.75, 100.5, true), (-33.87, 151.2, true), (28.6, 77.2, true), (53.35, -6.26, true),
      (22.54, 114.06, false), (22.48, 113.91, false), (31.2, 121.5, false), (29.65, 91.1, false),
      (50.72, 1.61, false), (49.64, -1.62, false), (43.1, 131.9, false), (17.96, 102.6, false),
      (25.03, 121.5, false), (43.7, 7.4, false),
    ])
  func drivingSide(_ latitude: Double, _ longitude: Double, _ isLeft: Bool) throws {
    let way = OSMSnippet.way(1, [1, 2], ["highway": "primary"])
    let roads = try OSMSnippet(way, latitude: latitude, longitude: longitude).roads()
    #expect(roads.drivesOnLeft == isLeft)
  }

  @Test("believe a driving_side tag more than the place")
  func drivingSideTag() throws {
    let way = OSMSnippet.way(1, [1, 2], ["highway": "primary", "driving_side": "left"])
    #expect(try OSMSnippet(way).roads().drivesOnLeft)
  }

  @Test("keep names in every language, the signposted one first, and the number")
  func names() throws {
    let road = try OSMSnippet.road([
      "highway": "primary", "name:zh_pinyin": "Midun Dao", "name:en": "Nathan Road",
      "name": "彌敦道 Nathan Road", "name:zh-Hans": "弥敦道", "name:left": "no", "ref": "5",
    ])
    #expect(road?.names.first == RoadDraft.Name(text: "彌敦道 Nathan Road"))
    #expect(road?.names.contains(RoadDraft.Name(language: "en", text: "Nathan Road")) == true)
    #expect(road?.names.contains(RoadDraft.Name(language: "zh-Hans", text: "弥敦道")) == true)
    #expect(
      road?.names.contains(RoadDraft.Name(language: "zh-Latn-pinyin", text: "Midun Dao")) == true)
    #expect(road?.names.count == 4)
    #expect(road?.reference == "5")
  }
}
