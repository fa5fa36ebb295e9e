import Briefing
import RoadNetwork

/// What stands on and around a map: scale bar, north arrow, legend.
enum MapFurniture {
  /// A bar of a round length, at most `longest` points, with its lower left corner at a place.
  static func drawScaleBar(
    on canvas: Canvas, projection: MapProjection, language: Language, x: Double, y: Double,
    longest: Double
  ) {
    guard let metres = roundLength(below: longest / projection.scale) else { return }
    let length = metres * projection.scale
    let label = metres >= 1000 ? "\(Int(metres / 1000))" : "\(Int(metres))"
    let unit =
      switch (language, metres >= 1000) {
      case (.english, true): "km"
      case (.english, false): "m"
      case (.simplifiedChinese, true): "公里"
      case (.simplifiedChinese, false): "米"
      }
    let end = canvas.measure("\(label) \(unit)", .label).width
    let room = Box(x: x, y: y - 20, width: length + end + 5, height: 20)
    canvas.fill(room, .white, alpha: 0.85, radius: 2)
    let bar = Box(x: x + 7, y: y - 7, width: length, height: 3)
    canvas.fill(bar, .white)
    canvas.fill(Box(x: bar.x, y: bar.y, width: length / 2, height: 3), .black)
    canvas.stroke(bar, Canvas.Pen(width: 0.6, ink: .black, isRound: false))
    canvas.text("0", .label.with(ink: .black), x: bar.x - 2, y: bar.y - 10.5)
    canvas.text("\(label) \(unit)", .label.with(ink: .black), x: bar.right - 4, y: bar.y - 10.5)
  }

  private static func roundLength(below limit: Double) -> Double? {
    let lengths: [Double] = [
      10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000,
    ]
    return lengths.last { $0 <= limit }
  }

  /// An arrow that points up, with the word for north, its upper middle at a place.
  static func drawNorthArrow(on canvas: Canvas, word: String, x: Double, y: Double) {
    canvas.fill(Box(x: x - 10, y: y - 3, width: 20, height: 34), .white, alpha: 0.85, radius: 2)
    canvas.fill(
      [[Point(x: x, y: y), Point(x: x - 5.5, y: y + 17), Point(x: x, y: y + 13)]], .black)
    canvas.fill(
      [[Point(x: x, y: y), Point(x: x + 5.5, y: y + 17), Point(x: x, y: y + 13)]], .white)
    canvas.line(
      [
        Point(x: x, y: y), Point(x: x + 5.5, y: y + 17), Point(x: x, y: y + 13),
        Point(x: x, y: y),
      ], Canvas.Pen(width: 0.6, ink: .black))
    canvas.text(word, TextStyle(size: 8, isBold: true), around: Point(x: x, y: y + 24))
  }

  /// The legend in one row of signs and words; tells its height.
  static func drawLegend(
    on canvas: Canvas, _ lines: [SheetMap.LegendLine], x: Double, y: Double, width: Double
  ) -> Double {
    var cursor = Point(x: x, y: y)
    for line in lines {
      let extent = canvas.measure(line.text, .small).width + 34
      if cursor.x + extent > x + width { cursor = Point(x: x, y: cursor.y + 14) }
      drawSign(line.sign, on: canvas, in: Box(x: cursor.x, y: cursor.y, width: 18, height: 10))
      canvas.text(line.text, .small, x: cursor.x + 22, y: cursor.y - 0.5)
      cursor.x += extent
    }
    return cursor.y + 14 - y
  }

  private static func drawSign(_ sign: SheetMap.Sign, on canvas: Canvas, in box: Box) {
    let middle = [Point(x: box.x, y: box.midY), Point(x: box.right, y: box.midY)]
    func road(_ style: RoadStyle?) {
      guard let style else { return }
      canvas.line(middle, Canvas.Pen(width: style.casing, ink: style.edge, isRound: false))
      canvas.line(middle, Canvas.Pen(width: style.width, ink: style.fill, isRound: false))
    }
    func patch(_ ink: Ink) {
      canvas.fill(box, ink)
      canvas.stroke(box, Canvas.Pen(width: 0.4, ink: Ink(grey: 0.6), isRound: false))
    }
    switch sign {
    case .base:
      let half = box.height / 2
      canvas.fill(
        [
          [
            Point(x: box.midX - half, y: box.bottom), Point(x: box.midX - half, y: box.midY - 1),
            Point(x: box.midX, y: box.y - 1), Point(x: box.midX + half, y: box.midY - 1),
            Point(x: box.midX + half, y: box.bottom),
          ]
        ], .black)
    case .stop:
      canvas.fillCircle(Point(x: box.midX, y: box.midY), radius: 5.4, .accent)
      canvas.text(
        "1", TextStyle(size: 7, isBold: true, ink: .white),
        around: Point(x: box.midX, y: box.midY))
    case .route: canvas.line(middle, Canvas.Pen(width: 2.4, ink: .accent))
    case .mainRoad: road(RoadStyle(.primary))
    case .otherRoad: road(RoadStyle(.tertiary))
    case .ferry: canvas.line(middle, RoadStyle.dashed(.ferry))
    case .water: patch(LandInk.water)
    case .wood: patch(LandInk.wood)
    case .builtUp: patch(LandInk.builtUp)
    }
  }
}
