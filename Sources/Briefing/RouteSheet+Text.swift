extension RouteSheet {
  /// The whole sheet as plain text, part after part: for terminals, screen readers and tests.
  public var plainText: String {
    var lines = [
      "# \(head.title)", "\(head.team) · \(head.date)", "\(head.planCode) · \(head.printed)",
    ]
    if !head.supersedes.isEmpty { lines.append(head.supersedes) }
    lines += coverLines
    for block in checklists { lines += section(block.title, block.lines.map(Self.text)) }
    lines += section(
      emergency.title, emergency.numbers.map(Self.text) + emergency.lines.map(Self.text))
    lines += section(map.title, [map.licence] + map.legend.map { "\($0.sign): \($0.text)" })
    for stop in stops { lines += stopLines(stop) }
    lines += section(wayBack.title, wayBack.lines.map(Self.text))
    for dossier in dossiers { lines += dossierLines(dossier) }
    lines += section(
      end.title,
      [
        end.unvisitedTitle, end.unvisitedColumns.joined(separator: " | "), end.incidents,
        end.pagesReturned(of: 0),
      ] + end.signatures + [end.codesTitle] + end.codes.map(Self.text))
    return lines.joined(separator: "\n") + "\n"
  }

  private var coverLines: [String] {
    var lines = section("", cover.facts.map(Self.text))
    lines += section(cover.peopleTitle, cover.people.map(Self.text))
    lines += section(cover.numbersTitle, cover.numbers.map(Self.text))
    lines += section(
      cover.stopsTitle, ([cover.columns] + cover.rows).map { $0.joined(separator: " | ") })
    let calls = cover.checkIns
    lines += section(
      calls.title,
      [calls.columns.joined(separator: " | ")]
        + calls.rows.map { "\($0.event) | \($0.planned) | \($0.alarm)" } + calls.drill)
    if let receipt = cover.receipt { lines += section(receipt.title, receipt.lines) }
    for box in [cover.dayKey, cover.firstLeg].compactMap({ $0 }) {
      lines += section(box.caption, [box.typed, box.payload].filter { !$0.isEmpty })
    }
    return lines
  }

  private func stopLines(_ stop: StopBlock) -> [String] {
    var lines = [
      "\(stop.token.grouped) \(stop.person)",
      "\(stop.arrival) · \(stop.window) · \(stop.purpose) · \(stop.service)",
      stop.icons.map { "[\($0.rawValue)]" }.joined(separator: " "), stop.address, stop.findIt,
      stop.precision, stop.leg.title,
    ]
    lines += stop.leg.lines.map(Self.text)
    lines.append("\(stop.navigation.caption): \(stop.navigation.payload)")
    lines += stop.conditions + stop.ifAbsent + stop.ticks.map(Self.text)
    let answer = stop.answer
    lines += [
      "\(answer.timeIn) ____ \(answer.timeOut) ____",
      "\(answer.outcomeTitle): " + answer.outcomes.map(Self.text).joined(separator: "  "),
      answer.otherOutcome,
      "\(answer.metTitle): " + answer.met.map(Self.text).joined(separator: "  "),
      "\(answer.amount) ____ \(answer.due) ____",
      "\(answer.addressRight) \(answer.yes)/\(answer.no)"
        + "  \(answer.phoneRight) \(answer.yes)/\(answer.no)",
      "\(answer.notes) ____ \(answer.signature) ____ ☐ \(answer.incident)",
    ]
    return section("\(stop.number)", lines.filter { !$0.isEmpty && $0 != " " })
  }

  private func dossierLines(_ dossier: Dossier) -> [String] {
    var lines = [
      dossier.tokens.map(\.grouped).joined(separator: " "), dossier.caseNumbers, dossier.person,
      dossier.purpose, dossier.icons.map { "[\($0.rawValue)]" }.joined(separator: " "),
    ]
    lines += dossier.practical.map(Self.text)
    lines += [dossier.wishesTitle] + dossier.wishes
    lines += [dossier.carriedTitle] + dossier.carried.map(Self.text)
    lines += [dossier.rightsTitle] + dossier.rights + [dossier.neverTitle] + dossier.never
    lines += [dossier.channelsTitle] + dossier.channels + [dossier.sealNotice]
    for sealed in dossier.sealed { lines += [sealed.title] + sealed.facts.map(Self.text) }
    lines.append(dossier.returnNotice)
    return section(
      "\(dossier.title) · \(dossier.stopNumber)", lines.filter { !$0.isEmpty })
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    title.isEmpty ? [""] + lines : ["", "## \(title)"] + lines
  }

  private static func text(_ fact: SheetFact) -> String { "\(fact.label): \(fact.value)" }

  private static func text(_ line: TickLine) -> String {
    "☐ \(line.code)\(line.code.isEmpty ? "" : " ")\(line.text)\(line.isMandatory ? " *" : "")"
  }

  private static func text(_ line: DirectionLine) -> String {
    "\(line.sign) \(line.text)\(line.distance.isEmpty ? "" : " · \(line.distance)")"
  }
}
