/// What it costs to go from one node of a tour to another, in one flat table of whole numbers.
///
/// Nodes are dense numbers of the tour's own. A way that does not exist costs
/// ``TravelTables/far``, so that a tour takes it only where it must.
struct TourCosts: ~Copyable {
  let count: Int
  /// Whether every way costs the same there and back.
  let isSymmetric: Bool
  /// Row by row: from row to column.
  let table: FlatBuffer<Int32>

  /// Asks `cost` for every pair of different nodes.
  init(count: Int, cost: (_ from: Int, _ to: Int) -> Int32) {
    self.count = count
    table = FlatBuffer(repeating: 0, count: count * count)
    var differs = false
    for from in 0..<count {
      for to in 0..<count where from != to {
        table[from * count + to] = cost(from, to)
        if to < from, table[from * count + to] != table[to * count + from] { differs = true }
      }
    }
    isSymmetric = !differs
  }

  /// The same costs with node `order[k]` of `original` as node `k`.
  init(_ original: borrowing TourCosts, order: [Int]) {
    count = original.count
    isSymmetric = original.isSymmetric
    table = FlatBuffer(repeating: 0, count: count * count)
    for (from, oldFrom) in order.enumerated() {
      let row = oldFrom * count
      for (to, oldTo) in order.enumerated() {
        table[from * count + to] = original.table[row + oldTo]
      }
    }
  }

  @inline(__always)
  func cost(_ from: Int, _ to: Int) -> Int { Int(table[from &* count &+ to]) }

  /// The cost of the closed tour through `order`.
  func length(of order: [Int]) -> Int {
    guard order.count > 1, let last = order.last else { return 0 }
    var from = last
    var sum = 0
    for to in order {
      sum += cost(from, to)
      from = to
    }
    return sum
  }
}
