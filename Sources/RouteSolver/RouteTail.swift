/// The rest of a route as a function of when the crew arrives at one of its stops.
///
/// Who arrives at `y`, not later than the latest arrival, is home at `max(finish, y + duration)`, so
/// that a label and a tail tell the time from departure to return in O(1).
struct RouteTail: BitwiseCopyable {
  /// The earliest return.
  var finish: Int32
  /// The least time from arrival to return.
  var duration: Int32
}

extension PathLabel {
  /// Goes on, after `leg`, to the end of a route that must be reached by `latestArrival`.
  ///
  /// - Returns: whether it is in time.
  @inline(__always)
  mutating func finish(_ tail: RouteTail, leg: Int32, latestArrival: Int32) -> Bool {
    pass(leg)
    guard earliest <= latestArrival else { return false }
    latest = Swift.min(latest, latestArrival - duration)
    earliest = Swift.max(earliest + tail.duration, tail.finish)
    duration = Swift.max(duration + tail.duration, earliest - latest)
    return true
  }
}
