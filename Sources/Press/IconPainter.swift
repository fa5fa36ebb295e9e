import Briefing

/// Draws the signs of stop blocks and dossiers: simple shapes that survive a copier.
enum IconPainter {
  /// The side of a sign in points.
  static let side = 13.0

  /// Draws signs in a row, ending at `right`; tells where the row begins.
  @discardableResult
  static func draw(_ icons: [SheetIcon], on canvas: Canvas, right: Double, y: Double) -> Double {
    var x = right
    for icon in icons.reversed() {
      x -= side
      draw(icon, on: canvas, in: Box(x: x, y: y, width: side, height: side))
      x -= 2.5
    }
    return x
  }

  private static func draw(_ icon: SheetIcon, on canvas: Canvas, in box: Box) {
    canvas.fill(box, .white, radius: 2)
    canvas.stroke(box, Canvas.Pen(width: 0.7, ink: Ink(grey: 0.2)), radius: 2)
    let pen = Canvas.Pen(width: 1, ink: .black)
    func at(_ x: Double, _ y: Double) -> Point {
      Point(x: box.x + x * box.width, y: box.y + y * box.height)
    }
    func dot(_ x: Double, _ y: Double, _ radius: Double) {
      canvas.fillCircle(at(x, y), radius: radius * box.width, .black)
    }
    switch icon {
    case .tierLow: bars(1, on: canvas, in: box)
    case .tierMedium: bars(2, on: canvas, in: box)
    case .tierHigh: bars(3, on: canvas, in: box)
    case .pair:
      for x in [0.32, 0.68] {
        dot(x, 0.32, 0.13)
        canvas.fill(
          Box(
            x: box.x + (x - 0.13) * box.width, y: box.y + 0.5 * box.height,
            width: 0.26 * box.width, height: 0.34 * box.height), .black, radius: 1.2)
      }
    case .dog:
      for (x, y) in [(0.22, 0.45), (0.4, 0.26), (0.6, 0.26), (0.78, 0.45)] { dot(x, y, 0.09) }
      dot(0.5, 0.65, 0.19)
    case .daylight:
      dot(0.5, 0.5, 0.17)
      for step in 0..<8 {
        let direction = Direction(Double(step) * .pi / 4)
        canvas.line(
          [
            at(0.5 + direction.east * 0.27, 0.5 + direction.south * 0.27),
            at(0.5 + direction.east * 0.38, 0.5 + direction.south * 0.38),
          ], pen)
      }
    case .noSignal:
      for (step, height) in [0.2, 0.38, 0.56].enumerated() {
        canvas.fill(
          Box(
            x: box.x + (0.22 + Double(step) * 0.21) * box.width,
            y: box.y + (0.82 - height) * box.height, width: 0.13 * box.width,
            height: height * box.height), Ink(grey: 0.45))
      }
      canvas.line([at(0.18, 0.18), at(0.84, 0.84)], Canvas.Pen(width: 1.3, ink: .black))
    case .wayOut:
      canvas.line([at(0.55, 0.2), at(0.2, 0.2), at(0.2, 0.8), at(0.55, 0.8)], pen)
      canvas.line([at(0.4, 0.5), at(0.85, 0.5)], pen)
      canvas.line([at(0.68, 0.34), at(0.85, 0.5), at(0.68, 0.66)], pen)
    case .weather:
      canvas.line([at(0.5, 0.16), at(0.5, 0.62)], Canvas.Pen(width: 2.6, ink: .black))
      dot(0.5, 0.72, 0.16)
    }
  }

  private static func bars(_ count: Int, on canvas: Canvas, in box: Box) {
    for step in 0..<3 {
      let bar = Box(
        x: box.x + (0.18 + Double(step) * 0.23) * box.width,
        y: box.y + (0.62 - Double(step) * 0.2) * box.height, width: 0.18 * box.width,
        height: (0.22 + Double(step) * 0.2) * box.height)
      if step < count {
        canvas.fill(bar, .black)
      } else {
        canvas.stroke(bar, Canvas.Pen(width: 0.5, ink: Ink(grey: 0.4), isRound: false))
      }
    }
  }
}
