import Quantities

/// A grid over the map whose cells list the road segments that pass through them.
struct SegmentGrid {
  /// South, west, height and width of a cell, rows and columns; all but the last two in 1e-7
  /// degree.
  var shape: [Int32]
  var starts: [UInt32] = []
  var entries: [SegmentRecord] = []

  /// A grid of about one cell for two segments.
  init(points: [PointRecord], pointStarts: [UInt32], bounds: CoordinateBounds) {
    let south = Int64(bounds.southWest.latitude)
    let west = Int64(bounds.southWest.longitude)
    let height = Int64(bounds.northEast.latitude) - south + 1
    let width = Int64(bounds.northEast.longitude) - west + 1
    let shrink = RoadGeometry.shrink(at: bounds.centre.latitude)
    let cells = Double(min(max(1, points.count / 2), 1 << 22))
    // Not under 25 m, so that a village does not get a cell for every metre.
    let side = max((Double(height) * Double(width) * shrink / cells).squareRoot(), 2250)
    let cellHeight = Int64(side.rounded(.up))
    let cellWidth = Int64(min(side / shrink, 1e9).rounded(.up))
    let rows = (height + cellHeight - 1) / cellHeight
    let columns = (width + cellWidth - 1) / cellWidth
    shape = [south, west, cellHeight, cellWidth, rows, columns].map { Int32(clamping: $0) }
    var counts = [UInt32](repeating: 0, count: Int(rows * columns) + 1)
    eachCell(points, pointStarts) { cell, _ in counts[cell + 1] += 1 }
    for cell in 0..<counts.count - 1 { counts[cell + 1] += counts[cell] }
    starts = counts
    let total = Int(counts[counts.count - 1])
    var entries = [SegmentRecord](repeating: SegmentRecord(road: 0, point: 0), count: total)
    eachCell(points, pointStarts) { cell, segment in
      entries[Int(counts[cell])] = segment
      counts[cell] += 1
    }
    self.entries = entries
  }

  /// Visits the cells of each segment: row by row, the columns between where it enters and leaves.
  private func eachCell(
    _ points: [PointRecord], _ pointStarts: [UInt32], _ body: (Int, SegmentRecord) -> Void
  ) {
    let (height, width, columns) = (Double(shape[2]), Double(shape[3]), Int(shape[5]))
    for road in 0..<pointStarts.count - 1 {
      for point in pointStarts[road]..<pointStarts[road + 1] - 1 {
        let low = place(points[Int(point)])
        let high = place(points[Int(point) + 1])
        let (bottom, top) = low.y <= high.y ? (low, high) : (high, low)
        let slope = top.y > bottom.y ? (top.x - bottom.x) / (top.y - bottom.y) : 0
        // A ferry may lead far beyond the grid, which covers the roads on land.
        let bottomRow = max(0, Int((bottom.y / height).rounded(.down)))
        let topRow = min(Int(shape[4]) - 1, Int((top.y / height).rounded(.down)))
        for row in stride(from: bottomRow, through: topRow, by: 1) {
          var enter = bottom.x
          var leave = top.x
          if top.y > bottom.y {
            enter = bottom.x + slope * (max(bottom.y, Double(row) * height) - bottom.y)
            leave = bottom.x + slope * (min(top.y, Double(row + 1) * height) - bottom.y)
          }
          let first = max(0, Int((min(enter, leave) / width).rounded(.down)))
          let last = min(columns - 1, Int((max(enter, leave) / width).rounded(.down)))
          for column in stride(from: first, through: last, by: 1) {
            body(row * columns + column, SegmentRecord(road: UInt32(road), point: point))
          }
        }
      }
    }
  }

  private func place(_ point: PointRecord) -> (x: Double, y: Double) {
    (
      Double(Int64(point.longitude) - Int64(shape[1])),
      Double(Int64(point.latitude) - Int64(shape[0]))
    )
  }

  /// The cells' lists one after the other: how many, then their points, each from the one before.
  func packed() -> [UInt8] {
    var numbers = NumberWriter()
    var first = 0
    for cell in 0..<starts.count - 1 {
      let list = entries[Int(starts[cell])..<Int(starts[cell + 1])]
      numbers.add(list.count)
      var previous = first
      for (position, segment) in list.enumerated() {
        numbers.addSigned(Int(segment.point) - previous)
        previous = Int(segment.point)
        if position == 0 { first = previous }
      }
    }
    return numbers.bytes
  }
}
