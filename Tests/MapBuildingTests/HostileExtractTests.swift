import FieldModel
import Quantities
import RoadNetwork
import Testing

@testable import MapBuilding

@Suite("Extracts that are broken or hostile")
struct HostileExtractTests {
  private func failure(_ bytes: [UInt8], _ name: String) -> MapExtractError? {
    do {
      _ = try MapReader.read(bytes, name: name)
      return nil
    } catch {
      return error
    }
  }

  @Test("are refused with the file's name and what to do")
  func refusals() throws {
    #expect(failure([], "a.osm")?.code == .empty)
    #expect(failure(Array("hello".utf8), "a.osm")?.code == .damaged)
    #expect(failure(Array("hello".utf8), "a.osm.pbf")?.code == .damaged)
    #expect(failure(Array("hello".utf8), "a.osm.gz")?.code == .damaged)
    #expect(failure(Array("hello".utf8), "a.xlsx")?.code == .unknownFormat)
    #expect(failure(Array("<osm version='0.6'></osm>".utf8), "a.osm")?.code == .empty)
    let error = try #require(failure(Array("<osm version='0.6'><no".utf8), "town.osm"))
    #expect(error.file == "town.osm" && !error.advice.isEmpty && !error.found.isEmpty)
  }

  @Test(
    "that are no local files are not opened",
    arguments: ["", "-", "/nowhere/at/all.osm.pbf", "http://127.0.0.1/a.osm", "/tmp"])
  func paths(_ path: String) {
    #expect(throws: MapExtractError.self) { try MapReader.read(path: path) }
  }

  @Test("cut short anywhere give an error or a smaller map, never a crash")
  func truncated() throws {
    let extract = TownGenerator(seed: 2, size: 60).extract()
    for (name, bytes) in [
      ("a.osm", OSMXMLWriter(extract).bytes()), ("a.osm.gz", OSMXMLWriter(extract).gzipped()),
    ] {
      for part in 0..<24 {
        let error = failure(Array(bytes.prefix(bytes.count * part / 24)), name)
        #expect(error?.code == .damaged || (part == 0 && error?.code == .empty))
      }
    }
  }

  @Test("with bytes changed at random never crash")
  func mutated() throws {
    let extract = TownGenerator(seed: 2, size: 30).extract()
    let bytes = OSMXMLWriter(extract).bytes()
    var chance = SeededGenerator(seed: 99)
    for _ in 0..<60 {
      var broken = bytes
      for _ in 0..<3 { broken[chance.below(broken.count)] = UInt8(chance.below(256)) }
      if let readBack = try? MapReader.read(broken, name: "a.osm") {
        DraftCheck.expectSound(MapBuilder().roadDraft(from: readBack).draft)
        _ = MapBuilder().placeDraft(from: readBack)
      }
    }
  }

  @Test("real ones cut short say so")
  func truncatedPBF() throws {
    guard let path = MapFiles.path(ofShared: "helsinki-centre.osm.pbf") else {
      return MapFiles.reportAbsent("helsinki-centre.osm.pbf")
    }
    let bytes = try #require(MapFiles.bytes(path))
    for part in [1, 3, 7] {
      #expect(failure(Array(bytes.prefix(bytes.count * part / 8)), "a.osm.pbf")?.code == .damaged)
    }
  }

  @Test("drop nodes off the earth and count them")
  func offTheEarth() throws {
    let body =
      "<node id='20' lat='95.0' lon='8.0'/>"
      + OSMSnippet.way(1, [1, 2, 20, 3, 5], ["highway": "primary"])
    let result = try OSMSnippet(body).roadResult()
    #expect(result.draft.ways.map(\.nodes.count) == [2, 2])
    #expect(result.diagnostics.contains { $0.code == "map-node-missing" })
  }

