import Quantities

/// The sections of a road file for one travel mode, with every number verified.
///
/// Vertices are numbered by rank in the hierarchy, so a loop over vertices is a sweep through it.
struct ModeNetwork {
  let mode: TravelMode
  let numbers: FileArray<Int64>
  /// Vertices of each directed road, the one for starting trips first.
  let edgeStarts: FileArray<UInt32>
  let edgeVertices: FileArray<UInt32>
  let vertices: FileArray<VertexRecord>
  let turnStarts: FileArray<UInt32>
  let turns: FileArray<TurnRecord>
  let upStarts: FileArray<UInt32>
  let up: FileArray<HierarchyArc>
  let downStarts: FileArray<UInt32>
  let down: FileArray<HierarchyArc>

  /// Finds and verifies the sections of `mode` in a file of `roadCount` roads.
  init(_ reader: RoadFileReader, mode: TravelMode, roadCount: Int) throws(RoadFileError) {
    func find<Element: BitwiseCopyable>(
      _ section: RoadFileFormat.ModeSection, _ type: Element.Type
    ) throws(RoadFileError) -> FileArray<Element> {
      try reader.array(mode.kind(section), of: type)
    }
    self.mode = mode
    numbers = try find(.modeNumbers, Int64.self)
    edgeStarts = try find(.edgeStarts, UInt32.self)
    edgeVertices = try find(.edgeVertices, UInt32.self)
    vertices = try find(.vertices, VertexRecord.self)
    turnStarts = try find(.turnStarts, UInt32.self)
    turns = try find(.turns, TurnRecord.self)
    upStarts = try find(.upStarts, UInt32.self)
    up = try find(.up, HierarchyArc.self)
    downStarts = try find(.downStarts, UInt32.self)
    down = try find(.down, HierarchyArc.self)
    try verifyVertices(roadCount: roadCount)
    try verifyTurns()
    try verifyArcs(up, upStarts, .up, .upStarts)
    try verifyArcs(down, downStarts, .down, .downStarts)
  }

  /// Whether the mode may use a directed road.
  func isOpen(_ edge: UInt32) -> Bool { !edgeStarts.range(Int(edge)).isEmpty }

  /// Whether the mode may use a road in either direction.
  func isOpen(road: Int) -> Bool {
    edgeStarts[road * 2] < edgeStarts[road * 2 + 2]
  }

  private func verifyVertices(roadCount: Int) throws(RoadFileError) {
    try require(numbers.count == 3, .modeNumbers)
    try require(numbers.indices.allSatisfy { numbers[$0] >= 0 }, .modeNumbers)
    try require(
      vertices.count < 1 << 31
        && vertices.indices.allSatisfy {
          vertices[$0].edge < roadCount * 2 && vertices[$0].duration > 0
            && vertices[$0].duration <= TravelCost.longestDuration
        }, .vertices)
    try require(edgeStarts.isStarts(of: roadCount * 2, in: edgeVertices.count), .edgeStarts)
    try require(edgeVertices.isBelow(vertices.count), .edgeVertices)
    for edge in 0..<roadCount * 2 {
      for position in edgeStarts.range(edge) {
        try require(
          vertices[Int(edgeVertices[position])].edge == edge, .edgeVertices)
      }
    }
  }

  private func verifyTurns() throws(RoadFileError) {
    try require(turnStarts.isStarts(of: vertices.count, in: turns.count), .turnStarts)
    try require(
      turns.indices.allSatisfy {
        turns[$0].head < vertices.count && turns[$0].cost <= TravelCost.longestDuration
      }, .turns)
  }

  private func verifyArcs(
    _ arcs: FileArray<HierarchyArc>, _ starts: FileArray<UInt32>,
    _ section: RoadFileFormat.ModeSection, _ startsSection: RoadFileFormat.ModeSection
  ) throws(RoadFileError) {
    try require(starts.isStarts(of: vertices.count, in: arcs.count), startsSection)
    for vertex in vertices.indices {
      var previous = UInt32(vertex)
      for position in starts.range(vertex) {
        let arc = arcs[position]
        try require(
          arc.other > previous && arc.other < vertices.count && arc.cost < .unreachable
            && (arc.middle < vertex || arc.middle == HierarchyArc.original), section)
        previous = arc.other
      }
    }
  }

  private func require(
    _ isGood: Bool, _ section: RoadFileFormat.ModeSection
  ) throws(RoadFileError) {
    guard isGood else { throw .damaged(section: "\(mode.rawValue) \(section.name)") }
  }
}
