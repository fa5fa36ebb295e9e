import Quantities

/// Outlines in a grid of about two hundred metres, to ask which of them a point lies in or near.
struct OutlineIndex: Sendable {
  /// An outline and the place it belongs to.
  struct Entry: Sendable {
    var outline: Outline
    /// The nodes it runs over, positions in the extract.
    var nodes: [UInt32]
    /// Its position among the places of the draft.
    var place: Int
  }

  private static let cell: Int32 = 20_000
  /// Outlines that cover more cells than this are asked one by one.
  private static let mostCells = 4096

  private(set) var entries: [Entry] = []
  private var grid: [Int64: [Int]] = [:]
  private var large: [Int] = []

  mutating func add(_ outline: Outline, nodes: [UInt32], place: Int) {
    entries.append(Entry(outline: outline, nodes: nodes, place: place))
  }

  /// Sorts the outlines into the grid; to be called once all are added.
  mutating func close() {
    for (index, entry) in entries.enumerated() {
      guard let bounds = entry.outline.bounds else { continue }
      let rows = Self.range(bounds.southWest.latitude, bounds.northEast.latitude)
      let columns = Self.range(bounds.southWest.longitude, bounds.northEast.longitude)
      guard rows.count * columns.count <= Self.mostCells else {
        large.append(index)
        continue
      }
      for row in rows {
        for column in columns { grid[Self.key(row, column), default: []].append(index) }
      }
    }
  }

  /// The outlines whose cells, or those beside them, hold `point`, in the order they were added.
  func candidates(near point: Coordinate) -> [Int] {
    grid[Self.key(Self.number(point.latitude), Self.number(point.longitude)), default: []] + large
  }

  /// The smallest outline that `point` lies in.
  func home(of point: Coordinate) -> Entry? {
    candidates(near: point).map { entries[$0] }.filter { $0.outline.contains(point) }
      .min { $0.outline.radius < $1.outline.radius }
  }

  /// One cell more on each side, so that what stands just outside is found.
  private static func range(_ low: Int32, _ high: Int32) -> ClosedRange<Int64> {
    number(low) - 1...number(high) + 1
  }

  private static func number(_ units: Int32) -> Int64 {
    Int64(units) >= 0 ? Int64(units) / Int64(cell) : (Int64(units) + 1) / Int64(cell) - 1
  }

  private static func key(_ row: Int64, _ column: Int64) -> Int64 {
    row << 32 ^ column & 0xFFFF_FFFF
  }
}
