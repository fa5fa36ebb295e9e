import Quantities

/// A vehicle with every absent limit spelled out, in plain integers.
struct CompiledVehicle: BitwiseCopyable, Equatable {
  /// Its own position.
  var home: Int32
  /// The offset of its matrix in `CompiledProblem.durations`.
  var matrix: Int
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
  var breakOffset: Int32
  var breakCount: Int32
  var fixedCost: Int64
  var travelRate: Int64
  var waitingRate: Int64
  /// Which table of clipped windows it reads.
  var clock: Int32
  /// Whether the time from departure to return matters at all.
  var needsDuration: Bool
  var limitsContinuous: Bool
  /// Whether one label says all: no breaks, and no choice of windows that duty depends on.
  var isSimple = false

  init(
    _ vehicle: RoutingVehicle, at position: Int, matrix: Int, nowhere: Int32, breakOffset: Int,
    clock: Int
  ) {
    home = Int32(position)
    self.matrix = matrix
    start = vehicle.start.map { Int32($0.raw) } ?? nowhere
    end = vehicle.end.map { Int32($0.raw) } ?? nowhere
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
    self.breakOffset = Int32(breakOffset)
    breakCount = Int32(vehicle.breaks.count)
    fixedCost = vehicle.fixedCost.value
    travelRate = vehicle.costPerTravelSecond
    waitingRate = vehicle.costPerWaitingSecond
    self.clock = Int32(clock)
    needsDuration = waitingRate > 0 || maxDuty < close - open
    limitsContinuous = vehicle.continuousDriving != nil
  }
}
