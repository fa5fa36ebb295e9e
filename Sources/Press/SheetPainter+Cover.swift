import Briefing

extension SheetPainter {
  func drawCover() {
    beginPage()
    let codes = [sheet.cover.dayKey, sheet.cover.firstLeg].compactMap { $0 }
    let codeWidth = mm(32)
    let left = area.width - codeWidth - 14
    let top = y
    canvas.text(
      "\(sheet.head.team)", TextStyle(size: 20, isBold: true, lines: 1), x: area.x, y: y - 4,
      width: left)
    y += 24
    canvas.text(sheet.head.date, TextStyle(size: 13), x: area.x, y: y, width: left)
    y += 24
    drawFacts(width: left)
    var codeY = top
    for box in codes {
      codeY += code(box, x: area.right - codeWidth, y: codeY, width: codeWidth) + 6
    }
    y = max(y, codeY) + 6
    drawPeopleAndNumbers()
    if let receipt = sheet.cover.receipt { draw(receipt) }
    drawStopTable()
  }

  private func drawFacts(width: Double) {
    let column = (width - 12) / 2
    let facts = sheet.cover.facts
    let half = (facts.count + 1) / 2
    var bottom = y
    for (range, x) in [(0..<half, area.x), (half..<facts.count, area.x + column + 12)] {
      var line = y
      for entry in facts[range] {
        line += fact(entry, x: x, y: line, labelWidth: 66, width: column)
      }
      bottom = max(bottom, line)
    }
    y = bottom
  }

  private func drawPeopleAndNumbers() {
    let column = (area.width - 16) / 2
    let rows = max(sheet.cover.people.count, (sheet.cover.numbers.count + 1) / 2)
    let height = 24 + Double(rows) * 14
    ensure(height + 8)
    canvas.fill(Box(x: area.x, y: y, width: area.width, height: height), .panel, radius: 3)
    heading(sheet.cover.peopleTitle, x: area.x + 8, y: y + 5, width: column)
    heading(sheet.cover.numbersTitle, x: area.x + column + 16, y: y + 5, width: column)
    for (row, person) in sheet.cover.people.enumerated() {
      _ = fact(
        person, x: area.x + 8, y: y + 21 + Double(row) * 14, labelWidth: 66, width: column - 8)
    }
    for (position, number) in sheet.cover.numbers.enumerated() {
      let x = area.x + column + 16 + Double(position % 2) * (column / 2)
      let line = y + 21 + Double(position / 2) * 14
      canvas.text(
        number.label, TextStyle(size: 7.5, ink: .grey, lines: 1), x: x, y: line + 0.8,
        width: 44)
      canvas.text(
        number.value, TextStyle(size: 9.5, isBold: true, lines: 1), x: x + 46, y: line - 1,
        width: column / 2 - 48)
    }
    y += height + 9
  }

  private func draw(_ receipt: ReceiptBox) {
    ensure(34)
    var height = heading(receipt.title, x: area.x, y: y, width: area.width)
    for line in receipt.lines {
      height += canvas.text(line, .body, x: area.x + 7, y: y + height, width: area.width - 7)
    }
    y += height + 8
  }

  /// Widths of the columns of the table of stops; the last takes the rest.
  private static let columns: [Double] = [26, 38, 70, 62, 26]

  private func drawStopTable() {
    ensure(60)
    y += heading(sheet.cover.stopsTitle, x: area.x, y: y, width: area.width) + 2
    drawTableHead()
    for (position, row) in sheet.cover.rows.enumerated() {
      let addressWidth = area.width - Self.columns.reduce(0, +) - 70
      let address = row.last ?? ""
      let style = TextStyle(size: 8.5, lines: 2)
      let height = max(16, canvas.measure(address, style, width: addressWidth).height + 4)
      if y + height > area.bottom {
        beginPage()
        drawTableHead()
      }
      drawRow(row, at: position, height: height, addressWidth: addressWidth)
      y += height
    }
    y += 8
  }

  private func drawTableHead() {
    var x = area.x
    for (position, title) in sheet.cover.columns.enumerated() {
      canvas.text(title, .label, x: x + (position == 0 ? 3 : 0), y: y)
      x += position < Self.columns.count ? Self.columns[position] : 0
    }
    y += 12
    canvas.line(
      [Point(x: area.x, y: y), Point(x: area.right, y: y)],
      Canvas.Pen(width: 0.8, ink: .black, isRound: false))
  }

  private func drawRow(_ row: [String], at position: Int, height: Double, addressWidth: Double) {
    let middle = y + height / 2
    canvas.fillCircle(Point(x: area.x + 9, y: middle), radius: 6.3, .accent)
    canvas.text(
      row[0], TextStyle(size: 8, isBold: true, ink: .white),
      around: Point(x: area.x + 9, y: middle))
    var x = area.x + Self.columns[0]
    for (column, cell) in row.enumerated().dropFirst() {
      let isLast = column == row.count - 1
      let style: TextStyle =
        switch column {
        case 1: .strong
        case 3: TextStyle(size: 8, isMono: true)
        default: isLast ? TextStyle(size: 8.5, lines: 2) : .body
        }
      let width = isLast ? addressWidth : Self.columns[min(column, Self.columns.count - 1)]
      let extent = canvas.measure(cell, style, width: width)
      canvas.text(cell, style, x: x, y: middle - extent.height / 2, width: width)
      if column < Self.columns.count { x += Self.columns[column] }
    }
    IconPainter.draw(
      sheet.stops[position].icons, on: canvas, right: area.right,
      y: middle - IconPainter.side / 2)
    canvas.line(
      [Point(x: area.x, y: y + height), Point(x: area.right, y: y + height)],
      Canvas.Pen(width: 0.4, ink: .rule, isRound: false))
  }
}
