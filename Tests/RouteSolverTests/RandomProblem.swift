import Quantities
import RouteSolver

/// Small random problems in which any constraint may appear.
struct RandomProblem {
  private var chance: SeededGenerator
  /// Draws what only some problems have, so that the others stay as they were.
  private var rareChance: SeededGenerator
  /// Whether there are but windows and required stops.
  private let isPlain: Bool
  private let stopCount: Int
  private var locations: Int { stopCount + 2 }
  private let days: Int

  /// A problem; the same seed and numbers give the same one.
  ///
  /// - Parameters:
  ///   - seed: chance.
  ///   - stops: how many stops.
  ///   - plain: whether there are but windows and required stops.
  ///   - longestRoute: the most stops of every vehicle, so that brute force comes to its end.
  /// - Returns: the problem.
  /// - Throws: what `RoutingProblem` finds wrong with it, which would be a mistake here.
  static func make(
    seed: UInt64, stops: Int, plain: Bool = false, longestRoute: Int? = nil
  ) throws -> RoutingProblem {
    var random = RandomProblem(seed: seed, stops: stops, plain: plain)
    return try random.problem(longestRoute: longestRoute)
  }

  private init(seed: UInt64, stops: Int, plain: Bool) {
    chance = SeededGenerator(seed: seed)
    rareChance = SeededGenerator(seed: seed &+ 1_000_003)
    isPlain = plain
    stopCount = stops
    days = plain ? 1 : 1 + chance.below(4)
  }

  /// Once in `one` times, and never in a plain problem.
  private mutating func sometimes(_ one: Int) -> Bool { !isPlain && chance.below(one) == 0 }

  private mutating func rarely(_ one: Int) -> Bool { !isPlain && rareChance.below(one) == 0 }

  private mutating func problem(longestRoute: Int?) throws -> RoutingProblem {
    let hasHoles = sometimes(6)
    let isMetric = chance.below(2) == 0
    let matrices = (0..<(isPlain ? 1 : 1 + chance.below(2))).map { _ in
      matrix(holes: hasHoles, isMetric: isMetric)
    }
    let crews = sometimes(3) ? (0..<2).map { _ in crew() } : []
    let count = max(1 + chance.below(3), days == 4 ? 3 : 1)
    var vehicles = (0..<count).map { number in
      vehicle(day: number % days, matrices: matrices.count, crews: crews.count)
    }
    let spacings = (0..<2).map { _ in spacing() }
    var stops = (0..<stopCount).map { number in stop(at: number, vehicles: count) }
    if sometimes(6) { lock(&stops, &vehicles) }
    if rarely(5) { pinPlaces(&stops) }
    for vehicle in vehicles.indices {
      guard let longestRoute else { break }
      vehicles[vehicle].maxStops = min(vehicles[vehicle].maxStops ?? .max, longestRoute)
    }
    return try RoutingProblem(
      matrices: matrices, stops: stops, vehicles: vehicles, spacings: spacings, crews: crews,
      weights: ObjectiveWeights(
        unservedRequired: Cost(1_000_000), priorities: [.zero, Cost(2_000), Cost(30_000)],
        imbalance: sometimes(4) ? 2 : 0, crewImbalance: rarely(4) ? 3 : 0))
  }

  private mutating func seconds(_ least: Int, _ width: Int) -> Seconds {
    Seconds(Int32(least + chance.below(width)))
  }

  private mutating func matrix(holes: Bool, isMetric: Bool) -> TravelMatrix {
    var durations: [Int32] = []
    var distances: [Int32] = []
    for from in 0..<locations {
      for to in 0..<locations {
        durations.append(from == to ? 0 : Int32(120 + chance.below(1800)))
        distances.append(from == to ? 0 : Int32(chance.below(50_000)))
      }
    }
    if isMetric {
      shorten(&durations)
      shorten(&distances)
    }
    for cell in durations.indices
    where holes && cell / locations != cell % locations && chance.below(12) == 0 {
      durations[cell] = TravelMatrix.unreachable
    }
    return TravelMatrix(
      count: locations, durations: durations, distances: distances,
      periods: rarely(8) ? periods(durations) : [])
  }

  /// Up to three parts of the day, each with a pace of its own and ways that depart from it.
  private mutating func periods(_ durations: [Int32]) -> [TravelPeriod] {
    var starts: Set<Int> = []
    for _ in 0..<(1 + rareChance.below(3)) {
      starts.insert(8 * 3_600 + rareChance.below(6 * 3_600))
    }
    return starts.sorted().map { start in
      let pace = 40 + rareChance.below(200)
      return TravelPeriod(
        from: Seconds(Int32(start)),
        durations: durations.map { duration in
          if duration == 0 || duration == TravelMatrix.unreachable { return duration }
          return max(1, duration * Int32(pace + rareChance.below(40)) / 100)
        })
    }
  }

  /// Takes the shortest way through other places in place of each leg, so that no detour is
  /// shorter than the way (Floyd 1962).
  private func shorten(_ table: inout [Int32]) {
    for through in 0..<locations {
      for from in 0..<locations {
        for to in 0..<locations {
          let detour = table[from * locations + through] + table[through * locations + to]
          table[from * locations + to] = min(table[from * locations + to], detour)
        }
      }
    }
  }

  private mutating func crew() -> RoutingCrew {
    RoutingCrew(
      maxDriving: sometimes(2) ? seconds(2_000, 6_000) : nil,
      maxWork: sometimes(2) ? seconds(3_000, 9_000) : nil)
  }

  private mutating func spacing() -> RoutingSpacing {
    let least = chance.below(3)
    return RoutingSpacing(
      minimumDays: least, maximumDays: sometimes(2) ? least + chance.below(2) : nil,
      isSeries: sometimes(2))
  }

