import Quantities

extension TownSite {
  /// Draws a compound: a walled ground with a gate on the street south or west of it, a drive that
  /// only those may use who have business there, and numbered blocks of flats.
  mutating func drawCompound(_ block: Block) {
    let isSouth = eastward[index(block.row, block.column)].isOpen
    let isWest = northward[index(block.row, block.column)].isOpen
    guard isSouth || isWest else { return }
    let name = TownNames.compound(compoundCount)
    compoundCount += 1
    let facesSouth = isSouth && (!isWest || chance.below(3) > 0)
    let gateSpot =
      facesSouth
      ? ((block.west + block.east) / 2 + between(-15, 15), block.south)
      : (block.west, (block.south + block.north) / 2 + between(-15, 15))
    let gate = node(
      gateSpot.0, gateSpot.1,
      [("barrier", chance.below(3) == 0 ? "gate" : "lift_gate"), ("entrance", "main")])
    drawWall(block, gate: gate, facesSouth: facesSouth, name)
    drawDrive(block, gate: gate, at: gateSpot, facesSouth: facesSouth)
    if isDetailed { drawBlocksOfFlats(block, name) }
  }

  private mutating func drawWall(
    _ block: Block, gate: UInt32, facesSouth: Bool, _ name: TownNames.Name
  ) {
    var ring = outline(block)
    if facesSouth { ring.insert(gate, at: 1) } else { ring.insert(gate, at: 4) }
    let street =
      facesSouth
      ? rowName(block.row, isEast: block.column >= columns / 2)
      : columnName(block.column, isNorth: block.row > riverRow)
    let along = facesSouth ? block.column % max(1, columns / 2) : block.row
    builder.way(
      ring,
      [("landuse", "residential")] + name.tags + [
        ("addr:street", street.chinese), ("addr:housenumber", "\(along * 20 + 8)号"),
      ])
  }

  /// The drive: from a new node in the street through the gate to a loop-less lane inside.
  private mutating func drawDrive(
    _ block: Block, gate: UInt32, at spot: (Double, Double), facesSouth: Bool
  ) {
    let street = index(block.row, block.column)
    let start: UInt32
    let end: UInt32
    if facesSouth {
      start = middle(crossings[street], crossings[street + 1], east: spot.0, north: nil)
      eastward[street].middle = start
      end = node(spot.0, block.north - 12)
    } else {
      start = middle(crossings[street], crossings[street + columns], east: nil, north: spot.1)
      northward[street].middle = start
      end = node(block.east - 12, spot.1)
    }
    builder.way([start, gate], [("highway", "service")])
    builder.way([gate, end], [("highway", "service"), ("access", "private")])
  }

  /// A node on the line between two crossings, where the given coordinate is met.
  private mutating func middle(
    _ first: UInt32, _ second: UInt32, east: Double?, north: Double?
  ) -> UInt32 {
    let start = plane.metres(builder.coordinate(first))
    let end = plane.metres(builder.coordinate(second))
    let share: Double
    if let east {
      share = (east - start.x) / (end.x - start.x)
    } else if let north {
      share = (north - start.y) / (end.y - start.y)
    } else {
      share = 0.5
    }
    return node(start.x + share * (end.x - start.x), start.y + share * (end.y - start.y))
  }

  /// Blocks in rows, numbered from the south-west: 1栋, 2栋, … each with one or two staircases.
  private mutating func drawBlocksOfFlats(_ block: Block, _ name: TownNames.Name) {
    let across = 2
    let deep = 2 + chance.below(2)
    let width = (block.east - block.west) / Double(across)
    let depth = (block.north - block.south) / Double(deep)
    for number in 0..<across * deep {
      let west = block.west + Double(number % across) * width + 12
      let south = block.south + Double(number / across) * depth + 10
      let plot = Block(
        row: block.row, column: block.column, west: west, south: south, east: west + width - 24,
        north: south + min(14, depth - 16))
      drawBlockOfFlats(plot, number: number + 1, name)
    }
  }

  private mutating func drawBlockOfFlats(_ plot: Block, number: Int, _ name: TownNames.Name) {
    let corners = outline(plot)
    let staircases = 1 + chance.below(2)
    var ring = [corners[0]]
    for staircase in 0..<staircases {
      let share = (Double(staircase) + 0.5) / Double(staircases)
      ring.append(
        node(
          plot.west + share * (plot.east - plot.west), plot.south,
          [("entrance", "staircase"), ("addr:unit", "\(staircase + 1)单元")]))
    }
    builder.way(
      ring + corners[1...],
      [
        ("building", "apartments"), ("addr:housenumber", "\(number)栋"),
        ("addr:place", name.chinese),
      ])
  }
}
