import Quantities

/// What a road file says whoever travels: texts, streets, roads, lines, scenery, labels.
struct SharedSections {
  private let draft: RoadDraft
  private let cut: CutRoads
  private var texts: [String] = []
  private var textNumbers: [String: UInt32] = [:]
  private var nameLists: [[NameRecord]] = []
  private var nameNumbers: [[NameRecord]: UInt32] = [:]

  /// The sections of a draft and the roads cut from it.
  init(_ draft: RoadDraft, _ cut: CutRoads) {
    (self.draft, self.cut) = (draft, cut)
  }

  /// Adds all sections.
  mutating func write(to writer: inout RoadFileWriter) {
    writeRoads(to: &writer)
    writeScenery(to: &writer)
    writer.add(
      .labels,
      draft.labels.map {
        LabelRecord(
          names: nameNumber($0.names), rank: UInt32($0.rank), place: PointRecord($0.coordinate))
      })
    let date = draft.source.date
    let numbers: [Int64] = [
      Int64(textNumber(draft.source.name)), Int64(textNumber(draft.source.licenceLine)),
      date == nil ? 0 : 1, Int64(date?.daysSinceEpoch ?? 0), draft.drivesOnLeft ? 1 : 0,
      Int64(cut.node.count),
    ]
    writer.add(.numbers, numbers)
    writeTexts(to: &writer)
  }

  private mutating func writeRoads(to writer: inout RoadFileWriter) {
    var streets: [StreetRecord] = []
    var streetNumbers: [StreetRecord: UInt32] = [:]
    var (roads, pointStarts, points): ([RoadRecord], [UInt32], [PointRecord]) = ([], [0], [])
    roads.reserveCapacity(cut.roads.count)
    pointStarts.reserveCapacity(cut.roads.count + 1)
    points.reserveCapacity(cut.roads.reduce(0) { $0 + $1.nodes.count })
    for (index, way) in draft.ways.enumerated() {
      let street = StreetRecord(
        names: nameNumber(way.names), reference: textNumber(way.reference),
        roadClass: way.roadClass.rawValue,
        flags: (way.isBridge ? 1 : 0) | (way.isTunnel ? 2 : 0) | (way.isRoundabout ? 4 : 0))
      if streetNumbers[street] == nil {
        streetNumbers[street] = UInt32(streets.count)
        streets.append(street)
      }
      let number = streetNumbers[street] ?? 0
      for road in cut.roads[cut.firstRoad[index]..<cut.firstRoad[index + 1]] {
        roads.append(
          RoadRecord(from: road.from, to: road.to, street: number, length: road.length))
        points += way.nodes[road.nodes].map { PointRecord(draft.nodes[Int($0)]) }
        pointStarts.append(UInt32(points.count))
      }
    }
    writer.add(.streets, streets)
    writer.add(.roads, Self.packed(roads))
    writer.add(.points, Self.packed(points, starts: pointStarts))
    let grid = SegmentGrid(points: points, pointStarts: pointStarts, bounds: groundBounds())
    writer.add(.gridShape, grid.shape)
    writer.add(.grid, grid.packed())
  }

  /// The box around all roads on land; around ferries where there is nothing else.
  private func groundBounds() -> CoordinateBounds {
    let hasLand = draft.ways.contains { $0.roadClass != .ferry }
    var box: CoordinateBounds?
    for way in draft.ways where way.roadClass != .ferry || !hasLand {
      for node in way.nodes {
        let place = draft.nodes[Int(node)]
        if box == nil { box = CoordinateBounds(southWest: place, northEast: place) }
        box?.include(place)
      }
    }
    let origin = Coordinate(latitude: 0, longitude: 0)
    return box ?? CoordinateBounds(southWest: origin, northEast: origin)
  }

