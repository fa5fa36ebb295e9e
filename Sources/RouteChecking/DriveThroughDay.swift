import Quantities

/// A drive of one leg whose time depends on the hour, as `TravelMatrix` describes it.
struct DriveThroughDay {
  /// The parts of which a way has so many; a second covers as many as its period says.
  private let parts = Int128(1) << 62
  /// When each period begins, in seconds after midnight; the first at midnight.
  private let starts: [Int]
  /// How long the whole way takes in each.
  private let times: [Int]

  init(_ later: [Seconds], _ times: [Int32]) {
    starts = [0] + later.map { Int($0.value) }
    self.times = times.map { Int($0) }
  }

  /// How long one is on the way who leaves at `moment`.
  func seconds(leaving moment: Int) -> Int {
    if times.allSatisfy({ $0 == times[0] }) { return times[0] }
    var clock = moment
    var covered = Int128(0)
    while covered < parts {
      let (period, over) = period(at: clock)
      let each = Int128(1) + (parts - 1) / Int128(times[period])
      let wanted = Int((parts - covered + each - 1) / each)
      let driven = min(wanted, over - clock)
      covered += each * Int128(driven)
      clock += driven
    }
    return clock - moment
  }

  /// The period that holds at a moment, and the moment at which it is over.
  private func period(at moment: Int) -> (period: Int, over: Int) {
    let time = ((moment % 86_400) + 86_400) % 86_400
    let period = starts.lastIndex { $0 <= time } ?? 0
    let end = period + 1 < starts.count ? starts[period + 1] : 86_400
    return (period, moment - time + end)
  }
}
