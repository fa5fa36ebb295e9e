import Gazetteer
import Quantities
import RoadNetwork
import Testing

@testable import MapBuilding

@Suite("The town generator")
struct TownGeneratorTests {
  @Test("gives the same bytes for the same seed, and others for another")
  func repeats() {
    let first = OSMXMLWriter(TownGenerator(seed: 7, size: 200).extract()).bytes()
    let second = OSMXMLWriter(TownGenerator(seed: 7, size: 200).extract()).bytes()
    let other = OSMXMLWriter(TownGenerator(seed: 8, size: 200).extract()).bytes()
    #expect(first == second)
    #expect(first != other)
  }

  @Test("draws towns of about the size asked for", arguments: [10, 40, 150, 1000, 3000])
  func sizes(_ size: Int) {
    let draft = MapBuilder(modes: [.car]).roadDraft(
      from: TownGenerator(seed: 3, size: size).extract()
    ).draft
    let junctions = DraftGraph(draft, mode: .car).junctionCount
    #expect(junctions > size * 55 / 100)
    #expect(junctions < size * 150 / 100)
    DraftCheck.expectSound(draft)
  }

  @Test("lets every mode get from everywhere to everywhere", arguments: 0..<6)
  func connected(_ seed: UInt64) {
    for size in [10, 90, 700] {
      let extract = TownGenerator(seed: seed, size: size).extract()
      let draft = MapBuilder().roadDraft(from: extract).draft
      for mode in TravelMode.allCases {
        #expect(DraftGraph(draft, mode: mode).isStronglyConnected, "\(mode) in \(size)")
      }
    }
  }

  @Test("gives a file that reads back as the same town")
  func roundTrip() throws {
    let extract = TownGenerator(seed: 5, size: 300).extract()
    let bytes = OSMXMLWriter(extract).gzipped()
    let readBack = try MapReader.read(bytes, name: "qingxi.osm.gz")
    let first = MapBuilder().roadDraft(from: extract).draft
    let second = MapBuilder().roadDraft(from: readBack).draft
    #expect(first.nodes == second.nodes)
    #expect(first.ways.map(\.nodes) == second.ways.map(\.nodes))
    #expect(first.ways.map(\.forward) == second.ways.map(\.forward))
    #expect(first.ways.map(\.names) == second.ways.map(\.names))
    #expect(first.restrictions.count == second.restrictions.count)
    #expect(second.source.licenceLine == "Invented map: no real place")
    let firstPlaces = MapBuilder().placeDraft(from: extract).draft
    let secondPlaces = MapBuilder().placeDraft(from: readBack).draft
    #expect(firstPlaces.houses.map(\.number) == secondPlaces.houses.map(\.number))
    #expect(firstPlaces.places.map(\.names) == secondPlaces.places.map(\.names))
  }

  @Test("draws what a Chinese county town has")
  func contents() throws {
    let extract = TownGenerator(seed: 1, size: 3000).extract()
    let roads = MapBuilder().roadDraft(from: extract).draft
    let places = MapBuilder().placeDraft(from: extract).draft
    #expect(!roads.drivesOnLeft)
    #expect(roads.restrictions.count > 10)
    #expect(roads.ways.contains { $0.isBridge })
    #expect(roads.ways.contains { $0.forward[.car] != nil && $0.backward[.car] == nil })
    #expect(roads.ways.contains { $0.forward[.car] == nil && $0.backward[.car] != nil })
    let kinds = roads.scenery.map(\.kind)
    #expect(kinds.contains(.river) && kinds.contains(.water) && kinds.contains(.railway))
    let compounds = places.places.filter { $0.kind == .compound }
    #expect(compounds.count > 100)
    #expect(compounds.allSatisfy { $0.entrances.count == 1 })
    #expect(places.places.contains { $0.kind == .village })
    let county = try #require(places.places.first { $0.kind == .town })
    #expect(county.names.contains { $0.text == "清溪" })
    #expect(places.houses.contains { $0.number == "3栋" && !$0.street.isEmpty })
    #expect(Set(compounds.compactMap(\.names.first?.text)).count == compounds.count)
  }

  @Test("counts in Chinese", arguments: [(3, "三"), (12, "十二"), (20, "二十"), (105, "一百零五")])
  func numerals(_ number: Int, _ text: String) {
    #expect(TownNames.numeral(number).chinese == text)
  }

  #if !DEBUG
    @Test("draws large towns in linear time", arguments: [10_000, 100_000, 1_000_000])
    func large(_ size: Int) {
      let clock = ContinuousClock()
      let start = clock.now
      let extract = TownGenerator(seed: 1, size: size).extract()
      let drawn = clock.now - start
      let draft = MapBuilder(modes: [.car]).roadDraft(from: extract).draft
      let graph = DraftGraph(draft, mode: .car)
      print("town", size, "junctions", graph.junctionCount, "drawn in", drawn)
      #expect(graph.isStronglyConnected)
      #expect(drawn < .seconds(60))
    }
  #endif

  @Test("drew the map that comes with the package: seed 1, size 3000")
  func packaged() throws {
    let extract = try MapReader.read(path: MapFiles.package + "/maps/qingxi.osm.gz")
    let drawn = TownGenerator(seed: 1, size: 3000).extract()
    #expect(extract.coordinates == drawn.coordinates)
    #expect(extract.wayNodes == drawn.wayNodes)
    #expect(extract.members == drawn.members)
  }
}
