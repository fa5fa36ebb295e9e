import FieldModel
import Gazetteer
import MapBuilding
import Quantities
import RoadNetwork
import Testing

/// Extracts of real places, which lie beside the package on some machines.
struct RealExtract: Sendable, CustomTestStringConvertible {
  let file: String
  let wayCount: ClosedRange<Int>
  let houseCount: ClosedRange<Int>
  let restrictionCount: ClosedRange<Int>
  let drivesOnLeft: Bool

  var testDescription: String { file }

  var path: String? { MapFiles.path(ofShared: file) }

  static let small = [
    RealExtract(
      file: "monaco.osm.pbf", wayCount: 2000...20_000, houseCount: 50...400,
      restrictionCount: 20...200, drivesOnLeft: false),
    RealExtract(
      file: "helsinki-centre.osm.pbf", wayCount: 1000...10_000, houseCount: 1200...2500,
      restrictionCount: 30...150, drivesOnLeft: false),
    RealExtract(
      file: "shanghai-centre.osm", wayCount: 700...1200, houseCount: 0...0,
      restrictionCount: 0...0, drivesOnLeft: false),
    RealExtract(
      file: "hong-kong-tsimshatsui-2015.osm", wayCount: 200...2000, houseCount: 300...600,
      restrictionCount: 30...100, drivesOnLeft: true),
  ]

  static let large = [
    "porto.osm.pbf", "north-anhui-2017.osm.pbf", "isle-of-wight-2020.osm.pbf",
    "heidelberg.osm.pbf", "andorra.osm.pbf", "liechtenstein.osm.pbf", "beijing-haidian-2017.osm",
  ]
}

@Suite("Extracts of real places")
struct RealExtractTests {
  @Test("give drafts of the expected size", arguments: RealExtract.small)
  func expectedSize(_ expected: RealExtract) throws {
    guard let path = expected.path else { return MapFiles.reportAbsent(expected.file) }
    let extract = try MapReader.read(path: path)
    let roads = MapBuilder().roadDraft(from: extract).draft
    let places = MapBuilder().placeDraft(from: extract).draft
    #expect(expected.wayCount.contains(roads.ways.count))
    #expect(expected.restrictionCount.contains(roads.restrictions.count))
    #expect(expected.houseCount.contains(places.houses.count))
    #expect(roads.drivesOnLeft == expected.drivesOnLeft)
    #expect(!places.streets.isEmpty)
    #expect(roads.source.licenceLine == "© OpenStreetMap contributors")
    DraftCheck.expectSound(roads)
  }

  #if !DEBUG
    @Test("are all read, the large ones too", arguments: RealExtract.large)
    func large(_ file: String) throws {
      guard let path = MapFiles.path(ofShared: file) else { return MapFiles.reportAbsent(file) }
      let clock = ContinuousClock()
      let start = clock.now
      let extract = try MapReader.read(path: path)
      let read = clock.now
      let roads = MapBuilder().roadDraft(from: extract)
      let built = clock.now
      let places = MapBuilder().placeDraft(from: extract)
      print(
        file, "read", read - start, "roads", built - read, "places", clock.now - built,
        "ways", roads.draft.ways.count, "nodes", roads.draft.nodes.count,
        "scenery", roads.draft.scenery.count, "labels", roads.draft.labels.count,
        "places", places.draft.places.count, "streets", places.draft.streets.count,
        "houses", places.draft.houses.count, "restrictions", roads.draft.restrictions.count,
        "barriers", roads.draft.barriers.count, "left", roads.draft.drivesOnLeft,
        roads.diagnostics.map { "\($0.code) \($0.found)" })
      #expect(roads.draft.ways.count > 500)
      #expect(roads.draft.drivesOnLeft == file.hasPrefix("isle-of-wight"))
      DraftCheck.expectSound(roads.draft)
    }
  #endif

  @Test("come with the Isle of Wight, whose map lies in the package")
  func isleOfWight() throws {
    let path = MapFiles.package + "/maps/isle-of-wight.osm.pbf"
    let extract = try MapReader.read(path: path)
    let roads = MapBuilder().roadDraft(from: extract).draft
    #expect(roads.drivesOnLeft)
    #expect(extract.date == ServiceDate("2020-04-22"))
    #expect(roads.ways.contains { $0.roadClass == .ferry && $0.duration != nil })
    #expect(roads.ways.count > 10_000)
    DraftCheck.expectSound(roads)
  }
}
