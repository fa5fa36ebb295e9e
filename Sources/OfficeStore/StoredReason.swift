import FieldModel
import Quantities

/// The reason why a case is not planned, as columns.
struct StoredReason {
  var citation: RuleCitation?
  var date: ServiceDate?
  var detail: String?

  init(citation: RuleCitation? = nil, date: ServiceDate? = nil, detail: String? = nil) {
    self.citation = citation
    self.date = date
    self.detail = detail
  }

  init(_ reason: UnplannedReason) {
    switch reason {
    case .forbidden(let citation, let from): self.init(citation: citation, date: from)
    case .needsApproval(let citation): self.init(citation: citation)
    case .onHold(let kind, let until): self.init(date: until, detail: kind.rawValue)
    case .promiseRunning(let until): self.init(date: until)
    case .missingSkill(let skill): self.init(detail: skill.text)
    case .windowTooTight(let slack): self.init(detail: slack.map { String($0.value) })
    case .closed, .notLocated, .locationDoubtful, .noVisitableAddress, .unreachable, .noCrew,
      .daysFull, .notWorthTheWay:
      self.init()
    }
  }

  /// The reason that was stored as `code` with these columns; `nil` for an unknown code.
  func reason(code: String) -> UnplannedReason? {
    switch code {
    case "forbidden": citation.map { .forbidden($0, from: date) }
    case "needs-approval": citation.map(UnplannedReason.needsApproval)
    case "on-hold": detail.flatMap(HoldKind.init).map { .onHold($0, until: date) }
    case "closed": .closed
    case "promise-running": date.map { .promiseRunning(until: $0) }
    case "not-located": .notLocated
    case "location-doubtful": .locationDoubtful
    case "no-visitable-address": .noVisitableAddress
    case "unreachable": .unreachable
    case "no-crew": .noCrew
    case "missing-skill": detail.map { .missingSkill(Identifier($0)) }
    case "window-too-tight":
      .windowTooTight(slack: detail.flatMap { Int32($0) }.map { Seconds($0) })
    case "days-full": .daysFull
    case "not-worth-the-way": .notWorthTheWay
    default: nil
    }
  }
}
