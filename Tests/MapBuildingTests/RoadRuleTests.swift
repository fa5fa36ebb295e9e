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

  @Test("listen to the one-way tag closest to the mode")
  func ownOneway() throws {
    let road = try OSMSnippet.road([
      "highway": "residential", "oneway": "yes", "oneway:motorcycle": "no",
      "oneway:moped": "-1", "oneway:foot": "yes",
    ])
    #expect(road?.backward[.motorcycle] != nil && road?.forward[.motorcycle] != nil)
    #expect(road?.backward[.eBike] != nil && road?.forward[.eBike] == nil)
    #expect(road?.backward[.bicycle] == nil && road?.backward[.car] == nil)
    #expect(road?.forward[.foot] != nil && road?.backward[.foot] == nil)
    let motors = try OSMSnippet.road(["highway": "residential", "oneway:motor_vehicle": "yes"])
    #expect(motors?.backward[.car] == nil && motors?.backward[.motorcycle] == nil)
    #expect(motors?.backward[.bicycle] != nil)
  }

  struct Lane: Sendable {
    var tags: KeyValuePairs<String, String>
    var isOpen: Bool
  }

  private static let lanes: [Lane] = [
    Lane(tags: ["cycleway": "opposite"], isOpen: true),
    Lane(tags: ["cycleway": "opposite_track"], isOpen: true),
    Lane(tags: ["cycleway:left": "lane", "cycleway:left:oneway": "-1"], isOpen: true),
    Lane(tags: ["cycleway:right": "track", "cycleway:right:oneway": "no"], isOpen: true),
    Lane(tags: ["cycleway:both": "lane", "cycleway:both:oneway": "no"], isOpen: true),
    Lane(tags: ["cycleway:left": "lane", "cycleway:left:oneway": "yes"], isOpen: false),
    Lane(tags: ["cycleway:left": "no", "cycleway:left:oneway": "-1"], isOpen: false),
    Lane(tags: ["cycleway:left": "separate", "cycleway:left:oneway": "-1"], isOpen: false),
    Lane(tags: ["cycleway": "lane"], isOpen: false),
  ]

  @Test("let cyclists against the traffic on lanes that lead there", arguments: lanes)
  func contraflowByLane(_ lane: Lane) throws {
    let way =
      "<way id='1'><nd ref='1'/><nd ref='2'/>"
      + OSMSnippet.tags(["highway": "residential", "oneway": "yes"])
      + OSMSnippet.tags(lane.tags) + "</way>"
    let road = try #require(try OSMSnippet(way).roads().ways.first)
    #expect((road.backward[.bicycle] != nil) == lane.isOpen)
    #expect((road.backward[.eBike] != nil) == lane.isOpen)
    #expect(road.backward[.car] == nil && road.forward[.bicycle] != nil)
  }

  struct Posted: Sendable {
    var tags: KeyValuePairs<String, String>
    var car: UInt16
    var motorcycle: UInt16
  }

  private static let posted: [Posted] = [
    Posted(tags: ["maxspeed": "60", "maxspeed:motorcycle": "40"], car: 480, motorcycle: 320),
    Posted(tags: ["maxspeed": "60", "maxspeed:motorcar": "50"], car: 400, motorcycle: 480),
    Posted(tags: ["maxspeed": "60", "maxspeed:advisory": "30"], car: 240, motorcycle: 240),
    Posted(tags: ["maxspeed": "60", "maxspeed:forward": "30"], car: 240, motorcycle: 240),
    Posted(
      tags: ["maxspeed": "60", "maxspeed:motorcycle:forward": "30"], car: 480, motorcycle: 240),
    Posted(tags: ["maxspeed": "fast", "source:maxspeed": "CN:urban"], car: 400, motorcycle: 400),
    Posted(tags: ["maxspeed:type": "cn:urban"], car: 400, motorcycle: 400),
    Posted(tags: ["zone:maxspeed": "DE:30"], car: 240, motorcycle: 240),
    Posted(tags: ["source:maxspeed": "sign"], car: 650, motorcycle: 650),
    Posted(tags: ["maxspeed": "none"], car: 1100, motorcycle: 800),
    Posted(tags: ["maxspeed": "WALK"], car: 40, motorcycle: 40),
    Posted(tags: ["smoothness": "bad"], car: 400, motorcycle: 400),
  ]

  @Test("take the limit closest to the mode and direction", arguments: posted)
  func postedByMode(_ sample: Posted) throws {
    let way =
      "<way id='1'><nd ref='1'/><nd ref='2'/>" + OSMSnippet.tags(["highway": "primary"])
      + OSMSnippet.tags(sample.tags) + "</way>"
    let road = try #require(try OSMSnippet(way).roads().ways.first)
    #expect(road.forward[.car]?.speed == sample.car)
    #expect(road.forward[.motorcycle]?.speed == sample.motorcycle)
    #expect(road.forward[.foot]?.speed == 50)
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

  @Test("turn right on each side of the borders of Hong Kong and Macau within one map")
  func borders() throws {
    func node(_ id: Int, _ latitude: Double, _ longitude: Double) -> String {
      "<node id='\(id)' lat='\(latitude)' lon='\(longitude)'/>"
    }
    // Futian, Luohu, Shekou and Gongbei; Sheung Shui, Yuen Long, Central and the Macau peninsula.
    let places = [
      (22.54, 114.06), (22.545, 114.12), (22.485, 113.91), (22.222, 113.55),
      (22.505, 114.125), (22.445, 114.025), (22.28, 114.16), (22.19, 113.545),
    ]
    var body = ""
    for (index, place) in places.enumerated() {
      let id = 100 + index * 2
      body += node(id, place.0, place.1) + node(id + 1, place.0 + 0.001, place.1)
      body += OSMSnippet.way(index + 1, [id, id + 1], ["highway": "residential"])
    }
    let roads = try OSMSnippet(body, latitude: 22.6, longitude: 114).roads()
    #expect(roads.ways.map(\.drivesOnLeft) == [false, false, false, false, true, true, true, true])
  }

  @Test("let one street keep to another side than the rest")
  func odd() throws {
    let body =
      (1...19).map { OSMSnippet.way($0, [1, 2], ["highway": "residential"]) }.joined()
      + OSMSnippet.way(20, [2, 3], ["highway": "primary", "driving_side": "left"])
    let roads = try OSMSnippet(body).roads()
    #expect(!roads.drivesOnLeft)
    #expect(roads.ways.map(\.drivesOnLeft) == Array(repeating: false, count: 19) + [true])
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
