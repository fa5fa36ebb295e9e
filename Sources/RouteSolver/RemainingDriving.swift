/// The least driving from a stop through a set of others and home, with no regard to time.
///
/// Held and Karp (1962), read backwards: the way through a set begins with one of its stops and goes
/// on through the rest. It bounds from below what any label has yet to drive, and where windows do
/// not bind it is exact, so that hardly any label survives that cannot lead to a better order.
/// Twelve stops take half a million additions, fifteen seven million.
struct RemainingDriving: ~Copyable {
  private let count: Int
  /// By set and the stop stood at, which is not in the set.
  private let seconds: FlatBuffer<Int32>

  init(_ problem: CompiledProblem, crew: CompiledVehicle, stops: [Int], home: Int) {
    count = stops.count
    let legs = FlatBuffer(
      stops.flatMap { from in stops.map { problem.duration(crew, from: from, to: $0) } })
    seconds = FlatBuffer(repeating: TravelTables.far, count: stops.count << stops.count)
    for (last, stop) in stops.enumerated() {
      seconds[last] = problem.duration(crew, from: stop, to: home)
    }
    for set in 1..<(1 << count) {
      for last in 0..<count where set >> last & 1 == 0 {
        seconds[set * count + last] = least(set, last, legs)
      }
    }
  }

  private func least(_ set: Int, _ last: Int, _ legs: borrowing FlatBuffer<Int32>) -> Int32 {
    var least = TravelTables.far
    var left = set
    while left != 0 {
      let next = left.trailingZeroBitCount
      left &= left - 1
      let way = legs[last * count + next] + seconds[(set ^ 1 << next) * count + next]
      least = min(least, way)
    }
    return least
  }

  /// The least driving from stop number `last` through the stops of `set` and home, or
  /// `TravelTables.far` where there is no way.
  func through(_ set: Int, from last: Int) -> Int32 { seconds[set * count + last] }
}
