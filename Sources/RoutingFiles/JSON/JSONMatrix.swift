import RouteSolver

/// A square table of whole numbers in JSON, row by row.
struct JSONMatrix {
  /// The cells; `TravelMatrix.unreachable` where null stands.
  let cells: [Int32]

  /// The table at `field`, which must have `count` rows and columns if that is known.
  ///
  /// - Throws: ``RoutingFileError`` naming the row or cell that is wrong.
  init(
    _ field: JSONField, count: Int?, limit: Int, factor: Int = 1
  ) throws(RoutingFileError) {
    let rows = try field.items()
    let count = count ?? rows.count
    guard rows.count == count, count <= RoutingFileLimits.locations else {
      throw RoutingFileError(.wrongCount, field.place, found: "\(rows.count)")
    }
    var cells: [Int32] = []
    cells.reserveCapacity(count * count)
    for row in rows {
      let before = cells.count
      if case .numbers(let numbers)? = row.value {
        for number in numbers { cells.append(try Self.cell(number, row, limit, factor)) }
      } else {
        for item in try row.items() {
          let number = try item.optionalNumber()
          cells.append(
            try number.map { number throws(RoutingFileError) in
              try Self.cell(number, item, limit, factor)
            } ?? TravelMatrix.unreachable)
        }
      }
      guard cells.count - before == count else {
        throw RoutingFileError(.wrongCount, row.place, found: "\(cells.count - before)")
      }
    }
    self.cells = cells
  }

  private static func cell(
    _ number: Double, _ field: JSONField, _ limit: Int, _ factor: Int
  ) throws(RoutingFileError) -> Int32 {
    guard let whole = Int(exactly: number), (0...limit / factor).contains(whole) else {
      throw RoutingFileError(.outOfRange, field.place, found: "\(number)")
    }
    return Int32(whole * factor)
  }
}
