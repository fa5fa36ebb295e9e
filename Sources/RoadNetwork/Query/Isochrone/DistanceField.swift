import Quantities

/// How far the nodes of a grid are from some lines, near the lines.
///
/// The grid lies in a plane that touches the earth at its middle, in metres from its south-west
/// corner.
struct DistanceField {
  /// The side of a cell in metres.
  let cell: Double
  /// How far from the lines the area ends; at least three cells, so that no line can lie outside
  /// of what is traced and smoothed.
  let buffer: Double
  /// Nodes from south to north and from west to east.
  let (rows, columns): (Int, Int)
  /// Distances in metres, row by row from the south; none greater than buffer and cell together.
  private(set) var distances: [Double]

  private let (south, west): (Double, Double)
  private let shrink: Double

  /// The most cells a side when the resolution is not stated, and when it is.
  private static let mostCells = (usual: 500.0, stated: 2000.0)

  /// A field around `lines`; `nil` without any.
  init?(around lines: [[Coordinate]], _ shape: Isochrone.Shape) {
    guard let box = CoordinateBounds(around: lines.joined()) else { return nil }
    shrink = RoadGeometry.shrink(at: box.centre.latitude)
    let unit = RoadGeometry.metresPerUnit
    let height = Double(Int64(box.northEast.latitude) - Int64(box.southWest.latitude)) * unit
    let width =
      Double(Int64(box.northEast.longitude) - Int64(box.southWest.longitude)) * unit * shrink
    let extent = max(height, width)
    let asked = min(100_000, max(1, shape.buffer.metres))
    let cell =
      shape.resolution.map { max($0.metres, 0.5, extent / Self.mostCells.stated, asked / 16) }
      ?? max(asked / 3, extent / Self.mostCells.usual)
    self.cell = cell
    buffer = max(asked, 3 * cell)
    let margin = (buffer / cell).rounded(.up) + 1
    rows = Int((height / cell).rounded(.up) + 2 * margin) + 1
    columns = Int((width / cell).rounded(.up) + 2 * margin) + 1
    south = Double(box.southWest.latitude) - margin * cell / unit
    west = Double(box.southWest.longitude) - margin * cell / unit / shrink
    distances = [Double](repeating: buffer + cell, count: rows * columns)
    for line in lines { add(line) }
  }

  /// How deep in the area a node lies, in metres; negative outside.
  @inline(__always)
  func depth(row: Int, column: Int) -> Double { buffer - distances[row * columns + column] }

  /// The place at a point of the plane.
  func coordinate(x: Double, y: Double) -> Coordinate {
    let unit = RoadGeometry.metresPerUnit
    func clamped(_ value: Double, _ most: Double) -> Int32 {
      Int32(min(most, max(-most, value.rounded())))
    }
    return Coordinate(
      latitude: clamped(south + y / unit, 9e8),
      longitude: clamped(west + x / unit / shrink, 1.8e9))
  }

  private func point(_ place: Coordinate) -> (x: Double, y: Double) {
    let unit = RoadGeometry.metresPerUnit
    return (
      (Double(place.longitude) - west) * unit * shrink, (Double(place.latitude) - south) * unit
    )
  }

  private mutating func add(_ line: [Coordinate]) {
    guard let first = line.first else { return }
    if line.count == 1 { add(point(first), point(first)) }
    for (start, end) in zip(line, line.dropFirst()) { add(point(start), point(end)) }
  }

  /// Brings the nodes near a segment nearer to it.
  private mutating func add(_ start: (x: Double, y: Double), _ end: (x: Double, y: Double)) {
    let reach = buffer + cell
    let (deltaX, deltaY) = (end.x - start.x, end.y - start.y)
    let square = deltaX * deltaX + deltaY * deltaY
    let nodes = { (low: Double, high: Double, count: Int, cell: Double) in
      max(0, Int((low - reach) / cell))...min(count - 1, Int((high + reach) / cell) + 1)
    }
    let columnRange = nodes(min(start.x, end.x), max(start.x, end.x), columns, cell)
    for row in nodes(min(start.y, end.y), max(start.y, end.y), rows, cell) {
      let y = Double(row) * cell - start.y
      for column in columnRange {
        let x = Double(column) * cell - start.x
        let share = square > 0 ? min(1, max(0, (x * deltaX + y * deltaY) / square)) : 0
        let (offX, offY) = (x - share * deltaX, y - share * deltaY)
        let distance = (offX * offX + offY * offY).squareRoot()
        let node = row * columns + column
        if distance < distances[node] { distances[node] = distance }
      }
    }
  }
}
