/// The arcs that a hierarchy in a given order can need, whatever its costs.
///
/// Taking vertices away from the lowest rank up and joining the neighbours of each leaves these
/// arcs; see Dibbelt, Strasser and Wagner, "Customizable Contraction Hierarchies" (2014). Vertices
/// are numbered by rank. An arc is kept at its lower end and stands for both directions.
struct UpwardTopology {
  /// Arcs of vertex `v`: `first[v] ..< first[v + 1]`, by ascending head.
  private(set) var first: [UInt32] = [0]
  private(set) var head: [UInt32] = []
  /// The lower ends of the arcs whose higher end is `v`, in ascending order:
  /// `lower[firstLower[v] ..< firstLower[v + 1]]`.
  private(set) var firstLower: [UInt32] = []
  private(set) var lower: [UInt32] = []

  /// How many vertices there are.
  var vertexCount: Int { first.count - 1 }

  /// The arcs of a graph whose vertices are ranked.
  ///
  /// - Parameters:
  ///   - neighbours: which vertices of the graph have arcs between them.
  ///   - ranking: the rank of each vertex.
  init(_ neighbours: Neighbours, _ ranking: Ranking) {
    let (order, rank) = (ranking.order, ranking.rank)
    first.reserveCapacity(order.count + 1)
    // A road network has about eight arcs for each vertex.
    head.reserveCapacity(order.count * 8)
    var stamp = [UInt32](repeating: .max, count: order.count)
    // Vertices whose lowest higher neighbour is the one at hand, as linked lists.
    var firstChild = [UInt32](repeating: .max, count: order.count)
    var sibling = firstChild
    var heads: [UInt32] = []
    for vertex in UInt32(0)..<UInt32(order.count) {
      heads.removeAll(keepingCapacity: true)
      stamp[Int(vertex)] = vertex
      for other in neighbours.of(Int(order[Int(vertex)])) {
        let other = rank[Int(other)]
        guard other > vertex, stamp[Int(other)] != vertex else { continue }
        stamp[Int(other)] = vertex
        heads.append(other)
      }
      var child = firstChild[Int(vertex)]
      while child != .max {
        for arc in first.range(Int(child)) where stamp[Int(head[arc])] != vertex {
          stamp[Int(head[arc])] = vertex
          heads.append(head[arc])
        }
        child = sibling[Int(child)]
      }
      heads.sort()
      if let parent = heads.first {
        sibling[Int(vertex)] = firstChild[Int(parent)]
        firstChild[Int(parent)] = vertex
      }
      head += heads
      first.append(UInt32(head.count))
    }
    listLower()
  }

  private mutating func listLower() {
    var counts = [UInt32](repeating: 0, count: vertexCount + 1)
    for head in head { counts[Int(head) + 1] += 1 }
    for vertex in 0..<vertexCount { counts[vertex + 1] += counts[vertex] }
    firstLower = counts
    lower = [UInt32](repeating: 0, count: head.count)
    for low in 0..<vertexCount {
      for arc in first.range(low) {
        lower[Int(counts[Int(head[arc])])] = UInt32(low)
        counts[Int(head[arc])] += 1
      }
    }
  }

  /// The arc between two ranks, the lower one first; `nil` if there is none.
  func arc(_ low: UInt32, _ high: UInt32) -> Int? {
    var (from, to) = (Int(first[Int(low)]), Int(first[Int(low) + 1]))
    while from < to {
      let middle = (from + to) / 2
      if head[middle] < high { from = middle + 1 } else { to = middle }
    }
    return from < Int(first[Int(low) + 1]) && head[from] == high ? from : nil
  }
}
