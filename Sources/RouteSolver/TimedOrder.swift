/// The cheapest order of a few stops for a vehicle whose ways take longer at some hours than at
/// others, by trying all of them: how one came to a stop decides how long it takes from there.
struct TimedOrder: ~Copyable {
  /// The longest route that is tried.
  static let mostStops = 7

  private let labeller: RouteLabeller
  private let stops: [Int]
  private let places: ExactPlaces
  private let run: TimedRun
  private var order: [Int] = []
  private var best: (cost: Int64, order: [Int]?)

  /// Looks for an order of `stops` that costs less than `cost`.
  init(_ labeller: RouteLabeller, stops: [Int], places: ExactPlaces, below cost: Int64) {
    self.labeller = labeller
    self.stops = stops
    self.places = places
    run = TimedRun(labeller.problem)
    best = (cost, nil)
  }

  /// Tries all orders.
  mutating func search() -> ExactOrder.Outcome {
    extend(from: labeller.home, visited: 0, driving: 0)
    return best.order.map { .better($0) } ?? .proven
  }

  private mutating func extend(from node: Int, visited: Int, driving: Int32) {
    let problem = labeller.problem
    if order.count == stops.count {
      if problem.duration(labeller.crew, from: node, to: labeller.home) < TravelTables.far {
        judge()
      }
      return
    }
    let place = order.count
    for (number, stop) in stops.enumerated()
    where visited >> number & 1 == 0 && places.allows(number, at: place) {
      // No hour is so good that the way takes less.
      let leg = problem.duration(labeller.crew, from: node, to: stop)
      guard leg < TravelTables.far,
        labeller.crew.travelRate * Int64(driving + leg) < best.cost
      else { continue }
      order.append(stop)
      extend(from: stop, visited: visited | 1 << number, driving: driving + leg)
      order.removeLast()
    }
  }

  private mutating func judge() {
    guard let schedule = RouteSchedule(run, vehicle: labeller.vehicle, stops: order) else { return }
    let cost = schedule.cost(labeller)
    if cost < best.cost { best = (cost, order) }
  }
}
