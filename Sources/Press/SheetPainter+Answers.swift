import Briefing

extension SheetPainter {
  /// The height of the block for handwriting.
  static let answerHeight = 72.0

  /// Boxes and lines for handwriting, in three rows.
  func drawAnswer(_ answer: ReturnBlock, at top: Double) {
    canvas.line(
      [Point(x: area.x, y: top), Point(x: area.right, y: top)],
      Canvas.Pen(width: 0.5, ink: .rule, dashes: [3, 2]))
    let left = area.x + 6
    writingLine(answer.timeIn, x: left, y: top + 5, right: left + 58)
    writingLine(answer.timeOut, x: left + 64, y: top + 5, right: left + 122)
    var x = left + 132
    canvas.text(answer.outcomeTitle, .label, x: x, y: top + 5)
    x += canvas.measure(answer.outcomeTitle, .label).width + 5
    drawOutcomes(answer, from: x, at: top + 3)
    drawMet(answer, x: left, y: top + 31)
    let third = top + 47
    var cursor = left
    cursor = question(answer.addressRight, answer, x: cursor, y: third)
    cursor = question(answer.phoneRight, answer, x: cursor, y: third)
    writingLine(answer.notes, x: cursor, y: third, right: area.right - 6)
    let last = top + 59
    canvas.line(
      [Point(x: left, y: last + 10.5), Point(x: area.right - 230, y: last + 10.5)],
      Canvas.Pen(width: 0.5, ink: .grey, isRound: false))
    writingLine(answer.signature, x: area.right - 224, y: last, right: area.right - 64)
    tickBox(x: area.right - 54, y: last + 2, isMandatory: true)
    canvas.text(answer.incident, .label.with(ink: .black), x: area.right - 42, y: last + 0.5)
  }

  /// Eight codes in two rows of four, then room for another code.
  private func drawOutcomes(_ answer: ReturnBlock, from x: Double, at top: Double) {
    let room = area.right - 6 - x
    let column = room / 5
    for (position, outcome) in answer.outcomes.enumerated() {
      let cellX = x + Double(position % 4) * column
      let cellY = top + Double(position / 4) * 13
      tickBox(x: cellX, y: cellY + 2)
      canvas.text(
        "\(outcome.code) \(outcome.text)", TextStyle(size: 7, lines: 1), x: cellX + 11,
        y: cellY + 0.8, width: column - 11)
    }
    canvas.text(
      answer.otherOutcome, TextStyle(size: 7), x: x + 4 * column, y: top + 7)
  }

  private func drawMet(_ answer: ReturnBlock, x: Double, y: Double) {
    canvas.text(answer.metTitle, .label, x: x, y: y)
    var cursor = x + canvas.measure(answer.metTitle, .label).width + 6
    for person in answer.met {
      tickBox(x: cursor, y: y + 1.2)
      let style = TextStyle(size: 7)
      canvas.text(person.text, style, x: cursor + 11, y: y)
      cursor += canvas.measure(person.text, style).width + 20
    }
    let right = area.right - 6
    let dateX = max(cursor + 70, right - 100)
    writingLine(answer.amount, x: cursor, y: y, right: dateX - 8)
    writingLine(answer.due, x: dateX, y: y, right: right)
  }

  /// A question with yes and no; tells where the next thing goes.
  private func question(_ text: String, _ answer: ReturnBlock, x: Double, y: Double) -> Double {
    canvas.text(text, .label, x: x, y: y)
    var cursor = x + canvas.measure(text, .label).width + 4
    for word in [answer.yes, answer.no] {
      tickBox(x: cursor, y: y + 1.2)
      canvas.text(word, TextStyle(size: 7), x: cursor + 10, y: y)
      cursor += 10 + canvas.measure(word, TextStyle(size: 7)).width + 5
    }
    return cursor + 6
  }
}
