import Glibc

/// Elapsed time and processor time of a piece of work, in seconds.
public struct Spent: Sendable {
  /// Elapsed time; on a machine with other work it says little.
  public var wall: Double
  /// Processor time of all threads of the process, user and system.
  public var cpu: Double

  /// A time of `wall` seconds elapsed and `cpu` seconds of processors.
  public init(wall: Double, cpu: Double) { (self.wall, self.cpu) = (wall, cpu) }

  /// The time from `start` to `self`.
  public static func - (end: Spent, start: Spent) -> Spent {
    Spent(wall: end.wall - start.wall, cpu: end.cpu - start.cpu)
  }

  /// What the two clocks show at this moment.
  public static func now() -> Spent {
    Spent(wall: read(CLOCK_MONOTONIC), cpu: read(CLOCK_PROCESS_CPUTIME_ID))
  }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// What `work` returns, and the time it took.
public func measured<Result>(_ work: () throws -> Result) rethrows -> (Result, Spent) {
  let start = Spent.now()
  let result = try work()
  return (result, Spent.now() - start)
}

/// The least time of `count` runs of `work`, by processor time.
///
/// What `work` returns is dropped after its time was taken, so that taking memory down is not
/// counted for one side and left out for the other.
public func best<Result>(of count: Int, _ work: () -> Result) -> Spent {
  var least = Spent(wall: .infinity, cpu: .infinity)
  for _ in 0..<max(1, count) {
    let (result, spent) = measured(work)
    withExtendedLifetime(result) {}
    if spent.cpu < least.cpu { least = spent }
  }
  return least
}

/// The most memory that the process has had resident, in MB of 2²⁰ bytes.
public func peakResidentMegabytes() -> Double {
  var usage = rusage()
  unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_maxrss) / 1024
}