  /// Pins up to three stops to a place in their route.
  private mutating func pinPlaces(_ stops: inout [RoutingStop]) {
    for _ in 0..<3 {
      stops[rareChance.below(stopCount)].pinnedPosition =
        rareChance.below(3) == 0 ? .last : .number(1 + rareChance.below(3))
    }
  }

  /// Binds one or two stops to the beginning of some vehicle's route.
  private mutating func lock(_ stops: inout [RoutingStop], _ vehicles: inout [RoutingVehicle]) {
    let vehicle = chance.below(vehicles.count)
    for stop in Set((0..<2).map { _ in chance.below(stopCount) }).sorted() {
      vehicles[vehicle].lockedVisits.append(Index(stop))
      if chance.below(2) == 0 { stops[stop].pinnedVehicle = Index(vehicle) }
    }
    if chance.below(2) == 0 { vehicles[vehicle].lockedVisits.reverse() }
  }
}

/// Vehicles.
extension RandomProblem {
  private mutating func place() -> Index<RoutingLocation>? {
    sometimes(5) ? nil : Index(locations - 1 - chance.below(2))
  }

  private mutating func vehicle(day: Int, matrices: Int, crews: Int) -> RoutingVehicle {
    let open = Int32(day * 86_400 + 8 * 3600)
    let shift = HorizonSpan(Seconds(open), Seconds(open + Int32(3 + chance.below(7)) * 3600))
    var vehicle = RoutingVehicle(
      day: day, matrix: chance.below(matrices), start: place(), end: place(), shift: shift,
      skills: UInt64(chance.below(4)), fixedCost: Cost(sometimes(2) ? 1_500 : 0),
      costPerTravelSecond: Int64(1 + chance.below(2)),
      costPerWaitingSecond: sometimes(2) ? Int64(chance.below(3)) : 0)
    if crews > 0, sometimes(2) { vehicle.crew = chance.below(crews) }
    addLimits(to: &vehicle, open: open)
    if sometimes(4) { vehicle.costPerKilometre = Int64(1 + chance.below(900)) }
    if sometimes(4) {
      vehicle.overtimeAfter = seconds(0, 14_400)
      vehicle.costPerOvertimeSecond = Int64(1 + chance.below(3))
    }
    if sometimes(2) { addBreaks(to: &vehicle, open: open) }
    return vehicle
  }

  private mutating func addLimits(to vehicle: inout RoutingVehicle, open: Int32) {
    if sometimes(3) { vehicle.maxDuty = Seconds(Int32(2 + chance.below(5)) * 3600) }
    if sometimes(5) { vehicle.maxDriving = Seconds(Int32(1 + chance.below(3)) * 3600) }
    if sometimes(5) {
      vehicle.continuousDriving = ContinuousDriving(
        limit: seconds(1_500, 3_000), rest: Seconds(1_200))
    }
    if sometimes(5) { vehicle.maxDistance = Distance(decimetres: Int32(chance.below(200_000))) }
    if sometimes(4) { vehicle.capacity = Int32(2 + chance.below(10)) }
    if sometimes(5) { vehicle.maxStops = 1 + chance.below(4) }
    if sometimes(5) { vehicle.latestServiceEnd = Seconds(open + Int32(2 + chance.below(5)) * 3600) }
  }

  private mutating func addBreaks(to vehicle: inout RoutingVehicle, open: Int32) {
    for number in 0..<(1 + chance.below(2)) {
      let start = open + Int32(number) * 9_000 + Int32(chance.below(7_000))
      vehicle.breaks.append(
        RoutingBreak(
          window: HorizonSpan(Seconds(start), Seconds(start + Int32(chance.below(1_900)))),
          duration: seconds(600, 2_400), isPaid: !sometimes(3)))
    }
    vehicle.breaks.sort { $0.window.start < $1.window.start }
    if vehicle.breaks.count == 2, vehicle.breaks[1].window.end < vehicle.breaks[0].window.end {
      vehicle.breaks.removeLast()
    }
  }
}

/// Stops.
extension RandomProblem {
  private mutating func window() -> HorizonSpan {
    let start = chance.below(days) * 86_400 + (8 + chance.below(4)) * 3600 + chance.below(7_200)
    return HorizonSpan(Seconds(Int32(start)), Seconds(Int32(start + chance.below(7_200))))
  }

  private mutating func stop(at number: Int, vehicles: Int) -> RoutingStop {
    let windows = (0..<(isPlain ? chance.below(2) : chance.below(4))).map { _ in window() }
    var stop = RoutingStop(
      location: Index(number), service: seconds(300, 1_800), windows: windows,
      load: Int32(isPlain ? 0 : chance.below(6)), isRequired: !sometimes(2),
      prize: Cost(Int64(chance.below(6_000))), priority: sometimes(3) ? 1 + chance.below(2) : 0,
      skills: sometimes(4) ? UInt64(1 + chance.below(3)) : 0)
    if sometimes(5) { stop.allowedVehicles = [Index(chance.below(vehicles))] }
    if sometimes(8) { stop.pinnedVehicle = Index(chance.below(vehicles)) }
    if sometimes(10) { stop.pinnedDay = chance.below(days) }
    if sometimes(12) { stop.pinnedStart = window().start }
    if sometimes(4) {
      stop.affinities = [
        RoutingAffinity(
          vehicle: Index(chance.below(vehicles)), cost: Cost(Int64(chance.below(900)) - 300))
      ]
    }
    if sometimes(4) { stop.group = chance.below(2) }
    if sometimes(3) { stop.spacing = chance.below(2) }
    return stop
  }
}
