import Quantities

extension RoutingProblem {
  /// The bounds that keep every sum within its integer.
  enum Limit {
    static let locations = 10_000
    static let stops = 20_000
    static let vehicles = 10_000
    static let pairs = 50_000_000
    static let periods = 96
    static let windows = 1_000
    static let breaks = 4
    static let moment: Int32 = 300_000_000
    /// The longest shift of a vehicle that pays for uneven work, and the longest shifts together of
    /// a crew that does; their squares must fit.
    static let evenShift: Int32 = 31 * 86_400
    static let duration: Int32 = 10_000_000
    static let distance: Int32 = 100_000_000
    static let rate: Int64 = 100_000
    static let cost: Int64 = 1_000_000_000_000
    static let affinity: Int64 = 1_000_000_000
  }

  func validate() throws(RoutingProblemError) {
    try validateSizes()
    for (position, matrix) in matrices.enumerated() { try validate(matrix, at: position) }
    for (position, spacing) in spacings.enumerated()
    where !(0...100_000).contains(spacing.minimumDays)
      || !(spacing.minimumDays...100_000).contains(spacing.maximumDays ?? 100_000)
    {
      throw .spacing(position: position)
    }
    for position in stops.indices {
      if let field = faultyField(of: stops[position]) {
        throw .stop(position: position, field: field)
      }
    }
    for position in vehicles.indices {
      if let field = faultyField(of: vehicles[position]) {
        throw .vehicle(position: position, field: field)
      }
    }
    for (position, crew) in crews.enumerated()
    where (crew.maxDriving ?? .zero) < .zero || (crew.maxWork ?? .zero) < .zero {
      throw .crew(position: position)
    }
    try validateEvenCrews()
    try validateLocks()
    try validateWeights()
  }

  /// Whether the work of crews that pay for it is small enough to be squared.
  private func validateEvenCrews() throws(RoutingProblemError) {
    guard weights.crewImbalance > 0 else { return }
    var shifts = [Int64](repeating: 0, count: crews.count)
    for vehicle in vehicles {
      guard let crew = vehicle.crew else { continue }
      shifts[crew] += Int64(vehicle.shift.end.value) - Int64(vehicle.shift.start.value)
    }
    if let long = shifts.firstIndex(where: { $0 > Int64(Limit.evenShift) }) {
      throw .crew(position: long)
    }
  }

  /// Whether every stop begins the day of one vehicle at most.
  private func validateLocks() throws(RoutingProblemError) {
    var seen = Set<Index<RoutingStop>>()
    for (position, vehicle) in vehicles.enumerated() {
      for stop in vehicle.lockedVisits
      where stop.position >= stops.count || !seen.insert(stop).inserted {
        throw .vehicle(position: position, field: "lockedVisits")
      }
    }
  }

  private func validateSizes() throws(RoutingProblemError) {
    guard let first = matrices.first else { throw .noMatrix }
    for (what, count, limit) in [
      ("locations", first.count, Limit.locations), ("stops", stops.count, Limit.stops),
      ("vehicles", vehicles.count, Limit.vehicles), ("matrices", matrices.count, 64),
      ("stops times vehicles", stops.count * vehicles.count, Limit.pairs),
    ] where count > limit {
      throw .tooLarge(what: what, count: count, limit: limit)
    }
  }

  private func validate(_ matrix: TravelMatrix, at position: Int) throws(RoutingProblemError) {
    let count = matrix.count
    guard count >= 0, count == matrices[0].count, matrix.durations.count == count * count,
      matrix.distances.count == count * count
    else { throw .matrixShape(matrix: position) }
    for cell in 0..<count * count where matrix.durations[cell] != TravelMatrix.unreachable {
      guard (0...Limit.duration).contains(matrix.durations[cell]),
        (0...Limit.distance).contains(matrix.distances[cell])
      else { throw .matrixEntry(matrix: position, from: cell / count, to: cell % count) }
    }
    try validatePeriods(of: matrix, at: position)
  }

  /// Whether the periods of a matrix follow each other within a day, and have the same ways: none
  /// is barred, or takes no time, in some of them only.
  private func validatePeriods(
    of matrix: TravelMatrix, at position: Int
  ) throws(RoutingProblemError) {
    var earliest: Int32 = 1
    guard matrix.periods.count <= Limit.periods else {
      throw .tooLarge(what: "periods", count: matrix.periods.count, limit: Limit.periods)
    }
    for (number, period) in matrix.periods.enumerated() {
      guard period.from.value >= earliest, period.from.value < 86_400,
        period.durations.count == matrix.durations.count
      else { throw .matrixPeriod(matrix: position, period: number) }
      earliest = period.from.value + 1
      for (cell, duration) in period.durations.enumerated() {
        let usual = matrix.durations[cell]
        let isSound =
          usual == TravelMatrix.unreachable || usual == 0
          ? duration == usual : (1...Limit.duration).contains(duration)
        guard isSound else {
          throw .matrixEntry(
            matrix: position, from: cell / matrix.count, to: cell % matrix.count)
        }
      }
    }
  }

