import FieldModel
import MapBuilding
import Quantities
import RoadNetwork
import Testing

@Suite("Travel profiles")
struct TravelProfileTests {
  private func text(_ mode: TravelMode) throws -> String {
    let file = try #require(TravelProfile.bundledFiles.first { $0.mode == mode })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// What the reader says of a bundled profile with one change.
  private func remarks(
    _ mode: TravelMode = .car, replacing found: String, with other: String
  ) throws -> [Diagnostic] {
    let text = try text(mode)
    try #require(text.contains(found), "\(found)")
    let read = TravelProfileFile.read(Array(text.replacing(found, with: other).utf8))
    #expect((read.profile == nil) == !read.diagnostics.isEmpty)
    return read.diagnostics
  }

  @Test("come with the program for every mode, without a fault", arguments: TravelMode.allCases)
  func bundled(_ mode: TravelMode) throws {
    let (profile, diagnostics) = TravelProfileFile.read(Array(try text(mode).utf8))
    #expect(diagnostics.isEmpty)
    #expect(profile == TravelProfile.bundled(mode))
    #expect(profile?.mode == mode)
    #expect(profile?.speed.regions[.generic]?.roads.count == 20)
  }

  @Test("hold what OSRM and the law say of a car and an e-bike")
  func numbers() {
    let car = TravelProfile.bundled(.car)
    #expect(
      car.turns == TurnCosts(sharpest: 750, bias: 1075, crossing: 200, uTurn: 2000, signal: 200))
    #expect(car.speed.regions[.generic]?.roads[.motorway] == 900)
    #expect(car.speed.regions[.china]?.roads[.motorway] == 950)
    #expect(car.speed.postedShare == 80)
    let eBike = TravelProfile.bundled(.eBike)
    #expect(eBike.speed.top == 250)
    #expect(eBike.access.roads[.motorway] == .closed && eBike.access.roads[.cycleway] == .open)
    #expect(eBike.access.expressways == .closed)
    #expect(eBike.access.expresswayWords == ["高速", "高架", "快速路"])
  }

