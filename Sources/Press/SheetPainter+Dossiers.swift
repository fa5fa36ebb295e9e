import Briefing

extension SheetPainter {
  /// A page about one person, to be torn off; what is owed stands below the fold.
  func drawDossier(_ dossier: Dossier) {
    beginPage()
    canvas.text(dossier.title, TextStyle(size: 13, isBold: true), x: area.x, y: y - 2)
    let disc = Point(x: area.right - 12, y: y + 8)
    canvas.fillCircle(disc, radius: 10, .accent)
    canvas.text(
      String(dossier.stopNumber), TextStyle(size: 12, isBold: true, ink: .white), around: disc)
    IconPainter.draw(dossier.icons, on: canvas, right: area.right - 30, y: y + 1.5)
    y += 24
    drawPerson(dossier)
    let column = (area.width - 18) / 2
    let top = y
    let left = area.x
    let right = area.x + column + 18
    var leftY = top
    leftY += bullets(dossier.wishesTitle, dossier.wishes, x: left, y: leftY, width: column)
    leftY += heading(dossier.carriedTitle, x: left, y: leftY, width: column) + 2
    for line in dossier.carried { leftY += tickLine(line, x: left, y: leftY, width: column) }
    leftY += 8
    leftY += bullets(dossier.channelsTitle, dossier.channels, x: left, y: leftY, width: column)
    var rightY = top
    rightY += bullets(dossier.rightsTitle, dossier.rights, x: right, y: rightY, width: column)
    rightY += bullets(dossier.neverTitle, dossier.never, x: right, y: rightY, width: column)
    y = max(leftY, rightY) + 6
    drawSealedPart(dossier)
    canvas.text(
      dossier.returnNotice, TextStyle(size: 8, isBold: true, alignment: .centre), x: area.x,
      y: area.bottom - 12, width: area.width)
  }

  private func drawPerson(_ dossier: Dossier) {
    let tokens = dossier.tokens.map(\.grouped).joined(separator: "  ")
    y += canvas.text(
      dossier.person, TextStyle(size: 16, isBold: true, lines: 2), x: area.x, y: y,
      width: area.width)
    y += canvas.text(
      tokens, TextStyle(size: 11, isBold: true, isMono: true), x: area.x, y: y,
      width: area.width)
    if !dossier.caseNumbers.isEmpty {
      y += canvas.text(dossier.caseNumbers, .body, x: area.x, y: y, width: area.width)
    }
    y += canvas.text(dossier.purpose, .strong, x: area.x, y: y + 2, width: area.width) + 6
    for entry in dossier.practical {
      y += fact(entry, x: area.x, y: y, labelWidth: 90, width: area.width)
    }
    y += 8
  }

  /// A heading over lines with bullets; tells the height.
  private func bullets(
    _ title: String, _ lines: [String], x: Double, y: Double, width: Double
  ) -> Double {
    var line = y + heading(title, x: x, y: y, width: width) + 2
    for text in lines {
      canvas.fillCircle(Point(x: x + 3, y: line + 6), radius: 1.4, .black)
      line += canvas.text(text, .body, x: x + 10, y: line, width: width - 10) + 2
    }
    return line + 8 - y
  }

  private func drawSealedPart(_ dossier: Dossier) {
    guard !dossier.sealed.isEmpty else { return }
    canvas.line(
      [Point(x: area.x - mm(7), y: y), Point(x: area.right + mm(7), y: y)],
      Canvas.Pen(width: 0.8, ink: .black, dashes: [6, 4]))
    canvas.text(
      dossier.sealNotice, TextStyle(size: 8, isBold: true, alignment: .centre), x: area.x,
      y: y + 4, width: area.width)
    y += 26
    for part in dossier.sealed {
      if y + 60 > area.bottom - 20 { beginPage() }
      y += heading(part.title, x: area.x, y: y, width: area.width) + 2
      for entry in part.facts {
        if y + 14 > area.bottom - 20 { beginPage() }
        y += fact(entry, x: area.x + 7, y: y, labelWidth: 120, width: area.width - 7)
      }
      y += 8
    }
  }
}
