import CAllocationCount
import Measuring

/// A small piece of work that is done again and again.
struct Benchmark {
  let name: String
  /// How often the work is done in one measurement, so that the clock is fine enough.
  let iterations: Int
  let work: () -> Void

  struct Result {
    var name: String
    /// Calls of malloc and its siblings for each iteration, after one round to warm up.
    var allocations: Double
    /// Bytes asked for, for each iteration.
    var bytes: Double
    /// Processor time of one iteration in seconds.
    var seconds: Double
    /// The same in units of ``Yardstick``.
    var relative: Double
  }

  /// Measures the work seven times, the yardstick before each, and takes the least of both.
  func run() -> Result {
    repeated()
    let calls = allocation_count()
    let bytes = allocation_bytes()
    repeated()
    let allocations = Double(allocation_count() - calls) / Double(iterations)
    let allocated = Double(allocation_bytes() - bytes) / Double(iterations)
    var (unit, seconds) = (Double.infinity, Double.infinity)
    for _ in 0..<7 {
      unit = min(unit, measured { Yardstick.run() }.1.cpu)
      seconds = min(seconds, measured { repeated() }.1.cpu / Double(iterations))
    }
    return Result(
      name: name, allocations: allocations, bytes: allocated, seconds: seconds,
      relative: seconds / unit)
  }

  private func repeated() {
    for _ in 0..<iterations { work() }
  }
}

/// Work of a known amount that uses what the engine uses: arithmetic, branches and scattered memory.
///
/// A benchmark's time over this one's says more about the code, and less about the machine, than
/// seconds do.
enum Yardstick {
  /// Hops a million times through a table of 4 MB in an order that cannot be guessed.
  @inline(never)
  static func run() {
    var place: UInt32 = 1
    var sum: UInt64 = 0
    for _ in 0..<1_000_000 {
      place = table[Int(place & UInt32(table.count - 1))] &* 2_654_435_761 &+ 12_345
      sum = place & 16 == 0 ? sum &+ UInt64(place) : sum ^ UInt64(place)
    }
    precondition(sum != 1)
  }

  private static let table: [UInt32] = {
    var state: UInt32 = 7
    return (0..<1 << 20).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return state >> 3
    }
  }()
}
