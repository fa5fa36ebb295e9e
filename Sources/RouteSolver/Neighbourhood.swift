/// The nearest stops of each stop: by travel there and back, and by travel and time.
///
/// Where hours are narrow, stops side by side in the morning and in the evening have nothing to
/// exchange, so a search draws from both.
final class Neighbourhood {
  /// Neighbours per stop.
  let width: Int
  /// By stop: its neighbours, nearest first.
  let near: FlatBuffer<Int32>
  /// By stop: the stops that one would visit next or just before, the best first.
  let timely: FlatBuffer<Int32>

  init(_ problem: CompiledProblem, width wanted: Int) {
    let width = max(0, min(wanted, problem.stopCount - 1))
    self.width = width
    guard width > 0, problem.vehicleCount > 0 else {
      near = FlatBuffer(repeating: 0, count: problem.stopCount * width)
      timely = FlatBuffer(repeating: 0, count: problem.stopCount * width)
      return
    }
    let crew = problem.vehicles[0]
    let nearest = Self.nearest(problem.stopCount, width) { stop, other, _ in
      Int(problem.duration(crew, from: stop, to: other))
        + Int(problem.duration(crew, from: other, to: stop))
    }
    near = FlatBuffer(nearest)
    let hours = StopHours(problem)
    if hours.areAlike {
      timely = FlatBuffer(nearest)
      return
    }
    func step(from: Int, to: Int, below bound: Int) -> Int {
      let way = Int(problem.duration(crew, from: from, to: to))
      if way > bound { return way }
      return way + hours.mismatch(from: from, to: to, after: way + Int(problem.service[from]))
    }
    timely = FlatBuffer(
      Self.nearest(problem.stopCount, width) { stop, other, bound in
        min(step(from: stop, to: other, below: bound), step(from: other, to: stop, below: bound))
      })
  }

  /// The `width` stops of the least gap to each stop, flattened; a gap above `bound` need not be exact.
  private static func nearest(
    _ stops: Int, _ width: Int, gap: (_ stop: Int, _ other: Int, _ bound: Int) -> Int
  ) -> [Int32] {
    var nearest: [(gap: Int, stop: Int32)] = []
    var flat: [Int32] = []
    flat.reserveCapacity(stops * width)
    for stop in 0..<stops {
      nearest.removeAll(keepingCapacity: true)
      var worst = Int.max
      for other in 0..<stops where other != stop {
        let gap = gap(stop, other, worst)
        if gap > worst { continue }
        nearest.append((gap, Int32(other)))
        if nearest.count == width || nearest.count == 4 * width {
          Self.keep(width, of: &nearest)
          worst = nearest[width - 1].gap
        }
      }
      Self.keep(width, of: &nearest)
      flat += nearest.map(\.stop)
    }
    return flat
  }

  private static func keep(_ width: Int, of nearest: inout [(gap: Int, stop: Int32)]) {
    nearest.sort { ($0.gap, $0.stop) < ($1.gap, $1.stop) }
    nearest.removeLast(max(0, nearest.count - width))
  }
}