  @Test("may name nodes that are not there; the road is cut at the gap")
  func missingNodes() throws {
    let body = OSMSnippet.way(1, [1, 2, 404, 3, 6, 405], ["highway": "primary"])
    let result = try OSMSnippet(body).roadResult()
    #expect(result.draft.ways.map(\.nodes) == [[0, 1], [2, 3]])
    #expect(result.diagnostics.contains { $0.code == "map-node-missing" && $0.found == "2" })
  }

  @Test("may write a two-way street there and back")
  func thereAndBack() throws {
    let body = OSMSnippet.way(1, [1, 2, 1], ["highway": "primary", "oneway": "no"])
    let road = try #require(try OSMSnippet(body).roads().ways.first)
    #expect(road.nodes == [0, 1])
    #expect(road.forward[.car] != nil && road.backward[.car] != nil)
  }

  @Test("larger than the limits are refused")
  func limits() throws {
    var filter = FeatureFilter.standard
    filter.limits.nodes = 3
    let body = OSMSnippet.way(1, [1, 2, 3, 4, 5], ["highway": "primary"])
    #expect {
      try MapReader.read(OSMSnippet(body).bytes, name: "a.osm", filter: filter)
    } throws: { error in
      (error as? MapExtractError)?.code == .tooLarge
    }
  }

  @Test("with a relation of very many members are bounded")
  func relationBomb() throws {
    let members = (0..<30_000).map { _ in ("way", 1, "outer") }
    let body =
      OSMSnippet.way(1, [1, 2, 5, 4, 1], ["highway": "primary"])
      + OSMSnippet.relation(1, members, ["type": "multipolygon", "natural": "water"])
    let result = try OSMSnippet(body).roadResult()
    #expect(result.diagnostics.contains { $0.code == "map-relation-too-long" })
    #expect(result.draft.scenery.isEmpty)
  }

  @Test("may repeat ids, name a way's node twice, and close on themselves")
  func oddities() throws {
    let body =
      "<node id='1' lat='48.5' lon='8.5'/>"
      + OSMSnippet.way(1, [1, 1, 2, 2], ["highway": "primary"])
      + OSMSnippet.way(1, [3], ["highway": "primary"])
      + OSMSnippet.way(2, [3, 3, 3], ["highway": "primary"])
      + OSMSnippet.way(3, [], ["highway": "primary"])
    let roads = try OSMSnippet(body).roads()
    #expect(roads.ways.map(\.nodes) == [[0, 1]])
  }
}

