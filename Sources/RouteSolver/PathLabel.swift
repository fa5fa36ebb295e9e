/// What is known about the time of a partial route: a function from departure to now.
///
/// Who departs at `d ≤ latest` is done here at `max(earliest, d + duration)`. Driving, service,
/// windows and breaks keep that shape, so a label is extended in O(1) and exact as long as the
/// choice of windows and breaks is fixed (duration segments of Vidal et al. 2013).
struct PathLabel: BitwiseCopyable {
  /// The earliest moment at which the crew can be done here; `infeasible` if it cannot be.
  var earliest: Int32
  /// The least time from departure to here.
  var duration: Int32
  /// The latest departure that keeps every window so far.
  var latest: Int32
  /// The part of `duration` that is breaks.
  var rest: Int32
  /// The part of `rest` that does not count as duty.
  var unpaid: Int32
  /// Breaks over, those before departure included.
  var taken: Int32

  static let infeasible = PathLabel(
    earliest: .max, duration: 0, latest: 0, rest: 0, unpaid: 0, taken: 0)

  /// The least duty from departure to here.
  @inline(__always)
  var duty: Int32 { duration - unpaid }

  @inline(__always)
  var isFeasible: Bool { earliest != .max }

  /// Whether nothing that `other` can still become is better than what this can; `timed` says that
  /// duty or waiting count, and not only being in time.
  @inline(__always)
  func dominates(_ other: PathLabel, timed: Bool) -> Bool {
    taken == other.taken && earliest <= other.earliest
      && (!timed
        || duration <= other.duration && latest >= other.latest && rest >= other.rest
          && unpaid >= other.unpaid)
  }

  /// Time that passes in any case: driving or service.
  @inline(__always)
  mutating func pass(_ time: Int32) {
    earliest += time
    duration += time
  }

  /// What begins here must begin in `open ... close`; `false` if that is too late.
  @inline(__always)
  mutating func begin(open: Int32, close: Int32) -> Bool {
    guard earliest <= close else { return false }
    latest = Swift.min(latest, close - duration)
    earliest = Swift.max(earliest, open)
    duration = Swift.max(duration, earliest - latest)
    return true
  }

  /// The label after a pause here, or an infeasible one.
  @inline(__always)
  func pausing(_ pause: CompiledBreak) -> PathLabel {
    var label = self
    guard label.isFeasible, label.begin(open: pause.open, close: pause.close) else {
      return .infeasible
    }
    label.pass(pause.duration)
    label.rest += pause.duration
    label.unpaid += pause.unpaid
    label.taken += 1
    return label
  }
}

/// A break on the horizon's axis.
struct CompiledBreak: BitwiseCopyable {
  var open: Int32
  var close: Int32
  var duration: Int32
  /// Its duration if it does not count as duty, else 0.
  var unpaid: Int32
}
