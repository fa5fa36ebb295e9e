import Quantities

/// The sections of a road file that hold whoever travels, with every number verified.
final class RoadSections: Sendable {
  let numbers: FileArray<Int64>
  let textStarts: FileArray<UInt32>
  let texts: FileArray<UInt8>
  let nameStarts: FileArray<UInt32>
  let names: FileArray<NameRecord>
  let streets: FileArray<StreetRecord>
  private let unpacked: UnpackedRoads
  let gridShape: FileArray<Int32>
  let gridStarts: [UInt32]
  let grid: [SegmentRecord]
  let scenery: FileArray<SceneryRecord>
  let ringStarts: FileArray<UInt32>
  let ringPointStarts: FileArray<UInt32>
  let ringPoints: FileArray<PointRecord>
  let labels: FileArray<LabelRecord>

  /// Stretches between junctions.
  var roads: [RoadRecord] { unpacked.roads }
  /// The points of road `r`: `pointStarts[r] ..< pointStarts[r + 1]`.
  var pointStarts: [UInt32] { unpacked.pointStarts }
  var points: [PointRecord] { unpacked.points }

  /// Finds, unpacks and verifies the sections.
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
    gridShape = try find(.gridShape, Int32.self)
    scenery = try find(.scenery, SceneryRecord.self)
    ringStarts = try find(.ringStarts, UInt32.self)
    ringPointStarts = try find(.ringPointStarts, UInt32.self)
    ringPoints = try find(.ringPoints, PointRecord.self)
    labels = try find(.labels, LabelRecord.self)
    guard numbers.count == 6, numbers[5] >= 0, numbers[5] < 1 << 32 else {
      throw Self.damaged(.numbers)
    }
    let packedRoads = try find(.roads, UInt8.self)
    guard
      let roads = UnpackedRoads.roads(packedRoads, junctions: numbers[5], streets: streets.count)
    else { throw Self.damaged(.roads) }
    let packedPoints = try find(.points, UInt8.self)
    guard let unpacked = UnpackedRoads(packedPoints, of: roads) else {
      throw Self.damaged(.points)
    }
    self.unpacked = unpacked
    let shape = gridShape
    guard shape.count == 6, (2...5).allSatisfy({ shape[$0] > 0 }) else {
      throw Self.damaged(.gridShape)
    }
    let packedGrid = try find(.grid, UInt8.self)
    guard
      let grid = unpacked.grid(packedGrid, cells: Int(shape[4]) * Int(shape[5]))
    else { throw Self.damaged(.grid) }
    (gridStarts, self.grid) = (grid.starts, grid.segments)
    try verifyTexts()
    try verifyStreets()
    try verifyDrawing()
  }

  /// A text by its number.
  func text(_ number: UInt32) -> String {
    let range = textStarts.range(Int(number))
    return String(decoding: range.lazy.map { self.texts[$0] }, as: UTF8.self)
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

  /// The direction in which a directed road sets out, as ``RoadGeometry/bearing(leaving:)`` has it.
  func bearing(leaving edge: UInt32) -> Double {
    let points = points[pointStarts.range(Int(edge >> 1))].lazy.map { $0.coordinate }
    return edge & 1 == 0
      ? RoadGeometry.bearing(leaving: points) : RoadGeometry.bearing(leaving: points.reversed())
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
    try require(
      (0...1).allSatisfy { numbers[$0] >= 0 && numbers[$0] < textCount }
        && Int32(exactly: numbers[3]) != nil, .numbers)
  }

  private func verifyStreets() throws(RoadFileError) {
    let (textCount, nameCount) = (textStarts.count - 1, nameStarts.count - 1)
    try require(
      streets.indices.allSatisfy {
        let street = streets[$0]
        return street.names < nameCount && street.reference < textCount
          && RoadClass(rawValue: street.roadClass) != nil
      }, .streets)
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
    guard isGood else { throw Self.damaged(section) }
  }

  private static func damaged(_ section: RoadFileFormat.Section) -> RoadFileError {
    .damaged(section: section.name)
  }
}

extension PointRecord {
  /// Whether latitude and longitude are in range.
  fileprivate var isOnEarth: Bool {
    latitude >= -900_000_000 && latitude <= 900_000_000 && longitude >= -1_800_000_000
      && longitude <= 1_800_000_000
  }
}
