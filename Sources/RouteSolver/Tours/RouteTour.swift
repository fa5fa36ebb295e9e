/// The stops of one vehicle's route as the nodes of a closed tour through its home.
///
/// Stop number `k` of those given is node `k`; the home comes last. A home that is left at one place
/// and reached at another (or anywhere) makes the tour's costs differ there and back even where no
/// road does. Then it is split in two nodes, where to leave and where to return, with a way between
/// them so cheap that no tour does without it.
struct RouteTour: ~Copyable {
  /// The cost of what joins the two halves of a home; no saving outweighs it.
  private static let joint: Int32 = -TravelTables.far

  let stops: [Int]
  let costs: TourCosts
  /// Whether the home is split.
  let isSplit: Bool

  /// The tour that `vehicle` makes through `stops`, its travel times being the costs.
  init(_ problem: CompiledProblem, vehicle: Int, stops: [Int]) {
    self.stops = stops
    let crew = problem.vehicles[vehicle]
    let home = problem.stopCount + vehicle
    let nodes = stops + [home]
    let count = stops.count
    let whole = TourCosts(count: count + 1) {
      problem.duration(crew, from: nodes[$0], to: nodes[$1])
    }
    guard !whole.isSymmetric, Self.isSymmetric(whole, upTo: count) else {
      costs = whole
      isSplit = false
      return
    }
    isSplit = true
    costs = TourCosts(count: count + 2) { from, to in
      let low = min(from, to)
      let high = max(from, to)
      if low >= count { return Self.joint }
      if high < count { return whole.table[low * (count + 1) + high] }
      return high == count
        ? whole.table[count * (count + 1) + low] : whole.table[low * (count + 1) + count]
    }
  }

  private static func isSymmetric(_ costs: borrowing TourCosts, upTo count: Int) -> Bool {
    for from in 0..<count {
      for to in 0..<from where costs.cost(from, to) != costs.cost(to, from) { return false }
    }
    return true
  }

  /// The stops as the tour through `nodes` visits them from home to home.
  func route(_ nodes: [Int]) -> [Int] {
    guard let home = nodes.firstIndex(of: stops.count) else { return stops }
    var order = Array(nodes[(home + 1)...] + nodes[..<home])
    // Where to return follows where to leave if the tour was found the other way round.
    if isSplit, order.first == stops.count + 1 { order.reverse() }
    return order.filter { $0 < stops.count }.map { stops[$0] }
  }

  /// The tour in which the stops are visited as given.
  var givenOrder: [Int] {
    isSplit ? [stops.count + 1, stops.count] + stops.indices : [stops.count] + stops.indices
  }
}
