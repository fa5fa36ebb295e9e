import Briefing
import FieldModel
import Foundation
import Quantities
import VisitSync

/// Asks for visits one by one on a terminal.
///
/// Nothing is recorded that was not answered: an empty line skips a question that may stay open,
/// and leaves the visit unrecorded at one that may not.
struct VisitPrompt {
  let recorder: VisitRecorder
  let terminal: Terminal

  private var questions: Questions { Questions(terminal: terminal) }
  private var phrases: CommandPhrases { terminal.phrases.commands }

  /// Asks until an empty line ends the day.
  func run() throws {
    while true {
      listStops()
      guard let stop = chooseStop() else { return askUnvisited() }
      show(stop)
      guard let events = askVisit(at: stop) else { continue }
      try recorder.append(events, attaching: askAttachments())
      terminal.say(phrases.visitSealed(stop.visit.text))
    }
  }

  /// The files to attach; one that cannot be read is named, and the question comes again.
  private func askAttachments() -> [AttachmentFile] {
    questions.ask(terminal.phrases.sync.askAttachments) { answer in
      let names = answer.split { $0 == "," || $0 == "，" }
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      do {
        return try names.map {
          try AttachmentFile(URL(fileURLWithPath: $0), terminal: terminal)
        }
      } catch {
        terminal.remark("\(error)")
        return nil
      }
    } ?? []
  }

  /// Asks why each stop was left out, with its words once.
  private func askUnvisited() {
    let words = terminal.phrases.sync
    let left = recorder.left
    guard !left.isEmpty else { return }
    for (position, reason) in UnvisitedReason.allCases.enumerated() {
      terminal.say("    \(position + 1)  \(words.unvisited(reason.rawValue))")
    }
    for visit in left {
      let token = recorder.pack.stops.first { $0.visit == visit }?.caseToken ?? visit.text
      let reason: UnvisitedReason? = questions.ask(words.askUnvisited(token)) { answer in
        Int(answer).flatMap {
          UnvisitedReason.allCases.indices.contains($0 - 1) ? UnvisitedReason.allCases[$0 - 1] : nil
        }
      }
      if let reason { recorder.leaveOut(visit, reason) }
    }
  }

  /// The events of one visit in the order in which they are asked for; `nil` for a visit that is
  /// left unrecorded.
  private func askVisit(at stop: PackStop) -> [VisitEvent]? {
    let arrived = VisitEvent(.visitArrived, visit: stop.visit, at: now, by: recorder.by)
    let words = terminal.phrases.words
    guard let code = chooseOutcome(),
      let met = questions.choose(phrases.askMet, PersonMet.allCases, words.met),
      let verdict = questions.choose(phrases.askAddress, AddressVerdict.allCases, words.verdict)
    else { return nil }
    var ending = VisitEnding(code, met: met, address: verdict)
    if code == .rescheduled {
      guard let moment = questions.appointment(offsetMinutes: recorder.pack.issued.offsetMinutes)
      else { return nil }
      ending.appointment = moment
    }
    var bodies: [EventBody] = []
    if code == .promised {
      guard let promise = questions.promise() else { return nil }
      bodies.append(.promiseMade(PromiseMade(promise)))
    }
    if code.isContact {
      bodies += questions.payments().map { .paymentDeclared(PaymentReport($0)) }
    }
    bodies += ChecklistQuestions(stop: stop, pack: recorder.pack, questions: questions).ask()
      .map { .checklistAnswered($0) }
    if let note = questions.ask(phrases.askNote) { bodies.append(.noteAdded(note)) }
    bodies.append(.visitEnded(ending))
    return [arrived] + bodies.map { VisitEvent($0, visit: stop.visit, at: now, by: recorder.by) }
  }

  private var now: Instant {
    Instant(
      secondsSinceEpoch: Int64(Date().timeIntervalSince1970),
      offsetMinutes: recorder.pack.issued.offsetMinutes)
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
    while let answer = questions.ask(phrases.askStop) {
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
    while let answer = questions.ask(phrases.askOutcome) {
      if let code = OutcomeCode(rawValue: answer.uppercased()) { return code }
    }
    return nil
  }
}
