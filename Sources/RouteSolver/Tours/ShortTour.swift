/// The tour of least cost through a few nodes, by dynamic programming over sets (Held and Karp
/// 1962).
struct ShortTour: ~Copyable {
  /// The most nodes for which this is done: ten take a hundred thousand additions.
  static let mostNodes = 10

  private let others: Int
  /// By set of nodes and the last of them, node 0 being where the tour begins: the least cost.
  private let least: FlatBuffer<Int>
  private let before: FlatBuffer<Int32>

  /// The nodes in an order of least cost, node 0 first.
  static func order(_ costs: borrowing TourCosts) -> [Int] {
    guard costs.count > 2 else { return Array(0..<costs.count) }
    let tour = ShortTour(costs)
    return tour.order(costs)
  }

  private init(_ costs: borrowing TourCosts) {
    others = costs.count - 1
    least = FlatBuffer(repeating: .max, count: others << others)
    before = FlatBuffer(repeating: -1, count: others << others)
    for node in 0..<others { least[(1 << node) * others + node] = costs.cost(0, node + 1) }
    for set in 1..<(1 << others) {
      for last in 0..<others where set >> last & 1 == 1 { extend(set, last, costs) }
    }
  }

  private func extend(_ set: Int, _ last: Int, _ costs: borrowing TourCosts) {
    let cost = least[set * others + last]
    for next in 0..<others where set >> next & 1 == 0 {
      let cell = (set | 1 << next) * others + next
      let whole = cost + costs.cost(last + 1, next + 1)
      if whole < least[cell] {
        least[cell] = whole
        before[cell] = Int32(last)
      }
    }
  }

  private func order(_ costs: borrowing TourCosts) -> [Int] {
    var set = (1 << others) - 1
    var last = 0
    var shortest = Int.max
    for node in 0..<others {
      let whole = least[set * others + node] + costs.cost(node + 1, 0)
      if whole < shortest { (shortest, last) = (whole, node) }
    }
    var order: [Int] = []
    while last >= 0 {
      order.append(last + 1)
      let cell = set * others + last
      set ^= 1 << last
      last = Int(before[cell])
    }
    return [0] + order.reversed()
  }
}
