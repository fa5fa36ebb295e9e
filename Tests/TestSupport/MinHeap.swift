/// A binary heap of vertices by key, for plain searches that tests compare with; of equal keys the
/// smaller vertex comes first.
public struct MinHeap {
  private var entries: [(key: UInt64, vertex: UInt32)] = []

  /// An empty heap.
  public init() {}

  /// Adds a vertex; it may be in the heap already.
  public mutating func push(key: UInt64, vertex: UInt32) {
    var hole = entries.count
    entries.append((key, vertex))
    while hole > 0 {
      let parent = (hole - 1) / 2
      guard Self.isLess((key, vertex), entries[parent]) else { break }
      entries[hole] = entries[parent]
      hole = parent
    }
    entries[hole] = (key, vertex)
  }

  /// Takes out the vertex with the least key.
  public mutating func pop() -> (key: UInt64, vertex: UInt32)? {
    guard let least = entries.first, let last = entries.popLast() else { return nil }
    let count = entries.count
    guard count > 0 else { return least }
    var hole = 0
    while true {
      var child = hole * 2 + 1
      guard child < count else { break }
      if child + 1 < count, Self.isLess(entries[child + 1], entries[child]) { child += 1 }
      guard Self.isLess(entries[child], last) else { break }
      entries[hole] = entries[child]
      hole = child
    }
    entries[hole] = last
    return least
  }

  private static func isLess(
    _ left: (key: UInt64, vertex: UInt32), _ right: (key: UInt64, vertex: UInt32)
  ) -> Bool {
    left.key != right.key ? left.key < right.key : left.vertex < right.vertex
  }
}
