import Quantities

/// A problem in flat buffers, the form in which the search reads it.
///
/// Orders are what is served at most once: a stop, or a group of alternatives. Windows are clipped
/// to each vehicle's clock (its shift and latest end of service), so that a stop on several days
/// has one or two windows on each.
final class CompiledProblem {
  let stopCount: Int
  let vehicleCount: Int
  /// One more than the most breaks of a vehicle.
  let width: Int
  /// Whether a vehicle reads ``RouteTail``.
  let hasTails: Bool
  /// Whether the ways of a vehicle take longer at some hours than at others.
  let hasPeriods: Bool
  /// Labels per node.
  let slots: Int
  let travel: TravelTables
  /// By node, stops first and then one node for each vehicle's home: where one is on leaving it.
  let origin: FlatBuffer<Int32>
  /// By node: where one is on reaching it.
  let destination: FlatBuffer<Int32>
  /// By stop.
  let service: FlatBuffer<Int32>
  /// By stop.
  let load: FlatBuffer<Int32>
  /// By vehicle.
  let vehicles: FlatBuffer<CompiledVehicle>
  let breaks: FlatBuffer<CompiledBreak>
  /// By clock and stop: where its windows lie in `windowOpen` and `windowClose`, one past the end
  /// being the next entry.
  let windowOffset: FlatBuffer<Int32>
  let windowOpen: FlatBuffer<Int32>
  let windowClose: FlatBuffer<Int32>
  /// By stop and vehicle: whether that vehicle may come at all.
  let isCompatible: FlatBuffer<Bool>
  /// By stop and vehicle; empty when there are no affinities.
  let affinity: FlatBuffer<Int64>
  let orders: CompiledOrders
  let crews: CompiledCrews
  let locks: CompiledLocks
  let positions: CompiledPositions
  let changes: CompiledChanges
  let imbalance: Int64
  /// Whether one visit more is taken to save nothing but waiting, its worth apart.
  ///
  /// Not where a vehicle is preferred, kilometres cost, which the fastest ways do not spare, or ways
  /// take longer at some hours. That ways through others are no shorter is not checked: where they
  /// are, a good plan may be given up.
  let placingSavesOnlyWaiting: Bool
  /// By vehicle: the first vehicle that is the same in every respect.
  let twin: FlatBuffer<Int32>

