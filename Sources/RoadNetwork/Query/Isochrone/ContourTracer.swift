/// Traces the outline of a field's area by marching squares (Lorensen and Cline's marching cubes,
/// 1987, in the plane).
///
/// Every edge of the grid that the outline crosses has one point of it, and is left into one of the
/// two cells beside it; so following the edges gives closed rings, with the area on the left:
/// outer rings run counterclockwise and holes clockwise.
struct ContourTracer {
  /// A point of the plane, in metres.
  struct Point: Equatable {
    var x: Double
    var y: Double
  }

  private let field: DistanceField
  /// The edge that follows each crossed edge; −1 for those not crossed.
  private var next: [Int32]
  private let verticalEdges: Int

  /// A tracer of a field.
  init(_ field: DistanceField) {
    self.field = field
    verticalEdges = field.rows * field.columns
    next = [Int32](repeating: -1, count: 2 * verticalEdges)
    for row in 0..<field.rows - 1 {
      for column in 0..<field.columns - 1 { join(row, column) }
    }
  }

  /// The rings, in the order of their first edge; not closed.
  mutating func rings() -> [[Point]] {
    var rings: [[Point]] = []
    for first in next.indices where next[first] >= 0 {
      var ring: [Point] = []
      var edge = first
      while next[edge] >= 0 {
        ring.append(point(on: edge))
        let following = Int(next[edge])
        next[edge] = -1
        edge = following
      }
      rings.append(ring)
    }
    return rings
  }

  private enum Side { case bottom, right, top, left }

  /// Joins the crossed edges of a cell.
  private mutating func join(_ row: Int, _ column: Int) {
    let depths = [
      field.depth(row: row, column: column), field.depth(row: row, column: column + 1),
      field.depth(row: row + 1, column: column + 1), field.depth(row: row + 1, column: column),
    ]
    // One bit a corner: south-west, south-east, north-east, north-west.
    let corners = depths.indices.reduce(0) { $0 | (depths[$1] > 0 ? 1 << $1 : 0) }
    let isMiddleInside = depths.reduce(0, +) > 0
    for (from, to) in Self.segments(corners, isMiddleInside: isMiddleInside) {
      next[edge(from, row, column)] = Int32(edge(to, row, column))
    }
  }

  /// The outline's segments in a cell, by its corners inside; with two opposite ones the middle
  /// decides whether they belong together.
  private static func segments(
    _ corners: Int, isMiddleInside: Bool
  ) -> [(from: Side, to: Side)] {
    switch corners {
    case 1: [(.bottom, .left)]
    case 2: [(.right, .bottom)]
    case 3: [(.right, .left)]
    case 4: [(.top, .right)]
    case 5 where isMiddleInside: [(.top, .left), (.bottom, .right)]
    case 5: [(.bottom, .left), (.top, .right)]
    case 6: [(.top, .bottom)]
    case 7: [(.top, .left)]
    case 8: [(.left, .top)]
    case 9: [(.bottom, .top)]
    case 10 where isMiddleInside: [(.left, .bottom), (.right, .top)]
    case 10: [(.right, .bottom), (.left, .top)]
    case 11: [(.right, .top)]
    case 12: [(.left, .right)]
    case 13: [(.bottom, .right)]
    case 14: [(.left, .bottom)]
    default: []
    }
  }

  /// The number of a cell's edge: edges towards the east first, then those towards the north, each
  /// by the node where it starts.
  private func edge(_ side: Side, _ row: Int, _ column: Int) -> Int {
    switch side {
    case .bottom: row * field.columns + column
    case .top: (row + 1) * field.columns + column
    case .left: verticalEdges + row * field.columns + column
    case .right: verticalEdges + row * field.columns + column + 1
    }
  }

  /// Where the outline crosses an edge, between its nodes and on neither.
  private func point(on edge: Int) -> Point {
    let isVertical = edge >= verticalEdges
    let node = isVertical ? edge - verticalEdges : edge
    let (row, column) = (node / field.columns, node % field.columns)
    let start = field.depth(row: row, column: column)
    let end =
      isVertical
      ? field.depth(row: row + 1, column: column) : field.depth(row: row, column: column + 1)
    let share = min(0.999, max(0.001, start / (start - end)))
    return Point(
      x: (Double(column) + (isVertical ? 0 : share)) * field.cell,
      y: (Double(row) + (isVertical ? share : 0)) * field.cell)
  }
}
