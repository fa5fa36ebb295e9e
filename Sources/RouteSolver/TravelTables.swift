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
  /// By location: its row and column.
  let rows: [Int32]
  /// By row and column.
  let pairs: FlatBuffer<TravelPair>
  /// Decimetres from row to column; empty where no matrix tells distances.
  let distances: FlatBuffer<Int32>
  /// The travel times of matrices with several periods, of which `pairs` has the least.
  let periods: PeriodTables

  init(_ matrices: [TravelMatrix]) {
    let count = matrices.first?.count ?? 0
    let size = count + 1
    self.size = size
    let rows = Self.localOrder(matrices)
    self.rows = rows
    let hasDistances = matrices.contains { $0.distances.contains { $0 != 0 } }
    pairs = FlatBuffer(
      repeating: TravelPair(arriving: 0, leaving: 0), count: matrices.count * size * size)
    distances = FlatBuffer(repeating: 0, count: hasDistances ? matrices.count * size * size : 0)
    periods = PeriodTables(matrices, rows: rows, size: size)
    for (position, matrix) in matrices.enumerated() {
      let durations = matrix.leastDurations
      for from in 0..<count {
        let row = Int(rows[from])
        for to in 0..<count {
          let cell = from * count + to
          let column = Int(rows[to])
          let pair = (position * size + row) * size + column
          let duration = durations[cell]
          let isWay = duration != TravelMatrix.unreachable
          pairs[pair].leaving = isWay ? duration : Self.far
          pairs[(position * size + column) * size + row].arriving = isWay ? duration : Self.far
          if hasDistances { distances[pair] = isWay ? matrix.distances[cell] : 0 }
        }
      }
    }
  }

  /// Numbers locations so that neighbours lie side by side in memory: from each on to the nearest
  /// that has no number yet.
  private static func localOrder(_ matrices: [TravelMatrix]) -> [Int32] {
    guard let matrix = matrices.first else { return [] }
    var rows = Array(repeating: Int32(-1), count: matrix.count)
    var left = Array(0..<matrix.count)
    var here = 0
    for number in rows.indices {
      var nearest = 0
      var least = Int32.max
      for (position, location) in left.enumerated() {
        let way = matrix.durations[here * matrix.count + location]
        if way < least { (nearest, least) = (position, way) }
      }
      here = left[nearest]
      left[nearest] = left[left.count - 1]
      left.removeLast()
      rows[here] = Int32(number)
    }
    return rows
  }
}
