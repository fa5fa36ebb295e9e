import Quantities
import RoadNetwork

/// Gathers a road draft from an extract: roads first, then what hangs on their nodes, then turn
/// rules, then what is drawn around them.
struct RoadCollector {
  let extract: MapExtract
  let modes: [TravelMode]
  var draft: RoadDraft
  var tally = Tally()
  /// The draft's node for each node of the extract, ``MapExtract/missingNode`` for those that no
  /// road uses.
  private(set) var numbers: [UInt32]
  /// Where the pieces of each road of the extract are in the draft, by the way's id.
  private(set) var pieces: [Int64: Range<UInt32>] = [:]

  init(_ extract: MapExtract, modes: [TravelMode]) {
    self.extract = extract
    self.modes = modes
    draft = RoadDraft(
      source: RoadDraft.Source(
        name: extract.name, date: extract.date, licenceLine: extract.licenceLine),
      drivesOnLeft: DrivingSide.isLeft(extract))
    numbers = Array(repeating: MapExtract.missingNode, count: extract.nodeCount)
  }

  mutating func collect() {
    tally.add(.invalidNode, extract.invalidNodeCount)
    tally.add(.missingNode, extract.missingNodeCount)
    let roads = roadPositions()
    numberNodes(of: roads)
    for (position, roadClass) in roads { addRoad(extract.way(position), roadClass) }
    addNodeFeatures()
    addRestrictions()
    var scenery = SceneryCollector(extract)
    scenery.collect(&tally)
    draft.scenery = scenery.scenery
    draft.labels = LabelCollector.labels(extract)
  }

  /// The ways that are roads, in the order of the extract.
  private func roadPositions() -> [(Int, RoadClass)] {
    (0..<extract.wayCount).compactMap { position in
      let way = extract.way(position)
      guard way.nodes.count >= 2, let roadClass = RoadClass(tags: way.tags) else { return nil }
      return (position, roadClass)
    }
  }

  /// Gives the nodes of roads numbers in the order of the extract.
  private mutating func numberNodes(of roads: [(Int, RoadClass)]) {
    for (position, _) in roads {
      for node in extract.way(position).nodes where node != MapExtract.missingNode {
        numbers[Int(node)] = 0
      }
    }
    for position in numbers.indices where numbers[position] == 0 {
      numbers[position] = UInt32(draft.nodes.count)
      draft.nodes.append(extract.coordinates[position])
    }
  }

  private mutating func addRoad(_ way: MapExtract.Way, _ roadClass: RoadClass) {
    let runs = NodeRuns.split(way.nodes.map(number))
    if runs.count > 1 { tally.add(.splitWay) }
    let first = UInt32(draft.ways.count)
    for run in runs {
      let thereAndBack = NodeRuns.outward(run)
      var road = RoadDraft.Way(nodes: thereAndBack ?? run, roadClass: roadClass)
      describe(&road, way.tags)
      permit(&road, way.tags)
      // A line that comes back the way it went is a two-way road, whatever its direction.
      if thereAndBack != nil {
        road.forward.merge(road.backward) { forward, _ in forward }
        road.backward = road.forward
      }
      draft.ways.append(road)
    }
    if !runs.isEmpty { pieces[way.id] = first..<UInt32(draft.ways.count) }
  }

  private func number(_ position: UInt32) -> UInt32 {
    position == MapExtract.missingNode ? position : numbers[Int(position)]
  }

  private func describe(_ road: inout RoadDraft.Way, _ tags: Tags) {
    road.names = NameTags.names(tags).map { RoadDraft.Name(language: $0.language, text: $0.text) }
    road.reference = NameTags.reference(tags)
    road.isRoundabout = OnewayRule.isRoundabout(tags)
    road.isBridge = tags.affirms(.bridge)
    road.isTunnel = tags.affirms(.tunnel)
    if road.roadClass == .ferry { road.duration = FerryRule.duration(tags) }
  }

  private mutating func permit(_ road: inout RoadDraft.Way, _ tags: Tags) {
    if let posted = tags[.maxspeed], PostedSpeed(posted) == .unclear { tally.add(.unknownSpeed) }
    let usual = UsualSpeed(at: draft.nodes[Int(road.nodes[0])])
    for mode in modes {
      let verdict = AccessRule.verdict(tags, roadClass: road.roadClass, mode: mode)
      guard verdict != .closed else { continue }
      let directions = OnewayRule(tags, roadClass: road.roadClass, mode: mode)
      func permission(isForward: Bool) -> RoadDraft.Permission {
        RoadDraft.Permission(
          speed: TravelSpeed.speed(
            tags, roadClass: road.roadClass, mode: mode, verdict: verdict, isForward: isForward,
            usual: usual),
          endsOnly: verdict == .endsOnly)
      }
      if directions.forward { road.forward[mode] = permission(isForward: true) }
      if directions.backward { road.backward[mode] = permission(isForward: false) }
    }
  }

  private mutating func addNodeFeatures() {
    for index in 0..<extract.taggedNodeCount {
      let node = extract.taggedNode(index)
      let number = numbers[Int(node.position)]
      guard number != MapExtract.missingNode else { continue }
      let blocked = BarrierRule.blocked(node.tags).intersection(modes)
      if !blocked.isEmpty { draft.barriers[number] = blocked }
      if node.tags.has(.highway, "traffic_signals") || isSignalledCrossing(node.tags) {
        draft.signals.insert(number)
      }
    }
  }

  private func isSignalledCrossing(_ tags: Tags) -> Bool {
    tags.has(.highway, "crossing") && tags.has(.crossing, "traffic_signals")
  }
}
