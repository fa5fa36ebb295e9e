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
