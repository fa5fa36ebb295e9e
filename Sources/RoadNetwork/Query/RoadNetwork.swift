public import Quantities

/// Roads in a file of our own, opened for questions.
///
/// A value that never changes and may be asked from many tasks at once. The file is used as it lies
/// in memory; opening it verifies every byte and number, so that no later question can fail on a
/// damaged file.
public final class RoadNetwork: Sendable {
  /// What is in the file.
  public let summary: RoadNetworkSummary
  /// A number that stands for the file's whole content.
  public let mapChecksum: UInt32

  let sections: RoadSections
  private let modes: [ModeNetwork]
  private let bytes: FileBytes

  /// Opens a road file and verifies every byte and number of it.
  ///
  /// - Complexity: linear in the file's size; about a millisecond per megabyte.
  public init(_ bytes: FileBytes) throws(RoadFileError) {
    let reader = try RoadFileReader(bytes)
    self.bytes = reader.bytes
    mapChecksum = reader.checksum
    sections = try RoadSections(reader)
    var modes: [ModeNetwork] = []
    for mode in TravelMode.allCases where reader.has(mode.kind(.modeNumbers)) {
      modes.append(try ModeNetwork(reader, mode: mode, sections: sections))
    }
    self.modes = modes
    summary = RoadNetworkSummary(sections, modes)
  }

  /// The map of another network with these travel modes.
  init(_ original: RoadNetwork, modes: [ModeNetwork]) {
    (bytes, sections, mapChecksum) = (original.bytes, original.sections, original.mapChecksum)
    self.modes = modes
    summary = RoadNetworkSummary(sections, modes)
  }

  /// The network of one mode; `nil` if the file has none.
  func network(for mode: TravelMode) -> ModeNetwork? { modes.first { $0.mode == mode } }

  /// The street that a position lies on.
  ///
  /// - Precondition: the position is one of this network.
  public func street(at position: RoadPosition) -> Street {
    sections.street(position.road.position)
  }
}

extension RoadNetworkSummary {
  /// What opened sections hold.
  init(_ sections: RoadSections, _ modes: [ModeNetwork]) {
    let numbers = sections.numbers
    let date = numbers[2] == 0 ? nil : ServiceDate(daysSinceEpoch: Int32(clamping: numbers[3]))
    source = RoadDraft.Source(
      name: sections.text(UInt32(clamping: numbers[0])), date: date,
      licenceLine: sections.text(UInt32(clamping: numbers[1])))
    drivesOnLeft = numbers[4] != 0
    bounds = Self.bounds(sections, modes)
    junctions = Int(numbers[5])
    roads = sections.roads.count
    kilometres = sections.roads.reduce(0) { $0 + Double($1.length) / 10_000 }
    self.modes = modes.map {
      Mode(
        mode: $0.mode, directedRoads: Int($0.numbers[2]), turns: $0.graph.turns.count,
        droppedRoads: Int($0.numbers[0]), droppedKilometres: Double($0.numbers[1]) / 10_000)
    }
  }

  /// The smallest box around the roads that any mode can use.
  private static func bounds(_ sections: RoadSections, _ modes: [ModeNetwork]) -> CoordinateBounds {
    var south = Int32.max
    var (west, north, east) = (south, Int32.min, Int32.min)
    let (starts, points) = (sections.pointStarts, sections.points)
    for road in sections.roads.indices where modes.contains(where: { $0.isOpen(road: road) }) {
      for position in starts.range(road) {
        let point = points[position]
        (south, north) = (min(south, point.latitude), max(north, point.latitude))
        (west, east) = (min(west, point.longitude), max(east, point.longitude))
      }
    }
    if south > north { (south, west, north, east) = (0, 0, 0, 0) }
    return CoordinateBounds(
      southWest: Coordinate(latitude: south, longitude: west),
      northEast: Coordinate(latitude: north, longitude: east))
  }
}
