import Quantities

/// Lin and Kernighan's search with local kicks, for one closed tour with any costs.
///
/// A step takes one leg out and follows, to a given depth, the ways on that still gain (Lin and
/// Kernighan 1973). When no step pays any more, a kick exchanges three short neighbouring segments
/// (a double bridge; Martin, Otto and Felten 1991), the steps repair the few nodes it touched, and
/// what did not pay is taken back from a log. Where ways are the same there and back neither costs
/// more on a longer tour (Applegate, Cook and Rohe 2003 keep kicks local for the same reason).
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
  /// The change after which closing the tour pays best, and how much.
  var closing = TourOptions.Option()
  /// Where a kick cuts the tour besides the place it begins at: before these positions.
  let cuts = FlatBuffer<Int>(repeating: 0, count: 3)
  var chance: SeededGenerator
  /// The cost of `tour`.
  var length: Int
  let best: FlatBuffer<Int32>
  private(set) var bestLength: Int
  private var temperature = 0.0
  private var isSettled = false

  /// A search for the tour of least cost through all nodes of `costs`.
  init(_ costs: borrowing TourCosts, seed: UInt64, settings: TourSettings? = nil) {
    self.init(costs, start: Self.start(costs), seed: seed, settings: settings)
  }

  private static func neighbours(
    _ costs: borrowing TourCosts, _ settings: TourSettings
  ) -> TourNeighbours {
    guard costs.isSymmetric, costs.count > settings.alphaNeighbours + 1 else {
      return TourNeighbours(costs, width: settings.neighbours)
    }
    let ascents = min(settings.ascents, settings.ascentWork / (costs.count * costs.count))
    return TourNeighbours(costs, alphaWidth: settings.alphaNeighbours, ascents: ascents)
  }

  /// A first tour.
  static func start(_ costs: borrowing TourCosts) -> [Int] {
    TourStart.order(costs, TourNeighbours(costs, width: 8))
  }

  /// A search that begins with the tour `start`, which holds every node once.
  init(
    _ original: borrowing TourCosts, start: [Int], seed: UInt64,
    settings: TourSettings? = nil
  ) {
    let settings = settings ?? .fitting(original)
    self.settings = settings
    // Nodes are numbered along the first tour, so that what is near lies near in memory.
    names = start
    costs = TourCosts(original, order: start)
    near = Self.neighbours(costs, settings)
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
    var left = 0
    var round = settings.kicksPerNode * tour.count
    tour.log.isOn = true
    while !stop.shouldStop(iterations: kicks, best: Cost(Int64(bestLength))) {
      if left == 0 {
        observer?(Progress(stage: "solving", done: kicks))
        endRound()
        // Each round cools more slowly than the one before.
        if kicks > 0 { round += round / 8 }
        left = round
      }
      if kicks & 15 == 0 { temperature = hottest * Double(left) / Double(round) }
      kick()
      left -= 1
      kicks += 1
    }
    endRound()
    return kicks
  }

  /// The temperature at which a round begins.
  private var hottest: Double {
    settings.startTemperature * Double(bestLength) / Double(tour.count)
  }

  private mutating func kick() {
    let before = length
    tour.log.removeAll()
    exchangeSegments()
    while let node = queue.popFirst() {
      while improve(node) {}
    }
    if length > before, length > before + allowance() {
      tour.undo()
      length = before
    }
  }

  /// How much longer a kick may leave the tour.
  @inline(__always)
  private mutating func allowance() -> Int {
    Int(-temperature * Cooling.logarithm(1 - chance.unit()))
  }

  /// Puts what the round has found into the best tour, and goes on from there.
  private mutating func endRound() {
    let gain = TourMerge.merge(best, with: tour.order, costs)
    if length < bestLength - gain {
      keepBest()
    } else {
      bestLength -= gain
      tour.load(best, costs)
      length = bestLength
    }
  }

  private mutating func keepBest() {
    bestLength = length
    best.copy(from: tour.order)
  }
}
