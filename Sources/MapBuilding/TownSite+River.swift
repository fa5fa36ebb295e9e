#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension TownSite {
  /// How far the river and the railway reach beyond the ring, in metres.
  private static let reach = 6000.0

  /// Draws the river that winds between the two riverside rows, and a railway north of the ring.
  mutating func drawRiver() {
    let middle = (northings[riverRow] + northings[riverRow + 1]) / 2
    let west = eastings[0] - Self.reach
    let east = eastings[columns - 1] + Self.reach
    let steps = max(8, min(Int((east - west) / 120), 20_000))
    var north: [UInt32] = []
    var south: [UInt32] = []
    var line: [UInt32] = []
    for step in 0...steps {
      let x = west + (east - west) * Double(step) / Double(steps)
      let y = middle + 28 * sin(x / 610) + 12 * sin(x / 230)
      line.append(node(x, y))
      north.append(node(x, y + 38))
      south.append(node(x, y - 38))
    }
    let name = TownNames.Name(chinese: "清溪河", pinyin: "Qingxi He", english: "Qingxi River")
    builder.way(line, [("waterway", "river")] + name.tags)
    let bank = north + south.reversed() + [north[0]]
    builder.way(bank, [("natural", "water"), ("water", "river")] + name.tags)
    drawRailway(from: west, to: east)
  }

  private mutating func drawRailway(from west: Double, to east: Double) {
    let north = northings[rows - 1] + 420
    let line = (0...8).map { step in
      let x = west + (east - west) * Double(step) / 8
      return node(x, north + 60 * sin(x / 3000))
    }
    builder.way(line, [("railway", "rail")])
    let station = TownNames.Name(
      chinese: "清溪站", pinyin: "Qingxi Zhan", english: "Qingxi Station")
    _ = node(0, north - 40, [("railway", "station")] + station.tags)
  }
}