  init(_ problem: RoutingProblem, travel: TravelTables, budget: ChangeBudget? = nil) {
    let stops = problem.stops
    stopCount = stops.count
    vehicleCount = problem.vehicles.count
    self.travel = travel
    width = 1 + (problem.vehicles.map(\.breaks.count).max() ?? 0)
    service = FlatBuffer(stops.map(\.service.value))
    load = FlatBuffer(stops.map(\.load))
    breaks = FlatBuffer(
      problem.vehicles.flatMap(\.breaks).map {
        CompiledBreak(
          open: $0.window.start.value, close: $0.window.end.value, duration: $0.duration.value,
          unpaid: $0.isPaid ? 0 : $0.duration.value)
      })
    crews = CompiledCrews(problem)
    var clocks = ClockTables(stops: stops)
    var compiled: [CompiledVehicle] = []
    var breakOffset = 0
    for vehicle in problem.vehicles {
      compiled.append(
        CompiledVehicle(
          vehicle, at: compiled.count, matrix: vehicle.matrix * travel.size * travel.size,
          rows: travel.rows, isTimed: !problem.matrices[vehicle.matrix].periods.isEmpty,
          breakOffset: breakOffset,
          clock: clocks.clock(of: vehicle),
          boundCrew: vehicle.crew.flatMap { CompiledCrews.isBound($0, problem) ? $0 : nil }))
      breakOffset += vehicle.breaks.count
    }
    let locations = stops.map { travel.rows[$0.location.position] }
    origin = FlatBuffer(locations + compiled.map(\.start))
    destination = FlatBuffer(locations + compiled.map(\.end))
    positions = CompiledPositions(stops)
    for position in compiled.indices {
      let crew = compiled[position]
      compiled[position].triesAllPlaces = !positions.isEmpty || crew.isTimed
      compiled[position].isSimple =
        crew.breakCount == 0 && !crew.isTimed
        && !(crew.needsDuration && clocks.hasSeveralWindows[Int(crew.clock)])
      compiled[position].isPlain =
        compiled[position].isSimple && !compiled[position].triesAllPlaces && !crew.needsDistance
        && !crew.limitsContinuous && crew.crew < 0 && problem.weights.imbalance == 0
    }
    hasPeriods = compiled.contains(where: \.isTimed)
    hasTails = compiled.contains { $0.isSimple && $0.needsDuration }
    slots = compiled.allSatisfy(\.isSimple) ? 1 : 4 * width
    vehicles = FlatBuffer(compiled)
    windowOffset = FlatBuffer(clocks.offset + [Int32(clocks.open.count)])
    windowOpen = FlatBuffer(clocks.open)
    windowClose = FlatBuffer(clocks.close)
    let compatible = Self.compatibility(problem, compiled: compiled, clocks: clocks)
    isCompatible = FlatBuffer(compatible)
    affinity = Self.affinities(problem)
    orders = CompiledOrders(problem)
    locks = CompiledLocks(problem)
    changes = CompiledChanges(budget, orders, vehicles: problem.vehicles.count)
    imbalance = problem.weights.imbalance
    placingSavesOnlyWaiting =
      !hasPeriods && compiled.allSatisfy { $0.distanceRate == 0 }
      && problem.stops.allSatisfy { $0.affinities.allSatisfy { $0.cost.value >= 0 } }
    twin = FlatBuffer(Self.twins(problem, compatible: compatible))
  }

  /// The seconds between two nodes, `TravelTables.far` where there is no way; the least of the day
  /// for a vehicle whose ways take longer at some hours than at others.
  @inline(__always)
  func duration(_ vehicle: CompiledVehicle, from: Int, to: Int) -> Int32 {
    travel.pairs[vehicle.matrix + Int(origin[from]) * travel.size + Int(destination[to])].leaving
  }

  /// When such a vehicle arrives that leaves at `moment`; there must be a way.
  @inline(__always)
  func arrival(
    _ vehicle: CompiledVehicle, from: Int, to: Int, leaving moment: Int32
  ) -> Int32 {
    travel.periods.arrival(
      matrix: vehicle.table, cell: Int(origin[from]) * travel.size + Int(destination[to]),
      leaving: moment)
  }

  /// The latest moment at which it can leave to arrive by `moment`; there must be a way.
  @inline(__always)
  func departure(
    _ vehicle: CompiledVehicle, from: Int, to: Int, arriving moment: Int32
  ) -> Int32 {
    travel.periods.departure(
      matrix: vehicle.table, cell: Int(origin[from]) * travel.size + Int(destination[to]),
      arriving: moment)
  }

  /// The decimetres between two nodes.
  @inline(__always)
  func distance(_ vehicle: CompiledVehicle, from: Int, to: Int) -> Int64 {
    guard travel.distances.count > 0 else { return 0 }
    let cell = vehicle.matrix + Int(origin[from]) * travel.size + Int(destination[to])
    return Int64(travel.distances[cell])
  }

  /// Where the windows of `stop` on `vehicle`'s clock lie.
  @inline(__always)
  func windows(_ vehicle: CompiledVehicle, stop: Int) -> Range<Int> {
    let entry = Int(vehicle.clock) * stopCount + stop
    return Int(windowOffset[entry])..<Int(windowOffset[entry + 1])
  }