  @Test("name the line of what is not known, and what is")
  func unknownKeys() throws {
    let key = try #require(
      try remarks(replacing: "  pushing: 4 km/h", with: "  pushing: 4 km/h\n  fastest: 9 km/h")
        .first)
    #expect(key.code == "unknown-key" && key.field == "speed.fastest")
    let line = try text(.car).split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.hasPrefix("  pushing: 4") }
    #expect(key.line == line.map { $0 + 2 })
    let tag = try #require(
      try remarks(replacing: "[motorcar, motor_vehicle, vehicle, access]", with: "[motor_car]")
        .first)
    #expect(tag.code == "unknown-value" && tag.found == "motor_car")
    #expect(tag.advice.contains("motorcar"))
    let mode = try #require(try remarks(replacing: "mode: car", with: "mode: tank").first)
    #expect(mode.code == "unknown-value" && mode.advice.contains("e-bike"))
    let use = try #require(try remarks(replacing: "use: replace", with: "use: maybe").first)
    #expect(use.code == "unknown-value" && use.advice == "replace lower ignore")
  }

  @Test(
    "refuse quantities without a unit, with another one, or beyond reason",
    arguments: [
      ("primary: 65 km/h", "primary: 65", "wrong-unit", "1…200 km/h"),
      ("primary: 65 km/h", "primary: 40 mph", "wrong-unit", "1…200 km/h"),
      ("primary: 65 km/h", "primary: fast", "not-a-number", "1…200 km/h"),
      ("primary: 65 km/h", "primary: 0 km/h", "out-of-range", "1…200 km/h"),
      ("primary: 65 km/h", "primary: 1e9 km/h", "wrong-unit", "1…200 km/h"),
      ("primary: 65 km/h", "primary: 99999999999999999999 km/h", "out-of-range", "1…200 km/h"),
      ("primary: 65 km/h", "primary: -65 km/h", "out-of-range", "1…200 km/h"),
      ("u_turn: 20 s", "u_turn: 20 min", "wrong-unit", "0…3600 s"),
      ("u_turn: 20 s", "u_turn: 2 h", "wrong-unit", "0…3600 s"),
      ("u_turn: 20 s", "u_turn: 7200 s", "out-of-range", "0…3600 s"),
      ("share: 80 %", "share: 0.8", "wrong-unit", "10…150 %"),
      ("share: 80 %", "share: 800 %", "out-of-range", "10…150 %"),
      ("bias: 1.075", "bias: 0", "out-of-range", "0.25…4"),
      ("bias: 1.075", "bias: 1.075 s", "wrong-unit", "0.25…4"),
      ("unlimited: 110 km/h", "unlimited: 110km", "wrong-unit", "1…200 km/h"),
    ])
  func quantities(_ found: String, _ other: String, _ code: String, _ advice: String) throws {
    let all = try remarks(replacing: found, with: other)
    let remark = try #require(all.first)
    #expect(remark.code == code && remark.advice == advice && remark.line != nil)
    #expect(all.allSatisfy { $0.code == code })
  }

  @Test("want every road class once")
  func roadClasses() throws {
    let missing = try remarks(replacing: "        tertiary: 40 km/h\n", with: "")
    #expect(missing.map(\.field) == ["speed.regions.generic.roads.tertiary"])
    #expect(missing.map(\.code) == ["missing-key"])
    let without = try remarks(replacing: "ends_only: [track]", with: "ends_only: []")
    #expect(without.map(\.code) == ["missing-key"])
    let twice = try remarks(replacing: "ends_only: [track]", with: "ends_only: [track, service]")
    #expect(twice.map(\.code) == ["duplicate-entry"])
    #expect(twice.map(\.found) == ["service"])
    let odd = try remarks(replacing: "ends_only: [track]", with: "ends_only: [track, canal]")
    #expect(odd.map(\.found) == ["canal"])
  }

  @Test("want one kind of barrier list, and every section")
  func sections() throws {
    let both = try remarks(
      .foot, replacing: "  blocked_by:", with: "  passes: [gate]\n  blocked_by:")
    #expect(both.map(\.code) == ["duplicate-entry"])
    let none = try remarks(replacing: "ferries:\n", with: "boats:\n")
    #expect(none.map(\.code).sorted() == ["missing-key", "unknown-key"])
  }

  @Test("that are no profiles at all are refused with one remark")
  func noProfiles() {
    for (text, code) in [
      ("", "not-a-mapping"), ("[1, 2]", "not-a-mapping"),
      ("format: rounds-policy-pack", "wrong-format"),
      ("format: rounds-travel-profile\nversion: 2", "unknown-version"), ("a: [", "not-yaml"),
      (String(repeating: "[", count: 5000), "nested-too-deeply"),
    ] {
      let read = TravelProfileFile.read(Array(text.utf8))
      #expect(
        read.profile == nil && read.diagnostics.map(\.code) == [code],
        "\(text.prefix(40)): \(read.diagnostics)")
    }
    #expect(TravelProfileFile.read([0xFF, 0xFE]).diagnostics.map(\.code) == ["not-utf-8"])
  }

  @Test("with bytes changed at random never crash")
  func mutated() throws {
    var chance = SeededGenerator(seed: 5)
    let bytes = Array(try text(.eBike).utf8)
    for _ in 0..<200 {
      var broken = bytes
      for _ in 0..<2 { broken[chance.below(broken.count)] = UInt8(32 + chance.below(96)) }
      let read = TravelProfileFile.read(broken)
      #expect((read.profile == nil) == !read.diagnostics.isEmpty)
    }
  }

  @Test("change the map that is built: access, speeds, barriers, turns and restrictions")
  func changed() throws {
    let text = try text(.eBike)
      .replacing("        cycleway: 22 km/h", with: "        cycleway: 9.5 km/h")
      .replacing("ends_only: []", with: "ends_only: [track]").replacing(
        " track, cycleway", with: " cycleway"
      )
      .replacing("u_turn: 10 s", with: "u_turn: 30 s")
      .replacing("general: true", with: "general: false")
      .replacing(", motorcycle_barrier]", with: "]")
    let profile = try #require(TravelProfileFile.read(Array(text.utf8)).profile)
    let body =
      OSMSnippet.way(1, [1, 2], ["highway": "cycleway"])
      + OSMSnippet.way(2, [2, 3], ["highway": "track"])
      + OSMSnippet.relation(
        1, [("way", 1, "from"), ("node", 2, "via"), ("way", 2, "to")],
        ["type": "restriction", "restriction": "no_left_turn"])
    var snippet = OSMSnippet(body)
    snippet.nodeTags[3] = ["barrier": "motorcycle_barrier"]
    let draft = MapBuilder(profiles: [profile]).roadDraft(from: try snippet.extract()).draft
    #expect(draft.ways[0].forward == [.eBike: RoadDraft.Permission(speed: 95)])
    #expect(draft.ways[1].forward[.eBike]?.endsOnly == true)
    #expect(draft.turnCosts[.eBike]?.uTurn == 3000 && draft.turnCosts.count == 1)
    #expect(draft.restrictions.isEmpty)
    #expect(draft.barriers == [2: [.eBike]])
  }
}
