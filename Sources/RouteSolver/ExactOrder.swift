/// The cheapest order of a few stops for one vehicle, by dynamic programming over sets.
///
/// Held and Karp (1962) with labels in place of numbers, so that windows, breaks, duty, driving and
/// waiting are exact; labels that cannot beat the order at hand are dropped, by what they have yet
/// to drive at least (``RemainingDriving``).
struct ExactOrder: ~Copyable {
  /// The longest route that is tried.
  static let mostStops = 15
  /// Labels after which the attempt is given up.
  static let mostLabels = 400_000

  /// What came of it.
  enum Outcome {
    /// The order given is the best.
    case proven
    /// Another order is, and this is it.
    case better([Int])
    /// Too many labels or stops.
    case unknown
  }

  private let labeller: RouteLabeller
  private let stops: [Int]
  private let places: ExactPlaces
  private let service: Int32
  private var labels: [ExactLabel] = []
  /// By set of stops and last stop.
  private var fronts: [[Int32]]
  private let remaining: RemainingDriving
  /// By stop: the shortest leg that leads there.
  private var shortestLegs: [Int64] = []
  /// By stop: the last moment at which service may begin.
  private var deadlines: [Int64] = []

  /// Looks for an order that costs less than `cost`, the first `locked` stops, and those pinned to
  /// where they stand, staying there.
  ///
  /// Where the crew's work over all days counts, `workElsewhere` is what it works on other days, and
  /// `cost` has a part for all of its work.
  static func search(
    _ problem: CompiledProblem, vehicle: Int, stops: [Int], locked: Int = 0,
    workElsewhere: Int64? = nil, cost: Int64
  ) -> Outcome {
    guard stops.count <= mostStops else { return .unknown }
    guard stops.count > 1 else { return .proven }
    let labeller = RouteLabeller(problem, vehicle: vehicle, workElsewhere: workElsewhere)
    let places = ExactPlaces(problem.positions, stops: stops, locked: locked)
    if labeller.crew.isTimed {
      guard stops.count <= TimedOrder.mostStops else { return .unknown }
      var search = TimedOrder(labeller, stops: stops, places: places, below: cost)
      return search.search()
    }
    var search = ExactOrder(labeller, stops: stops, places: places)
    return search.run(below: cost)
  }

  private init(_ labeller: RouteLabeller, stops: [Int], places: ExactPlaces) {
    let problem = labeller.problem
    self.places = places
    self.labeller = labeller
    self.stops = stops
    service = stops.reduce(0) { $0 + problem.service[$1] }
    fronts = Array(repeating: [], count: stops.count << stops.count)
    remaining = RemainingDriving(
      problem, crew: labeller.crew, stops: stops, home: labeller.home)
    shortestLegs = stops.map { target in
      (stops + [labeller.home]).filter { $0 != target }
        .map { Int64(problem.duration(labeller.crew, from: $0, to: target)) }.min() ?? 0
    }
    deadlines = stops.map { stop in
      problem.windows(labeller.crew, stop: stop).last.map { Int64(problem.windowClose[$0]) } ?? 0
    }
  }

  private mutating func run(below bound: Int64) -> Outcome {
    let full = (1 << stops.count) - 1
    labels = labeller.departures()
    for position in labels.indices { extend(position, visited: 0, bound) }
    for visited in 1..<full {
      for last in stops.indices {
        for label in fronts[visited * stops.count + last] {
          extend(Int(label), visited: visited, bound)
          if labels.count > Self.mostLabels { return .unknown }
        }
      }
    }
    return best(among: stops.indices.flatMap { fronts[full * stops.count + $0] }, below: bound)
  }

  private mutating func extend(_ position: Int, visited: Int, _ bound: Int64) {
    let label = labels[position]
    var found: [(Int, ExactLabel)] = []
    let place = visited.nonzeroBitCount
    for (number, stop) in stops.enumerated()
    where visited >> number & 1 == 0 && places.allows(number, at: place) {
      labeller.extend(label, at: position, to: stop) { found.append((number, $0)) }
    }
    for (number, label) in found { keep(label, visited | 1 << number, last: number, bound) }
  }

  private mutating func keep(_ label: ExactLabel, _ visited: Int, last: Int, _ bound: Int64) {
    let full = (1 << stops.count) - 1
    let ahead = remaining.through(full ^ visited, from: last)
    let crew = labeller.crew
    guard ahead < TravelTables.far, label.driving + ahead <= crew.maxDriving else { return }
    var done = labeller.problem.service[stops[last]]
    for number in stops.indices {
      if visited >> number & 1 == 0 {
        // No way can reach this stop in time any more.
        if Int64(label.path.earliest) + shortestLegs[number] > deadlines[number] { return }
      } else if number != last {
        done += labeller.problem.service[stops[number]]
      }
    }
    guard label.path.earliest + ahead + service - done <= crew.close else { return }
    // Waiting so far stays waiting, and driving only adds to the cost of uneven work.
    var least = RouteTotals()
    least.driving = label.driving + ahead
    least.service = service
    least.waiting = labeller.waiting(label, service: done)
    least.duty = least.driving + service
    least.distance = label.distance
    guard labeller.cost(least) < bound else { return }
    let cell = visited * stops.count + last
    for other in fronts[cell] where labeller.dominates(labels[Int(other)], label) { return }
    fronts[cell].removeAll { labeller.dominates(label, labels[Int($0)]) }
    fronts[cell].append(Int32(labels.count))
    labels.append(label)
  }

  private func best(among ends: [Int32], below bound: Int64) -> Outcome {
    var best: (cost: Int64, end: Int)?
    for end in ends {
      let label = labels[Int(end)]
      guard let last = labeller.finish(label, at: Int(end), service: service) else { continue }
      let cost = labeller.cost(last, service: service)
      if cost < best?.cost ?? bound { best = (cost, Int(end)) }
    }
    guard let best else { return .proven }
    var order: [Int] = []
    var position = best.end
    while labels[position].parent >= 0 {
      order.append(labels[position].node)
      position = labels[position].parent
    }
    return .better(order.reversed())
  }
}
