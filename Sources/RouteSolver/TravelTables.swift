import Quantities

/// All matrices in flat buffers, with one more location, nowhere, from which all is at hand.
final class TravelTables {
  /// Where there is no way; a sum of two still fits.
  static let far: Int32 = 1 << 29

  /// Locations, nowhere included; nowhere is the last.
  let size: Int
  /// From row to column.
  let durations: FlatBuffer<Int32>
  /// The same from column to row, so that all ways to one place lie side by side.
  let arrivals: FlatBuffer<Int32>
  let distances: FlatBuffer<Int32>

  init(_ matrices: [TravelMatrix]) {
    let count = matrices.first?.count ?? 0
    let size = count + 1
    self.size = size
    durations = FlatBuffer(repeating: 0, count: matrices.count * size * size)
    arrivals = FlatBuffer(repeating: 0, count: matrices.count * size * size)
    distances = FlatBuffer(repeating: 0, count: matrices.count * size * size)
    for (position, matrix) in matrices.enumerated() {
      for from in 0..<count {
        let row = (position * size + from) * size
        for to in 0..<count {
          let cell = from * count + to
          let duration = matrix.durations[cell]
          let isWay = duration != TravelMatrix.unreachable
          durations[row + to] = isWay ? duration : Self.far
          arrivals[(position * size + to) * size + from] = isWay ? duration : Self.far
          distances[row + to] = isWay ? matrix.distances[cell] : 0
        }
      }
    }
  }
}
