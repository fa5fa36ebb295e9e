/// Lists of arcs, one per vertex, that grow and shrink inside one array.
struct ArcPool {
  struct Arc {
    var cost: TravelCost
    var other: UInt32
    var middle: UInt32
    /// How many turns it stands for.
    var hops: UInt32
  }

  private(set) var arcs: [Arc] = []
  private var first: [Int]
  private var count: [Int32]
  private var capacity: [Int32]

  /// Empty lists for `vertexCount` vertices.
  init(vertexCount: Int) {
    first = [Int](repeating: 0, count: vertexCount)
    count = [Int32](repeating: 0, count: vertexCount)
    capacity = count
  }

  /// Where the arcs of a vertex lie in ``arcs``.
  func range(_ vertex: Int) -> Range<Int> {
    first[vertex]..<(first[vertex] + Int(count[vertex]))
  }

  /// Adds an arc; of two between the same ends the cheaper stays.
  mutating func insert(_ arc: Arc, at vertex: Int) {
    for known in range(vertex) where arcs[known].other == arc.other {
      if arc.cost < arcs[known].cost { arcs[known] = arc }
      return
    }
    if count[vertex] == capacity[vertex] { move(vertex, filler: arc) }
    arcs[first[vertex] + Int(count[vertex])] = arc
    count[vertex] += 1
  }

  /// Removes the arc whose other end is `other`.
  mutating func remove(_ other: UInt32, from vertex: Int) {
    for known in range(vertex) where arcs[known].other == other {
      count[vertex] -= 1
      arcs[known] = arcs[first[vertex] + Int(count[vertex])]
      return
    }
  }

  private mutating func move(_ vertex: Int, filler: Arc) {
    let wider = max(4, capacity[vertex] * 2)
    let start = arcs.count
    for known in range(vertex) { arcs.append(arcs[known]) }
    for _ in count[vertex]..<wider { arcs.append(filler) }
    first[vertex] = start
    capacity[vertex] = wider
  }
}
