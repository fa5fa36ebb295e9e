import Quantities

/// The orders in which removed stops are placed again, each with its weight in the draw.
final class RecreateKeys {
  /// What comes first.
  enum Criterion: Int, CaseIterable {
    /// The dearest to leave out.
    case penalty
    /// The farthest from a base.
    case far
    /// The nearest to a base.
    case close
    /// The one with the least time to choose from.
    case narrow
    /// The one that can be served first.
    case early
    /// The one that can be served last.
    case late
    /// The longest service.
    case long
    /// The greatest load.
    case heavy

    /// How often it is drawn.
    var weight: Int {
      switch self {
      case .penalty, .heavy: 4
      case .far, .narrow, .early, .late: 2
      case .close, .long: 1
      }
    }
  }

  private let keys: FlatBuffer<Int64>
  private let orderCount: Int
  /// The draw: a criterion for each ticket, `nil` for chance.
  private let tickets: [Criterion?]

  init(_ problem: CompiledProblem) {
    let orders = problem.orders
    orderCount = orders.count
    keys = FlatBuffer(repeating: 0, count: Criterion.allCases.count * orders.count)
    var differing = Array(repeating: Set<Int64>(), count: Criterion.allCases.count)
    for order in 0..<orders.count {
      let values = Self.values(order, problem)
      for criterion in Criterion.allCases {
        keys[criterion.rawValue * orderCount + order] = values[criterion.rawValue]
        differing[criterion.rawValue].insert(values[criterion.rawValue])
      }
    }
    // A criterion by which all orders are alike is no criterion.
    tickets =
      Array(repeating: nil, count: 4)
      + Criterion.allCases.filter { differing[$0.rawValue].count > 1 }
      .flatMap { Array(repeating: $0, count: $0.weight) }
  }

  private static func values(_ order: Int, _ problem: CompiledProblem) -> [Int64] {
    let stop = Int(problem.orders.options[Int(problem.orders.optionOffset[order])])
    var remoteness = Int64(TravelTables.far)
    var open = Int64.max
    var close = Int64.min
    var length: Int64 = 0
    var lastClock: Int32 = -1
    for vehicle in 0..<problem.vehicleCount
    where problem.isCompatible[stop * problem.vehicleCount + vehicle] {
      let crew = problem.vehicles[vehicle]
      let home = problem.stopCount + vehicle
      remoteness = min(remoteness, Int64(problem.duration(crew, from: home, to: stop)))
      if crew.clock == lastClock { continue }
      lastClock = crew.clock
      for window in problem.windows(crew, stop: stop) {
        open = min(open, Int64(problem.windowOpen[window]))
        close = max(close, Int64(problem.windowClose[window]))
        length += Int64(problem.windowClose[window] - problem.windowOpen[window])
      }
    }
    return [
      -problem.orders.penalty[order], -remoteness, remoteness, length, close,
      open == .max ? 0 : -open,
      -Int64(problem.service[stop]), -Int64(problem.load[stop]),
    ]
  }

  /// Brings `orders` into an order drawn by chance.
  func shuffle(_ orders: inout [Int32], _ chance: inout SeededGenerator) {
    let criterion = tickets[chance.below(tickets.count)]
    chance.shuffle(&orders)
    if let criterion { sort(&orders, by: criterion) }
  }

  /// Sorts `orders`, those that are alike staying as they are.
  func sort(_ orders: inout [Int32], by criterion: Criterion) {
    let base = criterion.rawValue * orderCount
    if orders.count > 64 {
      orders.sort { (keys[base + Int($0)], $0) < (keys[base + Int($1)], $1) }
      return
    }
    for end in stride(from: 1, to: orders.count, by: 1) {
      let order = orders[end]
      let key = keys[base + Int(order)]
      var place = end
      while place > 0, keys[base + Int(orders[place - 1])] > key {
        orders[place] = orders[place - 1]
        place -= 1
      }
      orders[place] = order
    }
  }
}
