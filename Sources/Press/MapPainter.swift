import Briefing
import Quantities
import RoadNetwork

/// Draws the land, the way and the stops into a box.
struct MapPainter {
  let canvas: Canvas
  let projection: MapProjection
  let language: Language
  /// How large signs and roads are, 1 on the overview.
  let zoom: Double

  private var box: Box { projection.box }

  /// What a source has to draw in a projection's box.
  struct Land {
    var scenery: [RoadDraft.Scenery]
    var streets: [MapStreet]
    var labels: [RoadDraft.Label]

    init(from source: any MapSource, within projection: MapProjection) {
      let metres = mm(1) / projection.scale
      scenery = source.mapScenery(in: projection.bounds)
      streets = source.mapStreets(
        in: projection.bounds, minimumClass: RoadStyle.minimumClass(metresAMillimetre: metres))
      labels = source.mapLabels(in: projection.bounds)
    }
  }

  /// Ground, scenery and roads.
  func draw(_ land: Land) {
    canvas.clipped(to: box) {
      drawGround(land.scenery)
      drawScenery(land.scenery)
      drawRoads(land.streets)
    }
  }

  /// Names of places and roads where they keep clear of `taken`; places only on overviews.
  func drawNames(of land: Land, keepingClear taken: [Box], isDetail: Bool) {
    var labels = LabelPlacer(box: box, taken: taken)
    canvas.clipped(to: box) {
      if !isDetail { drawPlaceNames(land.labels, &labels) }
      drawRoadNames(land.streets, &labels, isDetail: isDetail)
    }
  }

  /// Empty ground, for a sheet printed without a map.
  func drawEmptyGround() { canvas.fill(box, LandInk.land) }

  private func drawGround(_ scenery: [RoadDraft.Scenery]) {
    let coast = scenery.filter { $0.kind == .coastline }.flatMap(\.rings)
    guard let land = Coast.land(from: coast.map(projection.points), in: box) else {
      return canvas.fill(box, LandInk.land)
    }
    canvas.fill(box, LandInk.water)
    canvas.fill(land.map { Simplifier.simplified($0) }, LandInk.land)
    canvas.lines(
      coast.map { Simplifier.simplified(projection.points($0)) },
      Canvas.Pen(width: 0.5 * zoom, ink: LandInk.shore))
  }

  private func drawScenery(_ scenery: [RoadDraft.Scenery]) {
    let areas: [(RoadDraft.Scenery.Kind, Ink)] = [
      (.builtUp, LandInk.builtUp), (.industrial, LandInk.industrial), (.sand, LandInk.sand),
      (.wood, LandInk.wood), (.park, LandInk.wood), (.water, LandInk.water),
      (.building, LandInk.building),
    ]
    for (kind, ink) in areas {
      for thing in scenery where thing.kind == kind {
        let rings = thing.rings.map { Simplifier.simplified(projection.points($0)) }
        canvas.fill(rings.filter { $0.count > 2 && Self.isVisible($0) }, ink)
      }
    }
    for thing in scenery where thing.kind == .river {
      canvas.lines(
        thing.rings.map { Simplifier.simplified(projection.points($0)) },
        Canvas.Pen(width: 1.1 * zoom, ink: LandInk.water))
    }
    for thing in scenery where thing.kind == .railway {
      let lines = thing.rings.map { Simplifier.simplified(projection.points($0)) }
      canvas.lines(lines, Canvas.Pen(width: 1 * zoom, ink: Ink(grey: 0.45)))
      canvas.lines(
        lines, Canvas.Pen(width: 0.6 * zoom, ink: .white, dashes: [3 * zoom, 3 * zoom]))
    }
  }

  /// Whether an outline is at least a point across.
  private static func isVisible(_ ring: [Point]) -> Bool {
    let first = ring[0]
    return ring.contains { abs($0.x - first.x) > 1 || abs($0.y - first.y) > 1 }
  }

