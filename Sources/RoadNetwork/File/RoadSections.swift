import Quantities

/// The sections of a road file that hold whoever travels, with every number verified.
struct RoadSections {
  let numbers: FileArray<Int64>
  let textStarts: FileArray<UInt32>
  let texts: FileArray<UInt8>
  let nameStarts: FileArray<UInt32>
  let names: FileArray<NameRecord>
  let streets: FileArray<StreetRecord>
  let roads: FileArray<RoadRecord>
  let pointStarts: FileArray<UInt32>
  let points: FileArray<PointRecord>
  let gridShape: FileArray<Int32>
  let gridStarts: FileArray<UInt32>
  let grid: FileArray<SegmentRecord>
  let scenery: FileArray<SceneryRecord>
  let ringStarts: FileArray<UInt32>
  let ringPointStarts: FileArray<UInt32>
  let ringPoints: FileArray<PointRecord>
  let labels: FileArray<LabelRecord>

  /// Finds and verifies the sections.
  init(_ reader: RoadFileReader) throws(RoadFileError) {
    func find<Element: BitwiseCopyable>(
      _ section: RoadFileFormat.Section, _ type: Element.Type
    ) throws(RoadFileError) -> FileArray<Element> {
      try reader.array(section.rawValue, of: type)
    }
    numbers = try find(.numbers, Int64.self)
    textStarts = try find(.textStarts, UInt32.self)
    texts = try find(.texts, UInt8.self)
    nameStarts = try find(.nameStarts, UInt32.self)
    names = try find(.names, NameRecord.self)
    streets = try find(.streets, StreetRecord.self)
    roads = try find(.roads, RoadRecord.self)
    pointStarts = try find(.pointStarts, UInt32.self)
    points = try find(.points, PointRecord.self)
    gridShape = try find(.gridShape, Int32.self)
    gridStarts = try find(.gridStarts, UInt32.self)
    grid = try find(.grid, SegmentRecord.self)
    scenery = try find(.scenery, SceneryRecord.self)
    ringStarts = try find(.ringStarts, UInt32.self)
    ringPointStarts = try find(.ringPointStarts, UInt32.self)
    ringPoints = try find(.ringPoints, PointRecord.self)
    labels = try find(.labels, LabelRecord.self)
    try verifyTexts()
    try verifyRoads()
    try verifyGrid()
    try verifyDrawing()
  }

  /// A text by its number.
  func text(_ number: UInt32) -> String {
    let range = textStarts.range(Int(number))
    return String(decoding: range.lazy.map { texts[$0] }, as: UTF8.self)
  }

  /// A list of names by its number.
  func names(_ number: UInt32) -> [RoadDraft.Name] {
    nameStarts.range(Int(number)).map {
      RoadDraft.Name(language: text(names[$0].language), text: text(names[$0].text))
    }
  }

  /// The street of a road.
  func street(_ road: Int) -> Street {
    let record = streets[Int(roads[road].street)]
    return Street(
      names: names(record.names), reference: text(record.reference),
      roadClass: RoadClass(rawValue: record.roadClass) ?? .service,
      isBridge: record.flags & 1 != 0, isTunnel: record.flags & 2 != 0,
      isRoundabout: record.flags & 4 != 0)
  }

  /// The line of a directed road.
  func line(of edge: UInt32) -> [Coordinate] {
    let line = pointStarts.range(Int(edge >> 1)).map { points[$0].coordinate }
    return edge & 1 == 0 ? line : line.reversed()
  }

  private func verifyTexts() throws(RoadFileError) {
    try require(textStarts.count >= 1, .textStarts)
    let textCount = textStarts.count - 1
    try require(textStarts.isStarts(of: textCount, in: texts.count), .textStarts)
    try require(nameStarts.count >= 1, .nameStarts)
    try require(nameStarts.isStarts(of: nameStarts.count - 1, in: names.count), .nameStarts)
    try require(
      names.indices.allSatisfy {
        names[$0].language < textCount && names[$0].text < textCount
      }, .names)
    try require(numbers.count == 6, .numbers)
    try require(
      (0...1).allSatisfy { numbers[$0] >= 0 && numbers[$0] < textCount }
        && Int32(exactly: numbers[3]) != nil && numbers[5] >= 0 && numbers[5] < 1 << 32, .numbers)
  }

  private func verifyRoads() throws(RoadFileError) {
    let (textCount, nameCount) = (textStarts.count - 1, nameStarts.count - 1)
    try require(
      streets.indices.allSatisfy {
        let street = streets[$0]
        return street.names < nameCount && street.reference < textCount
          && RoadClass(rawValue: street.roadClass) != nil
      }, .streets)
    let junctions = numbers[5]
    try require(
      roads.count < 1 << 28
        && roads.indices.allSatisfy {
          let road = roads[$0]
          return road.street < streets.count && road.from < junctions && road.to < junctions
            && road.length > 0 && road.length < 1 << 30
        }, .roads)
    try require(pointStarts.isStarts(of: roads.count, in: points.count), .pointStarts)
    try require(roads.indices.allSatisfy { pointStarts.range($0).count >= 2 }, .pointStarts)
    try require(points.indices.allSatisfy { points[$0].isOnEarth }, .points)
  }

  private func verifyGrid() throws(RoadFileError) {
    try require(
      gridShape.count == 6 && (2...5).allSatisfy { gridShape[$0] > 0 }, .gridShape)
    let cells = Int(gridShape[4]) * Int(gridShape[5])
    try require(gridStarts.isStarts(of: cells, in: grid.count), .gridStarts)
    try require(
      grid.indices.allSatisfy {
        let segment = grid[$0]
        guard segment.road < roads.count else { return false }
        let range = pointStarts.range(Int(segment.road))
        return range.contains(Int(segment.point)) && range.contains(Int(segment.point) + 1)
      }, .grid)
  }

  private func verifyDrawing() throws(RoadFileError) {
    try require(
      scenery.indices.allSatisfy {
        scenery[$0].name < textStarts.count - 1
          && UInt8(exactly: scenery[$0].kind).flatMap(RoadDraft.Scenery.Kind.init) != nil
      }, .scenery)
    try require(ringPointStarts.count >= 1, .ringPointStarts)
    let rings = ringPointStarts.count - 1
    try require(ringStarts.isStarts(of: scenery.count, in: rings), .ringStarts)
    try require(ringPointStarts.isStarts(of: rings, in: ringPoints.count), .ringPointStarts)
    try require(ringPoints.indices.allSatisfy { ringPoints[$0].isOnEarth }, .ringPoints)
    try require(
      labels.indices.allSatisfy {
        labels[$0].names < nameStarts.count - 1 && labels[$0].rank < 256
          && labels[$0].place.isOnEarth
      }, .labels)
  }

  private func require(
    _ isGood: Bool, _ section: RoadFileFormat.Section
  ) throws(RoadFileError) {
    guard isGood else { throw .damaged(section: section.name) }
  }
}

extension PointRecord {
  /// Whether latitude and longitude are in range.
  fileprivate var isOnEarth: Bool {
    latitude >= -900_000_000 && latitude <= 900_000_000 && longitude >= -1_800_000_000
      && longitude <= 1_800_000_000
  }
}
