import Quantities

/// The windows of all stops, clipped to each distinct shift and latest end of service.
struct ClockTables {
  private struct Clock: Hashable {
    var shift: HorizonSpan
    var latestServiceEnd: Seconds?
  }

  private let stops: [RoutingStop]
  private let windows: [[HorizonSpan]]
  private var known: [Clock: Int] = [:]
  /// By clock and stop.
  private(set) var offset: [Int32] = []
  private(set) var open: [Int32] = []
  private(set) var close: [Int32] = []
  /// By clock: whether a stop has more than one window left.
  private(set) var hasSeveralWindows: [Bool] = []

  init(stops: [RoutingStop]) {
    self.stops = stops
    windows = stops.map { stop in
      stop.pinnedStart.map { [HorizonSpan($0, $0)] } ?? Self.merged(stop.windows)
    }
  }

  /// The clock of `vehicle`, made when it is the first of its kind.
  mutating func clock(of vehicle: RoutingVehicle) -> Int {
    let clock = Clock(shift: vehicle.shift, latestServiceEnd: vehicle.latestServiceEnd)
    if let position = known[clock] { return position }
    let position = known.count
    known[clock] = position
    var mostWindows = 0
    for (stop, spans) in zip(stops, windows) {
      offset.append(Int32(open.count))
      let first = clock.shift.start.value
      let serviceEnd = min(clock.shift.end, clock.latestServiceEnd ?? .max).value
      let last = serviceEnd - stop.service.value
      for span in spans.isEmpty ? [HorizonSpan(clock.shift.start, .max)] : spans {
        let opening = max(span.start.value, first)
        let closing = min(span.end.value, last)
        guard opening <= closing else { continue }
        open.append(opening)
        close.append(closing)
      }
      mostWindows = max(mostWindows, open.count - Int(offset[offset.count - 1]))
    }
    hasSeveralWindows.append(mostWindows > 1)
    return position
  }

  func hasWindow(clock: Int, stop: Int) -> Bool {
    let entry = clock * stops.count + stop
    let next = entry + 1 < offset.count ? offset[entry + 1] : Int32(open.count)
    return next > offset[entry]
  }

  /// Windows in order, those that touch or overlap joined.
  private static func merged(_ windows: [HorizonSpan]) -> [HorizonSpan] {
    var result: [HorizonSpan] = []
    for window in windows.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = result.last, window.start.value <= last.end.value + 1 {
        result[result.count - 1].end = max(last.end, window.end)
      } else {
        result.append(window)
      }
    }
    return result
  }
}
