import FieldModel
import Quantities

extension SheetComposer {
  var pageHead: PageHead {
    let words = phrases.sheet
    return PageHead(
      title: words.title, team: sources.crew.name, date: language.date(sources.route.date),
      planCode: words.planCode(sources.planCode),
      printed: words.printed(language.moment(sources.printed)), printedAt: sources.printed,
      supersedes: sources.supersedes.map(words.supersedes) ?? "", language: language)
  }

  func cover(over stops: [StopBlock]) -> SheetCover {
    let words = phrases.sheet
    return SheetCover(
      facts: facts, peopleTitle: words.people, people: people, numbersTitle: words.numbers,
      numbers: numbers, stopsTitle: words.stopTable, columns: words.stopColumns,
      rows: zip(stops, sources.route.stops).map { row(of: $0, $1) }, checkIns: checkIns,
      receipt: sources.receipt.map(receiptBox),
      dayKey: sources.dayKey.map {
        CodeBox(caption: words.dayKey, typed: $0.typed, payload: $0.payload)
      },
      firstLeg: CodeBox(
        caption: words.firstLeg, typed: "",
        payload: sources.route.stops.first.map(navigationURL) ?? ""))
  }

  func navigationURL(to stop: PlannedStop) -> String {
    NavigationLink(
      to: stop.coordinate, token: token(of: stop), by: sources.crew.mode, with: sources.navigation
    ).url
  }

  private var facts: [SheetFact] {
    let words = phrases.sheet
    let route = sources.route
    let crew = sources.crew
    let lawful = sources.lawfulHours
    let vehicle =
      crew.plate.isEmpty
      ? phrases.words.mode(crew.mode) : "\(phrases.words.mode(crew.mode)) \(crew.plate)"
    var facts = [
      SheetFact(label: words.stops, value: language.number(route.stops.count)),
      SheetFact(
        label: words.hours,
        value: "\(language.time(route.departure))–\(language.time(route.back))"),
      SheetFact(label: words.way, value: language.distance(route.distance)),
      SheetFact(label: words.travelling, value: language.duration(route.travel)),
      SheetFact(label: words.visiting, value: language.duration(route.service)),
      SheetFact(
        label: words.lawfulHours,
        value: lawful.isEmpty ? words.noLawfulHours : language.windows(lawful)),
    ]
    if let sunset = sources.sunset {
      facts.append(SheetFact(label: words.sunset, value: language.time(sunset)))
    }
    facts.append(SheetFact(label: words.vehicle, value: vehicle))
    facts.append(
      SheetFact(label: words.base, value: language.list([crew.base.name, crew.base.address])))
    if !route.breaks.isEmpty {
      facts.append(SheetFact(label: words.breaks, value: breaks))
    }
    return facts
  }

  private var breaks: String {
    let lines = sources.route.breaks.map { pause in
      let start = language.time(pause.start)
      let length = language.duration(pause.duration)
      return pause.afterStops == 0
        ? phrases.sheet.beforeFirstStop(start, length)
        : phrases.sheet.afterStops(start, length, pause.afterStops)
    }
    return lines.joined(separator: language == .english ? "; " : "\u{FF1B}")
  }

  private var people: [SheetFact] {
    sources.crew.members.enumerated().map { position, member in
      SheetFact(
        label: position == 0 ? phrases.sheet.leader : phrases.sheet.partner,
        value: "\(member.name) (\(member.id))")
    }
  }

  /// The numbers to call, the desk's first.
  var numbers: [SheetFact] {
    var numbers = [SheetFact(label: phrases.sheet.desk, value: sources.office.deskPhone)]
    numbers += sources.office.emergency.map { SheetFact(label: $0.label, value: $0.number) }
    if !sources.office.complaintPhone.isEmpty {
      numbers.append(
        SheetFact(label: phrases.sheet.complaints, value: sources.office.complaintPhone))
    }
    return numbers
  }

  private func row(of block: StopBlock, _ stop: PlannedStop) -> [String] {
    [
      String(block.number), language.time(stop.arrival), language.window(stop.window),
      block.token.grouped, String(stop.service.roundedMinutes), block.address,
    ]
  }

  private func receiptBox(_ notice: ReceiptNotice) -> ReceiptBox {
    let words = phrases.sheet
    return ReceiptBox(
      title: words.receipt,
      lines: [
        words.receiptLog(notice.log, notice.throughVisit, notice.headCode),
        notice.missing.isEmpty ? words.receiptComplete : words.receiptMissing(notice.missing),
      ])
  }
}