  /// Junctions are numbered as they come, so that a road often starts where the last one ended and
  /// ends at the next new one.
  private static func packed(_ roads: [RoadRecord]) -> [UInt8] {
    var numbers = NumberWriter()
    numbers.add(roads.count)
    var (previous, next) = (RoadRecord(from: 0, to: 0, street: 0, length: 0), 0)
    for road in roads {
      numbers.addSigned(Int(road.from) - Int(previous.to))
      next = max(next, Int(road.from) + 1)
      numbers.addSigned(Int(road.to) - next)
      next = max(next, Int(road.to) + 1)
      numbers.addSigned(Int(road.street) - Int(previous.street))
      numbers.add(road.length)
      previous = road
    }
    return numbers.bytes
  }

  private static func packed(_ points: [PointRecord], starts: [UInt32]) -> [UInt8] {
    var numbers = NumberWriter()
    var previous = PointRecord(latitude: 0, longitude: 0)
    for road in 0..<starts.count - 1 {
      let range = Int(starts[road])..<Int(starts[road + 1])
      numbers.add(range.count)
      for point in points[range] {
        numbers.addSigned(Int(point.latitude) - Int(previous.latitude))
        numbers.addSigned(Int(point.longitude) - Int(previous.longitude))
        previous = point
      }
    }
    return numbers.bytes
  }

  private mutating func writeScenery(to writer: inout RoadFileWriter) {
    var records: [SceneryRecord] = []
    var (ringStarts, pointStarts, points): ([UInt32], [UInt32], [PointRecord]) = ([0], [0], [])
    for scenery in draft.scenery {
      guard let box = CoordinateBounds(around: scenery.rings.lazy.joined()) else { continue }
      for ring in scenery.rings where !ring.isEmpty {
        points += ring.map { PointRecord($0) }
        pointStarts.append(UInt32(points.count))
      }
      ringStarts.append(UInt32(pointStarts.count - 1))
      records.append(
        SceneryRecord(
          name: textNumber(scenery.name), kind: UInt32(scenery.kind.rawValue),
          south: box.southWest.latitude, west: box.southWest.longitude,
          north: box.northEast.latitude, east: box.northEast.longitude))
    }
    writer.add(.scenery, records)
    writer.add(.ringStarts, ringStarts)
    writer.add(.ringPointStarts, pointStarts)
    writer.add(.ringPoints, points)
  }

  private func writeTexts(to writer: inout RoadFileWriter) {
    var (textStarts, bytes): ([UInt32], [UInt8]) = ([0], [])
    for text in texts {
      bytes += Array(text.utf8)
      textStarts.append(UInt32(bytes.count))
    }
    writer.add(.textStarts, textStarts)
    writer.add(.texts, bytes)
    var (nameStarts, names): ([UInt32], [NameRecord]) = ([0], [])
    for list in nameLists {
      names += list
      nameStarts.append(UInt32(names.count))
    }
    writer.add(.nameStarts, nameStarts)
    writer.add(.names, names)
  }

  private mutating func textNumber(_ text: String) -> UInt32 {
    if let known = textNumbers[text] { return known }
    let number = UInt32(texts.count)
    texts.append(text)
    textNumbers[text] = number
    return number
  }

  private mutating func nameNumber(_ names: [RoadDraft.Name]) -> UInt32 {
    let list = names.map {
      NameRecord(language: textNumber($0.language), text: textNumber($0.text))
    }
    if let known = nameNumbers[list] { return known }
    let number = UInt32(nameLists.count)
    nameLists.append(list)
    nameNumbers[list] = number
    return number
  }
}

extension RoadFileWriter {
  /// Adds a section that is not of one mode.
  fileprivate mutating func add<Element: BitwiseCopyable>(
    _ section: RoadFileFormat.Section, _ elements: [Element]
  ) {
    add(section.rawValue, elements)
  }
}

extension PointRecord {
  /// The record of a coordinate.
  init(_ coordinate: Coordinate) {
    self.init(latitude: coordinate.latitude, longitude: coordinate.longitude)
  }

  /// The coordinate it stands for.
  var coordinate: Coordinate { Coordinate(latitude: latitude, longitude: longitude) }
}
