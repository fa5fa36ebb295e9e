import Briefing

/// Draws a sheet page after page: cover, checklists, map, stops, end, then the tear-off pages.
final class SheetPainter {
  let canvas: Canvas
  let sheet: RouteSheet
  let map: (any MapSource)?
  let pageCount: Int
  /// The page being drawn, from 1.
  private(set) var page = 0
  /// Where the next thing goes.
  var y = 0.0

  /// What is printed on, inside the margins and below the head.
  let area: Box
  private static let margin = mm(12)
  private static let headHeight = 30.0

  init(canvas: Canvas, sheet: RouteSheet, map: (any MapSource)?, pageCount: Int) {
    self.canvas = canvas
    self.sheet = sheet
    self.map = map
    self.pageCount = pageCount
    let top = Self.margin + Self.headHeight + 8
    area = Box(
      x: Self.margin, y: top, width: canvas.width - 2 * Self.margin,
      height: canvas.height - top - mm(11))
  }

  func draw() {
    drawCover()
    drawChecklists()
    drawOverview()
    drawStops()
    drawEnd()
    for dossier in sheet.dossiers { drawDossier(dossier) }
    canvas.endPage()
  }

  /// Begins a page with its head and the marks that a scan is straightened by.
  func beginPage() {
    if page > 0 { canvas.endPage() }
    page += 1
    y = area.y
    drawHead()
    let side = mm(2.5)
    for x in [mm(5), canvas.width - mm(5) - side] {
      for y in [mm(5), canvas.height - mm(5) - side] {
        canvas.fill(Box(x: x, y: y, width: side, height: side), .black)
      }
    }
  }

  /// Begins a page unless `height` more still fits.
  func ensure(_ height: Double) {
    if page == 0 || y + height > area.bottom { beginPage() }
  }

  private func drawHead() {
    let head = sheet.head
    let top = Self.margin - 4
    let third = area.width / 3
    canvas.text(
      "\(head.title) · \(head.team)", TextStyle(size: 10, isBold: true, lines: 1), x: area.x,
      y: top, width: third * 1.4)
    canvas.text(
      head.date, TextStyle(size: 10, isBold: true, alignment: .centre), x: area.x + third,
      y: top, width: third)
    canvas.text(
      head.page(page, of: pageCount), TextStyle(size: 10, isBold: true, alignment: .right),
      x: area.x + 2 * third, y: top, width: third)
    canvas.text(head.planCode, .strong, x: area.x, y: top + 15.5, width: third)
    canvas.text(
      head.supersedes, TextStyle(size: 8, isBold: true, alignment: .centre, lines: 1),
      x: area.x + third * 0.7, y: top + 15.5, width: third * 1.6)
    canvas.text(
      head.printed, TextStyle.small.aligned(.right), x: area.x + 2 * third, y: top + 16,
      width: third)
    canvas.line(
      [Point(x: area.x, y: top + 30), Point(x: area.right, y: top + 30)],
      Canvas.Pen(width: 1.1, ink: .black, isRound: false))
  }

  // Small parts that several pages share.

  /// A heading with a bar before it; tells its height.
  @discardableResult
  func heading(_ text: String, x: Double, y: Double, width: Double) -> Double {
    canvas.fill(Box(x: x, y: y + 1.5, width: 3, height: 11), .accent)
    return canvas.text(text, .heading, x: x + 7, y: y - 1.5, width: width - 7) + 2
  }

  /// A box to be ticked.
  func tickBox(x: Double, y: Double, side: Double = 8, isMandatory: Bool = false) {
    canvas.stroke(
      Box(x: x, y: y, width: side, height: side),
      Canvas.Pen(width: isMandatory ? 1.3 : 0.6, ink: .black, isRound: false))
  }

  /// A label with a line to write on, ending at `right`.
  func writingLine(_ label: String, x: Double, y: Double, right: Double) {
    canvas.text(label, .label, x: x, y: y)
    let start = x + canvas.measure(label, .label).width + 3
    canvas.line(
      [Point(x: start, y: y + 10.5), Point(x: right, y: y + 10.5)],
      Canvas.Pen(width: 0.5, ink: .grey, isRound: false))
  }

  /// A line with its tick box; tells its height.
  func tickLine(_ line: TickLine, x: Double, y: Double, width: Double, style: TextStyle = .body)
    -> Double
  {
    tickBox(x: x, y: y + 2, isMandatory: line.isMandatory)
    var textX = x + 12
    if !line.code.isEmpty {
      canvas.text(line.code, TextStyle(size: 7, ink: .grey), x: textX, y: y + 1)
      textX += 19
    }
    return max(12, canvas.text(line.text, style, x: textX, y: y, width: x + width - textX) + 1.5)
  }

  /// Label and value on one line, the value wrapped; tells the height.
  func fact(_ fact: SheetFact, x: Double, y: Double, labelWidth: Double, width: Double) -> Double {
    let label = canvas.text(
      fact.label, TextStyle(size: 7.5, ink: .grey), x: x, y: y + 0.8, width: labelWidth - 4)
    let value = canvas.text(
      fact.value, .strong, x: x + labelWidth, y: y, width: width - labelWidth)
    return max(label, value) + 2.5
  }

  /// A QR symbol with its caption below, centred; tells its height.
  @discardableResult
  func code(_ box: CodeBox, x: Double, y: Double, width: Double) -> Double {
    guard let symbol = QRSymbol(box.payload) else { return 0 }
    let side = max(symbol.smallestSide, min(width, mm(24)))
    symbol.draw(on: canvas, x: x + (width - side) / 2, y: y, width: side)
    var height = side
    if !box.typed.isEmpty {
      height += canvas.text(
        box.typed, TextStyle(size: 8, isBold: true, isMono: true, alignment: .centre), x: x,
        y: y + height, width: width)
    }
    height += canvas.text(
      box.caption, TextStyle.label.aligned(.centre), x: x, y: y + height - 2, width: width)
    return height
  }
}
