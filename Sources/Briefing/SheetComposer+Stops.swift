import FieldModel
import Quantities

extension SheetComposer {
  func stopBlock(at position: Int) -> StopBlock {
    let words = phrases.stop
    let stop = sources.route.stops[position]
    let address = address(of: stop)
    let start = language.time(stop.start)
    let precision = address?.location?.precision
    return StopBlock(
      number: position + 1, token: token(of: stop), person: personOnRoutePages(of: stop),
      arrival: stop.start > stop.arrival
        ? words.arrivalWaiting(language.time(stop.arrival), start) : words.arrival(start),
      window: words.window(language.window(stop.window)), purpose: purpose(of: stop),
      service: words.minutes(stop.service.roundedMinutes), icons: icons(of: stop),
      address: address?.text ?? "", findIt: address?.directions ?? "",
      precision: precision.map { words.precision(phrases.words.precision($0)) } ?? "",
      coordinate: stop.coordinate, leg: leg(to: position),
      navigation: CodeBox(caption: words.navigate, typed: "", payload: navigationURL(to: stop)),
      conditions: wishes(in: cases(of: stop), at: stop) + instructions(at: stop),
      ifAbsent: ifAbsent(address), ticks: ticks(at: stop), answer: returnBlock)
  }

  var wayBack: LegText {
    let route = sources.route
    let position = route.stops.count
    let leg = position < sources.legs.count ? sources.legs[position] : nil
    return LegText(
      title: phrases.stop.legToBase(
        language.distance(route.returnDistance), language.duration(route.returnTravel),
        language.time(route.back)),
      lines: leg?.steps.map(phrases.line(for:)) ?? [], line: leg?.line ?? [])
  }

  private func personOnRoutePages(of stop: PlannedStop) -> String {
    switch privacy {
    case .inside: nameAtDoor(of: stop)
    case .standard: PersonName.initials(of: nameAtDoor(of: stop))
    case .high: ""
    }
  }

  private func purpose(of stop: PlannedStop) -> String {
    let code = stop.purpose.sheetCode
    return privacy == .high ? code : "\(code) \(phrases.words.neutralPurpose(stop.purpose))"
  }

  private func leg(to position: Int) -> LegText {
    let words = phrases.stop
    let stop = sources.route.stops[position]
    let way = language.distance(stop.distance)
    let time = language.duration(stop.travel)
    let leg = position < sources.legs.count ? sources.legs[position] : nil
    return LegText(
      title: position == 0 ? words.legFromBase(way, time) : words.legFrom(position, way, time),
      lines: leg?.steps.map(phrases.line(for:)) ?? [], line: leg?.line ?? [])
  }

  /// The wishes of `cases` that bear on a stop, each once.
  func wishes(in cases: [LoanCase], at stop: PlannedStop) -> [String] {
    var seen: Set<String> = []
    return cases.flatMap(\.wishes).compactMap { wish -> String? in
      switch wish {
      case .onlyBetween(let window): phrases.stop.onlyBetween(language.window(window))
      case .notOn(let weekday): phrases.stop.notOn(language.weekday(weekday))
      case .lettersOnly: phrases.stop.lettersOnly
      case .notAt(let address): address == stop.address ? phrases.stop.notHere : nil
      }
    }
    .filter { seen.insert($0).inserted }
  }

  /// What the rules that bind a stop ask for, each once; wishes stand on their own.
  private func instructions(at stop: PlannedStop) -> [String] {
    var seen: Set<String> = []
    return stop.conditions.filter { $0.key != CaseFileRule.wishHours.rawValue }
      .map { phrases.sentence(for: $0, atRisk: stop.risk) }
      .filter { seen.insert($0).inserted }
  }

  private func ifAbsent(_ address: Address?) -> [String] {
    guard let presence = address?.presence, !presence.isEmpty else {
      return [phrases.stop.absentNote]
    }
    return [phrases.stop.absentNote, phrases.stop.absentSlot(language.windows(presence))]
  }

  /// Signs for the tier and for what a crew must have with it; a lost sheet tells nothing more.
  private func icons(of stop: PlannedStop) -> [SheetIcon] {
    let date = sources.route.date
    let factors = Set(
      cases(of: stop).flatMap(\.riskFlags)
        .filter { $0.recorded <= date && date <= $0.expires }
        .filter { $0.address == nil || $0.address == stop.address }
        .map(\.factor))
    let isRural = address(of: stop)?.isRural ?? false
    var icons: [SheetIcon] = []
    switch stop.risk {
    case .low: icons.append(.tierLow)
    case .medium: icons.append(.tierMedium)
    case .high, .stop: icons.append(.tierHigh)
    }
    if stop.risk >= .medium { icons.append(.pair) }
    if !factors.isDisjoint(with: [.dogLoose, .dogRestrained]) { icons.append(.dog) }
    if stop.risk >= .high || isRural || factors.contains(.afterDark) { icons.append(.daylight) }
    if isRural || !factors.isDisjoint(with: [.noSignal, .farFromHelp]) { icons.append(.noSignal) }
    if !factors.isDisjoint(with: [.oneWayOut, .unsafeBuilding, .crowd]) { icons.append(.wayOut) }
    if factors.contains(.heat) { icons.append(.weather) }
    return icons
  }

  private var returnBlock: ReturnBlock {
    let words = phrases.stop
    let outcomes: [OutcomeCode] = [
      .promised, .planAgreed, .refused, .rescheduled, .nobodyIn, .otherAdult, .moved,
      .letterDelivered,
    ]
    return ReturnBlock(
      timeIn: words.timeIn, timeOut: words.timeOut, outcomeTitle: words.outcome,
      outcomes: outcomes.map { tick($0.rawValue, phrases.words.shortOutcome($0)) },
      otherOutcome: words.other, metTitle: words.met,
      met: PersonMet.allCases.map { tick("", phrases.words.met($0)) }, amount: words.amount,
      due: words.due, addressRight: words.addressRight, phoneRight: words.phoneRight,
      yes: words.yes, no: words.no, notes: words.notes, signature: words.signature,
      incident: words.incident)
  }

  private func tick(_ code: String, _ text: String) -> TickLine {
    TickLine(code: code, text: text, isMandatory: false)
  }
}
