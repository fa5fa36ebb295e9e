import Quantities
import Testing

@testable import RouteSolver

@Suite("Tours")
struct TourTests {
  @Test("are as short as dynamic programming makes them, whatever the costs", arguments: 0..<8)
  func shortTours(block: Int) {
    for seed in UInt64(block * 500)..<UInt64(block * 500 + 500) {
      let count = 8 + Int(seed % 3)
      let costs = RandomTour.costs(count: count, seed: seed)
      var search = TourSearch(costs, start: Array(0..<count), seed: seed)
      let kicks = search.run(stop: AfterIterations(300))
      #expect(kicks == 300)
      let order = search.order
      #expect(order.sorted() == Array(0..<count), "seed \(seed)")
      #expect(search.bestLength == costs.length(of: order), "seed \(seed)")
      let least = costs.length(of: ShortTour.order(costs))
      #expect(search.bestLength == least, "seed \(seed)")
    }
  }

  @Test("of up to seven nodes are left as they are or improved, and stay whole")
  func tinyTours() {
    for seed in UInt64(0)..<400 {
      let count = Int(seed % 8)
      let costs = RandomTour.costs(count: count, seed: seed)
      var search = TourSearch(costs, seed: seed)
      let before = search.length
      _ = search.run(stop: AfterIterations(10))
      #expect(search.order.sorted() == Array(0..<count))
      #expect(search.bestLength <= before)
      #expect(search.bestLength == costs.length(of: search.order))
    }
  }

  @Test("by dynamic programming are the best of all orders")
  func dynamicProgramming() {
    for seed in UInt64(0)..<300 {
      let count = Int(seed % 7)
      let costs = RandomTour.costs(count: count, seed: seed)
      let order = ShortTour.order(costs)
      #expect(order.sorted() == Array(0..<count))
      #expect(costs.length(of: order) == leastOfAllOrders(costs), "seed \(seed)")
    }
  }

  private func leastOfAllOrders(_ costs: borrowing TourCosts) -> Int {
    var orders: [[Int]] = [[]]
    for _ in 0..<costs.count {
      orders = orders.flatMap { order in
        (0..<costs.count).filter { !order.contains($0) }.map { order + [$0] }
      }
    }
    var least = Int.max
    for order in orders { least = min(least, costs.length(of: order)) }
    return least
  }

  @Test("repeat: same seed and number of kicks, same tour; another seed, no worse than the start")
  func repeats() {
    for seed in UInt64(0)..<6 {
      let costs = RandomTour.roads(count: 120, seed: seed)
      var orders: [[Int]] = []
      for run in [seed, seed, seed + 1] {
        var search = TourSearch(costs, seed: run)
        let start = search.length
        _ = search.run(stop: AfterIterations(200))
        #expect(search.bestLength < start)
        orders.append(search.order)
      }
      #expect(orders[0] == orders[1])
    }
  }

  @Test("of one crew are, after a few milliseconds of kicks, what long searches find or nearly so")
  func crewTours() {
    var gap = 0
    var longest = 0
    for seed in UInt64(0)..<12 {
      let costs = RandomTour.plane(count: 61, seed: seed)
      var short = TourSearch(costs, seed: seed)
      var long = TourSearch(costs, seed: seed + 100)
      _ = short.run(stop: AfterIterations(600))
      _ = long.run(stop: AfterIterations(6_000))
      gap += max(0, short.bestLength - long.bestLength)
      longest += long.bestLength
    }
    // A thousandth on average.
    #expect(gap * 1_000 <= longest)
  }

  @Test("are whole at any time, and their length is kept rightly through every change")
  func anytime() {
    for (number, kicks) in [0, 1, 2, 5, 40, 300].enumerated() {
      for costs in [Kind.plane, .roads, .senseless] {
        let table = costs.make(count: 90, seed: UInt64(number))
        var search = TourSearch(table, seed: 7)
        #expect(search.run(stop: AfterIterations(kicks)) == kicks)
        let order = search.order
        #expect(order.sorted() == Array(0..<90))
        #expect(search.bestLength == table.length(of: order))
        let now = (0..<90).map { search.names[Int(search.tour.order[$0])] }
        #expect(search.length == table.length(of: now))
        #expect((0..<90).allSatisfy { Int(search.tour.position[Int(search.tour.order[$0])]) == $0 })
      }
    }
  }

  private enum Kind {
    case plane, roads, senseless

    func make(count: Int, seed: UInt64) -> TourCosts {
      switch self {
      case .plane: RandomTour.plane(count: count, seed: seed)
      case .roads: RandomTour.roads(count: count, seed: seed)
      case .senseless: RandomTour.costs(count: count, seed: seed)
      }
    }
  }

  @Test("a log takes a change back, node by node and leg by leg")
  func undo() {
    let costs = RandomTour.roads(count: 40, seed: 3)
    var tour = TourArray(costs, order: Array(0..<40))
    tour.log.isOn = true
    var segments = TourSegments()
    segments.append(start: 5, length: 4, isBackward: true)
    segments.append(start: 0, length: 5)
    segments.append(start: 9, length: 31)
    tour.arrange(segments, costs)
    let changed = (0..<40).map { Int(tour.order[$0]) }
    #expect(changed == [8, 7, 6, 5, 0, 1, 2, 3, 4] + Array(9..<40))
    for place in 0..<40 {
      let next = changed[(place + 1) % 40]
      #expect(Int(tour.leg[place]) == costs.cost(changed[place], next))
      #expect(Int(tour.back[place]) == costs.cost(next, changed[place]))
    }
    expectTurns(of: tour, costs)
    tour.undo()
    expectTurns(of: tour, costs)
    #expect((0..<40).allSatisfy { Int(tour.order[$0]) == $0 && Int(tour.position[$0]) == $0 })
    #expect((0..<40).allSatisfy { Int(tour.leg[$0]) == costs.cost($0, ($0 + 1) % 40) })
  }

  /// What it costs more to drive any part the other way must be the sum over its legs.
  private func expectTurns(of tour: borrowing TourArray, _ costs: borrowing TourCosts) {
    for start in 0..<tour.count {
      var sum = 0
      for offset in 0..<(tour.count - 1) {
        let place = tour.wrap(start + offset)
        #expect(tour.turning(from: start, to: place) == sum)
        let (node, next) = (Int(tour.order[place]), Int(tour.order[tour.wrap(place + 1)]))
        sum += costs.cost(next, node) - costs.cost(node, next)
      }
    }
  }
}
