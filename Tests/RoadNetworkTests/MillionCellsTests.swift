import MapBuilding
import Quantities
import Testing

@testable import RoadNetwork

/// Real maps that lie beside the package, for tests of the engine at its real size.
struct SharedMap: Sendable, CustomTestStringConvertible {
  let name: String

  var testDescription: String { name }
  private var path: String {
    (#filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 })
      + "/shared/maps/" + name + ".osm.pbf"
  }

  static let all = ["porto", "north-anhui-2017", "isle-of-wight-2020", "heidelberg"]
    .map(SharedMap.init)

  /// The map with every travel mode; `nil` where it is not there.
  func network() throws -> RoadNetwork? {
    guard let extract = try? MapReader.read(path: path) else {
      print("skipped: no ../shared/maps/\(name).osm.pbf")
      return nil
    }
    let draft = MapBuilder().roadDraft(from: extract).draft
    return try RoadNetwork(FileBytes(RoadFileBuilder.build(draft).bytes))
  }
}

@Suite("A million cells of real maps")
struct MillionCellsTests {
  #if DEBUG
    private static let (sourceCount, targetCount) = (2, 100)
  #else
    private static let (sourceCount, targetCount) = (50, 1000)
  #endif

  @Test("equal plain searches, for every travel mode", arguments: SharedMap.all)
  func cells(_ map: SharedMap) throws {
    guard let network = try map.network() else { return }
    var cells = 0
    for mode in TravelMode.allCases {
      let graph = try #require(network.network(for: mode))
      let targets = positions(Self.targetCount, network, mode)
      let sources = Array(targets.prefix(Self.sourceCount))
      let table = network.table(sources: sources, targets: targets, mode: mode)
      let search = PlainSearch(graph, network.sections)
      var wrong = 0
      for (row, source) in sources.enumerated() {
        let costs = search.costs(from: source)
        for (column, target) in targets.enumerated() {
          let cost = costs(target)
          let trip = cost < .unreachable ? TravelTable.Trip(cost) : nil
          if table[row, column] != trip { wrong += 1 }
          cells += 1
        }
      }
      #expect(wrong == 0, "\(mode)")
    }
    #expect(cells == TravelMode.allCases.count * Self.sourceCount * Self.targetCount)
  }

  /// Places on roads of the mode, spread over the map by chance.
  private func positions(
    _ count: Int, _ network: RoadNetwork, _ mode: TravelMode
  ) -> [RoadPosition] {
    var chance = SeededGenerator(seed: 20_261_126)
    let bounds = network.summary.bounds
    let height = Int(bounds.northEast.latitude) - Int(bounds.southWest.latitude)
    let width = Int(bounds.northEast.longitude) - Int(bounds.southWest.longitude)
    var positions: [RoadPosition] = []
    while positions.count < count {
      let place = Coordinate(
        latitude: bounds.southWest.latitude + Int32(chance.below(height)),
        longitude: bounds.southWest.longitude + Int32(chance.below(width)))
      if let position = network.nearest(place, mode: mode) { positions.append(position) }
    }
    return positions
  }
}

extension TravelTable.Trip {
  fileprivate init(_ cost: TravelCost) {
    self.init(
      duration: Seconds(cost.roundedSeconds),
      distance: Distance(decimetres: Int32(cost.distance)))
  }
}
