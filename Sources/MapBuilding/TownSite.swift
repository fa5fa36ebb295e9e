import Quantities

/// A town while it is drawn: a lattice of streets with a river between two of its rows.
///
/// Lines of the lattice run south to north (columns) and west to east (rows). The outermost lines
/// are the ring road; every fourth line is an avenue. Between the two riverside rows only bridges
/// cross.
struct TownSite: Sendable {
  /// A stretch of street between two neighbouring crossings.
  struct Stretch: Sendable {
    var isOpen = true
    /// A node between the two crossings where a compound's drive begins.
    var middle: UInt32?
    /// The way that it became.
    var way: Int64 = 0
  }

  var builder: MapExtractBuilder
  var chance: SeededGenerator
  let plane = Plane(at: TownGenerator.centre)
  /// Whether single houses are drawn; large towns are for trying out roads.
  let isDetailed: Bool
  let columns: Int
  let rows: Int
  /// The row south of the river; the next one is north of it.
  let riverRow: Int
  let villageCount: Int
  /// East of the centre in metres, by column, and north of it, by row.
  var eastings: [Double] = []
  var northings: [Double] = []
  /// The nodes of crossings, row by row.
  var crossings: [UInt32] = []
  /// The stretch from each crossing to the next one east, and to the next one north.
  var eastward: [Stretch]
  var northward: [Stretch]
  /// Columns and rows in which the traffic goes one way: 1 with the order, −1 against it, 0 both.
  var columnFlow: [Int]
  var rowFlow: [Int]
  var compoundCount = 0

  init(seed: UInt64, size: Int) {
    builder = MapExtractBuilder(
      name: "qingxi", licenceLine: MapExtract.inventedLicenceLine)
    chance = SeededGenerator(seed: seed)
    isDetailed = size <= 20_000
    // A lattice point stands for itself and 0.4 junctions in the blocks beside it; in hamlets it
    // makes up for crossings lost at the edge.
    let villagers = size >= 40 ? Double(size) * 0.25 : 0
    villageCount = size >= 40 ? max(1, Int(villagers / (isDetailed ? 9 : 41))) : 0
    let lattice = (Double(size) - villagers) / (size < 100 ? 0.9 : 1.4)
    rows = max(3, Int((lattice / 1.2).squareRoot().rounded()))
    columns = max(3, Int((lattice / Double(rows)).rounded()))
    riverRow = max(0, rows * 2 / 5 - 1)
    eastward = Array(repeating: Stretch(), count: rows * columns)
    northward = Array(repeating: Stretch(), count: rows * columns)
    columnFlow = Array(repeating: 0, count: columns)
    rowFlow = Array(repeating: 0, count: rows)
  }

  func index(_ row: Int, _ column: Int) -> Int { row * columns + column }

  func isRing(column: Int) -> Bool { column == 0 || column == columns - 1 }

  func isRing(row: Int) -> Bool { row == 0 || row == rows - 1 }

  func isRiverside(_ row: Int) -> Bool { row == riverRow || row == riverRow + 1 }

  func isAvenue(column: Int) -> Bool { isRing(column: column) || column % 4 == 0 }

  func isAvenue(row: Int) -> Bool {
    isRing(row: row) || isRiverside(row) || (row % 4 == 0 && abs(row - riverRow) > 1)
  }

  /// Whether a column crosses the river: the ring on both sides and every third avenue; in small
  /// towns every other street.
  func hasBridge(_ column: Int) -> Bool {
    isRing(column: column) || column % (columns < 12 ? 2 : 12) == 0
  }

  /// A new node some metres east and north of the centre.
  mutating func node(
    _ east: Double, _ north: Double, _ tags: MapExtractBuilder.TagPairs = []
  ) -> UInt32 {
    builder.node(plane.coordinate(east: east, north: north), tags)
  }

  /// A number between `low` and `high`.
  mutating func between(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * chance.unit()
  }
}
