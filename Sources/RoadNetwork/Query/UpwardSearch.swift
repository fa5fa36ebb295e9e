/// The quickest ways from a few vertices to all above them in a hierarchy.
///
/// Arcs lead to higher ranks only, so taking vertices in the order of their ranks settles each when
/// it is met; there is no queue.
struct UpwardSearch {
  /// Arcs between each vertex and higher ones, all in one direction.
  struct Arcs {
    let starts: [UInt32]
    let arcs: [HierarchyArc]
  }

  private struct Label {
    var cost = TravelCost.unreachable
    /// The vertex before, or the number of a root.
    var parent: UInt32 = 0
    /// The search that the label belongs to.
    var stamp: UInt32 = 0
  }

  private var labels: [Label]
  private var stamp: UInt32 = 0
  /// Ranks that are reached and not yet climbed from.
  private var pending: RankSet

  /// Marks a parent that is the number of a root.
  private static let rootBit: UInt32 = 1 << 31

  /// A search in a hierarchy of `vertexCount` vertices.
  init(vertexCount: Int) {
    labels = [Label](repeating: Label(), count: vertexCount)
    pending = RankSet(count: vertexCount)
  }

  /// Forgets the last search, which must have been climbed to its end.
  mutating func restart() {
    stamp &+= 1
    if stamp == 0 {
      for vertex in labels.indices { labels[vertex].stamp = 0 }
      stamp = 1
    }
  }

  /// Adds a vertex to start at; `root` is told at the end if the path starts there.
  mutating func start(at entry: TripEnds.Entry, root: UInt32) {
    if entry.cost < cost(of: entry.vertex) {
      set(entry.vertex, entry.cost, parent: root | Self.rootBit)
    }
  }

  /// What a vertex costs as far as is known.
  @inline(__always)
  func cost(of vertex: UInt32) -> TravelCost {
    let label = labels[Int(vertex)]
    return label.stamp == stamp ? label.cost : .unreachable
  }

  /// Climbs to the top and hands over every vertex that lies on a quickest way upwards.
  ///
  /// A vertex that an arc `against` the search reaches more cheaply from a higher one lies on none
  /// (stall-on-demand, Geisberger and others 2008). Nothing is gone on from that costs as much as
  /// `body` answers or more.
  mutating func climb(
    _ along: Arcs, stalledBy against: Arcs,
    _ body: (_ vertex: UInt32, _ cost: TravelCost) -> TravelCost
  ) {
    var limit = TravelCost.unreachable
    var ranks = RankSet(count: 0)
    swap(&ranks, &pending)
    defer { swap(&ranks, &pending) }
    ranks.drain { vertex, ranks in
      let reached = labels[vertex].cost
      guard reached < limit else { return }
      for position in against.starts.range(vertex) {
        let arc = against.arcs[position]
        if cost(of: arc.other) + arc.cost < reached { return }
      }
      limit = body(UInt32(vertex), reached)
      for position in along.starts.range(vertex) {
        let arc = along.arcs[position]
        let next = reached + arc.cost
        if next < cost(of: arc.other) {
          labels[Int(arc.other)] = Label(cost: next, parent: UInt32(vertex), stamp: stamp)
          ranks.insert(Int(arc.other))
        }
      }
    }
  }

  /// The vertices from where the path to `vertex` starts, and the number of its root.
  func trail(to vertex: UInt32) -> (vertices: [UInt32], root: UInt32) {
    var vertices = [vertex]
    var parent = labels[Int(vertex)].parent
    while parent & Self.rootBit == 0 {
      vertices.append(parent)
      parent = labels[Int(parent)].parent
    }
    return (vertices.reversed(), parent & ~Self.rootBit)
  }

  private mutating func set(_ vertex: UInt32, _ cost: TravelCost, parent: UInt32) {
    labels[Int(vertex)] = Label(cost: cost, parent: parent, stamp: stamp)
    pending.insert(Int(vertex))
  }
}

/// Replaces shortcuts by the turns they stand for.
struct PathUnpacker {
  private let hierarchy: ModeHierarchy
  private let vertexCount: Int

  /// An unpacker for paths in `network`.
  init(_ network: ModeNetwork) {
    (hierarchy, vertexCount) = (network.hierarchy, network.graph.vertices.count)
  }

  /// The vertices of the path that leads over `corners`; `nil` if an arc's parts are missing, which
  /// only a file made by someone else can cause.
  func unpack(_ corners: [UInt32]) -> [UInt32]? {
    guard var last = corners.first else { return nil }
    var path = [last]
    for corner in corners.dropFirst() {
      var pending = [(last, corner)]
      while let (tail, head) = pending.popLast() {
        guard let middle = middle(tail, head), path.count <= vertexCount else {
          return nil
        }
        if middle == HierarchyArc.original {
          path.append(head)
        } else {
          pending.append((middle, head))
          pending.append((tail, middle))
        }
      }
      last = corner
    }
    return path
  }

  /// The middle of the arc between two vertices, which is kept at the lower of them.
  private func middle(_ tail: UInt32, _ head: UInt32) -> UInt32? {
    let isUp = tail < head
    let (lower, higher) = isUp ? (tail, head) : (head, tail)
    let arcs = isUp ? hierarchy.up : hierarchy.down
    let range = (isUp ? hierarchy.upStarts : hierarchy.downStarts).range(Int(lower))
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if arcs[middle].other < higher { low = middle + 1 } else { high = middle }
    }
    guard low < range.upperBound, arcs[low].other == higher else { return nil }
    return arcs[low].middle
  }
}
