public import Briefing
import FieldModel
import Quantities

/// Draws the overview map of a sheet on its own, as a picture or as part of a page.
public enum MapDrawing {
  /// The overview as SVG, `width` by `height` points.
  public static func svg(
    _ sheet: RouteSheet, map: (any MapSource)? = nil, width: Double = 560, height: Double = 420
  ) -> [UInt8] {
    picture(.svg, sheet, map, width, height)
  }

  /// The overview as PNG, `width` by `height` points at `scale` dots a point.
  public static func png(
    _ sheet: RouteSheet, map: (any MapSource)? = nil, width: Double = 560, height: Double = 420,
    scale: Double = 2
  ) -> [UInt8] {
    picture(.png(scale: scale), sheet, map, width, height)
  }

  private static func picture(
    _ medium: Canvas.Medium, _ sheet: RouteSheet, _ map: (any MapSource)?, _ width: Double,
    _ height: Double
  ) -> [UInt8] {
    let canvas = Canvas(
      medium, width: width, height: height, language: sheet.language.rawValue)
    canvas.fill(Box(x: 0, y: 0, width: width, height: height), .white)
    draw(
      sheet, map, on: canvas, in: Box(x: 6, y: 6, width: width - 12, height: height - 12))
    return canvas.finish()
  }

  /// The map with its frame, furniture, legend and licence line, in all of `room`.
  static func draw(_ sheet: RouteSheet, _ map: (any MapSource)?, on canvas: Canvas, in room: Box) {
    let legendHeight = 44.0
    let box = Box(x: room.x, y: room.y, width: room.width, height: room.height - legendHeight)
    let projection = MapProjection(showing: sheet.map.bounds, in: box, margin: 26)
    let painter = MapPainter(
      canvas: canvas, projection: projection, language: sheet.language, zoom: 1)
    let radius = sheet.map.stops.count > 18 ? 6.2 : 7.0
    let stops = projection.points(sheet.map.stops)
    let base = projection.point(sheet.map.base)
    let discs = MapPainter.discs(for: stops, base: base, radius: radius, in: box)
    let taken = (discs + [base]).map {
      Box(x: $0.x - radius - 1, y: $0.y - radius - 1, width: 2 * radius + 2, height: 2 * radius + 2)
    }
    let land = map.map { MapPainter.Land(from: $0, within: projection) }
    if let land { painter.draw(land) } else { painter.drawEmptyGround() }
    painter.drawRoute(sheet.map.route, width: 2.2)
    if let land { painter.drawNames(of: land, keepingClear: taken, isDetail: false) }
    painter.drawBase(at: base, size: 12)
    for (position, disc) in discs.enumerated().reversed() {
      painter.drawStop(position + 1, at: stops[position], disc: disc, radius: radius)
    }
    MapFurniture.drawNorthArrow(on: canvas, word: sheet.map.north, x: box.right - 16, y: box.y + 8)
    MapFurniture.drawScaleBar(
      on: canvas, projection: projection, language: sheet.language, x: box.x + 6,
      y: box.bottom - 6, longest: mm(40))
    canvas.stroke(box, Canvas.Pen(width: 0.7, ink: Ink(grey: 0.3), isRound: false))
    let height = MapFurniture.drawLegend(
      on: canvas, sheet.map.legend, x: box.x, y: box.bottom + 7, width: box.width)
    canvas.text(
      sheet.map.licence, .label.limited(to: 1), x: box.x, y: box.bottom + 7 + height,
      width: box.width)
  }
}
