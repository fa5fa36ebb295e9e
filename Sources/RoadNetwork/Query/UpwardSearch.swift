/// Dijkstra's algorithm from a few vertices towards higher ranks.
struct UpwardSearch {
  private var costs: [TravelCost]
  private var parents: [UInt32]
  private var stamps: [UInt32]
  private var stamp: UInt32 = 0
  private var queue = MinHeap()

  /// A search in a hierarchy of `vertexCount` vertices.
  init(vertexCount: Int) {
    costs = [TravelCost](repeating: .unreachable, count: vertexCount)
    parents = [UInt32](repeating: 0, count: vertexCount)
    stamps = parents
  }

  /// Marks a parent that is the number of a root.
  private static let rootBit: UInt32 = 1 << 31

  /// Forgets the last search.
  mutating func restart() {
    queue.removeAll()
    stamp &+= 1
    if stamp == 0 {
      for vertex in stamps.indices { stamps[vertex] = 0 }
      stamp = 1
    }
  }

  /// Adds a vertex to start at; `root` is told at the end if the path starts there.
  mutating func start(at entry: TripEnds.Entry, root: UInt32) {
    if entry.cost < cost(of: entry.vertex) {
      set(entry.vertex, entry.cost, parent: root | Self.rootBit)
    }
  }

  /// The least cost of an unsettled vertex.
  var leastCost: TravelCost {
    queue.leastKey.map { TravelCost(packed: $0) } ?? .unreachable
  }

  /// What a vertex costs as far as is known.
  func cost(of vertex: UInt32) -> TravelCost {
    stamps[Int(vertex)] == stamp ? costs[Int(vertex)] : .unreachable
  }

  /// Settles the next vertex; `nil` if it was settled before or there is none.
  mutating func step(_ starts: [UInt32], _ arcs: [HierarchyArc]) -> UInt32? {
    guard let (key, vertex) = queue.pop(), costs[Int(vertex)].packed == key else { return nil }
    for position in starts.range(Int(vertex)) {
      let arc = arcs[position]
      let next = TravelCost(packed: key) + arc.cost
      if next < cost(of: arc.other) { set(arc.other, next, parent: vertex) }
    }
    return vertex
  }

  /// The vertices from where the path to `vertex` starts, and the number of its root.
  func trail(to vertex: UInt32) -> (vertices: [UInt32], root: UInt32) {
    var vertices = [vertex]
    var parent = parents[Int(vertex)]
    while parent & Self.rootBit == 0 {
      vertices.append(parent)
      parent = parents[Int(parent)]
    }
    return (vertices.reversed(), parent & ~Self.rootBit)
  }

  private mutating func set(_ vertex: UInt32, _ cost: TravelCost, parent: UInt32) {
    stamps[Int(vertex)] = stamp
    costs[Int(vertex)] = cost
    parents[Int(vertex)] = parent
    queue.push(key: cost.packed, vertex: vertex)
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
