import Quantities

extension TownSite {
  /// Draws the county around everything, the town's own name, its five subdistricts, and the ground
  /// it is built on.
  mutating func drawCounty() {
    let town = TownNames.Name(chinese: "清溪", pinyin: "Qingxi", english: "Qingxi")
    let middle = northings[min(rows - 1, riverRow + 1)] + 60
    let centre = node(0, middle, [("place", "town")] + town.tags)
    drawSubdistricts()
    drawGround()
    drawBorder(centre)
  }

  private mutating func drawSubdistricts() {
    let east = eastings[columns - 1] * 0.55
    let north = northings[rows - 1] * 0.55
    let parts: [(TownNames.Part, Double, Double)] = [
      (("城中", "Chengzhong"), 0, 0), (("城东", "Chengdong"), east, 0),
      (("城西", "Chengxi"), -east, 0), (("城南", "Chengnan"), 0, -north),
      (("城北", "Chengbei"), 0, north),
    ]
    for (part, east, north) in parts {
      let name = TownNames.joined(part, ("街道", "Jiedao"), english: "Subdistrict")
      _ = node(east, north + 25, [("place", "suburb")] + name.tags)
    }
  }

  private mutating func drawGround() {
    let ground = ring(
      west: eastings[0] - 60, south: northings[0] - 60, east: eastings[columns - 1] + 60,
      north: northings[rows - 1] + 60)
    builder.way(ground, [("landuse", "residential")])
  }

  private mutating func drawBorder(_ centre: UInt32) {
    guard let bounds = CoordinateBounds(around: builder.coordinates) else { return }
    let southWest = plane.metres(bounds.southWest)
    let northEast = plane.metres(bounds.northEast)
    let border = ring(
      west: southWest.x - 800, south: southWest.y - 800, east: northEast.x + 800,
      north: northEast.y + 800)
    let way = builder.way(border, [("boundary", "administrative"), ("admin_level", "6")])
    let county = TownNames.Name(chinese: "清溪县", pinyin: "Qingxi Xian", english: "Qingxi County")
    builder.relation(
      [
        MapExtract.Member(entity: .way, id: way, role: "outer"),
        MapExtract.Member(entity: .node, id: Int64(centre) + 1, role: "admin_centre"),
      ],
      [("type", "boundary"), ("boundary", "administrative"), ("admin_level", "6")] + county.tags)
  }

  private mutating func ring(
    west: Double, south: Double, east: Double, north: Double
  ) -> [UInt32] {
    outline(Block(row: 0, column: 0, west: west, south: south, east: east, north: north))
  }
}
