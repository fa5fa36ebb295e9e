import CLanes

/// Lanes of costs, one set per vertex, in memory that is only touched where it is used.
@safe
final class LaneBuffer {
  private let base: UnsafeMutablePointer<TableSweep.Lanes>
  private let count: Int

  /// Room for `count` vertices, not yet set.
  init(count: Int) {
    unsafe base = .allocate(capacity: max(1, count))
    self.count = count
  }

  deinit { unsafe base.deallocate() }

  /// Sweeps the vertices of `ranks`, one lane set each, from what `upper` knows of those in `reached`.
  ///
  /// Arcs of position `p` are `first[p] ..< first[p + 1]`, and their tails are positions before it.
  /// Bench: "table 1000², Porto": half the time that the same loop took in Swift, which cannot choose
  /// the width of its registers when the program starts.
  func sweep(
    _ ranks: [UInt32], _ first: [UInt32], _ arcs: [RoundsSweepArc], from upper: LaneBuffer,
    _ reached: RankSet
  ) {
    precondition(ranks.count == count && first.count == count + 1)
    precondition(Int(first[count]) == arcs.count && reached.capacity <= upper.count)
    unsafe ranks.withUnsafeBufferPointer { ranks in
      unsafe first.withUnsafeBufferPointer { first in
        unsafe arcs.withUnsafeBufferPointer { arcs in
          guard let ranks = ranks.baseAddress, let first = first.baseAddress else {
            return
          }
          // A sweep without arcs reads none of them.
          let arcs = unsafe arcs.baseAddress ?? UnsafePointer(bitPattern: 8).unsafelyUnwrapped
          let sweep = unsafe RoundsSweep(count: count, ranks: ranks, first: first, arcs: arcs)
          // SAFETY: lists end where `arcs` does, `TableSweep` gives tails that come before their
          // arc and ranks of the network that `reached` and `upper` are made for.
          unsafe reached.withWords { words in
            unsafe rounds_sweep(
              sweep, upper.numbers, words, Double(TravelCost.unreachable.packed), numbers)
          }
        }
      }
    }
  }

  /// Writes the lanes of every vertex, a column each, into rows of durations and distances.
  ///
  /// - Parameters:
  ///   - rows: where the row of each lane begins.
  ///   - durations: seconds; every row has room for all columns.
  ///   - distances: decimetres, in the same places.
  func split(
    rows: [Int], durations: inout [Int32], distances: inout [Int32]
  ) {
    precondition(rows.count <= TableSweep.Lanes.scalarCount && durations.count == distances.count)
    precondition(rows.allSatisfy { $0 >= 0 && $0 + count <= durations.count })
    let form = RoundsCostForm(
      time_unit: Double(1 << TravelCost.distanceBits), per_second: 100,
      unreachable: Double(TravelCost.unreachable.packed),
      unreachable_cell: TravelTable.unreachable)
    unsafe durations.withUnsafeMutableBufferPointer { durations in
      unsafe distances.withUnsafeMutableBufferPointer { distances in
        guard let durations = durations.baseAddress, let distances = distances.baseAddress else {
          return
        }
        // SAFETY: the rows were checked against both arrays above.
        unsafe rounds_split(numbers, count, rows.count, form, rows, durations, distances)
      }
    }
  }

  private var numbers: UnsafeMutablePointer<Double> {
    unsafe UnsafeMutableRawPointer(base).assumingMemoryBound(to: Double.self)
  }

  /// The lanes of a vertex, which must have been set before they are read.
  ///
  /// Bench: "table 1000². Porto"; the bounds are those of verified arcs.
  @inline(__always)
  subscript(vertex: Int) -> TableSweep.Lanes {
    get {
      assert(vertex >= 0 && vertex < count)
      // SAFETY: callers index by ranks that opening the file verified.
      return unsafe base[vertex]
    }
    set {
      assert(vertex >= 0 && vertex < count)
      // SAFETY: as above.
      unsafe base[vertex] = newValue
    }
  }
}

/// A set of ranks that can be walked in order while it grows upwards.
struct RankSet {
  private var words: [UInt64]

  /// How many ranks there are, rounded down to whole words.
  var capacity: Int { max(0, words.count * 64 - 63) }

  /// The bits, one for each rank.
  func withWords(_ body: (UnsafePointer<UInt64>) -> Void) {
    unsafe words.withUnsafeBufferPointer { words in
      if let base = words.baseAddress { unsafe body(base) }
    }
  }

  /// An empty set of ranks `0 ..< count`.
  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  /// Adds a rank; says whether it is new.
  @inline(__always) @discardableResult
  mutating func insert(_ rank: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(rank & 63)
    let isNew = words[rank >> 6] & bit == 0
    words[rank >> 6] |= bit
    return isNew
  }

  @inline(__always)
  func contains(_ rank: Int) -> Bool { words[rank >> 6] & 1 << UInt64(rank & 63) != 0 }

  mutating func removeAll() {
    for word in words.indices { words[word] = 0 }
  }

  /// Visits every rank in ascending order, those included that `body` adds above the one visited.
  @inline(__always)
  mutating func scan(_ body: (Int, inout RankSet) -> Void) {
    for word in words.indices {
      var seen: UInt64 = 0
      while true {
        let pending = words[word] & ~seen
        if pending == 0 { break }
        let bit = pending.trailingZeroBitCount
        seen |= 1 << UInt64(bit)
        body(word << 6 + bit, &self)
      }
    }
  }

  /// Takes out every rank in ascending order, those included that `body` adds above the one taken.
  @inline(__always)
  mutating func drain(_ body: (Int, inout RankSet) -> Void) {
    for word in words.indices {
      while words[word] != 0 {
        let bit = words[word].trailingZeroBitCount
        words[word] &= words[word] &- 1
        body(word << 6 + bit, &self)
      }
    }
  }

  /// Visits every rank, the highest first.
  func eachDescending(_ body: (Int) -> Void) {
    for word in words.indices.reversed() {
      var pending = words[word]
      while pending != 0 {
        let bit = 63 - pending.leadingZeroBitCount
        pending &= ~(1 << UInt64(bit))
        body(word << 6 + bit)
      }
    }
  }
}
