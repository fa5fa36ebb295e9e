import CPangoCairo

extension Canvas {
  /// How a line is drawn.
  struct Pen {
    var width: Double
    var ink: Ink
    var alpha = 1.0
    /// Lengths of dashes and gaps; empty for an unbroken line.
    var dashes: [Double] = []
    var isRound = true
  }

  /// Runs `drawing` with everything outside `box` cut away.
  func clipped(to box: Box, _ drawing: () -> Void) {
    guard !isRehearsal else { return drawing() }
    unsafe cairo_save(context)
    unsafe cairo_rectangle(context, box.x, box.y, box.width, box.height)
    unsafe cairo_clip(context)
    drawing()
    unsafe cairo_restore(context)
  }

  func fill(_ box: Box, _ ink: Ink, alpha: Double = 1, radius: Double = 0) {
    guard !isRehearsal else { return }
    trace(box, radius: radius)
    fillPath(ink, alpha)
  }

  func stroke(_ box: Box, _ pen: Pen, radius: Double = 0) {
    guard !isRehearsal else { return }
    trace(box, radius: radius)
    strokePath(pen)
  }

  func fillCircle(_ centre: Point, radius: Double, _ ink: Ink, alpha: Double = 1) {
    guard !isRehearsal else { return }
    unsafe cairo_new_path(context)
    unsafe cairo_arc(context, centre.x, centre.y, radius, 0, 2 * .pi)
    fillPath(ink, alpha)
  }

  func strokeCircle(_ centre: Point, radius: Double, _ pen: Pen) {
    guard !isRehearsal else { return }
    unsafe cairo_new_path(context)
    unsafe cairo_arc(context, centre.x, centre.y, radius, 0, 2 * .pi)
    strokePath(pen)
  }

  func line(_ points: [Point], _ pen: Pen) { lines([points], pen) }

  /// Several lines at once, so that a translucent pen does not darken where they cross.
  func lines(_ lines: [[Point]], _ pen: Pen) {
    guard !isRehearsal else { return }
    unsafe cairo_new_path(context)
    for points in lines { trace(points) }
    strokePath(pen)
  }

  /// Areas with holes: what an odd number of rings encloses is filled.
  func fill(_ rings: [[Point]], _ ink: Ink, alpha: Double = 1) {
    guard !isRehearsal else { return }
    unsafe cairo_new_path(context)
    for ring in rings {
      trace(ring)
      unsafe cairo_close_path(context)
    }
    unsafe cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
    fillPath(ink, alpha)
  }

  /// Squares of a grid in one path.
  func fillSquares(_ squares: [Point], side: Double, _ ink: Ink) {
    guard !isRehearsal else { return }
    unsafe cairo_new_path(context)
    for square in squares {
      unsafe cairo_rectangle(context, square.x, square.y, side, side)
    }
    fillPath(ink, 1)
  }

  private func trace(_ points: [Point]) {
    guard let first = points.first else { return }
    unsafe cairo_move_to(context, first.x, first.y)
    for point in points.dropFirst() { unsafe cairo_line_to(context, point.x, point.y) }
  }

  private func trace(_ box: Box, radius: Double) {
    unsafe cairo_new_path(context)
    guard radius > 0 else {
      unsafe cairo_rectangle(context, box.x, box.y, box.width, box.height)
      return
    }
    let quarter = Double.pi / 2
    unsafe cairo_new_sub_path(context)
    unsafe cairo_arc(context, box.right - radius, box.y + radius, radius, -quarter, 0)
    unsafe cairo_arc(context, box.right - radius, box.bottom - radius, radius, 0, quarter)
    unsafe cairo_arc(context, box.x + radius, box.bottom - radius, radius, quarter, 2 * quarter)
    unsafe cairo_arc(context, box.x + radius, box.y + radius, radius, 2 * quarter, 3 * quarter)
    unsafe cairo_close_path(context)
  }

  private func fillPath(_ ink: Ink, _ alpha: Double) {
    unsafe cairo_set_source_rgba(context, ink.red, ink.green, ink.blue, alpha)
    unsafe cairo_fill(context)
  }

  private func strokePath(_ pen: Pen) {
    unsafe cairo_set_source_rgba(context, pen.ink.red, pen.ink.green, pen.ink.blue, pen.alpha)
    unsafe cairo_set_line_width(context, pen.width)
    unsafe cairo_set_line_cap(
      context, pen.isRound && pen.dashes.isEmpty ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    unsafe cairo_set_line_join(
      context, pen.isRound ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    unsafe cairo_set_dash(context, pen.dashes, Int32(pen.dashes.count), 0)
    unsafe cairo_stroke(context)
  }
}