  private func isLocation(_ location: Index<RoutingLocation>?) -> Bool {
    location.map { $0.position < matrices[0].count } ?? true
  }

  private func isVehicle(_ vehicle: Index<RoutingVehicle>?) -> Bool {
    vehicle.map { $0.position < vehicles.count } ?? true
  }

  private func isPlace(_ position: RoutePosition) -> Bool {
    switch position {
    case .number(let number): (1...Limit.stops).contains(number)
    case .last: true
    }
  }

  private func isSound(_ span: HorizonSpan) -> Bool {
    span.start.value >= 0 && span.start <= span.end && span.end.value <= Limit.moment
  }

  private func faultyField(of stop: RoutingStop) -> String? {
    let levels = weights.priorities.count
    let checks: [(String, Bool)] = [
      ("location", isLocation(stop.location)),
      ("service", (0...Limit.duration).contains(stop.service.value)),
      ("windows", stop.windows.count <= Limit.windows && stop.windows.allSatisfy(isSound)),
      ("load", stop.load >= 0),
      ("prize", (0...Limit.cost).contains(stop.prize.value)),
      ("priority", (0..<levels).contains(stop.priority)),
      ("allowedVehicles", stop.allowedVehicles?.allSatisfy(isVehicle) ?? true),
      (
        "affinities",
        stop.affinities.allSatisfy {
          isVehicle($0.vehicle) && $0.cost.value.magnitude <= Limit.affinity
        }
      ),
      ("spacing", stop.spacing.map { spacings.indices.contains($0) } ?? true),
      ("pinnedVehicle", isVehicle(stop.pinnedVehicle)),
      ("pinnedDay", (0...100_000).contains(stop.pinnedDay ?? 0)),
      ("pinnedStart", stop.pinnedStart.map { isSound(HorizonSpan($0, $0)) } ?? true),
      ("pinnedPosition", stop.pinnedPosition.map(isPlace) ?? true),
    ]
    return checks.first { !$0.1 }?.0
  }

  private func faultyField(of vehicle: RoutingVehicle) -> String? {
    let rates = 0...Limit.rate
    func limits(_ time: Seconds?) -> Bool { time.map { $0.value >= 0 } ?? true }
    let checks: [(String, Bool)] = [
      ("day", (0...100_000).contains(vehicle.day)),
      ("crew", vehicle.crew.map { crews.indices.contains($0) } ?? true),
      ("matrix", matrices.indices.contains(vehicle.matrix)),
      ("start", isLocation(vehicle.start)),
      ("end", isLocation(vehicle.end)),
      (
        "shift",
        isSound(vehicle.shift)
          && (weights.imbalance == 0
            || vehicle.shift.end.value - vehicle.shift.start.value <= Limit.evenShift)
      ),
      ("maxDuty", limits(vehicle.maxDuty)),
      ("maxDriving", limits(vehicle.maxDriving)),
      (
        "continuousDriving",
        limits(vehicle.continuousDriving?.limit) && limits(vehicle.continuousDriving?.rest)
      ),
      ("maxDistance", (vehicle.maxDistance?.decimetres ?? 0) >= 0),
      ("capacity", (vehicle.capacity ?? 0) >= 0),
      ("maxStops", (vehicle.maxStops ?? 0) >= 0),
      ("latestServiceEnd", limits(vehicle.latestServiceEnd)),
      ("breaks", areSound(vehicle.breaks)),
      ("fixedCost", (0...Limit.cost).contains(vehicle.fixedCost.value)),
      ("costPerTravelSecond", rates.contains(vehicle.costPerTravelSecond)),
      ("costPerWaitingSecond", rates.contains(vehicle.costPerWaitingSecond)),
      ("costPerKilometre", rates.contains(vehicle.costPerKilometre)),
      ("overtimeAfter", limits(vehicle.overtimeAfter)),
      ("costPerOvertimeSecond", rates.contains(vehicle.costPerOvertimeSecond)),
    ]
    return checks.first { !$0.1 }?.0
  }

  /// Whether the breaks are well formed and stand in an order in which they can be taken.
  private func areSound(_ breaks: [RoutingBreak]) -> Bool {
    breaks.count <= Limit.breaks
      && breaks.allSatisfy {
        isSound($0.window) && (0...86_400).contains($0.duration.value)
      }
      && zip(breaks, breaks.dropFirst()).allSatisfy {
        $0.window.start <= $1.window.start && $0.window.end <= $1.window.end
      }
  }

  private func validateWeights() throws(RoutingProblemError) {
    let costs = 0...Limit.cost
    guard costs.contains(weights.unservedRequired.value) else {
      throw .weights(field: "unservedRequired")
    }
    guard !weights.priorities.isEmpty, weights.priorities.count <= 1_000,
      weights.priorities.allSatisfy({ costs.contains($0.value) })
    else { throw .weights(field: "priorities") }
    for (field, weight) in [
      ("imbalance", weights.imbalance), ("crewImbalance", weights.crewImbalance),
    ] where !(0...Limit.rate).contains(weight) {
      throw .weights(field: field)
    }
  }
}
