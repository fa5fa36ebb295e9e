/// For each node the few it is cheapest to go to, and the few it is cheapest to come from, nearest
/// first, with their costs beside them.
///
/// Where costs are symmetric both are the same list.
struct TourNeighbours: ~Copyable {
  let width: Int
  /// Where the lists of whence to come begin; 0 if they are the same as those of whither to go.
  let arrivals: Int
  let nodes: FlatBuffer<Int32>
  let costs: FlatBuffer<Int32>

  init(_ costs: borrowing TourCosts, width wanted: Int) {
    let count = costs.count
    let width = max(0, min(wanted, count - 1))
    let lists = costs.isSymmetric ? 1 : 2
    self.width = width
    arrivals = costs.isSymmetric ? 0 : count * width
    nodes = FlatBuffer(repeating: 0, count: lists * count * width)
    self.costs = FlatBuffer(repeating: .max, count: lists * count * width)
    guard width > 0 else { return }
    for node in 0..<count {
      for other in 0..<count where other != node {
        insert(other, costs.table[node * count + other], row: node * width)
        if lists == 2 {
          insert(other, costs.table[other * count + node], row: arrivals + node * width)
        }
      }
    }
  }

  /// The near by alpha-nearness, where costs are symmetric.
  init(_ costs: borrowing TourCosts, alphaWidth wanted: Int, ascents: Int) {
    let count = costs.count
    let width = min(wanted, count - 1)
    self.width = width
    arrivals = 0
    nodes = FlatBuffer(repeating: 0, count: count * width)
    self.costs = FlatBuffer(repeating: .max, count: count * width)
    let tree = OneTree(costs, meanLeg: Self.meanLeg(costs), ascents: ascents)
    let alpha = AlphaNearness(costs, tree, width: width)
    for node in 0..<count {
      for place in (node * width)..<((node + 1) * width) {
        let other = Int(alpha.nodes[place])
        insert(other, costs.table[node * count + other], row: node * width)
      }
    }
  }

  /// The mean of the ways from each node to its nearest, as far as they are ways.
  private static func meanLeg(_ costs: borrowing TourCosts) -> Int {
    let nearest = TourNeighbours(costs, width: 2)
    var sum = 0
    var legs = 0
    for place in 0..<(costs.count * nearest.width) {
      let cost = nearest.costs[place]
      if cost > 0, cost < TravelTables.far {
        sum += Int(cost)
        legs += 1
      }
    }
    return sum / max(legs, 1)
  }

  /// Puts `node` into the list at `row` if it is nearer than the last one there.
  @inline(__always)
  private func insert(_ node: Int, _ cost: Int32, row: Int) {
    var place = row + width - 1
    guard cost < costs[place] else { return }
    while place > row, cost < costs[place - 1] {
      costs[place] = costs[place - 1]
      nodes[place] = nodes[place - 1]
      place -= 1
    }
    costs[place] = cost
    nodes[place] = Int32(node)
  }
}
