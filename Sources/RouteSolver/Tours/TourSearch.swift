import Quantities

/// Lin and Kernighan's search with local kicks, for one closed tour with any costs.
///
/// A step takes one leg out and follows, to a given depth, the ways on that still gain (Lin and
/// Kernighan 1973). When no step pays any more, a kick exchanges three short neighbouring segments
/// (a double bridge; Martin, Otto and Felten 1991), the steps repair the few nodes it touched, and
/// what did not pay is taken back from a log. Neither costs more on a longer tour (Applegate, Cook and
/// Rohe 2003 keep kicks local for the same reason).
struct TourSearch: ~Copyable {
  let settings: TourSettings
  let costs: TourCosts
  let near: TourNeighbours
  /// By node: what it was called by the caller.
  let names: [Int]
  var tour: TourArray
  var path: TourPath
  var segments = TourSegments()
  var queue: TourQueue
  var options: TourOptions
  var chance: SeededGenerator
  /// The cost of `tour`.
  var length: Int
  let best: FlatBuffer<Int32>
  private(set) var bestLength: Int
  private var temperature = 0.0
  private var isSettled = false

  /// A search for the tour of least cost through all nodes of `costs`.
  init(_ costs: borrowing TourCosts, seed: UInt64, settings: TourSettings = TourSettings()) {
    self.init(costs, start: Self.start(costs), seed: seed, settings: settings)
  }

  /// A first tour.
  static func start(_ costs: borrowing TourCosts) -> [Int] {
    TourStart.order(costs, TourNeighbours(costs, width: 8))
  }

  /// A search that begins with the tour `start`, which holds every node once.
  init(
    _ original: borrowing TourCosts, start: [Int], seed: UInt64,
    settings: TourSettings = TourSettings()
  ) {
    self.settings = settings
    // Nodes are numbered along the first tour, so that what is near lies near in memory.
    names = start
    costs = TourCosts(original, order: start)
    near = TourNeighbours(costs, width: settings.neighbours)
    tour = TourArray(costs, order: Array(start.indices))
    path = TourPath(count: start.count, most: settings.breadth.count + 1)
    queue = TourQueue(count: start.count)
    options = TourOptions(breadth: settings.breadth)
    chance = SeededGenerator(seed: seed)
    length = costs.length(of: Array(start.indices))
    best = FlatBuffer(start.indices.map { Int32($0) })
    bestLength = length
  }

  /// The nodes of the best tour in order, as the caller calls them.
  var order: [Int] { (0..<tour.count).map { names[Int(best[$0])] } }

  /// Steps from every node until none pays, unless `stop` says enough before.
  mutating func descend(stop: some StoppingRule) {
    guard !isSettled, tour.count > 3 else { return }
    isSettled = true
    for node in 0..<tour.count { queue.append(node) }
    var steps = 0
    while let node = queue.popFirst() {
      while improve(node) {}
      steps += 1
      if steps & 255 == 0, stop.shouldStop(iterations: 0, best: Cost(Int64(length))) { break }
    }
    queue.removeAll()
    keepBest()
  }

  /// Improves the tour until `stop` says enough.
  ///
  /// - Returns: how many kicks were tried.
  mutating func run(stop: some StoppingRule, observer: ProgressObserver? = nil) -> Int {
    descend(stop: stop)
    guard tour.count > 7 else { return 0 }
    var kicks = 0
    tour.log.isOn = true
    while !stop.shouldStop(iterations: kicks, best: Cost(Int64(length))) {
      if kicks & 0xFFFF == 0 { observer?(Progress(stage: "solving", done: kicks)) }
      if kicks & 63 == 0 { cool(stop.fractionDone(iterations: kicks)) }
      kick()
      kicks += 1
    }
    return kicks
  }

  private mutating func kick() {
    let before = length
    tour.log.removeAll()
    exchangeSegments()
    while let node = queue.popFirst() {
      while improve(node) {}
    }
    if length < bestLength { keepBest() }
    if length > before, length > before + allowance() {
      tour.undo()
      length = before
    }
  }

  @inline(__always)
  private mutating func allowance() -> Int {
    temperature <= 0 ? 0 : Int(-temperature * Cooling.logarithm(1 - chance.unit()))
  }

  private mutating func cool(_ fraction: Double?) {
    let left = 1 - min(max(fraction ?? 1, 0), 1)
    let leg = Double(bestLength) / Double(tour.count)
    temperature = settings.startTemperature * leg * left
  }

  private mutating func keepBest() {
    bestLength = length
    best.copy(from: tour.order)
  }

  /// Three segments in a row, each up to `kickLength` long, in the opposite order.
  private mutating func exchangeSegments() {
    let count = tour.count
    let most = min(settings.kickLength, (count - 1) / 3)
    let start = chance.below(count)
    let first = 1 + chance.below(most)
    let second = 1 + chance.below(most)
    let third = 1 + chance.below(most)
    let middle = tour.wrap(start + first)
    let last = tour.wrap(middle + second)
    let rest = tour.wrap(last + third)
    let gain =
      gain(at: start, at: last) + gain(at: rest, at: middle) + gain(at: last, at: start)
      + gain(at: middle, at: rest)
    segments.removeAll()
    segments.append(start: last, length: third)
    segments.append(start: middle, length: second)
    segments.append(start: start, length: first)
    segments.append(start: rest, length: count - first - second - third)
    enqueue(around: start)
    enqueue(around: middle)
    enqueue(around: last)
    enqueue(around: rest)
    tour.arrange(segments, costs)
    length -= gain
  }

  /// What it gains to go from the node before position `seam` to that at `target`.
  @inline(__always)
  private func gain(at seam: Int, at target: Int) -> Int {
    let before = tour.wrap(seam &- 1)
    return Int(tour.leg[before]) &- costs.cost(Int(tour.order[before]), Int(tour.order[target]))
  }

  private mutating func enqueue(around place: Int) {
    queue.append(Int(tour.order[tour.wrap(place &- 1)]))
    queue.append(Int(tour.order[place]))
  }
}
