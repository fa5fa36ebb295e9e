public import Quantities

/// Makes road files of drafts.
public enum RoadFileBuilder {
  /// The road file of `draft`, and what became of the draft.
  ///
  /// The same draft always gives the same bytes. Progress is told in the stages `roads.cut`,
  /// `roads.dissect`, `roads.graph.<mode>` and `roads.contract.<mode>`.
  public static func build(
    _ draft: RoadDraft, progress: ProgressObserver = { _ in }
  ) throws(RoadDraftError) -> (bytes: [UInt8], report: RoadBuildReport) {
    try draft.check()
    progress(Progress(stage: "roads.cut", done: 0, total: draft.ways.count))
    let cut = CutRoads(draft)
    var writer = RoadFileWriter()
    var report = RoadBuildReport(
      junctions: cut.node.count, roads: cut.roads.count,
      kilometres: cut.roads.reduce(0) { $0 + Double($1.length) } / 10_000, modes: [],
      ignoredRestrictions: 0)
    var shared = SharedSections(draft, cut)
    shared.write(to: &writer)
    progress(Progress(stage: "roads.dissect", done: 0))
    let dissection = NestedDissection(draft, cut) { road in
      let way = draft.ways[Int(cut.roads[road].way)]
      return !way.forward.isEmpty || !way.backward.isEmpty
    }
    var used: Set<Int> = []
    var known: [(mode: TravelMode, graph: TurnGraph, shortcuts: Int)] = []
    for mode in TravelMode.allCases where draft.isUsed(by: mode) {
      progress(Progress(stage: "roads.graph.\(mode.rawValue)", done: 0))
      let graph = TurnGraphBuilder(draft, cut, mode: mode).build()
      used.formUnion(graph.usedRestrictions)
      guard graph.vertexCount > 0 else { continue }
      var shortcuts = 0
      if let twin = known.first(where: { $0.graph == graph }) {
        for section in RoadFileFormat.ModeSection.allCases {
          writer.alias(mode.kind(section), of: twin.mode.kind(section))
        }
        shortcuts = twin.shortcuts
      } else {
        progress(Progress(stage: "roads.contract.\(mode.rawValue)", done: 0))
        let (ranking, customisation) = graph.contracted(along: dissection) {
          cut.roads[Int($0 >> 1)].length
        }
        shortcuts = ModeSections(graph, ranking, customisation).write(mode, to: &writer)
      }
      known.append((mode, graph, shortcuts))
      report.modes.append(RoadBuildReport.Mode(mode, graph, shortcuts: shortcuts))
    }
    guard !known.isEmpty else { throw .noRoads }
    report.ignoredRestrictions = draft.restrictions.count - used.count
    return (writer.finish(), report)
  }
}

extension RoadBuildReport.Mode {
  fileprivate init(_ mode: TravelMode, _ graph: TurnGraph, shortcuts: Int) {
    self.init(
      mode: mode, directedRoads: graph.directedRoadCount, turns: graph.head.count,
      shortcuts: shortcuts, droppedRoads: graph.droppedEdges,
      droppedKilometres: Double(graph.droppedDecimetres) / 10_000, restrictions: graph.ruleCount)
  }
}
