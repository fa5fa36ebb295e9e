/// How far one comes on a way that takes longer at some hours than at others.
///
/// Speeds are constant within a period of the day; who is on the way when one ends goes on with the
/// speed of the next (Ichoua, Gendreau and Potvin 2003). A way has 2^62 parts; where it takes `D`
/// seconds, each second covers 2^62 / `D` of them, rounded up, and the way is done with the second
/// that completes it. So within a period it takes `D` seconds to the second, and who leaves later
/// never arrives earlier.
enum DrivenWay {
  static let parts: Int64 = 1 << 62
  static let day: Int64 = 86_400

  /// The parts that a second covers where the whole way takes `duration` seconds, more than none.
  @inline(__always)
  static func speed(_ duration: Int32) -> Int64 { (parts - 1) / Int64(duration) + 1 }

  /// When one arrives who leaves at `moment`.
  ///
  /// `starts` tells when a period begins, the first at midnight, and `duration` how long the way
  /// takes in it; it takes no time in none of them or in all.
  @inline(__always)
  static func arrival(
    leaving moment: Int64, periods: Int, starts: (Int) -> Int32, duration: (Int) -> Int32
  ) -> Int64 {
    var now = moment
    var left = parts
    var midnight = midnight(before: now)
    var period = period(at: now - midnight, periods, starts)
    while true {
      let whole = duration(period)
      if whole == 0 { return now }
      let end = midnight + (period + 1 < periods ? Int64(starts(period + 1)) : day)
      // Most ways end in the period in which they begin.
      if left == parts, now + Int64(whole) <= end { return now + Int64(whole) }
      let speed = speed(whole)
      let needed = (left - 1) / speed + 1
      if now + needed <= end { return now + needed }
      left -= speed * (end - now)
      now = end
      period += 1
      if period == periods {
        period = 0
        midnight += day
      }
    }
  }

  /// The latest moment at which one can leave who arrives at `moment` or before.
  @inline(__always)
  static func departure(
    arriving moment: Int64, periods: Int, starts: (Int) -> Int32, duration: (Int) -> Int32
  ) -> Int64 {
    var now = moment
    var left = parts
    // The last second of the way is the one before `moment`.
    var midnight = midnight(before: now - 1)
    var period = period(at: now - 1 - midnight, periods, starts)
    while true {
      let whole = duration(period)
      if whole == 0 { return now }
      let begin = midnight + Int64(starts(period))
      if left == parts, now - Int64(whole) >= begin { return now - Int64(whole) }
      let speed = speed(whole)
      let needed = (left - 1) / speed + 1
      if now - needed >= begin { return now - needed }
      left -= speed * (now - begin)
      now = begin
      period -= 1
      if period < 0 {
        period = periods - 1
        midnight -= day
      }
    }
  }

  @inline(__always)
  private static func midnight(before moment: Int64) -> Int64 {
    let rest = moment % day
    return moment - (rest < 0 ? rest + day : rest)
  }

  @inline(__always)
  private static func period(at time: Int64, _ periods: Int, _ starts: (Int) -> Int32) -> Int {
    var period = periods - 1
    while period > 0, Int64(starts(period)) > time { period -= 1 }
    return period
  }
}
