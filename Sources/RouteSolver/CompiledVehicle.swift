import Quantities

/// A vehicle with every absent limit spelled out, in plain integers.
struct CompiledVehicle: BitwiseCopyable, Equatable {
  /// Its own position.
  var home: Int32
  /// The offset of its matrix in `CompiledProblem.durations`.
  var matrix: Int
  /// The position of its matrix among the problem's.
  var table: Int
  /// Whether its ways take longer at some hours than at others.
  var isTimed: Bool
  var start: Int32
  var end: Int32
  var open: Int32
  var close: Int32
  var maxDuty: Int32
  var maxDriving: Int32
  var maxDistance: Int64
  var continuousLimit: Int32
  var continuousRest: Int32
  var latestServiceEnd: Int32
  var capacity: Int64
  var maxStops: Int32
  var day: Int32
  /// Its crew, or -1 if it does not matter what that does on other days.
  var crew: Int32
  var breakOffset: Int32
  var breakCount: Int32
  var fixedCost: Int64
  var travelRate: Int64
  var waitingRate: Int64
  /// Per kilometre.
  var distanceRate: Int64
  var overtimeAfter: Int32
  var overtimeRate: Int64
  /// Which table of clipped windows it reads.
  var clock: Int32
  /// Whether the time from departure to return matters at all.
  var needsDuration: Bool
  var needsDistance: Bool
  var limitsContinuous: Bool
  /// Whether one label says all: no breaks, and no choice of windows that duty depends on.
  var isSimple = false
  /// Whether, besides, neither kilometres, rests, other days, evenness nor numbered places count.
  var isPlain = false
  /// Whether each open place for a stop is tried in turn, the shortcuts of the search not being sure.
  var triesAllPlaces = false

  init(
    _ vehicle: RoutingVehicle, at position: Int, matrix: Int, rows: [Int32], isTimed: Bool,
    breakOffset: Int, clock: Int, boundCrew: Int?
  ) {
    home = Int32(position)
    self.matrix = matrix
    table = vehicle.matrix
    self.isTimed = isTimed
    let nowhere = Int32(rows.count)
    start = vehicle.start.map { rows[$0.position] } ?? nowhere
    end = vehicle.end.map { rows[$0.position] } ?? nowhere
    open = vehicle.shift.start.value
    close = vehicle.shift.end.value
    maxDuty = vehicle.maxDuty?.value ?? .max
    maxDriving = vehicle.maxDriving?.value ?? .max
    maxDistance = vehicle.maxDistance.map { Int64($0.decimetres) } ?? .max
    continuousLimit = vehicle.continuousDriving?.limit.value ?? .max
    continuousRest = vehicle.continuousDriving?.rest.value ?? 0
    latestServiceEnd = vehicle.latestServiceEnd?.value ?? .max
    capacity = vehicle.capacity.map { Int64($0) } ?? .max
    maxStops = vehicle.maxStops.map { Int32(clamping: $0) } ?? .max
    day = Int32(vehicle.day)
    crew = boundCrew.map { Int32($0) } ?? -1
    self.breakOffset = Int32(breakOffset)
    breakCount = Int32(vehicle.breaks.count)
    fixedCost = vehicle.fixedCost.value
    travelRate = vehicle.costPerTravelSecond
    waitingRate = vehicle.costPerWaitingSecond
    distanceRate = vehicle.costPerKilometre
    overtimeAfter = vehicle.overtimeAfter?.value ?? .max
    overtimeRate = vehicle.overtimeAfter == nil ? 0 : vehicle.costPerOvertimeSecond
    self.clock = Int32(clock)
    // Where ways take longer at some hours, the route is timed as a whole.
    needsDuration =
      !isTimed && (waitingRate > 0 || overtimeRate > 0 || maxDuty < close - open)
    needsDistance = maxDistance != .max || distanceRate > 0
    limitsContinuous = vehicle.continuousDriving != nil
  }
}
