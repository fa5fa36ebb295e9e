import Quantities

/// The travel times of all matrices that have several periods, in flat buffers.
struct PeriodTables: ~Copyable {
  /// By matrix: its first period, one past the end being the next entry; empty for a matrix whose
  /// travel times hold all day.
  private let offset: FlatBuffer<Int32>
  /// By period: when it begins, in seconds after midnight.
  private let start: FlatBuffer<Int32>
  /// By period, row and column.
  private let durations: FlatBuffer<Int32>
  private let cells: Int

  /// - Parameters:
  ///   - matrices: all matrices of a problem.
  ///   - rows: by location, its row and column.
  ///   - size: how many rows and columns there are; those without a location are at hand at once.
  init(_ matrices: [TravelMatrix], rows: [Int32], size: Int) {
    cells = size * size
    var offsets: [Int32] = [0]
    var starts: [Int32] = []
    for matrix in matrices {
      if !matrix.periods.isEmpty { starts += [0] + matrix.periods.map(\.from.value) }
      offsets.append(Int32(starts.count))
    }
    offset = FlatBuffer(offsets)
    start = FlatBuffer(starts)
    durations = FlatBuffer(repeating: 0, count: starts.count * size * size)
    for (position, matrix) in matrices.enumerated() where !matrix.periods.isEmpty {
      let tables = [matrix.durations] + matrix.periods.map(\.durations)
      for (period, table) in tables.enumerated() {
        let base = (Int(offset[position]) + period) * cells
        for cell in table.indices {
          let row = Int(rows[cell / matrix.count])
          let column = Int(rows[cell % matrix.count])
          let isWay = table[cell] != TravelMatrix.unreachable
          durations[base + row * size + column] = isWay ? table[cell] : TravelTables.far
        }
      }
    }
  }

  /// When one arrives who leaves at `moment`; there must be a way.
  @inline(__always)
  func arrival(matrix: Int, cell: Int, leaving moment: Int32) -> Int32 {
    let first = Int(offset[matrix])
    return Int32(
      truncatingIfNeeded: DrivenWay.arrival(
        leaving: Int64(moment), periods: Int(offset[matrix + 1]) - first,
        starts: { start[first + $0] }, duration: { durations[(first + $0) * cells + cell] }))
  }

  /// The latest moment at which one can leave who arrives by `moment`; there must be a way.
  @inline(__always)
  func departure(matrix: Int, cell: Int, arriving moment: Int32) -> Int32 {
    let first = Int(offset[matrix])
    return Int32(
      truncatingIfNeeded: DrivenWay.departure(
        arriving: Int64(moment), periods: Int(offset[matrix + 1]) - first,
        starts: { start[first + $0] }, duration: { durations[(first + $0) * cells + cell] }))
  }
}