  /// The label on leaving home after the first `taken` breaks, which are over by then.
  func homeLabel(_ vehicle: CompiledVehicle, taken: Int) -> PathLabel {
    var departure = vehicle.open
    for position in 0..<taken {
      let pause = breaks[Int(vehicle.breakOffset) + position]
      departure = max(departure, pause.open + pause.duration)
    }
    guard departure <= vehicle.close else { return .infeasible }
    return PathLabel(
      earliest: departure, duration: 0, latest: vehicle.close, rest: 0, unpaid: 0,
      taken: Int32(taken))
  }

  /// The latest return when `taken` breaks were taken: before the next one must begin.
  func latestReturn(_ vehicle: CompiledVehicle, taken: Int) -> Int32 {
    taken == Int(vehicle.breakCount)
      ? vehicle.close : min(vehicle.close, breaks[Int(vehicle.breakOffset) + taken].close)
  }

  /// Serves `stop` in the first window that is still open; `false` if there is none.
  @inline(__always)
  func serve(_ stop: Int, _ vehicle: CompiledVehicle, _ label: inout PathLabel) -> Bool {
    for window in windows(vehicle, stop: stop) where label.earliest <= windowClose[window] {
      _ = label.begin(open: windowOpen[window], close: windowClose[window])
      label.pass(service[stop])
      return true
    }
    return false
  }

  /// What uneven work costs a crew.
  @inline(__always)
  func imbalanceCost(workload: Int64) -> Int64 {
    imbalance == 0 ? 0 : imbalance * workload * workload / 57_600
  }

  @inline(__always)
  func affinityCost(stop: Int, vehicle: Int) -> Int64 {
    affinity.count == 0 ? 0 : affinity[stop * vehicleCount + vehicle]
  }
}

extension CompiledProblem {
  private static func compatibility(
    _ problem: RoutingProblem, compiled: [CompiledVehicle], clocks: ClockTables
  ) -> [Bool] {
    var compatible: [Bool] = []
    compatible.reserveCapacity(problem.stops.count * compiled.count)
    for (position, stop) in problem.stops.enumerated() {
      let allowed = stop.allowedVehicles.map(Set.init)
      for (vehicle, crew) in problem.vehicles.enumerated() {
        let index = Index<RoutingVehicle>(vehicle)
        compatible.append(
          stop.skills & ~crew.skills == 0
            && (stop.pinnedDay.map { $0 == crew.day } ?? true)
            && (stop.pinnedVehicle.map { $0 == index } ?? allowed?.contains(index) ?? true)
            && clocks.hasWindow(clock: Int(compiled[vehicle].clock), stop: position))
      }
    }
    return compatible
  }

  private static func affinities(_ problem: RoutingProblem) -> FlatBuffer<Int64> {
    guard problem.stops.contains(where: { !$0.affinities.isEmpty }) else {
      return FlatBuffer(repeating: 0, count: 0)
    }
    let width = problem.vehicles.count
    let table = FlatBuffer<Int64>(repeating: 0, count: problem.stops.count * width)
    for (position, stop) in problem.stops.enumerated() {
      for affinity in stop.affinities {
        table[position * width + affinity.vehicle.position] = affinity.cost.value
      }
    }
    return table
  }

  /// Finds equal vehicles, so that of several empty ones only the first need be tried.
  private static func twins(_ problem: RoutingProblem, compatible: [Bool]) -> [Int32] {
    let width = problem.vehicles.count
    var firsts: [RoutingVehicle: [Int]] = [:]
    return problem.vehicles.enumerated().map { vehicle, crew in
      let first = firsts[crew, default: []].first { other in
        crew.lockedVisits.isEmpty
          && problem.stops.indices.allSatisfy { stop in
            compatible[stop * width + vehicle] == compatible[stop * width + other]
              && !problem.stops[stop].affinities.contains {
                $0.vehicle.position == vehicle || $0.vehicle.position == other
              }
          }
      }
      if first == nil { firsts[crew, default: []].append(vehicle) }
      return Int32(first ?? vehicle)
    }
  }
}
