import Briefing
import FieldModel
import Foundation
import Quantities
import VisitSync

/// Asks for visits one by one on a terminal.
struct VisitPrompt {
  let recorder: VisitRecorder
  let terminal: Terminal

  /// Asks until an empty line ends the day.
  func run() throws {
    let phrases = terminal.phrases
    while true {
      listStops()
      guard let stop = chooseStop() else { return }
      show(stop)
      let arrived = now
      guard let code = chooseOutcome() else { continue }
      guard
        let met = choose(phrases.commands.askMet, PersonMet.allCases, phrases.words.met),
        let verdict = choose(
          phrases.commands.askAddress, AddressVerdict.allCases, phrases.words.verdict)
      else { continue }
      var appointment: Instant?
      if code == .rescheduled {
        guard let moment = askAppointment() else { continue }
        appointment = moment
      }
      var events = [
        VisitEvent(.visitArrived, visit: stop.visit, at: arrived, by: recorder.by)
      ]
      if code == .promised {
        guard let promise = askPromise() else { continue }
        events.append(event(.promiseMade(PromiseMade(promise)), stop))
      }
      if let note = ask(phrases.commands.askNote) { events.append(event(.noteAdded(note), stop)) }
      events.append(
        event(
          .visitEnded(VisitEnding(code, met: met, address: verdict, appointment: appointment)), stop
        ))
      try recorder.append(events)
      terminal.say(phrases.commands.visitSealed(stop.visit.text))
    }
  }

  private var now: Instant {
    Instant(
      secondsSinceEpoch: Int64(Date().timeIntervalSince1970),
      offsetMinutes: recorder.pack.issued.offsetMinutes)
  }

  private func event(_ body: EventBody, _ stop: PackStop) -> VisitEvent {
    VisitEvent(body, visit: stop.visit, at: now, by: recorder.by)
  }

  private func listStops() {
    for (position, stop) in recorder.pack.stops.enumerated() {
      let mark = recorder.visits.contains(stop.visit) ? "✓" : " "
      terminal.say(
        "\(mark) \(position + 1)  \(terminal.language.time(stop.arrival))  "
          + "\(stop.caseToken)  \(stop.address)")
    }
  }

  private func chooseStop() -> PackStop? {
    while let answer = ask(terminal.phrases.commands.askStop) {
      if let number = Int(answer), recorder.pack.stops.indices.contains(number - 1) {
        return recorder.pack.stops[number - 1]
      }
    }
    return nil
  }

  private func show(_ stop: PackStop) {
    for field in stop.dossier { terminal.say("    \(field.label): \(field.value)") }
  }

  private func chooseOutcome() -> OutcomeCode? {
    for code in OutcomeCode.allCases {
      terminal.say("    \(code.rawValue)  \(terminal.phrases.words.outcome(code))")
    }
    while let answer = ask(terminal.phrases.commands.askOutcome) {
      if let code = OutcomeCode(rawValue: answer.uppercased()) { return code }
    }
    return nil
  }

  /// The choice of a number; `nil` for an empty line, which leaves the visit unrecorded.
  private func choose<Choice>(
    _ question: String, _ choices: [Choice], _ word: (Choice) -> String
  ) -> Choice? {
    for (position, choice) in choices.enumerated() {
      terminal.say("    \(position + 1)  \(word(choice))")
    }
    while let answer = ask(question) {
      if let number = Int(answer), choices.indices.contains(number - 1) {
        return choices[number - 1]
      }
    }
    return nil
  }

  /// Asks for `2026-12-03 14:30`.
  private func askAppointment() -> Instant? {
    while let answer = ask(terminal.phrases.commands.askAppointment) {
      let parts = answer.split(separator: " ")
      if parts.count == 2, let date = ServiceDate(parts[0]), let time = TimeOfDay(parts[1]) {
        return Instant(
          date: date, time: time, offsetMinutes: recorder.pack.issued.offsetMinutes)
      }
    }
    return nil
  }

  /// Asks for `1234.50 CNY 2026-12-01`.
  private func askPromise() -> PaymentPromise? {
    while let answer = ask(terminal.phrases.commands.askPromise) {
      let parts = answer.split(separator: " ")
      if parts.count == 3, let currency = Currency(code: String(parts[1])),
        let due = ServiceDate(parts[2]), let amount = Self.minorUnits(parts[0], currency)
      {
        return PaymentPromise(
          amount: Money(minorUnits: amount, currency: currency), due: due, channel: "transfer")
      }
    }
    return nil
  }

  private static func minorUnits(_ text: Substring, _ currency: Currency) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, (parts.last ?? "").count <= 12 else {
      return nil
    }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard decimals.count <= currency.decimals, whole.count <= 12 else { return nil }
    let padded = decimals + String(repeating: "0", count: currency.decimals - decimals.count)
    return Int64(whole + padded)
  }

  /// The answer to a question; `nil` for an empty line or the end of input.
  private func ask(_ question: String) -> String? {
    FileHandle.standardError.write(Data("\(question) ".utf8))
    guard let answer = readLine()?.trimmingCharacters(in: .whitespaces), !answer.isEmpty else {
      return nil
    }
    return answer
  }
}
