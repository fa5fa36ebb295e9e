import Briefing
import Quantities

extension SheetPainter {
  /// Widths of the parts of a stop block: words, mini-map, codes.
  private static let mapSide = mm(38)
  private static let codeWidth = mm(27)

  func drawStops() {
    beginPage()
    for stop in sheet.stops {
      let height = draw(stop, at: y, isMeasured: true)
      if y + height > area.bottom, y > area.y { beginPage() }
      y += draw(stop, at: y, isMeasured: false) + 9
    }
    drawWayBack()
  }

  private var wordsWidth: Double { area.width - Self.mapSide - Self.codeWidth - 20 }

  /// Draws a stop block, or only measures it; tells its height.
  private func draw(_ stop: StopBlock, at top: Double, isMeasured: Bool) -> Double {
    let words = stopWords(stop)
    let bar = 21.0
    var wordsHeight = 0.0
    for (text, style) in words {
      wordsHeight += canvas.measure(text, style, width: wordsWidth).height + 1.5
    }
    let ticks = stop.ticks.reduce(0.0) { sum, tick in
      sum + max(12, canvas.measure(tick.text, .small, width: wordsWidth - 31).height + 1.5)
    }
    let middle = max(wordsHeight + ticks, Self.mapSide + 10) + 6
    let height = bar + middle + Self.answerHeight
    guard !isMeasured else { return height }
    drawBar(of: stop, at: top, height: bar)
    var line = top + bar + 4
    for (text, style) in words {
      line += canvas.text(text, style, x: area.x + 6, y: line, width: wordsWidth) + 1.5
    }
    for tick in stop.ticks {
      line += tickLine(tick, x: area.x + 6, y: line, width: wordsWidth, style: .small)
    }
    let mapX = area.right - Self.codeWidth - Self.mapSide - 6
    drawMiniMap(
      of: stop, in: Box(x: mapX, y: top + bar + 5, width: Self.mapSide, height: Self.mapSide))
    canvas.text(
      stop.precision, TextStyle.label.aligned(.centre), x: mapX - 8,
      y: top + bar + 5 + Self.mapSide, width: Self.mapSide + 16)
    code(
      stop.navigation, x: area.right - Self.codeWidth - 2, y: top + bar + 3, width: Self.codeWidth)
    drawAnswer(stop.answer, at: top + bar + middle)
    canvas.stroke(
      Box(x: area.x, y: top, width: area.width, height: height),
      Canvas.Pen(width: 0.8, ink: Ink(grey: 0.3)), radius: 3)
    return height
  }

  private func drawBar(of stop: StopBlock, at top: Double, height: Double) {
    canvas.fill(Box(x: area.x, y: top, width: area.width, height: height), .panel, radius: 3)
    let disc = Point(x: area.x + 12, y: top + height / 2)
    canvas.fillCircle(disc, radius: 8.6, .accent)
    canvas.text(
      String(stop.number), TextStyle(size: 10.5, isBold: true, ink: .white), around: disc)
    let arrival = TextStyle(size: 11, isBold: true)
    canvas.text(stop.arrival, arrival, x: area.x + 26, y: top + 2.5)
    var x = area.x + 34 + canvas.measure(stop.arrival, arrival).width
    for text in [stop.window, stop.purpose, stop.service] {
      canvas.text(text, .body, x: x, y: top + 5)
      x += canvas.measure(text, .body).width + 9
    }
    let token = TextStyle(size: 11, isBold: true, isMono: true)
    let tokenWidth = canvas.measure(stop.token.grouped, token).width
    canvas.text(stop.token.grouped, token, x: area.right - tokenWidth - 6, y: top + 2.5)
    IconPainter.draw(
      stop.icons, on: canvas, right: area.right - tokenWidth - 12,
      y: top + (height - IconPainter.side) / 2)
  }

  /// What stands on the left of a block, from the address down.
  private func stopWords(_ stop: StopBlock) -> [(String, TextStyle)] {
    var words: [(String, TextStyle)] = []
    func add(_ text: String, _ style: TextStyle) {
      if !text.isEmpty { words.append((text, style)) }
    }
    add(stop.person, TextStyle(size: 9.5, isBold: true, lines: 1))
    add(stop.address, TextStyle(size: 9.5, isBold: true, lines: 3))
    add(stop.findIt, TextStyle(size: 8.5, lines: 3))
    add(stop.leg.title, TextStyle(size: 7.6, isBold: true, ink: .accent))
    add(Self.way(stop.leg.lines), TextStyle(size: 7.4, lines: 40))
    add(stop.conditions.joined(separator: "\n"), TextStyle(size: 7.4, isBold: true, lines: 6))
    add(stop.ifAbsent.joined(separator: " "), TextStyle(size: 7.2, ink: .grey, lines: 3))
    return words
  }

  /// The steps of a leg run together, each with its sign.
  static func way(_ lines: [DirectionLine]) -> String {
    lines.map { line in
      let text = line.text.replacing(" ", with: "\u{00A0}")
      let distance = line.distance.replacing(" ", with: "\u{00A0}")
      return "\(line.sign)\u{00A0}\(text)\(distance.isEmpty ? "" : "\u{00A0}\(distance)")"
    }
    .joined(separator: "   ")
  }

  private func drawMiniMap(of stop: StopBlock, in box: Box) {
    let near = near(stop.coordinate, metres: 150)
    let projection = MapProjection(showing: near, in: box, margin: 0, smallest: 300)
    let painter = MapPainter(
      canvas: canvas, projection: projection, language: sheet.language, zoom: 1.7)
    let land = map.map { MapPainter.Land(from: $0, within: projection) }
    if let land { painter.draw(land) } else { painter.drawEmptyGround() }
    painter.drawRoute([stop.leg.line], width: 2.4)
    let place = projection.point(stop.coordinate)
    let mark = Box(x: place.x - 8, y: place.y - 8, width: 16, height: 16)
    if let land { painter.drawNames(of: land, keepingClear: [mark], isDetail: true) }
    painter.drawStop(stop.number, at: place, disc: place, radius: 6)
    MapFurniture.drawScaleBar(
      on: canvas, projection: projection, language: sheet.language, x: box.x + 2,
      y: box.bottom - 1, longest: box.width * 0.4)
    canvas.stroke(box, Canvas.Pen(width: 0.6, ink: Ink(grey: 0.35), isRound: false))
  }

  private func near(_ place: Coordinate, metres: Double) -> CoordinateBounds {
    let units = Int32(metres / 111_195 * 1e7)
    return CoordinateBounds(
      southWest: Coordinate(
        latitude: place.latitude &- units, longitude: place.longitude &- units),
      northEast: Coordinate(
        latitude: place.latitude &+ units, longitude: place.longitude &+ units))
  }

  private func drawWayBack() {
    let way = Self.way(sheet.wayBack.lines)
    let style = TextStyle(size: 7.6, lines: 60)
    let height = 24 + canvas.measure(way, style, width: area.width - 12).height
    if y + height > area.bottom { beginPage() }
    canvas.text(sheet.wayBack.title, TextStyle(size: 9, isBold: true), x: area.x + 6, y: y)
    y += 14 + canvas.text(way, style, x: area.x + 6, y: y + 14, width: area.width - 12) + 10
  }
}
