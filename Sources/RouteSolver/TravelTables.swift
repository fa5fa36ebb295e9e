import Quantities

/// The ways between two locations, side by side in memory since an insertion asks for both.
struct TravelPair: BitwiseCopyable {
  /// Seconds from the column to the row.
  var arriving: Int32
  /// Seconds from the row to the column.
  var leaving: Int32
}

/// All matrices in flat buffers, with one more location, nowhere, from which all is at hand.
final class TravelTables {
  /// Where there is no way; a sum of two still fits.
  static let far: Int32 = 1 << 29

  /// Locations, nowhere included; nowhere is the last.
  let size: Int
  /// By row and column.
  let pairs: FlatBuffer<TravelPair>
  /// Decimetres from row to column; empty where no matrix tells distances.
  let distances: FlatBuffer<Int32>

  init(_ matrices: [TravelMatrix]) {
    let count = matrices.first?.count ?? 0
    let size = count + 1
    self.size = size
    let hasDistances = matrices.contains { $0.distances.contains { $0 != 0 } }
    pairs = FlatBuffer(
      repeating: TravelPair(arriving: 0, leaving: 0), count: matrices.count * size * size)
    distances = FlatBuffer(repeating: 0, count: hasDistances ? matrices.count * size * size : 0)
    for (position, matrix) in matrices.enumerated() {
      for from in 0..<count {
        let row = (position * size + from) * size
        for to in 0..<count {
          let cell = from * count + to
          let duration = matrix.durations[cell]
          let isWay = duration != TravelMatrix.unreachable
          pairs[row + to].leaving = isWay ? duration : Self.far
          pairs[(position * size + to) * size + from].arriving = isWay ? duration : Self.far
          if hasDistances { distances[row + to] = isWay ? matrix.distances[cell] : 0 }
        }
      }
    }
  }
}
