/// When each stop can be begun by one of the vehicles that may come: what tells whether two stops
/// suit each other in time.
struct StopHours: ~Copyable {
  private let offset: FlatBuffer<Int32>
  private let open: FlatBuffer<Int32>
  private let close: FlatBuffer<Int32>
  /// Whether all stops can be begun at the same times.
  let areAlike: Bool

  init(_ problem: CompiledProblem) {
    let hours = (0..<problem.stopCount).map { Self.hours(of: $0, problem) }
    var offset: [Int32] = [0]
    for spans in hours { offset.append(offset[offset.count - 1] + Int32(spans.count)) }
    self.offset = FlatBuffer(offset)
    open = FlatBuffer(hours.flatMap { $0.map(\.lowerBound) })
    close = FlatBuffer(hours.flatMap { $0.map(\.upperBound) })
    areAlike = hours.allSatisfy { $0 == hours[0] }
  }

  /// The windows of a stop on the clocks of all vehicles that may come, in order, those that overlap
  /// joined.
  private static func hours(of stop: Int, _ problem: CompiledProblem) -> [ClosedRange<Int32>] {
    var spans: [ClosedRange<Int32>] = []
    var lastClock: Int32 = -1
    for vehicle in 0..<problem.vehicleCount
    where problem.isCompatible[stop * problem.vehicleCount + vehicle] {
      let crew = problem.vehicles[vehicle]
      if crew.clock == lastClock { continue }
      lastClock = crew.clock
      for window in problem.windows(crew, stop: stop) {
        spans.append(problem.windowOpen[window]...problem.windowClose[window])
      }
    }
    spans.sort { $0.lowerBound < $1.lowerBound }
    return spans.reduce(into: []) { joined, span in
      if let last = joined.last, last.upperBound >= span.lowerBound {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
      } else {
        joined.append(span)
      }
    }
  }

  /// The least waiting or delay at `to`, weighed, where service can begin there no sooner than `work`
  /// seconds after it begins at `from`.
  ///
  /// Half of the waiting, which other stops may fill, and twice the delay, which nothing can; after
  /// the measure of Vidal, Crainic, Gendreau and Prins, "A hybrid genetic algorithm with adaptive
  /// diversity management for a large class of vehicle routing problems with time-windows",
  /// Computers & Operations Research 40 (2013).
  func mismatch(from: Int, to: Int, after work: Int) -> Int {
    let last = Int(offset[to + 1])
    var window = Int(offset[to])
    // As much where one of them can never be begun.
    var least = Int(TravelTables.far)
    for earlier in Int(offset[from])..<Int(offset[from + 1]) {
      let soonest = Int(open[earlier]) + work
      // Of the windows before the first that is still open, the last is the least missed.
      while window < last, Int(close[window]) < soonest {
        least = min(least, 2 * (soonest - Int(close[window])))
        window += 1
      }
      if window == last { break }
      least = min(least, max(0, Int(open[window]) - Int(close[earlier]) - work) / 2)
    }
    return least
  }
}
