public import Quantities

extension RoadNetwork {
  /// The nearest place on a road that `mode` can use, get to from anywhere else and leave again.
  ///
  /// It is `nil` when there is none within a distance, and for places in an area that the mode must
  /// keep out of. Ferries are passed over.
  public func nearest(
    _ coordinate: Coordinate, mode: TravelMode, within: Distance = Distance(metres: 5000)
  ) -> RoadPosition? {
    guard let network = network(for: mode), network.isAllowed(at: coordinate) else { return nil }
    var search = SegmentSearch(coordinate, sections, within: within.metres)
    search.run(network)
    guard let best = search.best else { return nil }
    return sections.position(requested: coordinate, on: best.segment, share: best.share)
  }
}

/// Looks for the nearest segment in the rings of grid cells around a place.
struct SegmentSearch {
  struct Found {
    var segment: SegmentRecord
    /// How far along the segment, 0 … 1.
    var share: Double
  }

  private let place: Coordinate
  private let sections: RoadSections
  private let shrink: Double
  private(set) var best: Found?
  /// Square of the least distance so far, in units of latitude.
  private var square: Double
  private let (south, west, height, width): (Int, Int, Int, Int)
  private let (rows, columns): (Int, Int)

  /// A search around `place` that gives up beyond `within` metres.
  init(_ place: Coordinate, _ sections: RoadSections, within: Double) {
    self.place = place
    self.sections = sections
    shrink = RoadGeometry.shrink(at: place.latitude)
    let units = max(0, within) / RoadGeometry.metresPerUnit
    square = units * units
    let shape = sections.gridShape
    (south, west) = (Int(shape[0]), Int(shape[1]))
    (height, width) = (Int(shape[2]), Int(shape[3]))
    (rows, columns) = (Int(shape[4]), Int(shape[5]))
  }

  /// Searches ring by ring until no further ring can be nearer.
  mutating func run(_ network: ModeNetwork) {
    let y = Int(place.latitude) - south
    let x = Int(place.longitude) - west
    let row = floorDivide(y, height)
    let column = floorDivide(x, width)
    let inset = min(
      Double(min(y - row * height, (row + 1) * height - y)),
      Double(min(x - column * width, (column + 1) * width - x)) * shrink)
    let step = min(Double(height), Double(width) * shrink)
    let first = max(0, -row, row - rows + 1, -column, column - columns + 1)
    let last = max(row, rows - 1 - row, column, columns - 1 - column)
    guard first <= last else { return }
    for ring in first...last {
      let reach = ring == 0 ? 0 : Double(ring - 1) * step + inset
      if reach * reach > square { return }
      visit(ring, row: row, column: column, network)
    }
  }

  private mutating func visit(_ ring: Int, row: Int, column: Int, _ network: ModeNetwork) {
    let rowRange = max(0, row - ring)...max(0, min(rows - 1, row + ring))
    for cellRow in rowRange where cellRow >= row - ring && cellRow <= row + ring {
      let isEdge = cellRow == row - ring || cellRow == row + ring
      if isEdge {
        let from = max(0, column - ring)
        let to = min(columns - 1, column + ring)
        for cellColumn in stride(from: from, through: to, by: 1) {
          look(in: cellRow * columns + cellColumn, network)
        }
      } else {
        for cellColumn in [column - ring, column + ring] where cellColumn >= 0 {
          if cellColumn < columns { look(in: cellRow * columns + cellColumn, network) }
        }
      }
    }
  }

  private mutating func look(in cell: Int, _ network: ModeNetwork) {
    for position in sections.gridStarts.range(cell) {
      let segment = sections.grid[position]
      let (share, distance) = RoadGeometry.project(
        place, on: sections.points[Int(segment.point)].coordinate,
        sections.points[Int(segment.point) + 1].coordinate, shrink: shrink)
      guard distance <= square, isBetter(segment, distance) else { continue }
      let road = Int(segment.road)
      guard network.isOpen(road: road),
        sections.streets[Int(sections.roads[road].street)].roadClass != RoadClass.ferry.rawValue
      else { continue }
      square = distance
      best = Found(segment: segment, share: share)
    }
  }

  /// Of equally near segments the first counts, whichever cell it was met in.
  private func isBetter(_ segment: SegmentRecord, _ distance: Double) -> Bool {
    guard distance == square, let best else { return true }
    return segment.point < best.segment.point
  }

  private func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
  }
}
