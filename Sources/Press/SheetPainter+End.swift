import Briefing

extension SheetPainter {
  func drawEnd() {
    beginPage()
    let end = sheet.end
    canvas.text(end.title, .title, x: area.x, y: y - 4)
    y += 26
    y += heading(end.unvisitedTitle, x: area.x, y: y, width: area.width) + 2
    drawBlankTable(end.unvisitedColumns, rows: end.blankRows, widths: [36, 90])
    y += 12
    y += heading(end.incidents, x: area.x, y: y, width: area.width)
    for _ in 0..<4 {
      y += 19
      canvas.line(
        [Point(x: area.x, y: y), Point(x: area.right, y: y)],
        Canvas.Pen(width: 0.5, ink: .grey, isRound: false))
    }
    y += 18
    canvas.text(
      end.pagesReturned(of: pageCount), TextStyle(size: 11, isBold: true), x: area.x, y: y)
    y += 30
    let column = (area.width - 20) / 2
    for (position, signature) in end.signatures.enumerated() {
      let x = area.x + Double(position % 2) * (column + 20)
      writingLine(signature, x: x, y: y, right: x + column)
    }
    y += 30
    drawCodes()
  }

  private func drawBlankTable(_ columns: [String], rows: Int, widths: [Double]) {
    var x = area.x
    for (position, title) in columns.enumerated() {
      canvas.text(title, .label, x: x, y: y)
      x += position < widths.count ? widths[position] : 0
    }
    y += 12
    for row in 0...rows {
      canvas.line(
        [Point(x: area.x, y: y), Point(x: area.right, y: y)],
        Canvas.Pen(width: row == 0 ? 0.8 : 0.5, ink: row == 0 ? .black : .rule, isRound: false))
      if row < rows { y += 18 }
    }
  }

  private func drawCodes() {
    let codes = sheet.end.codes
    let columns = 3
    let column = (area.width - Double(columns - 1) * 12) / Double(columns)
    let perColumn = (codes.count + columns - 1) / columns
    ensure(18 + Double(perColumn) * 12)
    y += heading(sheet.end.codesTitle, x: area.x, y: y, width: area.width) + 2
    for (position, code) in codes.enumerated() {
      let x = area.x + Double(position / perColumn) * (column + 12)
      let line = y + Double(position % perColumn) * 12
      canvas.text(code.label, TextStyle(size: 7.5, isBold: true), x: x, y: line)
      canvas.text(
        code.value, TextStyle(size: 7.5, lines: 1), x: x + 24, y: line, width: column - 24)
    }
    y += Double(perColumn) * 12
  }
}
