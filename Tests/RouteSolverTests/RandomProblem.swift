import Quantities
import RouteSolver

/// Small random problems in which any constraint may appear.
enum RandomProblem {
  static func make(seed: UInt64, stops stopCount: Int, plain: Bool = false) throws -> RoutingProblem
  {
    var chance = SeededGenerator(seed: seed)
    let locations = stopCount + 2
    let days = plain ? 1 : 1 + chance.below(3)
    let matrices = (0..<(plain ? 1 : 1 + chance.below(2))).map { _ in
      matrix(locations, holes: !plain && chance.below(4) == 0, &chance)
    }
    let vehicles = (0..<(1 + chance.below(3))).map { number in
      vehicle(day: number % days, matrices.count, locations, plain: plain, &chance)
    }
    let spacings = [RoutingSpacing(minimumDays: chance.below(3))]
    let stops = (0..<stopCount).map { number in
      stop(at: number, days: days, vehicles: vehicles.count, plain: plain, &chance)
    }
    return try RoutingProblem(
      matrices: matrices, stops: stops, vehicles: vehicles, spacings: spacings,
      weights: ObjectiveWeights(
        unservedRequired: Cost(1_000_000), priorities: [.zero, Cost(2_000), Cost(30_000)],
        imbalance: plain || chance.below(4) > 0 ? 0 : 2))
  }

  private static func matrix(
    _ count: Int, holes: Bool, _ chance: inout SeededGenerator
  ) -> TravelMatrix {
    var durations: [Int32] = []
    var distances: [Int32] = []
    for from in 0..<count {
      for to in 0..<count {
        let isHole = holes && from != to && chance.below(12) == 0
        durations.append(
          isHole ? TravelMatrix.unreachable : from == to ? 0 : Int32(120 + chance.below(1800)))
        distances.append(Int32(chance.below(50_000)))
      }
    }
    return TravelMatrix(count: count, durations: durations, distances: distances)
  }

  private static func span(
    _ day: Int, _ from: Int, _ width: Int, _ chance: inout SeededGenerator
  ) -> HorizonSpan {
    let start = day * 86_400 + from + chance.below(width)
    return HorizonSpan(Seconds(Int32(start)), Seconds(Int32(start + chance.below(width))))
  }

  private static func vehicle(
    day: Int, _ matrices: Int, _ locations: Int, plain: Bool, _ chance: inout SeededGenerator
  ) -> RoutingVehicle {
    let open = Int32(day * 86_400 + 8 * 3600)
    let shift = HorizonSpan(Seconds(open), Seconds(open + Int32(3 + chance.below(7)) * 3600))
    func sometimes(_ one: Int) -> Bool { !plain && chance.below(one) == 0 }
    func place() -> Index<RoutingLocation>? {
      sometimes(5) ? nil : Index(locations - 1 - chance.below(2))
    }
    var vehicle = RoutingVehicle(
      day: day, matrix: chance.below(matrices), start: place(), end: place(), shift: shift,
      skills: UInt64(chance.below(4)), fixedCost: Cost(Int64(sometimes(2) ? 1_500 : 0)),
      costPerTravelSecond: Int64(1 + chance.below(2)),
      costPerWaitingSecond: Int64(sometimes(2) ? chance.below(3) : 0))
    if sometimes(3) { vehicle.maxDuty = Seconds(Int32(2 + chance.below(5)) * 3600) }
    if sometimes(5) { vehicle.maxDriving = Seconds(Int32(1 + chance.below(3)) * 3600) }
    if sometimes(5) {
      vehicle.continuousDriving = ContinuousDriving(
        limit: Seconds(Int32(1_500 + chance.below(3_000))), rest: Seconds(1_200))
    }
    if sometimes(5) { vehicle.maxDistance = Distance(decimetres: Int32(chance.below(200_000))) }
    if sometimes(5) { vehicle.maxStops = 1 + chance.below(4) }
    if sometimes(5) { vehicle.latestServiceEnd = Seconds(open + Int32(2 + chance.below(5)) * 3600) }
    if sometimes(2) {
      for number in 0..<(1 + chance.below(2)) {
        let start = open + Int32(number) * 9_000 + Int32(chance.below(7_000))
        vehicle.breaks.append(
          RoutingBreak(
            window: HorizonSpan(Seconds(start), Seconds(start + Int32(chance.below(1_900)))),
            duration: Seconds(Int32(600 + chance.below(2_400)))))
      }
    }
    vehicle.breaks.sort { $0.window.start < $1.window.start }
    if vehicle.breaks.count == 2, vehicle.breaks[1].window.end < vehicle.breaks[0].window.end {
      vehicle.breaks.removeLast()
    }
    return vehicle
  }

  private static func stop(
    at number: Int, days: Int, vehicles: Int, plain: Bool, _ chance: inout SeededGenerator
  ) -> RoutingStop {
    func sometimes(_ one: Int) -> Bool { !plain && chance.below(one) == 0 }
    let windowCount = plain ? chance.below(2) : chance.below(4)
    let windows = (0..<windowCount).map { _ in
      span(chance.below(days), 8 * 3600 + chance.below(4) * 3600, 7_200, &chance)
    }
    var stop = RoutingStop(
      location: Index(number), service: Seconds(Int32(300 + chance.below(1_800))),
      windows: windows, isRequired: !sometimes(2), prize: Cost(Int64(chance.below(6_000))),
      priority: sometimes(3) ? 1 + chance.below(2) : 0,
      skills: sometimes(4) ? UInt64(1 + chance.below(3)) : 0)
    if sometimes(5) { stop.allowedVehicles = [Index(chance.below(vehicles))] }
    if sometimes(8) { stop.pinnedVehicle = Index(chance.below(vehicles)) }
    if sometimes(4) {
      stop.affinities = [
        RoutingAffinity(
          vehicle: Index(chance.below(vehicles)), cost: Cost(Int64(chance.below(900)) - 300))
      ]
    }
    if sometimes(4) { stop.group = chance.below(2) }
    if sometimes(4) { stop.spacing = 0 }
    return stop
  }
}
