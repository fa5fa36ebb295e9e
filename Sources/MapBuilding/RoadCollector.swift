import Quantities
import RoadNetwork

/// Gathers a road draft from an extract: roads first, then what hangs on their nodes, then turn
/// rules, then what is drawn around them.
struct RoadCollector {
  let extract: MapExtract
  let profiles: [TravelProfile]
  private let sides: DrivingSide
  var draft: RoadDraft
  var tally = Tally()
  /// The draft's node for each node of the extract, ``MapExtract/missingNode`` for those that no
  /// road uses.
  private(set) var numbers: [UInt32]
  /// Where the pieces of each road of the extract are in the draft, by the way's id.
  private(set) var pieces: [Int64: Range<UInt32>] = [:]

  /// The longest way that is taken for a road, in nodes; OpenStreetMap allows 2,000.
  static let longestWay = 100_000
  /// The most roads that meet at a node; the largest junctions of the real world have about twenty.
  static let mostRoadsAtNode = 100

  init(_ extract: MapExtract, profiles: [TravelProfile]) {
    self.extract = extract
    self.profiles = profiles
    sides = DrivingSide(extract)
    draft = RoadDraft(
      source: RoadDraft.Source(
        name: extract.name, date: extract.date, licenceLine: extract.licenceLine))
    for profile in profiles { draft.turnCosts[profile.mode] = profile.turns }
    numbers = Array(repeating: MapExtract.missingNode, count: extract.nodeCount)
  }

  mutating func collect() {
    tally.add(.invalidNode, extract.invalidNodeCount)
    tally.add(.missingNode, extract.missingNodeCount)
    let roads = roadPositions()
    numberNodes(of: roads)
    draft.ways.reserveCapacity(roads.count)
    for (position, roadClass) in roads { addRoad(extract.way(position), roadClass) }
    let leftCount = draft.ways.count { $0.drivesOnLeft == true }
    draft.drivesOnLeft = leftCount * 2 > draft.ways.count
    addNodeFeatures()
    addRestrictions()
    var scenery = SceneryCollector(extract)
    scenery.collect(&tally)
    draft.scenery = scenery.scenery
    draft.labels = LabelCollector.labels(extract)
  }

  /// The ways that are roads, in the order of the extract.
  ///
  /// Left out are ways beyond ``longestWay``, a second way of an id, and what would heap up more than
  /// ``mostRoadsAtNode`` roads at a node, as turns there grow with the square of their number.
  private mutating func roadPositions() -> [(Int, RoadClass)] {
    var roads: [(Int, RoadClass)] = []
    var seen: Set<Int64> = []
    var uses = [UInt8](repeating: 0, count: extract.nodeCount)
    for position in 0..<extract.wayCount {
      let way = extract.way(position)
      guard way.nodes.count >= 2, let roadClass = RoadClass(tags: way.tags) else { continue }
      guard way.nodes.count <= Self.longestWay else {
        tally.add(.longWay)
        continue
      }
      guard seen.insert(way.id).inserted else {
        tally.add(.repeatedWay)
        continue
      }
      guard Self.count(way.nodes, in: &uses) else {
        tally.add(.crowdedNode)
        continue
      }
      roads.append((position, roadClass))
    }
    return roads
  }

  /// Counts how often nodes are used; false, and nothing counted, if one is used too often.
  private static func count(_ nodes: ArraySlice<UInt32>, in uses: inout [UInt8]) -> Bool {
    var previous = MapExtract.missingNode
    for (position, node) in zip(nodes.indices, nodes) where node != MapExtract.missingNode {
      defer { previous = node }
      if node == previous { continue }
      guard uses[Int(node)] < Self.mostRoadsAtNode else {
        // Takes back what was counted up to here.
        var last = MapExtract.missingNode
        for counted in nodes[..<position] where counted != MapExtract.missingNode {
          if counted != last { uses[Int(counted)] -= 1 }
          last = counted
        }
        return false
      }
      uses[Int(node)] += 1
    }
    return true
  }

  /// Gives the nodes of roads numbers in the order of the extract.
  private mutating func numberNodes(of roads: [(Int, RoadClass)]) {
    for (position, _) in roads {
      for node in extract.way(position).nodes where node != MapExtract.missingNode {
        numbers[Int(node)] = 0
      }
    }
    draft.nodes.reserveCapacity(numbers.count { $0 == 0 })
    for position in numbers.indices where numbers[position] == 0 {
      numbers[position] = UInt32(draft.nodes.count)
      draft.nodes.append(extract.coordinates[position])
    }
  }

  private mutating func addRoad(_ way: MapExtract.Way, _ roadClass: RoadClass) {
    let runs = NodeRuns.split(way.nodes.map(number))
    if runs.count > 1 { tally.add(.splitWay) }
    remark(on: way.tags)
    let first = UInt32(draft.ways.count)
    for run in runs {
      let thereAndBack = NodeRuns.outward(run)
      var road = RoadDraft.Way(nodes: thereAndBack ?? run, roadClass: roadClass)
      describe(&road, way.tags)
      permit(&road, way.tags)
      road.drivesOnLeft = sides.isLeft(way.tags, at: draft.nodes[Int(road.nodes[0])])
      // A line that comes back the way it went is a two-way road, whatever its direction.
      if thereAndBack != nil {
        road.forward.fill(from: road.backward)
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

  /// Counts, once a way, what its tags say that is not understood.
  private mutating func remark(on tags: Tags) {
    if let posted = tags[.maxspeed], PostedSpeed(posted) == .unclear { tally.add(.unknownSpeed) }
  }

  private mutating func permit(_ road: inout RoadDraft.Way, _ tags: Tags) {
    let region = TravelRegion(at: draft.nodes[Int(road.nodes[0])])
    var isPartial = false
    for profile in profiles {
      let mode = profile.mode
      let access = AccessRule.finding(tags, roadClass: road.roadClass, profile: profile)
      isPartial = isPartial || access.isPartial
      guard access.verdict != .closed else { continue }
      let directions = OnewayRule(tags, roadClass: road.roadClass, profile: profile)
      func permission(isForward: Bool) -> RoadDraft.Permission {
        RoadDraft.Permission(
          speed: TravelSpeed.speed(
            tags, roadClass: road.roadClass, verdict: access.verdict, isForward: isForward,
            region: region, profile: profile),
          endsOnly: access.verdict == .endsOnly)
      }
      if directions.forward { road.forward[mode] = permission(isForward: true) }
      if directions.backward { road.backward[mode] = permission(isForward: false) }
      if !access.closed.isNever, directions.forward || directions.backward {
        road.closures[mode] = access.closed
      }
    }
    if isPartial { tally.add(.conditionalAccess) }
  }

  private mutating func addNodeFeatures() {
    for index in 0..<extract.taggedNodeCount {
      let node = extract.taggedNode(index)
      let number = numbers[Int(node.position)]
      guard number != MapExtract.missingNode else { continue }
      let blocked = profiles.filter { BarrierRule.blocks(node.tags, $0) }.map(\.mode)
      if !blocked.isEmpty { draft.barriers[number] = Set(blocked) }
      if node.tags.has(.highway, "traffic_signals") || isSignalledCrossing(node.tags) {
        draft.signals.insert(number)
      }
    }
  }

  private func isSignalledCrossing(_ tags: Tags) -> Bool {
    tags.has(.highway, "crossing") && tags.has(.crossing, "traffic_signals")
  }
}
