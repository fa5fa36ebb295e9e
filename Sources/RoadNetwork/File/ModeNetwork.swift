import Quantities

/// The graph and hierarchy of one travel mode, unpacked, with every number verified.
///
/// Vertices are numbered by rank in the hierarchy, so a loop over vertices is a sweep through it.
final class ModeNetwork: Sendable {
  let mode: TravelMode
  /// Directed roads left out, their length in decimetres, directed roads kept.
  let numbers: [Int64]
  let graph: ModeGraph
  let hierarchy: ModeHierarchy
  let hours: ModeHours
  /// Areas that the mode must keep out of; no place in them has a road.
  private let avoidedAreas: [AreaOutline]

  /// Unpacks and verifies the sections of `mode` in a file of `sections`.
  init(
    _ reader: RoadFileReader, mode: TravelMode, sections: RoadSections
  ) throws(RoadFileError) {
    let numbers: FileArray<Int64> = try reader.array(mode.kind(.modeNumbers), of: Int64.self)
    guard numbers.count == 3, numbers.indices.allSatisfy({ numbers[$0] >= 0 }) else {
      throw Self.damaged(mode, .modeNumbers)
    }
    self.mode = mode
    avoidedAreas = []
    self.numbers = numbers.indices.map { numbers[$0] }
    let packedGraph = try reader.array(mode.kind(.graph), of: UInt8.self)
    let packedHierarchy = try reader.array(mode.kind(.hierarchy), of: UInt8.self)
    guard let graph = ModeGraph(packedGraph, roadCount: sections.roads.count) else {
      throw Self.damaged(mode, .graph)
    }
    guard let hierarchy = ModeHierarchy(packedHierarchy, graph, sections.roads) else {
      throw Self.damaged(mode, .hierarchy)
    }
    let packedHours = try reader.array(mode.kind(.hours), of: UInt8.self)
    guard
      let hours = ModeHours(
        packedHours, turnCount: graph.turns.count, edgeCount: sections.roads.count * 2)
    else { throw Self.damaged(mode, .hours) }
    (self.graph, self.hierarchy, self.hours) = (graph, hierarchy, hours)
  }

  /// The network of another graph on the same roads.
  ///
  /// What held at certain hours is in the graph by now, or was passed over.
  init(
    _ original: ModeNetwork, _ graph: ModeGraph, _ hierarchy: ModeHierarchy,
    avoiding areas: [AreaOutline]
  ) {
    (mode, numbers, hours) = (original.mode, original.numbers, .none)
    avoidedAreas = areas
    (self.graph, self.hierarchy) = (graph, hierarchy)
  }

  private static func damaged(
    _ mode: TravelMode, _ section: RoadFileFormat.ModeSection
  ) -> RoadFileError {
    .damaged(section: "\(mode.rawValue) \(section.name)")
  }

  /// Whether the mode may go to a place at all.
  func isAllowed(at place: Coordinate) -> Bool {
    !avoidedAreas.contains { $0.contains(place) }
  }

  /// Whether the mode may use a directed road.
  func isOpen(_ edge: UInt32) -> Bool { !graph.edgeStarts.range(Int(edge)).isEmpty }

  /// Whether the mode may use a road in either direction.
  func isOpen(road: Int) -> Bool {
    graph.edgeStarts[road * 2] < graph.edgeStarts[road * 2 + 2]
  }
}

extension [UInt32] {
  /// The list of `owner` in an array of starts: where it begins and ends.
  @inline(__always)
  func range(_ owner: Int) -> Range<Int> { Int(self[owner])..<Int(self[owner + 1]) }
}
