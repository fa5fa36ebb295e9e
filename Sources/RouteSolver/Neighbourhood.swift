/// The nearest stops of each stop, by travel there and back.
final class Neighbourhood {
  /// Neighbours per stop.
  let width: Int
  /// By stop: its neighbours, nearest first.
  let near: FlatBuffer<Int32>

  init(_ problem: CompiledProblem, width wanted: Int) {
    let stops = problem.stopCount
    let width = max(0, min(wanted, stops - 1))
    self.width = width
    near = FlatBuffer(repeating: 0, count: stops * width)
    guard width > 0, problem.vehicleCount > 0 else { return }
    let crew = problem.vehicles[0]
    var nearest: [(gap: Int32, stop: Int32)] = []
    for stop in 0..<stops {
      nearest.removeAll(keepingCapacity: true)
      for other in 0..<stops where other != stop {
        let gap =
          problem.duration(crew, from: stop, to: other)
          + problem.duration(crew, from: other, to: stop)
        if nearest.count == 4 * width { Self.keep(width, of: &nearest) }
        if nearest.count < width || gap <= nearest[width - 1].gap {
          nearest.append((gap, Int32(other)))
          if nearest.count == width { Self.keep(width, of: &nearest) }
        }
      }
      Self.keep(width, of: &nearest)
      for (position, neighbour) in nearest.enumerated() {
        near[stop * width + position] = neighbour.stop
      }
    }
  }

  private static func keep(_ width: Int, of nearest: inout [(gap: Int32, stop: Int32)]) {
    nearest.sort { ($0.gap, $0.stop) < ($1.gap, $1.stop) }
    nearest.removeLast(max(0, nearest.count - width))
  }
}