  private func drawRoads(_ streets: [MapStreet]) {
    let byClass = Dictionary(grouping: streets, by: \.roadClass)
    let classes = RoadClass.allCases.reversed().filter { byClass[$0] != nil }
    func lines(_ roadClass: RoadClass) -> [[Point]] {
      (byClass[roadClass] ?? []).map { Simplifier.simplified(projection.points($0.points)) }
    }
    for roadClass in classes where RoadStyle(roadClass) == nil {
      canvas.lines(lines(roadClass), RoadStyle.dashed(roadClass))
    }
    let styled = classes.compactMap { roadClass in
      RoadStyle(roadClass).map { (style: $0, lines: lines(roadClass)) }
    }
    for (style, lines) in styled {
      canvas.lines(lines, Canvas.Pen(width: style.casing * zoom, ink: style.edge))
    }
    for (style, lines) in styled {
      canvas.lines(lines, Canvas.Pen(width: style.width * zoom, ink: style.fill))
    }
  }

  private func drawPlaceNames(_ places: [RoadDraft.Label], _ labels: inout LabelPlacer) {
    for place in places.prefix(60) {
      let size = max(7, 10.5 - Double(place.rank)) * min(1.2, max(1, zoom))
      let style = TextStyle(size: size, isBold: place.rank < 3, ink: Ink(grey: 0.2))
      let name = place.names.name(for: language)
      let point = projection.point(place.coordinate)
      let extent = canvas.measure(name, style)
      let room = Box(
        x: point.x - extent.width / 2, y: point.y - extent.height / 2, width: extent.width,
        height: extent.height)
      guard labels.claim(room) else { continue }
      canvas.text(name, style, around: point, halo: 1.3)
    }
  }

  private func drawRoadNames(
    _ streets: [MapStreet], _ labels: inout LabelPlacer, isDetail: Bool
  ) {
    let style = TextStyle(size: 7, ink: Ink(grey: 0.15))
    let lowest: RoadClass = isDetail ? .pedestrian : .tertiary
    let candidates = RoadNames.candidates(
      streets.filter { $0.roadClass.rawValue <= lowest.rawValue && !$0.isTunnel },
      projection: projection, language: language)
    for candidate in candidates.prefix(isDetail ? 5 : 70) {
      let extent = canvas.measure(candidate.text, style)
      guard extent.width < candidate.room * 1.25,
        labels.claim(
          around: candidate.place, width: extent.width, height: extent.height,
          angle: candidate.angle)
      else { continue }
      canvas.text(candidate.text, style, around: candidate.place, angle: candidate.angle, halo: 1)
    }
  }
}

/// Keeps labels from lying on each other.
struct LabelPlacer {
  private let box: Box
  private var taken: [Box]

  init(box: Box, taken: [Box]) {
    self.box = box
    self.taken = taken
  }

  /// Takes `room` unless some of it is taken or outside the map.
  mutating func claim(_ room: Box) -> Bool {
    guard room.x > box.x, room.right < box.right, room.y > box.y, room.bottom < box.bottom,
      !taken.contains(where: room.intersects)
    else { return false }
    taken.append(room.inset(by: -1.5))
    return true
  }

  /// Takes the room of a turned label, as a row of small boxes along it.
  mutating func claim(around place: Point, width: Double, height: Double, angle: Double) -> Bool {
    let count = max(1, Int((width / height).rounded(.up)))
    let direction = Direction(angle)
    let rooms = (0..<count).map { step in
      let along = (Double(step) + 0.5) / Double(count) * width - width / 2
      let middle = Point(x: place.x + direction.east * along, y: place.y + direction.south * along)
      return Box(
        x: middle.x - height / 2, y: middle.y - height / 2, width: height, height: height)
    }
    let isFree = rooms.allSatisfy { room in
      room.x > box.x && room.right < box.right && room.y > box.y && room.bottom < box.bottom
        && !taken.contains(where: room.intersects)
    }
    if isFree { taken += rooms }
    return isFree
  }
}
