import Foundation
import Testing

@Suite("Questions to the roads")
struct RoadCommandTests {
  private static let here = "39.005,83.495"
  private static let there = "39.02,83.505"

  private static let places = """
    id,lat,lon
    a,39.005,83.495
    b,39.02,83.505
    "c,1",39.01,83.50
    far,12,1

    """

  @Test("a way is told turn by turn, and its parts add up")
  func route() throws {
    let office = try Office.located()
    let way = try office.json("map route \(Self.here) \(Self.there) \(Self.here)")
    let legs = way["legs"].list
    #expect(legs.count == 2)
    for leg in legs {
      let steps = leg["steps"].list
      #expect(steps.count > 2)
      #expect(
        steps.reduce(0) { $0 + ($1["durationSeconds"].number ?? 0) }
          == leg["durationSeconds"].number)
      #expect(steps.first?["text"].text?.hasPrefix("Go ") == true)
      #expect(steps.last?["text"].text?.hasPrefix("Arrive") == true)
    }
    #expect(
      legs.reduce(0) { $0 + ($1["durationSeconds"].number ?? 0) } == way["durationSeconds"].number)
    let walk = try office.json("map route \(Self.here) \(Self.there) --mode foot")
    #expect((walk["durationSeconds"].number ?? 0) > (legs[0]["durationSeconds"].number ?? .max))
    let turned = try office.json("map route 83.495,39.005 83.505,39.02 --lon-lat")
    #expect(turned["durationSeconds"].number == legs[0]["durationSeconds"].number)
  }

  @Test("a map file is asked without a workspace, and gives the same answer")
  func mapFile() throws {
    let office = try Office.located()
    let question = "map route \(Self.here) \(Self.there) --geojson"
    let inside = try office.rounds(question).checked().output
    let folder = try Folder()
    try FileManager.default.copyItem(
      at: office["office/map/roads.rounds-road"], to: folder["town.rounds-road"])
    let outside = try Program.run(
      question.split(separator: " ").map(String.init) + ["--map", "town.rounds-road"],
      in: folder.url
    ).checked()
    #expect(outside.output == inside)
    #expect(try outside.json()["features"][0]["geometry"]["type"].text == "LineString")
    let none = try Program.run(
      ["map", "nearest", Self.here, "--map", "none.rounds-road"], in: folder.url)
    #expect(none.status == 66)
    try Data("RNDSROAD".utf8).write(to: folder["cut.rounds-road"])
    let cut = try Program.run(
      ["map", "nearest", Self.here, "--map", "cut.rounds-road"], in: folder.url)
    #expect(cut.status == 65 && cut.errors.contains("cut.rounds-road"))
  }

  @Test("a place off the map is told how far off, and whether it is exchanged")
  func offMap() throws {
    let office = try Office.located()
    let far = try office.rounds("map route 51,1 \(Self.here)")
    #expect(far.status == 65)
    #expect(far.errors.contains("km outside the map"))
    let exchanged = try office.rounds("map isochrone 83.495,39.005")
    #expect(exchanged.status == 65)
    #expect(exchanged.errors.contains("--lon-lat"))
    let mode = try office.rounds("map route \(Self.here) \(Self.there) --mode bicycle")
    #expect(mode.status == 69 && mode.errors.contains("e-bike"))
  }

  @Test("roads near a place come with distance, side and direction")
  func nearest() throws {
    let office = try Office.located()
    let found = try office.json("map nearest \(Self.here) --count 4 --within 300")
    let roads = found[0]["roads"].list
    #expect(roads.count == 4)
    let distances = roads.compactMap { ($0["distanceMetres"].value as? NSNumber)?.doubleValue }
    #expect(distances == distances.sorted() && distances.count == 4)
    #expect(roads.allSatisfy { ["left", "right", "on-line"].contains($0["side"].text) })
    let nobody = try office.rounds("map nearest \(Self.here) --within 1 --bearing 13")
    #expect(nobody.status == 1)
    #expect(nobody.errors.contains("--within"))
  }

  @Test("an isochrone is valid GeoJSON, and a longer time a larger area")
  func isochrone() throws {
    let office = try Office.located()
    let run = try office.rounds("map isochrone \(Self.here) --minutes 2,6 --geojson --roads")
    let features = try run.checked().json()["features"].list
    #expect(features.count == 4)
    #expect(features.map { $0["properties"]["minutes"].number } == [6, 6, 2, 2])
    #expect(features[0]["geometry"]["type"].text == "MultiPolygon")
    #expect(features[1]["geometry"]["type"].text == "MultiLineString")
    for ring in features[0]["geometry"]["coordinates"].list.flatMap(\.list) {
      #expect(ring.list.count >= 4)
      #expect(ring[0][0].value as? NSNumber == ring.list.last?[0].value as? NSNumber)
    }
    let areas = try office.json("map isochrone \(Self.here) --minutes 2,6")
    let sizes = areas.list.compactMap {
      ($0["squareKilometres"].value as? NSNumber)?.doubleValue
    }
    #expect(sizes.count == 2 && sizes[0] > 0 && sizes[0] < sizes[1])
  }

  @Test("a table says the same in all three forms, by one thread or several")
  func table() throws {
    let office = try Office.located()
    try office.write(Self.places, to: "places.csv")
    let run = try office.rounds("map table --from places.csv --output t.csv --threads 1")
    #expect(run.succeeded && run.errors.contains("1 place has no road near"), "\(run)")
    let lines = try String(contentsOf: office["t.csv"], encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 1 + 16)
    #expect(lines[0] == "from,to,seconds,metres")
    #expect(lines[1] == "a,a,0,0.0")
    #expect(lines[4] == "a,far,,")
    let way = try office.json("map route \(Self.here) \(Self.there)")
    #expect(lines[2].hasPrefix("a,b,\(way["durationSeconds"].number ?? -1),"))
    let answer = try office.json("map table --from places.csv --output t.bin --format binary")
    #expect(answer["unreachable"].number == 7)
    let bytes = [UInt8](try Data(contentsOf: office["t.bin"]))
    #expect(bytes.count == 40 + 16 * 8 + 8)
    func number(_ position: Int) -> Int32 {
      (0..<4).reversed().reduce(0) { $0 << 8 | Int32(bytes[40 + position * 4 + $1]) }
    }
    #expect(Int(number(1)) == way["durationSeconds"].number)
    #expect(number(3) == .max)
    try office.rounds("map table --from places.csv --output t.jsonl --format json").checked()
    let rows = try String(contentsOf: office["t.jsonl"], encoding: .utf8).split(separator: "\n")
    #expect(rows.count == 5)
    let row = JSON(try JSONSerialization.jsonObject(with: Data(rows[3].utf8)))
    #expect(row["from"].text == "c,1")
    #expect(row["seconds"][2].number == 0)
  }

  @Test("a file in the way is not replaced, and a bad row is named and left out")
  func tableFaults() throws {
    let office = try Office.located()
    try office.write(Self.places + "bad,x,1\n", to: "places.csv")
    let partly = try office.rounds("map table --from places.csv --output t.csv")
    #expect(partly.status == 2)
    #expect(partly.errors.contains("places.csv") && partly.errors.contains("line 6"))
    let again = try office.rounds("map table --from places.csv --output t.csv")
    #expect(again.status == 73)
    let nowhere = try office.rounds("map table --from places.csv --output no/such/t.csv")
    #expect(nowhere.status == 73)
    let none = try office.rounds("map table --from none.csv --output u.csv")
    #expect(none.status == 66)
    try office.write(#"{"type":"FeatureCollection","features":[{"geometry":null}]}"#, to: "p.json")
    let points = try office.rounds("map table --from p.json --output u.csv")
    #expect(points.status == 65 && points.errors.contains("features[0]"))
    let left = try FileManager.default.contentsOfDirectory(atPath: office.folder.url.path)
    #expect(!left.contains { $0.hasSuffix(".part") || $0 == "u.csv" })
  }
}
