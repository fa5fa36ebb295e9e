import Quantities

extension TownSite {
  /// The corners of the ground between four streets, in metres.
  struct Block: Sendable {
    var row: Int
    var column: Int
    var west: Double
    var south: Double
    var east: Double
    var north: Double
  }

  /// Fills the ground between the streets: compounds, houses along streets, parks, public buildings.
  mutating func layBlocks() {
    for row in 0..<rows - 1 where row != riverRow {
      for column in 0..<columns - 1 {
        let block = Block(
          row: row, column: column, west: eastings[column] + 24, south: northings[row] + 24,
          east: eastings[column + 1] - 24, north: northings[row + 1] - 24)
        switch chance.below(100) {
        case 0..<46: drawCompound(block)
        case 46..<86: drawStreetHouses(block)
        case 86..<90: drawPark(block)
        case 90..<96: drawPublicBuilding(block)
        default: drawIndustry(block)
        }
      }
    }
  }

  /// Draws a closed line around the block and gives its nodes, the first one again at the end.
  mutating func outline(_ block: Block, inset: Double = 0) -> [UInt32] {
    let corners = [
      node(block.west + inset, block.south + inset), node(block.east - inset, block.south + inset),
      node(block.east - inset, block.north - inset), node(block.west + inset, block.north - inset),
    ]
    return corners + [corners[0]]
  }

  private mutating func drawPark(_ block: Block) {
    let area = outline(block)
    builder.way(area, [("leisure", "park")])
  }

  private mutating func drawIndustry(_ block: Block) {
    let area = outline(block)
    builder.way(area, [("landuse", "industrial")])
  }

  private mutating func drawPublicBuilding(_ block: Block) {
    let kinds: [(key: String, value: String, part: TownNames.Part, english: String)] = [
      ("amenity", "school", ("小学", "Xiaoxue"), "Primary School"),
      ("amenity", "hospital", ("医院", "Yiyuan"), "Hospital"),
      ("amenity", "marketplace", ("农贸市场", "Nongmao Shichang"), "Market"),
      ("amenity", "police", ("派出所", "Paichusuo"), "Police Station"),
      ("shop", "supermarket", ("超市", "Chaoshi"), "Supermarket"),
      ("amenity", "bank", ("银行", "Yinhang"), "Bank"),
    ]
    let kind = chance.pick(kinds)
    let street = rowName(block.row, isEast: block.column >= columns / 2)
    let stem: TownNames.Part = (
      String(street.chinese.dropLast(2)),
      street.pinyin.split(separator: " ").first.map(String.init) ?? ""
    )
    let name = TownNames.joined(stem, kind.part, english: kind.english)
    let area = outline(block, inset: 10)
    builder.way(area, [(kind.key, kind.value)] + name.tags)
  }

  /// House numbers on the north side of the street south of the block: even numbers, growing from
  /// west to east.
  private mutating func drawStreetHouses(_ block: Block) {
    guard isDetailed, eastward[index(block.row, block.column)].isOpen else { return }
    let street = rowName(block.row, isEast: block.column >= columns / 2)
    let first = (block.column % max(1, columns / 2)) * 10
    let count = 3 + chance.below(3)
    for house in 0..<count {
      let east = block.west + (block.east - block.west) * (Double(house) + 0.5) / Double(count)
      _ = node(
        east, block.south - 8 + between(0, 5),
        [
          ("addr:housenumber", "\((first + house) * 2 + 2)号"),
          ("addr:street", street.chinese),
        ])
    }
  }
}
