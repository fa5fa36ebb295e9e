import Quantities

/// A draft's ways cut into roads where they meet, and all that a road file says of roads whoever
/// travels on them.
///
/// Road `r` has two directed roads: `2r` along its points and `2r + 1` against them.
struct CutRoads {
  struct Road {
    var way: UInt32
    /// The range of the way's nodes, both ends included.
    var nodes: ClosedRange<Int>
    var from: UInt32
    var to: UInt32
    /// Decimetres, at least one.
    var length: UInt32
    /// Traffic signals that lie between its ends.
    var signals: UInt32
  }

  var roads: [Road] = []
  /// The roads of way `w`: `firstRoad[w] ..< firstRoad[w + 1]`.
  var firstRoad: [Int] = [0]
  /// The junction at each node; `UInt32.max` where there is none.
  var junction: [UInt32] = []
  /// The node at each junction.
  var node: [UInt32] = []
  /// The bearing in which each directed road sets out.
  var bearing: [Double] = []
  /// Directed roads by the junction that they leave, as offsets into `leaving`.
  var firstLeaving: [Int] = []
  var leaving: [UInt32] = []

  /// Cuts the ways of a draft that has been checked.
  init(_ draft: RoadDraft) {
    markJunctions(draft)
    for (way, nodes) in draft.ways.lazy.map(\.nodes).enumerated() {
      cut(way: way, nodes: nodes, draft: draft)
      firstRoad.append(roads.count)
    }
    bearing.reserveCapacity(roads.count * 2)
    for road in roads {
      let nodes = draft.ways[Int(road.way)].nodes[road.nodes]
      let points = nodes.map { draft.nodes[Int($0)] }
      bearing.append(RoadGeometry.bearing(leaving: points))
      bearing.append(RoadGeometry.bearing(leaving: points.reversed()))
    }
    listLeaving()
  }

  /// The junction that a directed road ends at.
  func end(of edge: UInt32) -> Int {
    let road = roads[Int(edge >> 1)]
    return Int(edge & 1 == 0 ? road.to : road.from)
  }

  /// The directed roads that leave a junction.
  func leaving(_ junction: Int) -> ArraySlice<UInt32> {
    leaving[firstLeaving[junction]..<firstLeaving[junction + 1]]
  }

  /// How far one turns from a directed road into another: −180 … 180, right is positive.
  func angle(from edge: UInt32, to next: UInt32) -> Double {
    let arriving = bearing[Int(edge ^ 1)] + 180
    return RoadGeometry.turn(
      from: arriving >= 360 ? arriving - 360 : arriving, to: bearing[Int(next)])
  }

  private mutating func markJunctions(_ draft: RoadDraft) {
    var uses = [UInt8](repeating: 0, count: draft.nodes.count)
    for way in draft.ways where !(way.forward.isEmpty && way.backward.isEmpty) {
      for node in way.nodes { uses[Int(node)] = min(2, uses[Int(node)] + 1) }
    }
    for way in draft.ways {
      for node in [way.nodes[0], way.nodes[way.nodes.count - 1]] { uses[Int(node)] = 2 }
    }
    for node in draft.barriers.keys { uses[Int(node)] = 2 }
    for restriction in draft.restrictions {
      if case .node(let node) = restriction.via { uses[Int(node)] = 2 }
    }
    junction = [UInt32](repeating: .max, count: draft.nodes.count)
    isJunction = uses.map { $0 == 2 }
  }

  private var isJunction: [Bool] = []

  private mutating func number(_ node: UInt32) -> UInt32 {
    if junction[Int(node)] == .max {
      junction[Int(node)] = UInt32(self.node.count)
      self.node.append(node)
    }
    return junction[Int(node)]
  }

  private mutating func cut(way: Int, nodes: [UInt32], draft: RoadDraft) {
    var start = 0
    var metres = 0.0
    var signals: UInt32 = 0
    for position in 1..<nodes.count {
      let node = nodes[position]
      metres += draft.nodes[Int(nodes[position - 1])].metres(to: draft.nodes[Int(node)])
      guard isJunction[Int(node)] else {
        if draft.signals.contains(node) { signals += 1 }
        continue
      }
      let length = UInt32(min(max(1, (metres * 10).rounded()), 1e9))
      roads.append(
        Road(
          way: UInt32(way), nodes: start...position, from: number(nodes[start]), to: number(node),
          length: length, signals: signals))
      (start, metres, signals) = (position, 0, 0)
    }
  }

  private mutating func listLeaving() {
    var counts = [Int](repeating: 0, count: node.count + 1)
    for road in roads {
      counts[Int(road.from) + 1] += 1
      counts[Int(road.to) + 1] += 1
    }
    for junction in 0..<node.count { counts[junction + 1] += counts[junction] }
    firstLeaving = counts
    leaving = [UInt32](repeating: 0, count: roads.count * 2)
    for (index, road) in roads.enumerated() {
      for (edge, junction) in [(index * 2, road.from), (index * 2 + 1, road.to)] {
        leaving[counts[Int(junction)]] = UInt32(edge)
        counts[Int(junction)] += 1
      }
    }
  }
}
