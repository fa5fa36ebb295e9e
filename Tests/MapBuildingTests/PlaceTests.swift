import FieldModel
import Gazetteer
import MapBuilding
import Quantities
import RoadNetwork
import Testing

@Suite("Places, streets and houses")
struct PlaceTests {
  @Test("take house numbers from nodes and from the middle of buildings")
  func houses() throws {
    var snippet = OSMSnippet(
      OSMSnippet.way(
        1, [1, 2, 5, 4, 1],
        [
          "building": "yes", "addr:housenumber": "12A", "addr:street": "High Street",
          "addr:postcode": "PO30 1AA",
        ]))
    snippet.nodeTags[9] = ["addr:housenumber": "3;5", "addr:place": "张家村"]
    let draft = try snippet.places()
    #expect(draft.houses.map(\.number) == ["3", "5", "12A"])
    #expect(draft.houses[0].street == "张家村" && draft.houses[0].place == "张家村")
    #expect(
      draft.houses[2].coordinate.metres(
        to: Coordinate(latitude: 480_005_000, longitude: 80_005_000)) < 2)
    #expect(draft.places.contains { $0.kind == .postcode && $0.names[0].text == "PO30 1AA" })
  }

  @Test("take a block's Chinese number for its house number, and its compound from where it stands")
  func chineseBlocks() throws {
    let body =
      OSMSnippet.way(1, [1, 3, 9, 7, 1], ["landuse": "residential", "name": "锦绣花园"])
      + "<node id='21' lat='48.0004' lon='8.0004'/><node id='22' lat='48.0004' lon='8.0006'/>"
      + "<node id='23' lat='48.0006' lon='8.0006'/>"
      + OSMSnippet.way(2, [21, 22, 23, 21], ["building": "apartments", "name": "3号楼"])
    let draft = try OSMSnippet(body).places()
    #expect(draft.houses.map(\.number) == ["3号楼"])
    #expect(draft.houses.first?.street == "锦绣花园")
    #expect(!draft.places.contains { $0.kind == .landmark })
  }

  @Test("make compounds of named residential grounds, entered at their gates")
  func compounds() throws {
    var snippet = OSMSnippet(
      OSMSnippet.way(1, [1, 2, 3, 6, 9, 7, 1], ["landuse": "residential", "name": "阳光小区"])
        + OSMSnippet.way(2, [2, 5], ["highway": "service"]))
    snippet.nodeTags[6] = ["barrier": "lift_gate"]
    let compound = try #require(try snippet.places().places.first { $0.kind == .compound })
    #expect(compound.entrances == [Coordinate(latitude: 480_010_000, longitude: 80_020_000)])
    #expect(compound.outline.count == 7)
    snippet.nodeTags[6] = [:]
    let open = try #require(try snippet.places().places.first { $0.kind == .compound })
    #expect(open.entrances == [Coordinate(latitude: 480_000_000, longitude: 80_010_000)])
  }

  @Test("join the pieces of a street, but not its namesake in the next town")
  func streets() throws {
    let far =
      "<node id='31' lat='48.2' lon='8.2'/><node id='32' lat='48.201' lon='8.2'/>"
      + OSMSnippet.way(3, [31, 32], ["highway": "residential", "name": "人民路"])
    let body =
      OSMSnippet.way(
        1, [1, 2], ["highway": "residential", "name": "人民路", "name:en": "Renmin Road"])
      + OSMSnippet.way(2, [2, 3], ["highway": "primary", "name": "人民路"]) + far
    let draft = try OSMSnippet(body).places()
    #expect(draft.streets.map(\.lines.count) == [2, 1])
    #expect(draft.streets[0].names.contains(PlaceDraft.Name(language: "en", text: "Renmin Road")))
  }

  @Test("give a settlement the outline of the border that names its node")
  func borders() throws {
    var snippet = OSMSnippet(
      OSMSnippet.way(1, [1, 3, 9], ["boundary": "administrative"])
        + OSMSnippet.way(2, [9, 7, 1], ["boundary": "administrative"])
        + OSMSnippet.relation(
          1, [("way", 1, "outer"), ("way", 2, "outer"), ("node", 5, "admin_centre")],
          ["type": "boundary", "boundary": "administrative", "admin_level": "8", "name": "清溪"]))
    snippet.nodeTags[5] = ["place": "town", "name": "清溪", "alt_name": "溪城;清河"]
    let places = try snippet.places().places
    #expect(places.count == 1)
    #expect(places[0].outline.count == 5)
    #expect(places[0].names.map(\.text) == ["清溪", "溪城", "清河"])
    let labels = try snippet.roads().labels
    #expect(labels.map(\.rank) == [1])
  }
}

@Suite("Scenery")
struct SceneryTests {
  @Test("puts holes into the area they lie in")
  func holes() throws {
    let body =
      "<node id='41' lat='48.0008' lon='8.0008'/><node id='42' lat='48.0008' lon='8.0012'/>"
      + "<node id='43' lat='48.0012' lon='8.0012'/>"
      + OSMSnippet.way(1, [1, 3, 9], [:]) + OSMSnippet.way(2, [1, 7, 9], [:])
      + OSMSnippet.way(3, [41, 42, 43, 41], [:])
      + OSMSnippet.way(4, [1, 2], ["highway": "primary"])
      + OSMSnippet.relation(
        1, [("way", 1, "outer"), ("way", 2, "outer"), ("way", 3, "inner")],
        ["type": "multipolygon", "natural": "water", "name": "湖"])
    let scenery = try OSMSnippet(body).roads().scenery
    #expect(scenery.count == 1)
    #expect(scenery[0].kind == .water && scenery[0].name == "湖")
    #expect(scenery[0].rings.map(\.count) == [5, 4])
  }

  @Test("joins the pieces of a coast and counts areas that do not close")
  func coast() throws {
    let body =
      OSMSnippet.way(1, [1, 2], ["natural": "coastline"])
      + OSMSnippet.way(2, [2, 3, 6], ["natural": "coastline"])
      + OSMSnippet.way(3, [1, 4, 7], [:])
      + OSMSnippet.relation(
        1, [("way", 3, "outer")], ["type": "multipolygon", "landuse": "forest"])
    let result = try OSMSnippet(body).roadResult()
    #expect(result.draft.scenery.map(\.kind) == [.coastline])
    #expect(result.draft.scenery[0].rings.map(\.count) == [4])
    #expect(result.diagnostics.contains { $0.code == "map-area-not-closed" })
  }
}