@Suite("Extracts made to do harm")
struct HarmfulExtractTests {
  @Test("with a way of ten million nodes are read, and the way is left out and counted")
  func endlessWay() throws {
    let thousand = Array(repeating: "<nd ref='1'/><nd ref='2'/>", count: 500).joined()
    let references = Array(thousand.utf8)
    var bytes = Array(
      ("<?xml version='1.0'?><osm version='0.6'><node id='1' lat='48' lon='8'/>"
        + "<node id='2' lat='48.001' lon='8'/><node id='3' lat='48.002' lon='8'/>").utf8)
    bytes.reserveCapacity(references.count * 10_000 + 10_000)
    bytes += Array("<way id='1'>".utf8)
    for _ in 0..<10_000 { bytes += references }
    bytes += Array("<tag k='highway' v='primary'/></way>".utf8)
    bytes += Array(OSMSnippet.way(2, [2, 3], ["highway": "primary"]).utf8)
    bytes += Array("</osm>".utf8)
    let extract = try MapReader.read(bytes, name: "a.osm")
    #expect(extract.way(0).nodes.count == 10_000_000)
    let result = MapBuilder(modes: [.car]).roadDraft(from: extract)
    #expect(result.draft.ways.count == 1 && result.draft.nodes.count == 2)
    #expect(result.diagnostics.contains { $0.code == "map-way-too-long" && $0.found == "1" })
    var filter = FeatureFilter.standard
    filter.limits.references = 1_000_000
    #expect {
      try MapReader.read(bytes, name: "a.osm", filter: filter)
    } throws: { error in
      (error as? MapExtractError)?.code == .tooLarge
    }
  }

  @Test("with a restriction of a hundred thousand members leave it out and count it")
  func endlessRestriction() throws {
    let members = (0..<100_000).map { ("way", 1 + $0 % 2, "from") }
    let body =
      OSMSnippet.way(1, [1, 2], ["highway": "primary"])
      + OSMSnippet.way(2, [2, 3], ["highway": "primary"])
      + OSMSnippet.relation(1, members, ["type": "restriction", "restriction": "no_entry"])
    let extract = try OSMSnippet(body).extract()
    let result = MapBuilder().roadDraft(from: extract)
    #expect(result.draft.restrictions.isEmpty)
    #expect(
      result.diagnostics.contains { $0.code == "map-relation-too-long" && $0.found == "1" })
    var filter = FeatureFilter.standard
    filter.limits.members = 1000
    #expect {
      try MapReader.read(OSMSnippet(body).bytes, name: "a.osm", filter: filter)
    } throws: { error in
      (error as? MapExtractError)?.code == .tooLarge
    }
  }

  @Test("with relations that hold themselves or each other are read")
  func circles() throws {
    let rule: KeyValuePairs = ["type": "restriction", "restriction": "no_left_turn"]
    let area: KeyValuePairs = ["type": "multipolygon", "natural": "water"]
    let body =
      OSMSnippet.way(1, [1, 2], ["highway": "primary"])
      + OSMSnippet.relation(
        1, [("relation", 1, "via"), ("way", 1, "from"), ("way", 1, "to")], rule)
      + OSMSnippet.relation(2, [("relation", 3, "outer"), ("relation", 2, "inner")], area)
      + OSMSnippet.relation(3, [("relation", 2, "outer"), ("way", 1, "outer")], area)
      + OSMSnippet.relation(
        4, [("way", 1, "from"), ("way", 1, "via"), ("way", 1, "to")], rule)
    let result = try OSMSnippet(body).roadResult()
    DraftCheck.expectSound(result.draft)
    #expect(result.diagnostics.contains { $0.code == "map-restriction-incomplete" })
    _ = try RoadFileBuilder.build(result.draft)
  }

  @Test("with positions beyond the earth lose those nodes only")
  func beyondTheEarth() throws {
    let places = [
      "lat='91' lon='8'", "lat='-90.1' lon='8'", "lat='48' lon='180.1'",
      "lat='1e300' lon='8'", "lat='nan' lon='8'", "lat='' lon=''", "",
    ]
    for (index, place) in places.enumerated() {
      let body =
        "<node id='20' \(place)/>" + OSMSnippet.way(1, [1, 20, 2, 3], ["highway": "primary"])
      do {
        let result = try OSMSnippet(body).roadResult()
        DraftCheck.expectSound(result.draft)
        // Of numbers far beyond a double's reach libosmium makes a place on the equator.
        if place.contains("e300") { continue }
        #expect(result.draft.ways.map(\.nodes) == [[1, 2]], "\(index)")
        #expect(result.diagnostics.contains { $0.code == "map-node-missing" })
      } catch let error as MapExtractError {
        // What is no number at all makes the file a broken one.
        #expect(error.code == .damaged, "\(index): \(error)")
      }
    }
  }

  @Test("with the same id many times keep one of them, always the same")
  func manyTwins() throws {
    let nodes = (0..<500).map { "<node id='1' lat='48.\(500 - $0)' lon='8'/>" }.joined()
    let ways = (0..<500).map {
      OSMSnippet.way(7, [1, 2 + $0 % 3], ["highway": "primary", "name": "\($0)"])
    }.joined()
    let relations = (0..<300).map { _ in
      OSMSnippet.relation(
        1, [("way", 7, "from"), ("node", 1, "via"), ("way", 7, "to")],
        ["type": "restriction", "restriction": "no_u_turn"])
    }.joined()
    let first = try OSMSnippet(nodes + ways + relations).roads()
    let second = try OSMSnippet(nodes + ways + relations).roads()
    #expect(first.nodes == second.nodes && first.ways.count == second.ways.count)
    #expect(first.restrictions.count == second.restrictions.count)
    DraftCheck.expectSound(first)
    // The first of the ways is the road; the others are counted.
    #expect(first.ways.count == 1 && first.ways[0].names.map(\.text) == ["0"])
    let result = try OSMSnippet(nodes + ways + relations).roadResult()
    #expect(result.diagnostics.contains { $0.code == "map-way-repeated" && $0.found == "499" })
    _ = try RoadFileBuilder.build(first)
  }

  @Test("with thousands of roads heaped on one junction keep a hundred, so that turns stay few")
  func heap() throws {
    let ways = (0..<5000).map { OSMSnippet.way($0, [1, 2 + $0 % 8], ["highway": "primary"]) }
    let knot = OSMSnippet.way(
      9000, (0..<3000).map { 1 + $0 % 2 }, ["highway": "primary", "oneway": "yes"])
    let result = try OSMSnippet(ways.joined() + knot).roadResult()
    #expect(result.draft.ways.count == RoadCollector.mostRoadsAtNode)
    #expect(
      result.diagnostics.contains { $0.code == "map-junction-too-large" && $0.found == "4901" })
  }

  @Test("with absurdly long tags are refused or read, never worse")
  func longTags() throws {
    let long = String(repeating: "高", count: 200_000)
    for tags: KeyValuePairs in [
      ["highway": "primary", "name": long], ["highway": long], [long: "primary"],
      ["highway": "primary", "maxspeed": String(repeating: "9", count: 900)],
      ["highway": "primary", "maxspeed": String(repeating: "50;", count: 300)],
      ["highway": "primary", "access": String(repeating: "no;", count: 300)],
      ["route": "ferry", "duration": "P" + String(repeating: "9", count: 900) + "D"],
      ["route": "ferry", "duration": String(repeating: "9", count: 900) + ":00"],
      ["highway": "primary", "ref": String(repeating: "G312;", count: 200)],
      ["highway": "primary", "access:conditional": String(repeating: "(", count: 900) + "@"],
      ["highway": "primary", "vehicle:conditional": String(repeating: "no@(Mo);", count: 120)],
    ] {
      let body = OSMSnippet.way(1, [1, 2], tags) + OSMSnippet.way(2, [2, 3], ["highway": "path"])
      do {
        let draft = try OSMSnippet(body).roads()
        #expect(draft.ways.contains { $0.roadClass == .path })
        DraftCheck.expectSound(draft)
      } catch let error as MapExtractError {
        #expect(error.code == .damaged)
      }
    }
  }

  @Test("of a real place with bits flipped never crash, and build a map or give an error")
  func flippedBits() throws {
    guard let path = MapFiles.path(ofShared: "helsinki-centre.osm.pbf") else {
      return MapFiles.reportAbsent("helsinki-centre.osm.pbf")
    }
    let bytes = try #require(MapFiles.bytes(path))
    var chance = SeededGenerator(seed: 31)
    var (refused, read) = (0, 0)
    for round in 0..<40 {
      var broken = bytes
      for _ in 0...round % 4 {
        // Block headers lie at the front of the file as well as between the compressed pieces.
        let reach = round % 2 == 0 ? 400 : broken.count
        broken[chance.below(reach)] ^= 1 << UInt8(chance.below(8))
      }
      do {
        let extract = try MapReader.read(broken, name: "a.osm.pbf")
        read += 1
        if read <= 2 {
          DraftCheck.expectSound(MapBuilder(modes: [.car]).roadDraft(from: extract).draft)
        }
      } catch {
        refused += 1
        #expect(!error.found.isEmpty)
      }
    }
    #expect(refused > 10, "\(refused) refused, \(read) read")
  }
}
