/// A first tour: the cheapest ways are taken one after the other as long as they join two chains
/// (greedy edge; Bentley 1992), then the chains are joined by the nearest.
struct TourStart: ~Copyable {
  private let next: FlatBuffer<Int32>
  private let previous: FlatBuffer<Int32>
  /// By the first or last node of a chain: the other end.
  private let otherEnd: FlatBuffer<Int32>
  private let count: Int

  /// The nodes in order.
  static func order(_ costs: borrowing TourCosts, _ near: borrowing TourNeighbours) -> [Int] {
    let start = TourStart(count: costs.count)
    start.joinNeighbours(near)
    return start.joinChains(costs)
  }

  private init(count: Int) {
    self.count = count
    next = FlatBuffer(repeating: -1, count: count)
    previous = FlatBuffer(repeating: -1, count: count)
    otherEnd = FlatBuffer((0..<count).map { Int32($0) })
  }

  private func joinNeighbours(_ near: borrowing TourNeighbours) {
    var ways: [(cost: Int32, from: Int32, to: Int32)] = []
    ways.reserveCapacity(count * near.width)
    for from in 0..<count {
      for place in (from * near.width)..<((from + 1) * near.width) {
        ways.append((near.costs[place], Int32(from), near.nodes[place]))
      }
    }
    ways.sort { $0 < $1 }
    for way in ways {
      let from = Int(way.from)
      let to = Int(way.to)
      guard next[from] < 0, previous[to] < 0, Int(otherEnd[from]) != to else { continue }
      next[from] = Int32(to)
      previous[to] = Int32(from)
      let head = otherEnd[from]
      let tail = otherEnd[to]
      otherEnd[Int(head)] = tail
      otherEnd[Int(tail)] = head
    }
  }

  private func joinChains(_ costs: borrowing TourCosts) -> [Int] {
    var heads = (0..<count).filter { previous[$0] < 0 }
    var order: [Int] = []
    order.reserveCapacity(count)
    guard !heads.isEmpty else { return order }
    var place = 0
    while true {
      var node = heads.remove(at: place)
      order.append(node)
      while next[node] >= 0 {
        node = Int(next[node])
        order.append(node)
      }
      guard !heads.isEmpty else { return order }
      place = 0
      for other in heads.indices
      where costs.cost(node, heads[other]) < costs.cost(node, heads[place]) {
        place = other
      }
    }
  }
}
