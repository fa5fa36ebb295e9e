import Briefing
import FieldModel
import Planning
import Quantities

/// A plan for people and programs: routes, and what was left out with its reasons.
struct PlanTable {
  let plan: VisitPlan
  let terminal: Terminal

  func show() throws {
    let language = terminal.language
    let messages = terminal.phrases.messages
    terminal.heading(
      messages.planSummary(
        plan.code, plan.routes.reduce(0) { $0 + $1.stops.count }, plan.routes.count, plan.days,
        plan.unplanned.count))
    for route in plan.routes {
      terminal.say(
        "  "
          + messages.routeLine(
            language.date(route.date), route.crew.text, route.stops.count,
            language.distance(route.distance),
            "\(language.time(route.departure))–\(language.time(route.back))"))
    }
    showUnplanned()
    try terminal.answer(PlanAnswer(plan, terminal))
  }

  /// Reasons, the most frequent first, each with its cases.
  private func showUnplanned() {
    guard !plan.unplanned.isEmpty else { return }
    terminal.say(terminal.phrases.messages.unplannedTitle)
    let groups = Dictionary(grouping: plan.unplanned) { terminal.phrases.sentence(for: $0.reason) }
    for (sentence, cases) in groups.sorted(by: {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }) {
      let names = cases.prefix(6).map(\.loanCase.text).joined(separator: " ")
      terminal.say("  \(cases.count)  \(sentence)  (\(names)\(cases.count > 6 ? " …" : ""))")
    }
  }
}

/// A plan as JSON.
struct PlanAnswer: Encodable {
  struct Stop: Encodable {
    let visit: String
    let cases: [String]
    let address: String
    let position: String
    let arrival: String
    let start: String
    let serviceSeconds: Int
    let window: String
    let purpose: String
    let risk: String
    let value: Int
    let conditions: [String]
  }

  struct Route: Encodable {
    let date: String
    let crew: String
    let departure: String
    let back: String
    let travelSeconds: Int
    let metres: Int
    let stops: [Stop]
  }

  struct Unplanned: Encodable {
    let caseNumber: String
    let reason: String
    let sentence: String
  }

  let code: String
  let firstDay: String
  let days: Int
  let seed: UInt64
  let iterations: Int
  let visits: Int
  let routes: [Route]
  let unplanned: [Unplanned]

  init(_ plan: VisitPlan, _ terminal: Terminal) {
    code = plan.code
    firstDay = plan.firstDay.description
    days = plan.days
    seed = plan.seed
    iterations = plan.iterations
    visits = plan.routes.reduce(0) { $0 + $1.stops.count }
    routes = plan.routes.map { route in
      Route(
        date: route.date.description, crew: route.crew.text,
        departure: route.departure.description, back: route.back.description,
        travelSeconds: Int(route.travel.value), metres: Int(route.distance.metres),
        stops: route.stops.map { stop in
          Stop(
            visit: stop.visit.text, cases: stop.cases.map(\.text), address: stop.address.text,
            position: stop.coordinate.description, arrival: stop.arrival.description,
            start: stop.start.description, serviceSeconds: Int(stop.service.value),
            window: stop.window.description, purpose: stop.purpose.rawValue,
            risk: "\(stop.risk)", value: stop.value, conditions: stop.conditions.map(\.key))
        })
    }
    unplanned = plan.unplanned.map {
      Unplanned(
        caseNumber: $0.loanCase.text, reason: $0.reason.code,
        sentence: terminal.phrases.sentence(for: $0.reason))
    }
  }
}

extension Terminal {
  /// Writes what the checker found wrong, and where, to standard error.
  func show(_ fault: PlanFault) {
    let place = [
      fault.crew?.text, fault.date?.description, fault.visit?.text ?? fault.loanCase?.text,
    ].compactMap(\.self)
    remark("  " + ([phrases.sentence(forFault: fault.kind.code)] + place).joined(separator: "  "))
  }
}
