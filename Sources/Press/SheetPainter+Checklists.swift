import Briefing

extension SheetPainter {
  func drawChecklists() {
    beginPage()
    drawEmergencyCard()
    drawCheckIns()
    let column = (area.width - 18) / 2
    var columnBottoms = [y, y]
    for block in sheet.checklists {
      let height = measure(block, width: column)
      var side = columnBottoms[0] <= columnBottoms[1] ? 0 : 1
      if columnBottoms[side] + height > area.bottom {
        side = columnBottoms.firstIndex { $0 + height <= area.bottom } ?? -1
      }
      if side < 0 {
        beginPage()
        columnBottoms = [y, y]
        side = 0
      }
      let x = area.x + Double(side) * (column + 18)
      draw(block, x: x, y: columnBottoms[side], width: column)
      columnBottoms[side] += height
    }
    y = columnBottoms.max() ?? y
  }

  private func measure(_ block: ChecklistBlock, width: Double) -> Double {
    let lines = block.lines.reduce(0.0) { sum, line in
      let textWidth = width - (line.code.isEmpty ? 12 : 31)
      return sum + max(12, canvas.measure(line.text, .body, width: textWidth).height + 1.5)
    }
    return 18 + lines + (block.signature.isEmpty ? 0 : 22) + 9
  }

  private func draw(_ block: ChecklistBlock, x: Double, y: Double, width: Double) {
    var line = y
    heading(block.title, x: x, y: line, width: width)
    line += 18
    for entry in block.lines { line += tickLine(entry, x: x, y: line, width: width) }
    if !block.signature.isEmpty {
      writingLine(block.signature, x: x, y: line + 6, right: x + width)
    }
  }

  private func drawEmergencyCard() {
    let card = sheet.emergency
    let inner = area.width - 20
    let column = (inner - 14) / 2
    let half = (card.lines.count + 1) / 2
    let parts = [Array(card.lines.prefix(half)), Array(card.lines.dropFirst(half))]
    let heights = parts.map { part in
      part.reduce(0.0) { $0 + canvas.measure($1.text, .strong, width: column - 10).height + 3 }
    }
    let height = 44 + (heights.max() ?? 0)
    ensure(height)
    let box = Box(x: area.x, y: y, width: area.width, height: height)
    canvas.stroke(box, Canvas.Pen(width: 2, ink: .black), radius: 4)
    canvas.text(card.title, TextStyle(size: 12, isBold: true), x: box.x + 10, y: y + 5)
    var x = box.x + 10
    for number in card.numbers {
      let label = canvas.measure(number.label, .small).width
      let style = TextStyle(size: 11, isBold: true)
      let value = canvas.measure(number.value, style).width
      canvas.text(number.label, .small, x: x, y: y + 25.5)
      canvas.text(number.value, style, x: x + label + 4, y: y + 22)
      x += label + value + 18
    }
    for (part, start) in zip(parts, [box.x + 10, box.x + 24 + column]) {
      var line = y + 40
      for entry in part {
        canvas.fillCircle(Point(x: start + 3, y: line + 6), radius: 1.6, .black)
        line += canvas.text(entry.text, .strong, x: start + 10, y: line, width: column - 10) + 3
      }
    }
    y += height + 10
  }

  private func drawCheckIns() {
    let table = sheet.cover.checkIns
    let groups = table.rows.count > 12 ? 3 : 2
    let column = (area.width - Double(groups - 1) * 14) / Double(groups)
    let perGroup = (table.rows.count + groups - 1) / groups
    let rowHeight = 13.0
    let height = 34 + Double(perGroup) * rowHeight
    ensure(height + 30)
    y += heading(table.title, x: area.x, y: y, width: area.width) + 2
    for group in 0..<groups {
      let x = area.x + Double(group) * (column + 14)
      let rows = table.rows.dropFirst(group * perGroup).prefix(perGroup)
      drawCheckInHead(table.columns, x: x, width: column)
      for (position, row) in rows.enumerated() {
        let line = y + 13 + Double(position) * rowHeight
        canvas.text(row.event, TextStyle(size: 8, lines: 1), x: x, y: line, width: column - 86)
        canvas.text(row.planned, .strong, x: x + column - 84, y: line - 0.5)
        canvas.text(row.alarm, .body, x: x + column - 50, y: line - 0.5)
        tickBox(x: x + column - 13, y: line + 1.5)
      }
    }
    y += 15 + Double(perGroup) * rowHeight
    for line in table.drill {
      y += canvas.text(line, .small, x: area.x, y: y, width: area.width) + 0.5
    }
    y += 10
  }

  private func drawCheckInHead(_ columns: [String], x: Double, width: Double) {
    for (title, left) in zip(columns, [0, width - 84, width - 50, width - 20]) {
      canvas.text(title, .label, x: x + left, y: y)
    }
    canvas.line(
      [Point(x: x, y: y + 11), Point(x: x + width, y: y + 11)],
      Canvas.Pen(width: 0.6, ink: .black, isRound: false))
  }

  func drawOverview() {
    beginPage()
    y += heading(sheet.map.title, x: area.x, y: y, width: area.width) + 3
    MapDrawing.draw(
      sheet, map, on: canvas,
      in: Box(x: area.x, y: y, width: area.width, height: area.bottom - y))
  }
}
